//! Journals in the extension data of Azure DevOps, shared by everyone in an organization or collection.
//!
//! One append is one document, an *entry*. It is created under the next number and never changed. If two pages append
//! at the same time, one of them gets a conflict. The lines of one append are stored together or not at all. Entries
//! are kept forever. Copies of them make loading fast: every 16 entries form a segment, and every 16 segments form one
//! of the next level. The page that completes a segment writes it. A page that finds a segment missing reads its
//! entries instead.
//!
//! Every member can write anything into these documents. Therefore, an entry is part of the journal only if it
//! continues the chain of hashes. Everything else is set aside: skipped, reported, and kept. See docs/formats.md for
//! the details.

mod aside;
mod at_once;
mod calendar;
mod documents;
mod entry_index;
mod fault;
mod found;
mod layout;
mod preferences;
mod read;
mod service;
mod stored_text;
pub(super) mod words;

pub use aside::{SetAside, Why};
pub use calendar::Calendar;
pub use documents::{Answer, DocumentError, DocumentRef, Documents, Scope};
pub use preferences::Preferences;

use super::{JournalStore, LoadError, SaveError};
use async_trait::async_trait;
use at_once::at_once;
use calendar::NoCalendar;
use entry_index::{EntryIndex, Said};
use futures::future::LocalBoxFuture;
use layout::{Chunk, DocumentLayout};
use licensing::ledger::chain::ChainError;
use licensing::value::digest::sha256;
use service::{Service, Standing};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use stored_text::{StoredText, part};

/// The highest number of missing segments that are written at once, so that nobody waits long for it.
const BACKFILLED: usize = 4;

/// How often a booking tries the next free number while someone keeps adding documents that are not part of the
/// journal.
const ATTEMPTS: u32 = 16;

/// Stores journals in extension data. Clones share what they have read.
#[derive(Clone)]
pub struct ExtensionJournal {
    service: Service,
    calendar: Rc<dyn Calendar>,
    known: Rc<RefCell<BTreeMap<String, EntryIndex>>>,
    /// Selects the entry whose document is compared next.
    turn: Rc<Cell<u32>>,
}

impl ExtensionJournal {
    /// A store without a known day. No line is set aside because of its date.
    pub fn new(documents: Rc<dyn Documents>) -> Self {
        Self::by(documents, Rc::new(NoCalendar))
    }

    /// A store with a calendar. Lines with a date after its current day are set aside.
    pub fn by(documents: Rc<dyn Documents>, calendar: Rc<dyn Calendar>) -> Self {
        Self {
            service: Service::new(documents),
            calendar,
            known: Rc::default(),
            turn: Rc::default(),
        }
    }

    /// Whether a position is the next one as far as is known. `false` if an entry was set aside for a date that has
    /// come.
    fn is_next(&self, account: &str, position: u32) -> bool {
        let today = self.calendar.today();
        self.with(account, |known| {
            let due = known.dated.is_some_and(|(_, day)| today >= Some(day));
            known.positions() == position && !due
        })
    }

    /// Whether the last known entry is still stored unchanged.
    async fn stands(&self, account: &str) -> Result<bool, DocumentError> {
        let last = self.with(account, |known| {
            let (number, mark) = known.last_kept()?;
            Some((number, mark.cloned()))
        });
        match last {
            None => Ok(true),
            Some((_, None)) => Ok(false),
            Some((number, Some(mark))) => self.says(account, number, &Said::Document(mark)).await,
        }
    }

    /// Whether the document of an entry has the known content.
    async fn says(&self, account: &str, number: u32, said: &Said) -> Result<bool, DocumentError> {
        let document = self
            .service
            .get(&DocumentLayout::of(account).chunk(Chunk::entry(number)))
            .await?;
        let Some(document) = document else {
            return Ok(false);
        };
        let stored_text = StoredText::read(&document);
        Ok(match (said, &stored_text) {
            (Said::Document(mark), _) => stored_text.mark(StoredText::booked_over(&document)) == *mark,
            (Said::Line(last), StoredText::Whole(text)) => {
                stored_text::lines(text).last().map(sha256).as_ref() == Some(last)
            }
            // The segment that it was read from already confirms its parts.
            (Said::Line(_), StoredText::Parts(..)) => true,
            (Said::Line(_), StoredText::Strange) => false,
        })
    }

    /// Whether one more entry is still stored unchanged, including those that are set aside. Each call checks another
    /// one.
    async fn another_stands(&self, account: &str) -> Result<bool, DocumentError> {
        let turn = self.turn.get();
        self.turn.set(turn.wrapping_add(1));
        match self.with(account, |known| known.one_of_all(turn)) {
            Some((number, said)) => self.says(account, number, &said).await,
            None => Ok(true),
        }
    }

    /// Whether the journal can be continued: the last known entry is unchanged, and the segment of the next entry is
    /// not written yet. If that segment exists, there are unknown entries.
    async fn goes_on(&self, account: &str) -> Result<bool, DocumentError> {
        let segment = self.with(account, |known| {
            let segment = Chunk::segment_of(known.next);
            (!known.aside.contains_key(&segment)).then_some(segment)
        });
        let is_sealed = async {
            match segment {
                Some(segment) => Ok(self.stored_text(account, segment).await?.is_some()),
                None => Ok(false),
            }
        };
        let stopped = async { self.stands(account).await.map(|stands| !stands) };
        let asked: [LocalBoxFuture<'_, Result<bool, DocumentError>>; 2] = [Box::pin(stopped), Box::pin(is_sealed)];
        let stops = at_once(asked)
            .await
            .into_iter()
            .collect::<Result<Vec<bool>, DocumentError>>()?;
        Ok(!stops.contains(&true))
    }

    fn forget(&self, account: &str) {
        self.known.borrow_mut().remove(account);
    }

    /// Writes missing segments, a few at a time. Returns whether any are left. Segments that cannot be written now are
    /// left for later.
    pub async fn backfill(&self, account: &str) -> bool {
        let hasty = Self {
            service: self.service.hasty(),
            calendar: Rc::clone(&self.calendar),
            known: Rc::clone(&self.known),
            turn: Rc::clone(&self.turn),
        };
        let missing: Vec<Chunk> = self.with(account, |known| {
            known.missing.iter().take(BACKFILLED).copied().collect()
        });
        for chunk in missing {
            if hasty.write_chunk(account, chunk).await.is_err() {
                return true;
            }
            self.with(account, |known| known.missing.remove(&chunk));
        }
        self.with(account, |known| !known.missing.is_empty())
    }

    /// Writes a segment from its entries, as they are stored now.
    async fn write_chunk(&self, account: &str, chunk: Chunk) -> Result<(), DocumentError> {
        let base = self.with(account, |known| known.base_at(chunk.start));
        let run = self.read_on(account, base, Some(chunk.end()), Some(chunk)).await?;
        let known = self.with(account, |known| known.base_at(chunk.end()));
        if run.base_at(run.next) != known {
            // Some of its entries have disappeared, so no copy of them is written.
            return Ok(());
        }
        let text = |number| run.text_of(number).unwrap_or(stored_text::ASIDE);
        let entries: Vec<&str> = (chunk.start..chunk.end()).map(text).collect();
        let segment = stored_text::segment(&entries);
        self.write(account, chunk, StoredText::of(&segment), None).await?;
        Ok(())
    }

    /// Writes a text: first its parts, if it is long, and last the document that names them.
    async fn write(
        &self,
        account: &str,
        chunk: Chunk,
        (stored_text, parts): (StoredText, Vec<&str>),
        over: Option<u32>,
    ) -> Result<Standing, DocumentError> {
        let layout = DocumentLayout::of(account);
        if let StoredText::Parts(_, digest) = &stored_text {
            let written = |(number, text)| self.write_part(layout.part(chunk, digest, number), text);
            let written = at_once(parts.into_iter().enumerate().map(written)).await;
            written.into_iter().collect::<Result<(), DocumentError>>()?;
        }
        self.service
            .create(&layout.chunk(chunk), &stored_text.document_over(over))
            .await
    }

    /// Writes a part. Its ID contains the digest of the whole text, so an existing part comes from an earlier attempt.
    async fn write_part(&self, place: DocumentRef, text: &str) -> Result<(), DocumentError> {
        match self.service.create(&place, &part(text)).await? {
            Standing::Ours => Ok(()),
            Standing::Theirs => Err(DocumentError::Exists),
        }
    }

    fn with<T>(&self, account: &str, ask: impl FnOnce(&mut EntryIndex) -> T) -> T {
        let mut known = self.known.borrow_mut();
        ask(known.entry(account.to_owned()).or_default())
    }
}

#[async_trait(?Send)]
impl JournalStore for ExtensionJournal {
    async fn load_from(&self, account: &str, position: u32) -> Result<Vec<String>, LoadError> {
        let run = self.read_from(account, position).await?;
        let before = position.saturating_sub(run.base().tip.position);
        let before = usize::try_from(before).unwrap_or(usize::MAX);
        let lines = run.lines().skip(before).map(str::to_owned).collect();
        self.learn(account, run);
        Ok(lines)
    }

    async fn is_shorter(&self, account: &str, count: u32) -> Result<bool, LoadError> {
        let Some(last) = count.checked_sub(1) else {
            return Ok(false);
        };
        if self.with(account, |known| known.positions()) < count {
            self.catch_up(account).await?;
        }
        match self.with(account, |known| known.sha256_at(last)) {
            Some(sha256) => Ok(!self.holds(account, count, &sha256).await?),
            None => Ok(true),
        }
    }

    // If everything up to here is known, this reads three documents: the last entry, the segment of the next entry, and
    // another entry each time.
    async fn holds(&self, account: &str, count: u32, sha256: &str) -> Result<bool, LoadError> {
        let Some(last) = count.checked_sub(1) else {
            return Ok(true);
        };
        let same = |known: &mut EntryIndex| known.sha256_at(last).as_deref() == Some(sha256);
        if self.with(account, same) && self.goes_on(account).await? && self.another_stands(account).await? {
            return Ok(true);
        }
        self.forget(account);
        self.catch_up(account).await?;
        Ok(self.with(account, same))
    }

    fn set_aside(&self, account: &str) -> Vec<SetAside> {
        let aside = self.with(account, |known| known.aside.clone());
        aside
            .into_iter()
            .map(|(chunk, why)| SetAside::new(account, chunk, why))
            .collect()
    }

    // If these lines are already stored at these positions, the append has succeeded.
    async fn append_all(&self, account: &str, first_position: u32, lines: &[String]) -> Result<(), SaveError> {
        let Some(entry) = stored_text::entry(lines) else {
            return Err(SaveError::Failed("a line is empty, or has a line break".to_owned()));
        };
        if lines.is_empty() {
            return Ok(());
        }
        if !self.is_next(account, first_position) {
            self.catch_up(account).await?;
        }
        // Nothing is appended if earlier entries have disappeared, or if others have already continued the journal.
        if !self.goes_on(account).await? {
            self.forget(account);
            self.catch_up(account).await?;
        }
        for _ in 0..ATTEMPTS {
            if !self.is_next(account, first_position) {
                let stored = self.load_from(account, first_position).await.map_err(unread)?;
                return if stored.starts_with(lines) {
                    Ok(())
                } else {
                    Err(SaveError::Conflict)
                };
            }
            let (base, dated) = self.with(account, |known| (known.base_at(known.next), known.dated));
            let links = self.with(account, |known| known.follow(&entry, &|_| false));
            let links = links.map_err(|why| match why {
                ChainError::NoLine(problem) => SaveError::Failed(problem.to_string()),
                ChainError::Position { .. } | ChainError::Link | ChainError::Booked => SaveError::Conflict,
            })?;
            let stored_text = StoredText::of(&entry);
            let over = dated.map(|(number, _)| number);
            let mark = stored_text.0.mark(over);
            match self
                .write(account, Chunk::entry(base.number), stored_text, over)
                .await?
            {
                Standing::Ours => {}
                Standing::Theirs => {
                    // Someone else was first, or the document is not part of the journal and the next number is free.
                    self.catch_up(account).await?;
                    continue;
                }
            }
            // The previous entry may have disappeared during the write. Success is reported only if it has not.
            if !self.stands(account).await? {
                self.forget(account);
                return Err(SaveError::Conflict);
            }
            self.with(account, |known| {
                if known.base_at(known.next) == base {
                    known.wrote(entry.clone(), links, mark);
                }
            });
            self.backfill(account).await;
            return Ok(());
        }
        Err(SaveError::Conflict)
    }

    // These lines continue the journal, so only an explicit request removes them.
    async fn repair(&self, account: &str, position: u32) -> Result<(), SaveError> {
        for _ in 0..ATTEMPTS {
            self.catch_up(account).await?;
            let (next, damaged) = self.with(account, |known| (known.next, known.base_for(position).number));
            if damaged >= next {
                return Ok(());
            }
            let marker = StoredText::of("");
            let standing = self.write(account, Chunk::entry(next), marker, Some(damaged)).await?;
            if standing == Standing::Ours {
                self.forget(account);
                return Ok(());
            }
        }
        Err(SaveError::Conflict)
    }

    fn is_lasting(&self) -> bool {
        true
    }
}

fn unread(error: LoadError) -> SaveError {
    match error {
        LoadError::Service(trouble, detail) => SaveError::Service(trouble, detail),
        LoadError::Forbidden(detail) | LoadError::Unavailable(detail) | LoadError::Newer(detail) => {
            SaveError::Failed(detail)
        }
    }
}
