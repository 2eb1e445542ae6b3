//! Reading a journal by the fewest documents. Entries are read in the order of their numbers up to the first that is
//! missing; each continues the journal or is set aside. A segment that stands is read instead of its entries, and is
//! believed as far as the chain of hashes proves it: what does not continue the journal, and the last entry that does,
//! is read by its own document.

use super::ExtensionJournal;
use super::aside::Why;
use super::at_once::{AT_ONCE, at_once};
use super::documents::{Fault, Place};
use super::found::Found;
use super::names::{Piece, Shelf, TOP};
use super::run::{Base, Run};
use super::text::{Closing, entries};
use licensing::Date;
use licensing::ledger::chain::Link;
use std::collections::{BTreeMap, BTreeSet};

/// So many pieces are asked for at once after one was missing: what follows it is likely to be missing, too.
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
    run: Run,
    /// Where to stop at the latest.
    until: Option<u32>,
    /// Segments that are missing, or do not hold what their entries say.
    useless: BTreeSet<Piece>,
    /// Parts that were read, so that however many documents name them, each is asked for once.
    pub(super) parts: BTreeMap<Place, Option<String>>,
    /// Whether the host was asked for its day anew.
    asked: bool,
    /// Whether the journal must be read from its start: an entry is booked over one before the base.
    anew: bool,
}

impl ExtensionJournal {
    /// Reads what is new.
    pub(super) async fn catch_up(&self, account: &str) -> Result<(), Fault> {
        let run = self.read_from(account, u32::MAX).await?;
        self.learn(account, run);
        Ok(())
    }

    /// Reads from the entry on that holds a position, from the next one where that lies after all that is known; from
    /// an earlier one where the day of an entry has come that was set aside for it.
    pub(super) async fn read_from(&self, account: &str, position: u32) -> Result<Run, Fault> {
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
    pub(super) fn learn(&self, account: &str, run: Run) {
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
        useless: Option<Piece>,
    ) -> Result<Run, Fault> {
        let mut reader = Reader {
            journal: self,
            account,
            run: Run::new(base),
            until,
            useless: useless.into_iter().collect(),
            parts: BTreeMap::new(),
            asked: false,
            anew: false,
        };
        reader.read().await?;
        if reader.anew && until.is_none() {
            reader.run = Run::default();
            reader.useless.clear();
            reader.anew = false;
            reader.read().await?;
        }
        Ok(reader.run)
    }

    /// The document of a piece as it stands now; none where there is none.
    pub(super) async fn closing(&self, account: &str, piece: Piece) -> Result<Option<Closing>, Fault> {
        let document = self.service.get(&Shelf::of(account).piece(piece)).await?;
        Ok(document.as_ref().map(Closing::read))
    }
}

impl Reader<'_> {
    async fn read(&mut self) -> Result<(), Fault> {
        let mut width = CAREFUL;
        if self.until.is_some() {
            width = AT_ONCE;
        } else if self.run.next == 0 {
            if !self.first().await? {
                return Ok(());
            }
        } else if self.documents(&[Piece::entry(self.run.next)]).await?.is_empty() && self.ends().await? {
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
            for (piece, found) in window.iter().zip(found) {
                if piece.start == self.run.next {
                    self.piece(*piece, found).await?;
                }
            }
            // Where something is to be read anew, what is missing behind it is asked for later.
            let missing = missing.filter(|piece| piece.start == self.run.next);
            match missing {
                Some(piece) if piece.level > 0 => self.lacks(piece),
                Some(_) if self.ends().await? => return Ok(()),
                _ => {}
            }
            width = if missing.is_none() { AT_ONCE } else { CAREFUL };
        }
    }

    /// Asks for everything that a journal can begin with; answers whether there is anything.
    async fn first(&mut self) -> Result<bool, Fault> {
        let begins: Vec<Piece> = (0..=TOP).rev().map(|level| Piece { level, start: 0 }).collect();
        let mut any = false;
        let asked = begins.iter().map(|piece| self.journal.closing(self.account, *piece));
        let closings = at_once(asked).await;
        for (piece, closing) in begins.into_iter().zip(closings) {
            let stands = closing?.is_some();
            any |= stands;
            if !stands && piece.level > 0 {
                self.lacks(piece);
            }
        }
        Ok(any)
    }

    /// A segment is missing.
    fn lacks(&mut self, piece: Piece) {
        self.useless.insert(piece);
        self.run.missing.insert(piece);
    }

    /// A segment is there, but does not hold what its entries say.
    fn distrust(&mut self, piece: Piece) {
        self.useless.insert(piece);
        self.run.aside.insert(piece, Why::NoCopy);
        self.run.rewind(piece.start);
    }

    /// The pieces that come next: at each place the largest that can be of use. Where a larger one than before comes in
    /// question, it is waited for.
    fn window(&self, width: usize) -> Vec<Piece> {
        let end = self.until.unwrap_or(u32::MAX);
        let mut pieces: Vec<Piece> = Vec::new();
        let mut start = self.run.next;
        while pieces.len() < width && start < end {
            let of_use = |piece: &Piece| piece.fits() && piece.end() <= end && !self.useless.contains(piece);
            let levels = (0..=TOP).rev().map(|level| Piece { level, start });
            let Some(piece) = levels.into_iter().find(of_use) else {
                break;
            };
            if pieces.first().is_some_and(|first| piece.level > first.level) {
                break;
            }
            pieces.push(piece);
            start = piece.end();
        }
        pieces
    }

    async fn piece(&mut self, piece: Piece, found: Found) -> Result<(), Fault> {
        if piece.level == 0 {
            return self.entry(found).await;
        }
        let texts = found.text.as_deref().map(entries).unwrap_or_default();
        if u32::try_from(texts.len()) != Ok(piece.entries()) {
            self.distrust(piece);
            return Ok(());
        }
        for (number, text) in (piece.start..).zip(texts) {
            if number != self.run.next {
                // An entry before it was read anew.
                return Ok(());
            }
            if self.run.dated.is_none()
                && let Verdict::Continues(links) = self.verdict(&text).await
            {
                self.run.take(text, links, piece, None);
                continue;
            }
            let own = self.documents(&[Piece::entry(number)]).await?.pop();
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
                _ => self.distrust(piece),
            }
        }
        Ok(())
    }

    /// Reads the entry that comes next by its own document.
    async fn entry(&mut self, found: Found) -> Result<(), Fault> {
        let number = self.run.next;
        let mark = found.closing.mark(found.booked_over);
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
                self.run.take(text, links, Piece::entry(number), Some(mark));
            }
            Err(why) => self.run.pass(why, mark),
        }
        Ok(())
    }

    /// Whether the journal ends here, where an entry is missing. Where more was known, a segment may still have it.
    async fn ends(&mut self) -> Result<bool, Fault> {
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
    async fn is_sealed(&mut self) -> Result<bool, Fault> {
        let segment = Piece::segment_of(self.run.next);
        let is_open = segment.start >= self.run.base().number || self.useless.contains(&segment);
        if self.until.is_some() || is_open {
            return Ok(false);
        }
        self.useless.insert(segment);
        let is_known = self
            .journal
            .with(self.account, |known| known.aside.contains_key(&segment));
        self.anew = !is_known && self.journal.closing(self.account, segment).await?.is_some();
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
    async fn prove(&mut self) -> Result<bool, Fault> {
        let Some((number, text, source)) = self.run.unproved() else {
            return Ok(true);
        };
        let own = self.documents(&[Piece::entry(number)]).await?.pop();
        match own.filter(|own| own.text.as_ref() == Some(&text)) {
            Some(own) => {
                self.run.prove(own.closing.mark(own.booked_over));
                Ok(true)
            }
            None => {
                self.distrust(source);
                Ok(false)
            }
        }
    }
}
