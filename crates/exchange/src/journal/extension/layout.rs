//! The layout of a journal in documents: entries, segments that copy them, and the IDs of their documents.

use super::documents::{DocumentRef, Scope};
use licensing::value::digest::sha256;

/// The number of chunks of a level in a segment of the next level.
pub const SPAN: u32 = 16;
/// The highest level. Such a segment spans 4,096 entries and is split into parts, so a higher level would save almost
/// nothing.
pub const TOP: u32 = 3;

/// A chunk of a journal: an entry (level 0), or a sealed segment of [`SPAN`] chunks of the level below.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chunk {
    /// 0 for an entry.
    pub level: u32,
    /// Its first entry, a multiple of the number of entries that it spans.
    pub start: u32,
}

/// The number of entries in a chunk of a level.
fn span(level: u32) -> u32 {
    SPAN.saturating_pow(level)
}

impl Chunk {
    /// One entry.
    pub fn entry(number: u32) -> Self {
        Self {
            level: 0,
            start: number,
        }
    }

    /// The smallest segment that an entry belongs to.
    pub fn segment_of(entry: u32) -> Self {
        Self {
            level: 1,
            start: entry.saturating_sub(entry % SPAN),
        }
    }

    /// The number of entries that it spans.
    pub fn entries(self) -> u32 {
        span(self.level)
    }

    /// The number of the entry after its last one.
    pub fn end(self) -> u32 {
        self.start.saturating_add(self.entries())
    }

    /// Whether such a chunk can exist.
    pub fn fits(self) -> bool {
        self.start.is_multiple_of(self.entries()) && self.start.checked_add(self.entries()).is_some()
    }

    /// The segments that an entry completes, smallest first.
    pub fn filled_by(entry: u32) -> Vec<Self> {
        let end = entry.saturating_add(1);
        let ends_there = |level: &u32| end.is_multiple_of(span(*level));
        let chunk = |level| Self {
            level,
            start: end.saturating_sub(span(level)),
        };
        (1..=TOP).filter(ends_there).map(chunk).collect()
    }
}

/// The names of the documents of an account.
#[derive(Clone, Debug)]
pub struct DocumentLayout {
    prefix: String,
}

impl DocumentLayout {
    /// The layout of an account. The names of its collections are short and consist of ASCII characters, whatever the
    /// account is called.
    pub fn of(account: &str) -> Self {
        let mut name = sha256(account).to_string();
        name.truncate(16);
        Self {
            prefix: ["journal-", &name, "-"].concat(),
        }
    }

    /// The document of a chunk.
    pub fn chunk(&self, chunk: Chunk) -> DocumentRef {
        let Chunk { level, start } = chunk;
        let id = match level {
            0 => format!("e{start:010}"),
            level => format!("s{level}-{start:010}"),
        };
        self.place(chunk, id)
    }

    /// The document of a part of a chunk. Its ID contains the digest of the whole text.
    pub fn part(&self, chunk: Chunk, digest: &str, number: usize) -> DocumentRef {
        let digest = digest.get(..32).unwrap_or(digest);
        self.place(chunk, format!("p{digest}-{number:06}"))
    }

    /// A document in the collection for the chunk's 4,096 entries.
    fn place(&self, chunk: Chunk, id: String) -> DocumentRef {
        let block = chunk.start / span(TOP);
        DocumentRef {
            scope: Scope::Everybody,
            collection: format!("{}{block}", self.prefix),
            id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_starts_at_a_multiple_of_what_it_spans() {
        let fits = |level, start| Chunk { level, start }.fits();
        assert!(fits(0, 7) && fits(1, 32) && fits(2, 256) && fits(3, 8_192));
        assert!(!fits(1, 8) && !fits(2, 16) && !fits(3, 256) && !fits(1, u32::MAX - 15));
        assert!(!fits(0, u32::MAX), "there is no number after it");
    }

    #[test]
    fn the_entry_that_fills_a_segment_fills_those_above_it() {
        assert_eq!(Chunk::filled_by(14), []);
        assert_eq!(Chunk::filled_by(15), [Chunk { level: 1, start: 0 }]);
        let all = Chunk::filled_by(8_191);
        assert_eq!(all.iter().map(|it| it.start).collect::<Vec<_>>(), [8_176, 7_936, 4_096]);
    }

    #[test]
    fn every_name_is_short() {
        let layout = DocumentLayout::of(&"a long name of an organisation ".repeat(9));
        let last = Chunk {
            level: TOP,
            start: u32::MAX,
        };
        let digest = sha256("text");
        let places = [
            layout.chunk(last),
            layout.chunk(Chunk::entry(u32::MAX)),
            layout.part(last, &digest, 999_999),
        ];
        for DocumentRef { collection, id, .. } in places {
            assert!(id.len() <= 50 && collection.len() <= 50, "{collection} {id}");
        }
    }
}
