//! Reading entries by the fewest documents.

use super::ExtensionJournal;
use super::at_once::at_once;
use super::documents::{Fault, Place};
use super::names::{Piece, Shelf, cover};
use super::text::{Closing, entries, joined};
use std::collections::BTreeMap;

/// The text of an entry; none where it cannot be had whole.
pub type Entry = Option<String>;

impl ExtensionJournal {
    /// Reads what is new.
    pub(super) async fn catch_up(&self, account: &str) -> Result<(), Fault> {
        let count = self.with(account, |known| known.count());
        self.read_from(account, count).await.map(|_| ())
    }

    /// The entries from a number on; none of it is after what is known.
    pub(super) async fn read_from(&self, account: &str, number: u32) -> Result<Vec<Entry>, Fault> {
        let end = self.end(account).await?;
        let entries = self.read_pieces(account, cover(number, end)).await?;
        self.with(account, |known| known.learn(number, &entries));
        Ok(entries)
    }

    /// The entries of pieces. What is no segment is read as what it would be made of.
    pub(super) async fn read_pieces(&self, account: &str, pieces: Vec<Piece>) -> Result<Vec<Entry>, Fault> {
        let mut found = BTreeMap::new();
        let mut wanted = pieces;
        while !wanted.is_empty() {
            let texts = self.texts(account, &wanted).await?;
            let mut smaller = Vec::new();
            for (piece, text) in wanted.into_iter().zip(texts) {
                match within(piece, text) {
                    Some(entries) => drop(found.insert(piece.start, entries)),
                    None => smaller.extend(piece.children()),
                }
            }
            wanted = smaller;
        }
        Ok(found.into_values().flatten().collect())
    }

    /// The texts of pieces: all documents at once, then all parts at once.
    async fn texts(&self, account: &str, pieces: &[Piece]) -> Result<Vec<Entry>, Fault> {
        let closings = at_once(pieces.iter().map(|piece| self.closing(account, *piece))).await;
        let closings = closings.into_iter().collect::<Result<Vec<_>, Fault>>()?;
        let shelf = Shelf::of(account);
        let mut parts = Vec::new();
        for (piece, closing) in pieces.iter().zip(&closings) {
            if let Some(Closing::Parts(count, digest)) = closing {
                let part = |number| self.part(shelf.part(*piece, digest, number));
                parts.extend((0..*count).map(part));
            }
            if closing.is_none() && piece.level > 0 {
                self.with(account, |known| known.missing.insert(*piece));
            }
        }
        let parts = at_once(parts)
            .await
            .into_iter()
            .collect::<Result<Vec<Entry>, Fault>>()?;
        let mut parts = parts.into_iter();
        let text = |closing| match closing {
            Some(Closing::Whole(text)) => Some(text),
            Some(Closing::Parts(count, digest)) => joined(&parts.by_ref().take(count).collect::<Vec<_>>(), &digest),
            Some(Closing::Strange) | None => None,
        };
        Ok(closings.into_iter().map(text).collect())
    }

    async fn part(&self, place: Place) -> Result<Entry, Fault> {
        let document = self.service.get(&place).await?;
        Ok(document.as_ref().map(Closing::read).and_then(|closing| match closing {
            Closing::Whole(text) => Some(text),
            Closing::Parts(..) | Closing::Strange => None,
        }))
    }
}

/// The entries of a piece; none where it is a segment that is missing, or does not hold them.
fn within(piece: Piece, text: Entry) -> Option<Vec<Entry>> {
    if piece.level == 0 {
        return Some(vec![text]);
    }
    let entries: Vec<Entry> = entries(&text?).into_iter().map(Some).collect();
    (u32::try_from(entries.len()) == Ok(piece.entries())).then_some(entries)
}
