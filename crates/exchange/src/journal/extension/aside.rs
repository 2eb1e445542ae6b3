//! What lies among the documents of a journal and is no part of it: it is passed, named and kept.

use super::layout::{Chunk, DocumentLayout};
use super::words;
use licensing::Date;
use licensing::ledger::chain::ChainError;

/// A document that is set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The collection in which it stands.
    pub collection: String,
    /// Its id.
    pub id: String,
    /// Why it is no part of the journal.
    pub why: Why,
}

impl SetAside {
    /// Why it is no part of the journal, in words that follow its name.
    pub fn reason(&self) -> String {
        words::why(&self.why)
    }
}

/// Why a document is no part of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It holds no text, or names parts that are missing or others.
    NoText,
    /// Its text does not continue the journal.
    Breaks(ChainError),
    /// It is dated after the day of the host.
    DatedAfter(Date),
    /// It stands after an entry of a later day, and does not name it as the one whose place it takes.
    NotInPlace,
    /// It was dated after the day on which somebody booked in its place, or follows one that was.
    BookedOver,
    /// Its text continues the journal but cannot be read, and a collection administrator has set it aside; or it
    /// follows one of which that holds.
    Repaired,
    /// It is a copy that does not hold what its entries say.
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
