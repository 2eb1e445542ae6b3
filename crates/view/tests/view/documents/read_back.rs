//! Reads CSV, XML, and PDF back without the code that wrote them.

use lopdf::{Dictionary, Document, Object};

/// The last column of each line.
pub fn csv_amounts(text: &str) -> Vec<String> {
    let last = |line: &str| line.rsplit(',').next().unwrap().to_owned();
    text.split("\r\n")
        .skip(1)
        .filter(|line| !line.is_empty())
        .map(last)
        .collect()
}

/// The texts of all elements with a name.
pub fn xml_texts(xml: &str, name: &str) -> Vec<String> {
    let elements = xml.split('<').filter_map(|part| part.split_once('>'));
    let named = elements.filter(|(tag, _)| tag.split(' ').next() == Some(name));
    named.map(|(_, text)| text.to_owned()).collect()
}

fn load(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).unwrap()
}

/// The text of all pages, with single spaces between words.
pub fn pdf_text(bytes: &[u8]) -> String {
    let document = load(bytes);
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let text = document.extract_text(&pages).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first stream whose dictionary matches.
fn stream(document: &Document, fits: impl Fn(&Dictionary) -> bool) -> Option<Vec<u8>> {
    document.objects.values().find_map(|object| match object {
        Object::Stream(stream) if fits(&stream.dict) => {
            Some(stream.decompressed_content().unwrap_or_else(|_| stream.content.clone()))
        }
        _ => None,
    })
}

/// The embedded XML.
pub fn pdf_attachment(bytes: &[u8]) -> Option<String> {
    let found = stream(&load(bytes), |it| it.has_type(b"EmbeddedFile"));
    found.map(|bytes| String::from_utf8(bytes).unwrap())
}

/// The XMP metadata, which PDF/A requires to be uncompressed.
pub fn pdf_metadata(bytes: &[u8]) -> String {
    String::from_utf8(stream(&load(bytes), |it| it.has_type(b"Metadata")).unwrap()).unwrap()
}
