//! Documents of a journal's collections that are not part of the journal. They are skipped, reported, and kept.

use super::layout::{Chunk, DocumentLayout};
use super::words;
use licensing::Date;
use licensing::ledger::chain::ChainError;

/// A document that is set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The collection that contains it.
    pub collection: String,
    /// Its ID.
    pub id: String,
    /// Why it is not part of the journal.
    pub why: Why,
}

impl SetAside {
    /// Why it is not part of the journal, as a text that follows its name.
    pub fn reason(&self) -> String {
        words::why(&self.why)
    }
}

/// Why a document is not part of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has no text, or it names parts that are missing or different.
    NoText,
    /// Its text does not continue the journal.
    Breaks(ChainError),
    /// Its date is after the host's current day.
    DatedAfter(Date),
    /// It follows an entry that was set aside because of its date, and its `booked_over` does not name that entry.
    NotInPlace,
    /// A booking with an earlier date has replaced it, or an entry before it.
    BookedOver,
    /// It continues the journal but cannot be read, and a collection administrator has set it aside. Also applies to
    /// the entries after such an entry.
    Repaired,
    /// It is a segment that differs from its entries.
    NoCopy,
}

impl SetAside {
    pub(super) fn new(account: &str, chunk: Chunk, why: Why) -> Self {
        let place = DocumentLayout::of(account).chunk(chunk);
        Self {
            collection: place.collection,
            id: place.id,
            why,
        }
    }
}
