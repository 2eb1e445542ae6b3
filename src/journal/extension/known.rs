//! What a keeper knows of an account from what it has read and written.

use super::names::{Piece, SPAN};
use super::text::{Closing, lines};
use std::collections::{BTreeMap, BTreeSet};

/// The entries of an account, as far as they are known.
#[derive(Default)]
pub struct Known {
    /// The position of each entry's first line.
    firsts: Vec<u32>,
    /// The position after the last line.
    end: u32,
    /// The documents of the newest entries, so that what is made of them need not be read again.
    seen: BTreeMap<u32, Closing>,
    /// Segments that are to be written.
    pub missing: BTreeSet<Piece>,
}

/// Where an entry starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// Its number.
    pub entry: u32,
    /// The position of its first line.
    pub position: u32,
}

impl Known {
    /// How many entries there are.
    pub fn count(&self) -> u32 {
        u32::try_from(self.firsts.len()).unwrap_or(u32::MAX)
    }

    /// How many lines they have.
    pub fn positions(&self) -> u32 {
        self.end
    }

    /// The entry that holds a position; the next one where that lies after all that is known.
    pub fn start_of(&self, position: u32) -> Start {
        let not_after = self.firsts.partition_point(|first| *first <= position);
        let holding = not_after.checked_sub(1).filter(|_| position < self.end);
        let known = holding.and_then(|at| Some((u32::try_from(at).ok()?, *self.firsts.get(at)?)));
        let (entry, position) = known.unwrap_or((self.count(), self.end));
        Start { entry, position }
    }

    /// Learns entries in order, from a number on. What is known already is known.
    pub fn learn(&mut self, from: u32, entries: &[Option<String>]) {
        for (number, entry) in (from..).zip(entries) {
            if number == self.count() {
                self.firsts.push(self.end);
                let count = entry.as_deref().map_or(1, |entry| lines(entry).count());
                self.end = self.end.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
            }
        }
    }

    /// Learns an entry that was written now, and what it fills.
    pub fn wrote(&mut self, number: u32, entry: String) {
        self.see(number, Closing::of(&entry).0);
        self.learn(number, &[Some(entry)]);
        self.missing.extend(Piece::filled_by(number));
    }

    /// Keeps the document of an entry, if it is one of the newest.
    pub fn see(&mut self, number: u32, closing: Closing) {
        self.seen.insert(number, closing);
        while self.seen.len() > usize::try_from(SPAN).unwrap_or(usize::MAX) {
            self.seen.pop_first();
        }
    }

    /// The document of an entry, where it was kept.
    pub fn seen(&self, number: u32) -> Option<Closing> {
        self.seen.get(&number).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_several_lines_are_found_by_position() {
        let mut known = Known::default();
        let at = |entry, position| Start { entry, position };
        assert_eq!(known.start_of(5), at(0, 0));
        known.learn(0, &[Some("a".into()), Some("b\nc\nd".into())]);
        known.learn(1, &[Some("b\nc\nd".into()), None]);
        assert_eq!((known.count(), known.positions()), (3, 5));
        let starts = [0, 1, 2, 3, 4, 5, 9].map(|position| known.start_of(position));
        let expected = [at(0, 0), at(1, 1), at(1, 1), at(1, 1), at(2, 4), at(3, 5), at(3, 5)];
        assert_eq!(starts, expected);
    }

    #[test]
    fn only_the_newest_documents_are_kept() {
        let mut known = Known::default();
        (0..40).for_each(|number| known.wrote(number, "a".into()));
        assert_eq!(known.seen(23), None);
        assert!(known.seen(24).is_some());
        assert_eq!(known.missing.len(), 2);
    }
}
