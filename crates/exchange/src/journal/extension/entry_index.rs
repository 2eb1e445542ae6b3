//! The index of the entries of an account: which are part of its journal, and which are set aside.

use super::aside::Why;
use super::layout::Chunk;
use super::stored_text::lines;
use licensing::Date;
use licensing::ledger::chain::{ChainError, Link, Tip};
use licensing::ledger::line::unreadable;
use licensing::value::digest::Digest;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The place where reading starts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base {
    /// The number of the entry that is read first.
    pub number: u32,
    /// The end of the journal before it.
    pub tip: Tip,
}

/// An entry that is part of the journal.
#[derive(Clone, Debug)]
struct IndexedEntry {
    number: u32,
    /// The position of its first line.
    first: u32,
    /// Its text, as long as it is needed.
    text: Option<String>,
    /// The chunk that it was read from.
    source: Chunk,
    /// The mark of its own document, if that was read or written.
    mark: Option<Digest>,
}

/// The known content of the document of an entry.
pub enum Said {
    /// Its last line has this SHA-256, which is that of all lines before it, too.
    Line(Digest),
    /// It is this one.
    Document(Digest),
}

/// The index of a range of entries, from a base on. The store keeps one of each account, from entry 0 and without texts.
#[derive(Default)]
pub struct EntryIndex {
    base: Base,
    links: Vec<Link>,
    /// The position at which a command was booked.
    booked: BTreeMap<Arc<str>, u32>,
    kept: Vec<IndexedEntry>,
    /// The number of the entry that comes next.
    pub next: u32,
    /// What is no part of the journal.
    pub aside: BTreeMap<Chunk, Why>,
    /// What the documents of entries say that are not part of it: should they say something else, all is read again.
    marks: BTreeMap<u32, Digest>,
    /// The first entry that only its day keeps from continuing the journal.
    pub dated: Option<(u32, Date)>,
    /// Segments that were missing.
    pub missing: BTreeSet<Chunk>,
}

impl EntryIndex {
    /// Nothing yet, from a base on.
    pub fn new(base: Base) -> Self {
        let next = base.number;
        Self {
            base,
            next,
            ..Self::default()
        }
    }

    /// Where it started.
    pub fn base(&self) -> &Base {
        &self.base
    }

    /// Where the next line goes.
    pub fn tip(&self) -> Tip {
        self.tip_at(self.links.len())
    }

    /// How many lines the journal has up to here.
    pub fn positions(&self) -> u32 {
        self.tip().position
    }

    /// Where the line after so many of this run goes.
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

    /// The hash of the line at a position, where it was read here.
    pub fn sha256_at(&self, position: u32) -> Option<Digest> {
        let link = self.links.get(self.index(position))?;
        Some(link.sha256.clone())
    }

    /// How many lines of this run stand before a position.
    fn index(&self, position: u32) -> usize {
        usize::try_from(position.saturating_sub(self.base.tip.position)).unwrap_or(usize::MAX)
    }

    /// Where to start in order to read an entry again.
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

    /// Where to start in order to read a position; after all that is known where it lies there.
    pub fn base_for(&self, position: u32) -> Base {
        let not_after = self.kept.partition_point(|kept| kept.first <= position);
        let holding = not_after.checked_sub(1).filter(|_| position < self.positions());
        let number = holding
            .and_then(|at| self.kept.get(at))
            .map_or(self.next, |kept| kept.number);
        self.base_at(number)
    }

    /// The number of the last entry kept, and what its own document says, where that was read or written.
    pub fn last_kept(&self) -> Option<(u32, Option<&Digest>)> {
        self.kept.last().map(|kept| (kept.number, kept.mark.as_ref()))
    }

    /// The number and the text of the last entry kept, and the segment that it was read from; none where its own document
    /// was read, too.
    pub fn unproved(&self) -> Option<(u32, String, Chunk)> {
        let kept = self.kept.last().filter(|kept| kept.mark.is_none())?;
        Some((kept.number, kept.text.clone()?, kept.source))
    }

    /// Notes what the document of the last entry kept says.
    pub fn prove(&mut self, mark: Digest) {
        if let Some(kept) = self.kept.last_mut() {
            kept.mark = Some(mark);
        }
    }

    /// One of the entries, by turns, and what its document is known to say.
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

    /// The text of an entry, where it is part of the journal.
    pub fn text_of(&self, number: u32) -> Option<&str> {
        let at = self.kept.binary_search_by_key(&number, |kept| kept.number).ok()?;
        self.kept.get(at)?.text.as_deref()
    }

    /// All lines.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.kept.iter().filter_map(|kept| kept.text.as_deref()).flat_map(lines)
    }

    /// Reads an entry that is to come next; `booked` says whether a command is booked before the base.
    ///
    /// # Errors
    /// Why it does not.
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

    /// Whether a command is booked before a position.
    pub fn has_booked(&self, command_id: &str, before: u32) -> bool {
        self.booked.get(command_id).is_some_and(|position| *position < before)
    }

    /// Takes the next entry into the journal; `mark` is what its own document says, where it was read from that.
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

    /// Takes in an entry that was written now; what it fills is to be written, too.
    pub fn wrote(&mut self, text: String, links: Vec<Link>, mark: Digest) {
        let number = self.next;
        self.take(text, links, Chunk::entry(number), Some(mark));
        if let Some(kept) = self.kept.last_mut() {
            kept.text = None;
        }
        self.missing.extend(Chunk::filled_by(number));
    }

    /// Sets the next entry aside, whose document is this one.
    pub fn pass(&mut self, why: Why, mark: Digest) {
        self.marks.insert(self.next, mark);
        if let Why::DatedAfter(day) = why {
            self.dated.get_or_insert((self.next, day));
        }
        self.aside.insert(Chunk::entry(self.next), why);
        self.next = self.next.saturating_add(1);
    }

    /// Where an entry continues the journal before another one, which is dated later: reads it, and takes that one and
    /// all after it out of the journal. Nobody honest books in the place of an entry but on a day before its own.
    pub fn book_over(&mut self, over: u32, entry: &str, booked: &dyn Fn(&str) -> bool) -> Option<Vec<Link>> {
        // That one may be no part of the journal, and another one of a later day have taken its place.
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

    /// Takes an entry that cannot be read, and all after it, out of the journal, as a collection administrator has asked
    /// for by the entry that comes next; answers whether it cannot be read. What can be read never goes this way.
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

    /// Sets entries of the journal aside, from an index on, whose first line stands at a position.
    fn set_aside_from(&mut self, at: usize, first: u32, why: &Why) {
        for kept in self.kept.iter().skip(at) {
            self.aside.insert(Chunk::entry(kept.number), why.clone());
            if let Some(mark) = &kept.mark {
                self.marks.insert(kept.number, mark.clone());
            }
        }
        self.drop_kept(at, first);
    }

    /// Forgets entries from a number on, as if they had not been read.
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

    /// Takes entries from an index on out of the journal, whose first line stands at a position.
    fn drop_kept(&mut self, at: usize, first: u32) {
        self.kept.truncate(at);
        self.links.truncate(self.index(first));
        self.booked.retain(|_, position| *position < first);
    }

    /// Takes over what somebody read, from where it starts on, without its texts.
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
