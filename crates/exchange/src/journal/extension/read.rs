//! Reading a journal by the fewest documents. Entries are read in the order of their numbers up to the first that is
//! missing; each continues the journal or is set aside. A segment that stands is read instead of its entries, and is
//! believed as far as the chain of hashes proves it: what does not continue the journal, and the last entry that does,
//! is read by its own document.

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

/// So many chunks are asked for at once after one was missing: what follows it is likely to be missing, too.
const CAREFUL: usize = 4;

/// How an entry goes with the journal before it.
enum Verdict {
    Continues(Vec<Link>),
    /// It does, but is dated after the day.
    Dated(Date),
    Breaks(Why),
}

/// Somebody who reads.
pub(super) struct Reader<'a> {
    pub(super) journal: &'a ExtensionJournal,
    pub(super) account: &'a str,
    run: EntryIndex,
    /// Where to stop at the latest.
    until: Option<u32>,
    /// Segments that are missing, or do not hold what their entries say.
    useless: BTreeSet<Chunk>,
    /// Parts that were read, so that however many documents name them, each is asked for once.
    pub(super) parts: BTreeMap<DocumentRef, Option<String>>,
    /// Whether the host was asked for its day anew.
    asked: bool,
    /// Whether the journal must be read from its start: an entry is booked over one before the base.
    anew: bool,
}

impl ExtensionJournal {
    /// Reads what is new.
    pub(super) async fn catch_up(&self, account: &str) -> Result<(), DocumentError> {
        let run = self.read_from(account, u32::MAX).await?;
        self.learn(account, run);
        Ok(())
    }

    /// Reads from the entry on that holds a position, from the next one where that lies after all that is known; from
    /// an earlier one where the day of an entry has come that was set aside for it.
    pub(super) async fn read_from(&self, account: &str, position: u32) -> Result<EntryIndex, DocumentError> {
        let today = self.calendar.today();
        let base = self.with(account, |known| {
            if position == 0 {
                // What was read before is read again, whatever is known.
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

    /// Learns what was read, unless something else is known by now of what comes before it.
    pub(super) fn learn(&self, account: &str, run: EntryIndex) {
        self.with(account, |known| {
            if known.next >= run.base().number && known.base_at(run.base().number) == *run.base() {
                known.absorb(run);
            }
        });
    }

    /// Reads from a base on, without learning it, up to an entry; `useless` is not read.
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

    /// The document of a chunk as it stands now; none where there is none.
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
            // Most often nothing is new.
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
            // Where something is to be read anew, what is missing behind it is asked for later.
            let missing = missing.filter(|chunk| chunk.start == self.run.next);
            match missing {
                Some(chunk) if chunk.level > 0 => self.lacks(chunk),
                Some(_) if self.ends().await? => return Ok(()),
                _ => {}
            }
            width = if missing.is_none() { AT_ONCE } else { CAREFUL };
        }
    }

    /// Asks for everything that a journal can begin with; answers whether there is anything.
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

    /// A segment is missing.
    fn lacks(&mut self, chunk: Chunk) {
        self.useless.insert(chunk);
        self.run.missing.insert(chunk);
    }

    /// A segment is there, but does not hold what its entries say.
    fn distrust(&mut self, chunk: Chunk) {
        self.useless.insert(chunk);
        self.run.aside.insert(chunk, Why::NoCopy);
        self.run.rewind(chunk.start);
    }

    /// The chunks that come next: at each place the largest that can be of use. Where a larger one than before comes in
    /// question, it is waited for.
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
        // A text that is not complete has no entries, so the segment is distrusted.
        let texts = found.text.as_deref().map(entries).unwrap_or_default();
        if u32::try_from(texts.len()) != Ok(chunk.entries()) {
            self.distrust(chunk);
            return Ok(());
        }
        for (number, text) in (chunk.start..).zip(texts) {
            if number != self.run.next {
                // An entry before it was read anew.
                return Ok(());
            }
            if self.run.dated.is_none()
                && let Verdict::Continues(links) = self.verdict(&text).await
            {
                self.run.take(text, links, chunk, None);
                continue;
            }
            let own = self.documents(&[Chunk::entry(number)]).await?.pop();
            // Only its own document says whose place an entry takes.
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
                // It says that an entry is none that is one, or that there is one where there is none.
                _ => self.distrust(chunk),
            }
        }
        Ok(())
    }

    /// Reads the entry that comes next by its own document.
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
        // Before anything is set aside, what it does not follow is proved to be an entry.
        if !matches!(verdict, Verdict::Continues(_)) && (!self.prove().await? || self.is_sealed().await?) {
            return Ok(());
        }
        let links = match verdict {
            // After an entry of a later day comes what takes its place, and names it: else the journal would not read the
            // same when that day comes.
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
                // An entry without a line repairs the journal.
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

    /// Whether the journal ends here, where an entry is missing. Where more was known, a segment may still have it.
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

    /// Whether the entry that comes next lies in a segment that began before what is read: it may say what stood there
    /// once, so that all is to be read, as whoever knows nothing reads it.
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

    /// The entry that a document says to be booked over. Where that lies before what is read, all is to be read.
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

    /// Whether the last entry of the journal stands in its own document, too. Where it does not, the segment that it
    /// was read from is not believed, and read anew by what it is made of.
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
