//! The documents of pieces with their texts, of which the parts are read, too: each once, however many documents name it.

use super::at_once::{AT_ONCE, at_once};
use super::documents::{Fault, Place};
use super::names::{Piece, Shelf};
use super::read::Reader;
use super::text::{Closing, joined};
use std::collections::BTreeSet;

/// The document of a piece, and its text, where it can be had whole.
#[derive(Clone)]
pub struct Found {
    /// What the document says.
    pub closing: Closing,
    /// The entry that it says to be booked over.
    pub booked_over: Option<u32>,
    /// The text.
    pub text: Option<String>,
}

impl Reader<'_> {
    /// What stands of some pieces, up to the first that is missing.
    pub(super) async fn documents(&mut self, pieces: &[Piece]) -> Result<Vec<Found>, Fault> {
        let shelf = Shelf::of(self.account);
        let places: Vec<Place> = pieces.iter().map(|piece| shelf.piece(*piece)).collect();
        let documents = at_once(places.iter().map(|place| self.journal.service.get(place))).await;
        let mut found = Vec::new();
        for document in documents {
            let Some(document) = document? else {
                break;
            };
            found.push(Found {
                closing: Closing::read(&document),
                booked_over: Closing::booked_over(&document),
                text: None,
            });
        }
        self.read_parts(pieces, &found).await?;
        for (piece, found) in pieces.iter().zip(&mut found) {
            found.text = match &found.closing {
                Closing::Whole(text) => Some(text.clone()),
                Closing::Parts(count, digest) => {
                    let part = |number| self.parts.get(&shelf.part(*piece, digest, number)).cloned().flatten();
                    let parts: Option<Vec<String>> = (0..*count).map(part).collect();
                    parts.and_then(|parts| joined(&parts, digest))
                }
                Closing::Strange => None,
            };
        }
        Ok(found)
    }

    /// Reads the parts that documents name, several at once, of each up to the first that is missing.
    async fn read_parts(&mut self, pieces: &[Piece], found: &[Found]) -> Result<(), Fault> {
        let shelf = Shelf::of(self.account);
        let mut named: Vec<(Piece, usize, usize, &str)> = Vec::new();
        for (piece, found) in pieces.iter().zip(found) {
            if let Closing::Parts(count, digest) = &found.closing {
                named.push((*piece, 0, *count, digest));
            }
        }
        loop {
            let mut wanted = BTreeSet::new();
            for (piece, from, count, digest) in &mut named {
                // What was read already is passed; behind one that is missing nothing is wanted.
                while *from < *count && wanted.len() < AT_ONCE {
                    match self.parts.get(&shelf.part(*piece, digest, *from)) {
                        Some(Some(_)) => *from += 1,
                        Some(None) => *from = *count,
                        None => break,
                    }
                }
                let places = (*from..*count).map(|number| shelf.part(*piece, digest, number));
                let room = AT_ONCE.saturating_sub(wanted.len());
                wanted.extend(places.take(room).filter(|place| !self.parts.contains_key(place)));
            }
            if wanted.is_empty() {
                return Ok(());
            }
            let wanted: Vec<Place> = wanted.into_iter().collect();
            let documents = at_once(wanted.iter().map(|place| self.journal.service.get(place))).await;
            for (place, document) in wanted.into_iter().zip(documents) {
                let text = match document?.as_ref().map(Closing::read) {
                    Some(Closing::Whole(text)) => Some(text),
                    _ => None,
                };
                self.parts.insert(place, text);
            }
        }
    }
}
