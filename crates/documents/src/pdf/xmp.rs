//! Adds the Factur-X metadata to a finished PDF, because the library cannot write it. The cross-reference table is
//! updated for all objects that move.

use super::PdfError;
use std::ops::Range;

/// An entry for the list of extension schemas. PDF/A requires a schema for custom properties.
const SCHEMA: &str = r#"<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>PROPERTIES</rdf:Seq></pdfaSchema:property></rdf:li>"#;

/// The Factur-X properties.
const FACTUR_X: &str = r#"<rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"><fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>FILE</fx:DocumentFileName><fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel></rdf:Description>"#;

const PROPERTY: &str = r#"<rdf:li rdf:parseType="Resource"><pdfaProperty:name>NAME</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>TEXT</pdfaProperty:description></rdf:li>"#;

const PROPERTIES: [(&str, &str); 4] = [
    ("DocumentFileName", "The name of the embedded XML document"),
    ("DocumentType", "The type of the hybrid document in capital letters"),
    (
        "Version",
        "The actual version of the standard applying to the embedded XML document",
    ),
    ("ConformanceLevel", "The conformance level of the embedded XML document"),
];

/// Adds the metadata. `file` is the name of the embedded XML.
///
/// # Errors
/// The structure of the PDF differs from what the library writes.
pub fn with_factur_x(pdf: &[u8], file: &str) -> Result<Vec<u8>, PdfError> {
    let parts = Parts::of(pdf).ok_or(PdfError::NoMetadata)?;
    let properties: String = PROPERTIES
        .into_iter()
        .map(|(name, text)| PROPERTY.replace("NAME", name).replace("TEXT", text))
        .collect();
    let schema = SCHEMA.replace("PROPERTIES", &properties);
    let factur_x = FACTUR_X.replace("FILE", file);
    let length = parts.length + schema.len() + factur_x.len();
    let dictionary = format!("<</Length {length}/Type/Metadata/Subtype/XML>>\nstream\n");
    let part = |range: Range<usize>| pdf.get(range).ok_or(PdfError::NoMetadata);
    let mut out = part(0..parts.dictionary.start)?.to_vec();
    let mut from = parts.dictionary.end;
    out.extend(dictionary.bytes());
    for (to, added) in [(parts.end_of_schemas, schema), (parts.end_of_metadata, factur_x)] {
        out.extend(part(from..to)?);
        out.extend(added.bytes());
        from = to;
    }
    let moved = out.len() - parts.end_of_metadata;
    out.extend(part(parts.end_of_metadata..parts.table)?);
    out.extend(parts.moved_table(pdf, moved).ok_or(PdfError::CrossReferences)?);
    Ok(out)
}

/// The places that change, as byte offsets.
struct Parts {
    /// The dictionary of the metadata, up to the start of its text.
    dictionary: Range<usize>,
    /// The length of that text.
    length: usize,
    /// The place for the schema.
    end_of_schemas: usize,
    /// The place for the properties.
    end_of_metadata: usize,
    /// The cross-reference table.
    table: usize,
}

impl Parts {
    fn of(pdf: &[u8]) -> Option<Self> {
        let kind = find(pdf, b"/Type/Metadata", 0)?;
        let start = rfind(pdf, b"<</Length ", kind)?;
        let end = find(pdf, b"stream\n", kind)? + b"stream\n".len();
        let table = rfind(pdf, b"\nxref\n", pdf.len())? + 1;
        Some(Self {
            dictionary: start..end,
            length: number(pdf.get(start + b"<</Length ".len()..kind)?)?,
            end_of_schemas: find(pdf, b"</rdf:Bag></pdfaExtension:schemas>", end)?,
            end_of_metadata: find(pdf, b"</rdf:RDF>", end)?,
            table,
        })
    }

    /// The cross-reference table and the trailer, with all objects after the metadata moved by `moved` bytes.
    fn moved_table(&self, pdf: &[u8], moved: usize) -> Option<Vec<u8>> {
        let text = std::str::from_utf8(pdf.get(self.table..)?).ok()?;
        let trailer = text.find("trailer")?;
        let startxref = text.find("startxref\n")? + "startxref\n".len();
        let mut out = String::new();
        for line in text.get(..trailer)?.split_inclusive('\n') {
            // `0000011645 00000 n` is the position of an object in use.
            match line.get(..10).and_then(|place| place.parse::<usize>().ok()) {
                Some(place) if line.contains(" n") && place > self.dictionary.start => {
                    out += &format!("{:010}", place + moved);
                    out += line.get(10..)?;
                }
                _ => out += line,
            }
        }
        out += text.get(trailer..startxref)?;
        out += &(self.table + moved).to_string();
        out += text
            .get(startxref..)?
            .trim_start_matches(|it: char| it.is_ascii_digit());
        Some(out.into_bytes())
    }
}

fn find(text: &[u8], what: &[u8], from: usize) -> Option<usize> {
    let at = text.get(from..)?.windows(what.len()).position(|it| it == what)?;
    Some(from + at)
}

fn rfind(text: &[u8], what: &[u8], before: usize) -> Option<usize> {
    text.get(..before)?.windows(what.len()).rposition(|it| it == what)
}

/// The number at the start of a text.
fn number(text: &[u8]) -> Option<usize> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit());
    let digits: String = digits.map(|byte| char::from(*byte)).collect();
    digits.parse().ok()
}
