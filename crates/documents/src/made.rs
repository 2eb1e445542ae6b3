//! A document made from nothing but a journal: what the page's module for PDF is asked for.

use super::pdf::{self, Fonts};
use super::{Paper, cii, issued};
use licensing::event::Event;
use licensing::ledger::Ledger;
use licensing::ledger::journal_error::{Cause, JournalError};
use licensing::{Catalogue, Date};
use std::fmt;

/// Which document, and everything that it is made of.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The journal, a line a record, as an export has it.
    pub journal: &'a str,
    /// The events that are due but not stored yet (SUB 2), as JSON: they hang on today's directory, which only the page
    /// knows.
    pub due: &'a str,
    /// The catalogue of today, as JSON.
    pub catalogue: &'a str,
    /// The document's number, without the subscription ID: `INV-0001`.
    pub number: &'a str,
    /// The day, which its status is said for: `2026-11-24`.
    pub today: &'a str,
}

/// Font files, in the order of [`Fonts::new`].
#[derive(Clone, Copy, Debug)]
pub struct FontFiles<'a> {
    /// For text.
    pub text: &'a [u8],
    /// For emphasis.
    pub emphasis: &'a [u8],
    /// For letters that these have not.
    pub others: &'a [&'a [u8]],
}

/// Why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmade {
    /// The journal cannot be read.
    Journal(JournalError),
    /// What is due cannot be read.
    Due(String),
    /// The catalogue cannot be read; its first fault.
    Catalogue(String),
    /// The day is none.
    Today(String),
    /// There is no document of that number.
    Unknown(String),
    /// A font file is none.
    Fonts,
    /// What the library that writes PDF says.
    Writing(String),
}

impl fmt::Display for Unmade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Journal(damage) if damage.cause != Cause::Damaged => {
                write!(f, "the journal cannot be read here: {damage}")
            }
            Self::Journal(damage) => write!(f, "the journal is damaged: {damage}"),
            Self::Due(problem) => write!(f, "what is due cannot be read: {problem}"),
            Self::Catalogue(problem) => write!(f, "the catalogue cannot be used: {problem}"),
            Self::Today(day) => write!(f, "`{day}` is no day"),
            Self::Unknown(number) => write!(f, "there is no document {number}"),
            Self::Fonts => f.write_str("a font file is broken"),
            Self::Writing(problem) => write!(f, "writing it failed: {problem}"),
        }
    }
}

/// The PDF of a document; the invoice for machines is inside wherever a valid one can be written.
///
/// # Errors
/// What is wrong with what it is made of.
pub fn pdf(wanted: Wanted<'_>, fonts: FontFiles<'_>) -> Result<Vec<u8>, Unmade> {
    let paper = paper(wanted)?;
    let fonts = Fonts::new(fonts.text, fonts.emphasis, fonts.others).ok_or(Unmade::Fonts)?;
    let xml = cii::write(&paper).ok();
    pdf::write(&paper, xml.as_deref(), &fonts).map_err(Unmade::Writing)
}

/// The document as the page shows it.
fn paper(wanted: Wanted<'_>) -> Result<Paper, Unmade> {
    let today = Date::parse(wanted.today).ok_or_else(|| Unmade::Today(wanted.today.to_owned()))?;
    let catalogue = Catalogue::from_json(wanted.catalogue).map_err(|faults| {
        let first = faults.first().map(ToString::to_string);
        Unmade::Catalogue(first.unwrap_or_default())
    })?;
    let due: Vec<Event> = serde_json::from_str(wanted.due).map_err(|error| Unmade::Due(error.to_string()))?;
    let lines = wanted.journal.lines().filter(|line| !line.trim().is_empty());
    let book = Ledger::read(lines).map_err(Unmade::Journal)?;
    let mut account = book.account.clone();
    due.iter().for_each(|event| account.apply(event));
    let issued = issued::of_book(&book, &account, &catalogue);
    let found = issued.iter().find(|it| it.document.heading.number == wanted.number);
    let document = found.ok_or_else(|| Unmade::Unknown(wanted.number.to_owned()))?;
    Ok(Paper::new(document, &account, today))
}
