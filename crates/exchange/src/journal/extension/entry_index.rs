//! The index of an account's entries: which ones are part of its journal, and which ones are set aside.

use super::aside::Why;
use super::layout::Chunk;
use super::stored_text::lines;
use licensing::Date;
use licensing::ledger::chain::{ChainError, Link, Tip};
use licensing::ledger::line::unreadable;
use licensing::value::digest::Digest;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A place to start reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base {
    /// The number of the first entry to read.
    pub number: u32,
    /// The end of the journal before that entry.
    pub tip: Tip,
}

/// An entry that is part of the journal.
#[derive(Clone, Debug)]
struct IndexedEntry {
    number: u32,
    /// The position of its first line.
    first: u32,
    /// Its text. `None` once it is no longer needed.
    text: Option<String>,
    /// The chunk that it was read from.
    source: Chunk,
    /// The digest of its own document, if that was read or written.
    mark: Option<Digest>,
}

/// The known content of the document of an entry.
pub enum Said {
    /// Its last line has this SHA-256, which also covers all earlier lines.
    Line(Digest),
    /// The document has this digest.
    Document(Digest),
}

/// The index of a range of entries, starting at a base. The store keeps one index per account, from entry 0 and without
/// texts.
#[derive(Default)]
pub struct EntryIndex {
    base: Base,
    links: Vec<Link>,
    /// The position of each command.
    booked: BTreeMap<Arc<str>, u32>,
    kept: Vec<IndexedEntry>,
    /// The number of the next entry.
    pub next: u32,
    /// The documents that are not part of the journal.
    pub aside: BTreeMap<Chunk, Why>,
    /// The digests of documents that are set aside. If one of them changes, everything is read again.
    marks: BTreeMap<u32, Digest>,
    /// The first entry that is set aside only because of its date.
    pub dated: Option<(u32, Date)>,
    /// Missing segments.
    pub missing: BTreeSet<Chunk>,
}

impl EntryIndex {
    /// An empty index from a base on.
    pub fn new(base: Base) -> Self {
        let next = base.number;
        Self {
            base,
            next,
            ..Self::default()
        }
    }

    /// The place where the index starts.
    pub fn base(&self) -> &Base {
        &self.base
    }

    /// The end of the journal.
    pub fn tip(&self) -> Tip {
        self.tip_at(self.links.len())
    }

    /// The number of lines in the journal, including those before the base.
    pub fn positions(&self) -> u32 {
        self.tip().position
    }

    /// The end of the journal after the first `count` lines of this index.
    fn tip_at(&self, count: usize) -> Tip {
        let last = count.checked_sub(1).and_then(|at| self.links.get(at));
        last.map_or_else(
            || self.base.tip.clone(),
            |link| Tip {
                position: self.base.tip.position.saturating_add(number_of(count)),
                sha256: Some(link.sha256.clone()),
            },
        )
    }

    /// The SHA-256 of the line at a position, if the index contains it.
    pub fn sha256_at(&self, position: u32) -> Option<Digest> {
        let link = self.links.get(self.index(position))?;
        Some(link.sha256.clone())
    }

    /// The number of lines of this index before a position.
    fn index(&self, position: u32) -> usize {
        usize::try_from(position.saturating_sub(self.base.tip.position)).unwrap_or(usize::MAX)
    }

    /// The base for reading from an entry on.
    pub fn base_at(&self, number: u32) -> Base {
        let before = self.kept.partition_point(|kept| kept.number < number);
        let count = self
            .kept
            .get(before)
            .map_or(self.links.len(), |kept| self.index(kept.first));
        Base {
            number,
            tip: self.tip_at(count),
        }
    }

    /// The base for reading from a position on. If the position is not known yet, that is the next entry.
    pub fn base_for(&self, position: u32) -> Base {
        let not_after = self.kept.partition_point(|kept| kept.first <= position);
        let holding = not_after.checked_sub(1).filter(|_| position < self.positions());
        let number = holding
            .and_then(|at| self.kept.get(at))
            .map_or(self.next, |kept| kept.number);
        self.base_at(number)
    }

    /// The number of the last entry of the journal, and the digest of its own document, if that was read or written.
    pub fn last_kept(&self) -> Option<(u32, Option<&Digest>)> {
        self.kept.last().map(|kept| (kept.number, kept.mark.as_ref()))
    }

    /// The last entry of the journal if it was read only from a segment: its number, its text, and the segment.
    pub fn unproved(&self) -> Option<(u32, String, Chunk)> {
        let kept = self.kept.last().filter(|kept| kept.mark.is_none())?;
        Some((kept.number, kept.text.clone()?, kept.source))
    }

    /// Records the digest of the last entry's own document.
    pub fn prove(&mut self, mark: Digest) {
        if let Some(kept) = self.kept.last_mut() {
            kept.mark = Some(mark);
        }
    }

    /// One of all entries, selected by `turn`, and the known content of its document.
    pub fn one_of_all(&self, turn: u32) -> Option<(u32, Said)> {
        let number = turn.checked_rem(self.next)?;
        let kept = self.kept.binary_search_by_key(&number, |kept| kept.number).ok();
        let kept = kept.and_then(|at| self.kept.get(at));
        let said = match (kept, kept.map_or(self.marks.get(&number), |kept| kept.mark.as_ref())) {
            (_, Some(mark)) => Said::Document(mark.clone()),
            (Some(_), None) => Said::Line(self.base_at(number.saturating_add(1)).tip.sha256?),
            (None, None) => return None,
        };
        Some((number, said))
    }

    /// The text of an entry that is part of the journal.
    pub fn text_of(&self, number: u32) -> Option<&str> {
        let at = self.kept.binary_search_by_key(&number, |kept| kept.number).ok()?;
        self.kept.get(at)?.text.as_deref()
    }

    /// All lines.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.kept.iter().filter_map(|kept| kept.text.as_deref()).flat_map(lines)
    }

    /// Checks that an entry continues the journal. `booked` says whether a command was booked before the base.
    ///
    /// # Errors
    /// Why it does not continue the journal.
    pub fn follow(&self, entry: &str, booked: &dyn Fn(&str) -> bool) -> Result<Vec<Link>, ChainError> {
        self.follow_from(self.tip(), u32::MAX, entry, booked)
    }

    fn follow_from(
        &self,
        mut tip: Tip,
        before: u32,
        entry: &str,
        booked: &dyn Fn(&str) -> bool,
    ) -> Result<Vec<Link>, ChainError> {
        let mut links: Vec<Link> = Vec::new();
        for line in lines(entry) {
            let link = tip.follow(line)?;
            if let Some(id) = &link.command_id {
                let here = self.booked.get(id).is_some_and(|position| *position < before);
                if here || booked(id) || links.iter().any(|link| link.command_id.as_ref() == Some(id)) {
                    return Err(ChainError::Booked);
                }
            }
            tip = tip.after(&link);
            links.push(link);
        }
        Ok(links)
    }

    /// Whether a command was booked before a position.
    pub fn has_booked(&self, command_id: &str, before: u32) -> bool {
        self.booked.get(command_id).is_some_and(|position| *position < before)
    }

    /// Appends the next entry to the journal. `mark` is the digest of its own document, if the entry was read from
    /// that.
    pub fn take(&mut self, text: String, links: Vec<Link>, source: Chunk, mark: Option<Digest>) {
        let first = self.positions();
        for (position, link) in (first..).zip(&links) {
            if let Some(id) = &link.command_id {
                self.booked.insert(Arc::clone(id), position);
            }
        }
        self.links.extend(links);
        self.kept.push(IndexedEntry {
            number: self.next,
            first,
            text: Some(text),
            source,
            mark,
        });
        self.dated = None;
        self.next = self.next.saturating_add(1);
    }

    /// Appends an entry that was just written. The segments that it completes are missing until they are written.
    pub fn wrote(&mut self, text: String, links: Vec<Link>, mark: Digest) {
        let number = self.next;
        self.take(text, links, Chunk::entry(number), Some(mark));
        if let Some(kept) = self.kept.last_mut() {
            kept.text = None;
        }
        self.missing.extend(Chunk::filled_by(number));
    }

    /// Sets the next entry aside. `mark` is the digest of its document.
    pub fn pass(&mut self, why: Why, mark: Digest) {
        self.marks.insert(self.next, mark);
        if let Why::DatedAfter(day) = why {
            self.dated.get_or_insert((self.next, day));
        }
        self.aside.insert(Chunk::entry(self.next), why);
        self.next = self.next.saturating_add(1);
    }

    /// Replaces an entry of the journal, and all entries after it, by an entry that has an earlier date and continues
    /// the journal before them. Returns the links of the new entry. An honest booking replaces an entry only on a day
    /// before that entry's date.
    pub fn book_over(&mut self, over: u32, entry: &str, booked: &dyn Fn(&str) -> bool) -> Option<Vec<Link>> {
        // That entry may already be set aside, and another one with a later date may have taken its place.
        let at = self.kept.partition_point(|kept| kept.number < over);
        let first = self.kept.get(at)?.first;
        let tip = self.tip_at(self.index(first));
        let links = self.follow_from(tip, first, entry, booked).ok()?;
        let day = |links: &[Link]| links.iter().filter_map(|link| link.today).max();
        let theirs = day(self.links.get(self.index(first)..)?)?;
        if day(&links)? >= theirs {
            return None;
        }
        self.set_aside_from(at, first, &Why::BookedOver);
        Some(links)
    }

    /// Removes an entry that cannot be read, and all entries after it, from the journal. The next entry is a collection
    /// administrator's request to do so. Returns `false` and removes nothing if the entry can be read.
    pub fn repair(&mut self, damaged: u32, mark: &Digest) -> bool {
        let found = self.kept.binary_search_by_key(&damaged, |kept| kept.number);
        let Some((at, kept)) = found.ok().and_then(|at| Some((at, self.kept.get(at)?))) else {
            return false;
        };
        let (first, Some(text)) = (kept.first, kept.text.as_deref()) else {
            return false;
        };
        let position = usize::try_from(first).unwrap_or(usize::MAX);
        let is_unreadable = (position..)
            .zip(lines(text))
            .any(|(position, line)| unreadable(position, line).is_some());
        if !is_unreadable {
            return false;
        }
        self.set_aside_from(at, first, &Why::Repaired);
        self.marks.insert(self.next, mark.clone());
        self.dated = None;
        self.next = self.next.saturating_add(1);
        true
    }

    /// Sets the entries from an index on aside. `first` is the position of the first one's first line.
    fn set_aside_from(&mut self, at: usize, first: u32, why: &Why) {
        for kept in self.kept.iter().skip(at) {
            self.aside.insert(Chunk::entry(kept.number), why.clone());
            if let Some(mark) = &kept.mark {
                self.marks.insert(kept.number, mark.clone());
            }
        }
        self.drop_kept(at, first);
    }

    /// Forgets the entries from a number on, as if they had never been read.
    pub fn rewind(&mut self, number: u32) {
        let at = self.kept.partition_point(|kept| kept.number < number);
        if let Some(first) = self.kept.get(at).map(|kept| kept.first) {
            self.drop_kept(at, first);
        }
        self.aside.retain(|chunk, _| chunk.level > 0 || chunk.start < number);
        self.marks.retain(|marked, _| *marked < number);
        self.dated = self.dated.filter(|(dated, _)| *dated < number);
        self.next = self.next.min(number);
    }

    /// Removes the entries from an index on from the journal. `first` is the position of the first one's first line.
    fn drop_kept(&mut self, at: usize, first: u32) {
        self.kept.truncate(at);
        self.links.truncate(self.index(first));
        self.booked.retain(|_, position| *position < first);
    }

    /// Replaces everything from the base of `run` on by what `run` contains, without its texts.
    pub fn absorb(&mut self, run: Self) {
        self.rewind(run.base.number);
        let new = !run.kept.is_empty();
        self.links.extend(run.links);
        self.booked.extend(run.booked);
        self.kept
            .extend(run.kept.into_iter().map(|kept| IndexedEntry { text: None, ..kept }));
        self.aside.extend(run.aside);
        self.marks.extend(run.marks);
        self.missing
            .extend(run.missing.into_iter().filter(|chunk| chunk.end() <= run.next));
        self.next = run.next;
        self.dated = run.dated.or(self.dated.filter(|_| !new));
    }
}

fn number_of(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
