//! Reads the documents of chunks and their parts, each part only once.

use super::at_once::{AT_ONCE, at_once};
use super::documents::{DocumentError, DocumentRef};
use super::layout::{Chunk, DocumentLayout};
use super::read::Reader;
use super::stored_text::{StoredText, joined};
use std::collections::BTreeSet;

/// The document of a chunk, and its text if it is complete.
#[derive(Clone)]
pub struct Found {
    /// The content of the document.
    pub stored_text: StoredText,
    /// The entry that it replaces, according to its `booked_over`.
    pub booked_over: Option<u32>,
    /// The text. `None` if it is incomplete.
    pub text: Option<String>,
}

impl Reader<'_> {
    /// The documents of chunks, up to the first missing one.
    pub(super) async fn documents(&mut self, chunks: &[Chunk]) -> Result<Vec<Found>, DocumentError> {
        let layout = DocumentLayout::of(self.account);
        let places: Vec<DocumentRef> = chunks.iter().map(|chunk| layout.chunk(*chunk)).collect();
        let documents = at_once(places.iter().map(|place| self.journal.service.get(place))).await;
        let mut found = Vec::new();
        for document in documents {
            let Some(document) = document? else {
                break;
            };
            found.push(Found {
                stored_text: StoredText::read(&document),
                booked_over: StoredText::booked_over(&document),
                text: None,
            });
        }
        self.read_parts(chunks, &found).await?;
        for (chunk, found) in chunks.iter().zip(&mut found) {
            found.text = match &found.stored_text {
                StoredText::Whole(text) => Some(text.clone()),
                StoredText::Parts(count, digest) => {
                    let part = |number| self.parts.get(&layout.part(*chunk, digest, number)).cloned().flatten();
                    let parts: Option<Vec<String>> = (0..*count).map(part).collect();
                    parts.and_then(|parts| joined(&parts, digest))
                }
                StoredText::Strange => None,
            };
        }
        Ok(found)
    }

    /// Reads the parts of documents, several at once. For each document, it stops at the first missing part.
    async fn read_parts(&mut self, chunks: &[Chunk], found: &[Found]) -> Result<(), DocumentError> {
        let layout = DocumentLayout::of(self.account);
        let mut named: Vec<(Chunk, usize, usize, &str)> = Vec::new();
        for (chunk, found) in chunks.iter().zip(found) {
            if let StoredText::Parts(count, digest) = &found.stored_text {
                named.push((*chunk, 0, *count, digest));
            }
        }
        loop {
            let mut wanted = BTreeSet::new();
            for (chunk, from, count, digest) in &mut named {
                // Skip the parts that were read already. After a missing part, no more are needed.
                while *from < *count && wanted.len() < AT_ONCE {
                    match self.parts.get(&layout.part(*chunk, digest, *from)) {
                        Some(Some(_)) => *from += 1,
                        Some(None) => *from = *count,
                        None => break,
                    }
                }
                let places = (*from..*count).map(|number| layout.part(*chunk, digest, number));
                let room = AT_ONCE.saturating_sub(wanted.len());
                wanted.extend(places.take(room).filter(|place| !self.parts.contains_key(place)));
            }
            if wanted.is_empty() {
                return Ok(());
            }
            let wanted: Vec<DocumentRef> = wanted.into_iter().collect();
            let documents = at_once(wanted.iter().map(|place| self.journal.service.get(place))).await;
            for (place, document) in wanted.into_iter().zip(documents) {
                let text = match document?.as_ref().map(StoredText::read) {
                    Some(StoredText::Whole(text)) => Some(text),
                    _ => None,
                };
                self.parts.insert(place, text);
            }
        }
    }
}
