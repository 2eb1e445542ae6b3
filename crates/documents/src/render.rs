//! Renders a PDF from a journal alone, for the PDF module of the page.

use super::pdf::{self, Fonts, PdfError};
use super::{PrintedDocument, cii, issued};
use licensing::event::Event;
use licensing::json::read::FileError;
use licensing::ledger::Ledger;
use licensing::ledger::journal_error::{Cause, JournalError};
use licensing::{Catalogue, Date};
use thiserror::Error;

/// A document, and everything needed to render it.
#[derive(Clone, Copy, Debug)]
pub struct RenderRequest<'a> {
    /// The exported journal, one record per line.
    pub journal: &'a str,
    /// The events that are due but not stored yet (SUB 2), as JSON. They depend on today's directory, which only the
    /// page has.
    pub due: &'a str,
    /// Today's catalog, as JSON.
    pub catalogue: &'a str,
    /// The number of the document, without the subscription ID: `INV-0001`.
    pub number: &'a str,
    /// The day of the status: `2026-11-24`.
    pub today: &'a str,
}

/// Font files, in the order of [`Fonts::new`].
#[derive(Clone, Copy, Debug)]
pub struct FontFiles<'a> {
    /// The regular font.
    pub text: &'a [u8],
    /// The bold font.
    pub emphasis: &'a [u8],
    /// Fallback fonts for characters that these two lack.
    pub others: &'a [&'a [u8]],
}

/// Why a PDF cannot be rendered.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum RenderError {
    /// The journal cannot be read.
    #[error("{cause}: {0}", cause = journal_problem(.0))]
    Journal(JournalError),
    /// The due events cannot be read.
    #[error("the due events can't be read: {0}")]
    Due(String),
    /// The catalog cannot be used, with its first error.
    #[error("the catalog can't be used: {}", first(.0))]
    Catalogue(Vec<FileError>),
    /// The text is not a date.
    #[error("`{0}` isn't a date")]
    Today(String),
    /// There is no document with this number.
    #[error("document {0} doesn't exist")]
    UnknownDocument(String),
    /// A font file cannot be read.
    #[error("a font file is damaged")]
    Fonts,
    /// The PDF cannot be written.
    #[error("writing the PDF failed: {0}")]
    Pdf(#[from] PdfError),
}

/// Whether a journal is damaged or cannot be read by this version, as text.
fn journal_problem(error: &JournalError) -> &'static str {
    match error.cause {
        Cause::Damaged => "the history is damaged",
        Cause::Newer | Cause::Unreleased => "the history can't be read here",
    }
}

/// The first error of a catalog. A rejected catalog has at least one.
fn first(errors: &[FileError]) -> String {
    errors.first().map(ToString::to_string).unwrap_or_default()
}

/// Renders a document as PDF. The PDF embeds the XML invoice if a valid one can be written.
///
/// # Errors
/// The first part of the request that cannot be used.
pub fn pdf(request: RenderRequest<'_>, fonts: FontFiles<'_>) -> Result<Vec<u8>, RenderError> {
    let printed = printed_document(request)?;
    let fonts = Fonts::new(fonts.text, fonts.emphasis, fonts.others).ok_or(RenderError::Fonts)?;
    let xml = cii::write(&printed).ok();
    Ok(pdf::write(&printed, xml.as_deref(), &fonts)?)
}

/// The document as the page shows it.
fn printed_document(request: RenderRequest<'_>) -> Result<PrintedDocument, RenderError> {
    let today = Date::parse(request.today).ok_or_else(|| RenderError::Today(request.today.to_owned()))?;
    let catalogue = Catalogue::from_json(request.catalogue).map_err(RenderError::Catalogue)?;
    let due: Vec<Event> = serde_json::from_str(request.due).map_err(|error| RenderError::Due(error.to_string()))?;
    let lines = request.journal.lines().filter(|line| !line.trim().is_empty());
    let ledger = Ledger::read(lines).map_err(RenderError::Journal)?;
    let mut account = ledger.account().clone();
    due.iter().for_each(|event| account.apply(event));
    let issued = issued::of_ledger(&ledger, &account, &catalogue);
    let found = issued.iter().find(|it| it.document.heading.number == request.number);
    let document = found.ok_or_else(|| RenderError::UnknownDocument(request.number.to_owned()))?;
    Ok(PrintedDocument::new(document, &account, today))
}
