//! Writes a document as PDF/A-3, with the XML invoice embedded as Factur-X and ZUGFeRD require. The same document with
//! the same status produces the same bytes on any day.

mod canvas;
mod fonts;
mod layout;
mod sheet;
mod xmp;

pub use fonts::Fonts;

use super::PrintedDocument;
use super::words;
use krilla::configure::{Archival, Configuration, ConfigurationBuilder, ConfigurationError};
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::error::KrillaError;
use krilla::metadata::{DateTime, Metadata};
use krilla::{Document, SerializeSettings};
use thiserror::Error;

/// The name under which Factur-X embeds the XML.
const ATTACHMENT: &str = "factur-x.xml";

/// Why a PDF cannot be written.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum PdfError {
    /// The library rejects the size of a page.
    #[error("a page has a size")]
    PageSize,
    /// The XML is already embedded.
    #[error("the XML is embedded twice")]
    EmbeddedTwice,
    /// The library rejects the configuration.
    #[error("{0:?}")]
    Configuration(ConfigurationError),
    /// The library cannot write the document, for example because a font is broken.
    #[error("{0:?}")]
    Library(KrillaError),
    /// The library has written the metadata in an unknown format.
    #[error("the metadata of the PDF was not found")]
    NoMetadata,
    /// The library has written the cross-reference table in an unknown format.
    #[error("the table of the PDF's objects was not understood")]
    CrossReferences,
}

/// Writes a document as PDF, with the XML embedded if there is one.
///
/// # Errors
/// The library rejects the document, for example because a font is broken.
pub fn write(printed: &PrintedDocument, xml: Option<&str>, fonts: &Fonts<'_>) -> Result<Vec<u8>, PdfError> {
    let settings = SerializeSettings {
        configuration: archive()?,
        ..SerializeSettings::default()
    };
    let mut document = Document::new_with(settings);
    for page in layout::pages(printed, fonts) {
        canvas::draw(&mut document, fonts, &page)?;
    }
    let title = [words::kind(printed.kind), " ", &printed.printed_number].concat();
    let date = date_time(printed);
    document.set_metadata(
        Metadata::new()
            .title(title)
            .authors(printed.seller.name.iter().cloned().collect())
            .creator("timetracker-licensing".to_owned())
            .producer("krilla".to_owned())
            .language("en".to_owned())
            .document_id(printed.printed_number.clone())
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
        document.embed_file(file).ok_or(PdfError::EmbeddedTwice)?;
    }
    let pdf = document.finish().map_err(PdfError::Library)?;
    match xml {
        Some(_) => xmp::with_factur_x(&pdf, ATTACHMENT),
        None => Ok(pdf),
    }
}

/// The pairs of texts on a page that overlap or touch, as `one | other`. For tests.
pub fn overlaps(printed: &PrintedDocument, fonts: &Fonts<'_>) -> Vec<String> {
    layout::pages(printed, fonts).iter().flat_map(sheet::overlaps).collect()
}

/// PDF/A-3, level B, which allows embedded files.
fn archive() -> Result<Configuration, PdfError> {
    let builder = ConfigurationBuilder::new().with_archival_validator(Archival::A3_B);
    builder.finish().map_err(PdfError::Configuration)
}

/// Midnight (UTC) of the day of issue.
fn date_time(printed: &PrintedDocument) -> DateTime {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    DateTime::new(u16::try_from(printed.date.year()).unwrap_or(1970))
        .month(part(printed.date.month()))
        .day(part(printed.date.day()))
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}
