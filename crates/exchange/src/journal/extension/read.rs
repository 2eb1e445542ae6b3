//! Reads a journal with as few documents as possible. Entries are read in the order of their numbers, up to the first
//! missing one. Each of them continues the journal or is set aside. If a segment exists, it is read instead of its
//! entries, and it is trusted as far as the chain of hashes proves it. Anything in it that does not continue the
//! journal is read from its own document, and so is the last entry that does.

use super::ExtensionJournal;
use super::aside::Why;
use super::at_once::{AT_ONCE, at_once};
use super::documents::{DocumentError, DocumentRef};
use super::entry_index::{Base, EntryIndex};
use super::found::Found;
use super::layout::{Chunk, DocumentLayout, TOP};
use super::stored_text::{StoredText, entries};
use licensing::Date;
use licensing::ledger::chain::Link;
use std::collections::{BTreeMap, BTreeSet};

/// The number of chunks that are requested at once after one was missing. The following ones are probably missing, too.
const CAREFUL: usize = 4;

/// Whether an entry continues the journal.
enum Verdict {
    Continues(Vec<Link>),
    /// It does, but its date is after the current day.
    Dated(Date),
    Breaks(Why),
}

/// A reader of one journal.
pub(super) struct Reader<'a> {
    pub(super) journal: &'a ExtensionJournal,
    pub(super) account: &'a str,
    run: EntryIndex,
    /// The entry before which to stop.
    until: Option<u32>,
    /// Segments that are missing or differ from their entries.
    useless: BTreeSet<Chunk>,
    /// The parts that were read. Each one is requested once, even if several documents name it.
    pub(super) parts: BTreeMap<DocumentRef, Option<String>>,
    /// Whether the host was asked for its current day again.
    asked: bool,
    /// Whether the journal must be read from its start, for example because an entry replaces one before the base.
    anew: bool,
}

impl ExtensionJournal {
    /// Reads new entries.
    pub(super) async fn catch_up(&self, account: &str) -> Result<(), DocumentError> {
        let run = self.read_from(account, u32::MAX).await?;
        self.learn(account, run);
        Ok(())
    }

    /// Reads from the entry that contains a position, or from the next entry if the position is not known yet. It
    /// starts earlier if an entry was set aside for a date that has come.
    pub(super) async fn read_from(&self, account: &str, position: u32) -> Result<EntryIndex, DocumentError> {
        let today = self.calendar.today();
        let base = self.with(account, |known| {
            if position == 0 {
                // The caller wants everything to be read again, including what is known.
                return Base::default();
            }
            let base = known.base_for(position);
            let due = known
                .dated
                .filter(|(number, day)| *number < base.number && today >= Some(*day));
            due.map_or(base, |(number, _)| known.base_at(number))
        });
        self.read_on(account, base, None, None).await
    }

    /// Adds what was read to the index, unless the index has changed before the base in the meantime.
    pub(super) fn learn(&self, account: &str, run: EntryIndex) {
        self.with(account, |known| {
            if known.next >= run.base().number && known.base_at(run.base().number) == *run.base() {
                known.absorb(run);
            }
        });
    }

    /// Reads from a base up to an entry without changing the index. The segment `useless` is not read.
    pub(super) async fn read_on(
        &self,
        account: &str,
        base: Base,
        until: Option<u32>,
        useless: Option<Chunk>,
    ) -> Result<EntryIndex, DocumentError> {
        let mut reader = Reader {
            journal: self,
            account,
            run: EntryIndex::new(base),
            until,
            useless: useless.into_iter().collect(),
            parts: BTreeMap::new(),
            asked: false,
            anew: false,
        };
        reader.read().await?;
        if reader.anew && until.is_none() {
            reader.run = EntryIndex::default();
            reader.useless.clear();
            reader.anew = false;
            reader.read().await?;
        }
        Ok(reader.run)
    }

    /// The document of a chunk. `None` if there is none.
    pub(super) async fn stored_text(&self, account: &str, chunk: Chunk) -> Result<Option<StoredText>, DocumentError> {
        let document = self.service.get(&DocumentLayout::of(account).chunk(chunk)).await?;
        Ok(document.as_ref().map(StoredText::read))
    }
}

impl Reader<'_> {
    async fn read(&mut self) -> Result<(), DocumentError> {
        let mut width = CAREFUL;
        if self.until.is_some() {
            width = AT_ONCE;
        } else if self.run.next == 0 {
            if !self.first().await? {
                return Ok(());
            }
        } else if self.documents(&[Chunk::entry(self.run.next)]).await?.is_empty() && self.ends().await? {
            // Usually, nothing is new.
            return Ok(());
        }
        loop {
            let window = self.window(width);
            if window.is_empty() || self.anew {
                if self.prove().await? {
                    return Ok(());
                }
                continue;
            }
            let found = self.documents(&window).await?;
            let missing = window.get(found.len()).copied();
            for (chunk, found) in window.iter().zip(found) {
                if chunk.start == self.run.next {
                    self.chunk(*chunk, found).await?;
                }
            }
            // If an earlier entry must be read again, the missing chunk after it is handled later.
            let missing = missing.filter(|chunk| chunk.start == self.run.next);
            match missing {
                Some(chunk) if chunk.level > 0 => self.lacks(chunk),
                Some(_) if self.ends().await? => return Ok(()),
                _ => {}
            }
            width = if missing.is_none() { AT_ONCE } else { CAREFUL };
        }
    }

    /// Reads every chunk that can be at the start of a journal. Returns whether any exists.
    async fn first(&mut self) -> Result<bool, DocumentError> {
        let begins: Vec<Chunk> = (0..=TOP).rev().map(|level| Chunk { level, start: 0 }).collect();
        let mut any = false;
        let asked = begins
            .iter()
            .map(|chunk| self.journal.stored_text(self.account, *chunk));
        let stored_texts = at_once(asked).await;
        for (chunk, stored_text) in begins.into_iter().zip(stored_texts) {
            let stands = stored_text?.is_some();
            any |= stands;
            if !stands && chunk.level > 0 {
                self.lacks(chunk);
            }
        }
        Ok(any)
    }

    /// Records that a segment is missing.
    fn lacks(&mut self, chunk: Chunk) {
        self.useless.insert(chunk);
        self.run.missing.insert(chunk);
    }

    /// Records that a segment differs from its entries.
    fn distrust(&mut self, chunk: Chunk) {
        self.useless.insert(chunk);
        self.run.aside.insert(chunk, Why::NoCopy);
        self.run.rewind(chunk.start);
    }

    /// The next chunks to read: at each number the largest useful one. Stops before a chunk that is larger than the
    /// first one, because the smaller ones must be read first.
    fn window(&self, width: usize) -> Vec<Chunk> {
        let end = self.until.unwrap_or(u32::MAX);
        let mut chunks: Vec<Chunk> = Vec::new();
        let mut start = self.run.next;
        while chunks.len() < width && start < end {
            let of_use = |chunk: &Chunk| chunk.fits() && chunk.end() <= end && !self.useless.contains(chunk);
            let levels = (0..=TOP).rev().map(|level| Chunk { level, start });
            let Some(chunk) = levels.into_iter().find(of_use) else {
                break;
            };
            if chunks.first().is_some_and(|first| chunk.level > first.level) {
                break;
            }
            chunks.push(chunk);
            start = chunk.end();
        }
        chunks
    }

    async fn chunk(&mut self, chunk: Chunk, found: Found) -> Result<(), DocumentError> {
        if chunk.level == 0 {
            return self.entry(found).await;
        }
        // An incomplete text has no entries, so the segment is distrusted.
        let texts = found.text.as_deref().map(entries).unwrap_or_default();
        if u32::try_from(texts.len()) != Ok(chunk.entries()) {
            self.distrust(chunk);
            return Ok(());
        }
        for (number, text) in (chunk.start..).zip(texts) {
            if number != self.run.next {
                // An earlier entry must be read again.
                return Ok(());
            }
            if self.run.dated.is_none()
                && let Verdict::Continues(links) = self.verdict(&text).await
            {
                self.run.take(text, links, chunk, None);
                continue;
            }
            let own = self.documents(&[Chunk::entry(number)]).await?.pop();
            // Only the entry's own document says which entry it replaces.
            if let (Some(_), Some(own)) = (self.run.dated, own.clone()) {
                self.entry(own).await?;
                continue;
            }
            let continues = match own.as_ref().and_then(|own| own.text.as_deref()) {
                Some(text) => matches!(self.verdict(text).await, Verdict::Continues(_)),
                None => false,
            };
            match own {
                Some(own) if !continues => self.entry(own).await?,
                // The segment has no entry although its document has one, or an entry although there is none.
                _ => self.distrust(chunk),
            }
        }
        Ok(())
    }

    /// Reads the next entry from its own document.
    async fn entry(&mut self, found: Found) -> Result<(), DocumentError> {
        let number = self.run.next;
        let mark = found.stored_text.mark(found.booked_over);
        let Some(text) = &found.text else {
            if self.prove().await? && !self.is_sealed().await? {
                self.run.pass(Why::NoText, mark);
            }
            return Ok(());
        };
        let verdict = self.verdict(text).await;
        // Before anything is set aside, the entry before it must be confirmed by its own document.
        if !matches!(verdict, Verdict::Continues(_)) && (!self.prove().await? || self.is_sealed().await?) {
            return Ok(());
        }
        let links = match verdict {
            // An entry after one with a later date must name that one. Otherwise, the journal would read differently
            // once that date comes.
            Verdict::Continues(_)
                if self
                    .run
                    .dated
                    .is_some_and(|(number, _)| found.booked_over != Some(number)) =>
            {
                Err(Why::NotInPlace)
            }
            Verdict::Continues(links) => Ok(links),
            Verdict::Dated(day) => Err(Why::DatedAfter(day)),
            Verdict::Breaks(why) => match self.over(&found) {
                // An entry without lines is a repair.
                Some(over) if text.is_empty() && self.run.repair(over, &mark) => return Ok(()),
                Some(over) => self.book_over(over, text).ok_or(why),
                None => Err(why),
            },
        };
        match links {
            Ok(links) => {
                let text = text.clone();
                self.run.take(text, links, Chunk::entry(number), Some(mark));
            }
            Err(why) => self.run.pass(why, mark),
        }
        Ok(())
    }

    /// Whether the journal ends at a missing entry. If more entries were known before, a segment may still contain
    /// them.
    async fn ends(&mut self) -> Result<bool, DocumentError> {
        if !self.prove().await? {
            return Ok(false);
        }
        let next = self.run.next;
        if self.journal.with(self.account, |known| known.next > next) {
            self.is_sealed().await?;
        }
        Ok(true)
    }

    /// Whether the next entry belongs to an existing segment that began before the base. That segment may contain what
    /// the entry was originally, so everything must be read from the start, as a new reader would.
    async fn is_sealed(&mut self) -> Result<bool, DocumentError> {
        let segment = Chunk::segment_of(self.run.next);
        let is_open = segment.start >= self.run.base().number || self.useless.contains(&segment);
        if self.until.is_some() || is_open {
            return Ok(false);
        }
        self.useless.insert(segment);
        let is_known = self
            .journal
            .with(self.account, |known| known.aside.contains_key(&segment));
        self.anew = !is_known && self.journal.stored_text(self.account, segment).await?.is_some();
        Ok(self.anew)
    }

    /// The entry that a document replaces. If it lies before the base, everything must be read from the start.
    fn over(&mut self, found: &Found) -> Option<u32> {
        let over = found.booked_over.filter(|over| *over < self.run.next)?;
        self.anew |= over < self.run.base().number;
        Some(over)
    }

    fn book_over(&mut self, over: u32, text: &str) -> Option<Vec<Link>> {
        let (journal, account, base) = (self.journal, self.account, self.run.base().tip.position);
        let booked = |id: &str| journal.with(account, |known| known.has_booked(id, base));
        self.run.book_over(over, text, &booked)
    }

    async fn verdict(&mut self, text: &str) -> Verdict {
        let (journal, account, base) = (self.journal, self.account, self.run.base().tip.position);
        let booked = |id: &str| journal.with(account, |known| known.has_booked(id, base));
        let links = match self.run.follow(text, &booked) {
            Ok(links) => links,
            Err(why) => return Verdict::Breaks(Why::Breaks(why)),
        };
        let Some(day) = links.iter().filter_map(|link| link.today).max() else {
            return Verdict::Continues(links);
        };
        let is_later = |today: Option<Date>| today.is_some_and(|today| day > today);
        if !is_later(self.journal.calendar.today()) {
            return Verdict::Continues(links);
        }
        if !self.asked {
            self.asked = true;
            if !is_later(self.journal.calendar.ask().await) {
                return Verdict::Continues(links);
            }
        }
        Verdict::Dated(day)
    }

    /// Whether the last entry of the journal is confirmed by its own document. If it is not, the segment that it was
    /// read from is distrusted, and its entries are read instead.
    async fn prove(&mut self) -> Result<bool, DocumentError> {
        let Some((number, text, source)) = self.run.unproved() else {
            return Ok(true);
        };
        let own = self.documents(&[Chunk::entry(number)]).await?.pop();
        match own.filter(|own| own.text.as_ref() == Some(&text)) {
            Some(own) => {
                self.run.prove(own.stored_text.mark(own.booked_over));
                Ok(true)
            }
            None => {
                self.distrust(source);
                Ok(false)
            }
        }
    }
}
