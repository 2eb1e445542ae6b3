//! A document as PDF: PDF/A-3 with the invoice for machines inside, as Factur-X and ZUGFeRD have it. The same document
//! gives the same bytes, on whatever day it is written, as long as its status is the same.

mod canvas;
mod fonts;
mod layout;
mod sheet;
mod xmp;

pub use fonts::Fonts;

use super::Paper;
use super::words;
use krilla::configure::{Archival, Configuration, ConfigurationBuilder};
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::metadata::{DateTime, Metadata};
use krilla::{Document, SerializeSettings};

/// The name under which Factur-X embeds the XML.
const ATTACHMENT: &str = "factur-x.xml";

/// The PDF of a document, with its XML inside where there is one.
///
/// # Errors
/// What the library that writes PDF says; it happens where a font is broken.
pub fn write(paper: &Paper, xml: Option<&str>, fonts: &Fonts<'_>) -> Result<Vec<u8>, String> {
    let settings = SerializeSettings {
        configuration: archive()?,
        ..SerializeSettings::default()
    };
    let mut document = Document::new_with(settings);
    for page in layout::pages(paper, fonts) {
        canvas::draw(&mut document, fonts, &page)?;
    }
    let title = [words::kind(paper.kind), " ", &paper.printed_number].concat();
    let date = date_time(paper);
    document.set_metadata(
        Metadata::new()
            .title(title)
            .authors(paper.seller.name.iter().cloned().collect())
            .creator("timetracker-licensing".to_owned())
            .producer("krilla".to_owned())
            .language("en".to_owned())
            .document_id(paper.printed_number.clone())
            .creation_date(date),
    );
    if let Some(xml) = xml {
        let file = EmbeddedFile {
            path: ATTACHMENT.to_owned(),
            mime_type: MimeType::new("text/xml"),
            description: Some("Factur-X invoice".to_owned()),
            association_kind: AssociationKind::Alternative,
            data: xml.as_bytes().to_vec().into(),
            modification_date: Some(date),
            compress: Some(true),
            location: None,
        };
        document.embed_file(file).ok_or("the XML is embedded twice")?;
    }
    let pdf = document.finish().map_err(|error| format!("{error:?}"))?;
    match xml {
        Some(_) => xmp::with_factur_x(&pdf, ATTACHMENT),
        None => Ok(pdf),
    }
}

/// Texts of a page that overlap or touch, for tests: each pair as `one | other`.
pub fn overlaps(paper: &Paper, fonts: &Fonts<'_>) -> Vec<String> {
    layout::pages(paper, fonts).iter().flat_map(sheet::overlaps).collect()
}

/// PDF/A-3, level B: the one that may carry other files.
fn archive() -> Result<Configuration, String> {
    let builder = ConfigurationBuilder::new().with_archival_validator(Archival::A3_B);
    builder.finish().map_err(|error| format!("{error:?}"))
}

/// Midnight of the document's day.
fn date_time(paper: &Paper) -> DateTime {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    DateTime::new(u16::try_from(paper.date.year()).unwrap_or(1970))
        .month(part(paper.date.month()))
        .day(part(paper.date.day()))
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}
