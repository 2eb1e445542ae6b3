//! Loading: the keeper, the catalogue, the journal; what other tabs book.

use super::beside::{ask_for_catalogue, beside};
use super::{Load, News, Notice, Org, Problem, Snapshot, Store, Where};
use crate::host::demo::present;
use crate::host::span::Span;
use crate::host::{browser, standalone};
use crate::journal::{BrowserJournal, Journal, LoadError};
use exchange::directory::file::{self, PeopleFileError};
use exchange::directory::groups::{Group, groups};
use exchange::directory::sample::Seeded;
use exchange::directory::{DirectoryAnswer, DirectoryError, DirectoryProgress, DirectoryProvider, OnProgress};
use futures::future::join4;
use leptos::prelude::*;
use licensing::directory::Directory;
use licensing::directory::person::Person;
use licensing::ledger::Ledger;
use licensing::ledger::entry::Record;
use licensing::ledger::journal_error::{Cause, JournalError};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// A part of the page itself is not there.
pub(super) const INCOMPLETE: &str =
    "Part of this page is missing. Nothing is lost. Reload the page. If that doesn't help, contact support.";

/// The people of a file beside the page.
struct FileBeside;

impl DirectoryProvider for FileBeside {
    fn people<'a>(&'a self, on_progress: &'a OnProgress<'a>) -> DirectoryAnswer<'a, ()> {
        Box::pin(async move {
            let bytes = beside(file::NAME).await.map_err(PeopleFileError::NotReached)?;
            let bytes = bytes.ok_or(PeopleFileError::Missing)?;
            on_progress(DirectoryProgress::People(file::read(&bytes)?));
            Ok(())
        })
    }

    fn groups<'a>(&'a self, people: &'a Directory, _: &'a OnProgress<'a>) -> DirectoryAnswer<'a, Vec<Group>> {
        Box::pin(async { Ok(groups(people)) })
    }
}

/// The people of an organization.
async fn people_of(org: Org) -> Result<Vec<Person>, DirectoryError> {
    let rows = RefCell::new(Vec::new());
    let on_progress = |step| {
        if let DirectoryProgress::People(some) = step {
            rows.borrow_mut().extend(some);
        }
    };
    if org == Org::File {
        FileBeside.people(&on_progress).await?;
    } else {
        let _span = Span::new("demonstration: its people");
        let seeded = Seeded {
            count: org.people(),
            left: org.left(),
            today: present(),
        };
        seeded.people(&on_progress).await?;
    }
    Ok(rows.into_inner())
}

impl Store {
    /// Opens the keeper and the catalogue, then reads the account of the address.
    pub(super) async fn open(self) {
        self.inner
            .update_value(|inner| inner.catalogue_ahead = Some(ask_for_catalogue()));
        let found = if Self::is_hosted() {
            self.open_host().await
        } else {
            self.open_browser().await
        };
        let journal = match found {
            Ok(journal) => journal,
            Err(problem) => return self.load.set(Load::Failed(problem)),
        };
        let watch = journal.watch(Box::new(move |account| self.told(account)));
        self.inner.update_value(|inner| {
            inner.journal = Some(journal);
            inner.watch = Some(watch);
        });
        self.read_account().await;
        self.tell_host();
    }

    /// What the browser keeps; this tab's memory where it keeps nothing, which is said.
    async fn open_browser(self) -> Result<Journal, Problem> {
        match BrowserJournal::open().await.map(Journal::new) {
            Ok(journal) => Ok(journal),
            Err(LoadError::Forbidden(_)) => {
                self.notify(Notice::NotKept);
                Ok(Journal::memory())
            }
            // It may keep something: nothing takes its place.
            Err(error) => Err(problem(error)),
        }
    }

    /// Reads the account of the address; a seeded one begins with its story.
    pub(super) async fn read_account(self) {
        self.inner.update_value(|inner| inner.lost = None);
        self.load.set(Load::Loading);
        let generation = self.next_generation();
        let outcome = self.try_read().await;
        // Meanwhile another account may have been asked for.
        if self.inner.with_value(|inner| inner.generation) != generation {
            return;
        }
        self.load.set(match outcome {
            Ok(snapshot) => Load::Ready(Rc::new(snapshot)),
            Err(problem) => Load::Failed(problem),
        });
        self.tell_found();
        self.tell_set_aside();
        // What was stored meanwhile may have come after it was read.
        if self.inner.try_update_value(|inner| std::mem::take(&mut inner.stale)) == Some(true) {
            leptos::task::spawn_local(async move { drop(self.read_newer().await) });
        }
    }

    async fn try_read(self) -> Result<Snapshot, Problem> {
        let nothing = || Problem::Told(INCOMPLETE.to_owned());
        let place = self.place().ok_or_else(nothing)?;
        let journal = self.journal(&place.account).ok_or_else(nothing)?;
        let reading = Span::new("reading the journal");
        // Everything at once: what is far answers late.
        let asked = join4(
            self.own_catalogue(),
            journal.load(&place.account),
            self.place_now(place.clone()),
            self.people_at_once(),
        );
        let (own, lines, place, people) = asked.await;
        drop(reading);
        let (catalogue, value) = own.ok_or_else(nothing)?;
        let mut lines = lines.map_err(problem)?;
        self.inner.update_value(|inner| inner.unstored = false);
        if let Some(hosted) = self.hosted().filter(|_| lines.is_empty()) {
            let first = hosted.first_line(&value);
            lines = vec![first.map_err(|error| Problem::Told(error.to_string()))?];
        }
        // What is begun anew is a demonstration's, and no host's.
        let ledger = match place.demo.as_ref().filter(|_| lines.is_empty()) {
            Some(demo) => self.sow(demo.org, &journal, &place, (&catalogue, &value)).await?,
            None => read(&lines)?,
        };
        // On a Server a certificate is needed and on Services none: which it is, the host says and not the journal (ACT 7).
        let (journal, host) = (ledger.opening().deployment, place.deployment);
        if journal != host {
            return Err(Problem::OtherDeployment { journal, host });
        }
        let ledger = Rc::new(ledger);
        let stand = |people: Rc<Directory>, unread| {
            let people = self.known(people, &ledger);
            Snapshot::new(Rc::clone(&ledger), Rc::clone(&catalogue), people, place.clone(), unread)
        };
        let people = match people {
            Some(people) => people?,
            // They may have come by now, before there was a page to show them.
            None if !self.is_unread() => self.people().await?,
            None => {
                let early = stand(Rc::default(), true);
                if early.can_be_shown() {
                    return Ok(early);
                }
                self.people().await?
            }
        };
        Ok(stand(people, false))
    }

    /// The people that are there without waiting for a host; none while it is still telling them.
    async fn people_at_once(self) -> Option<Result<Rc<Directory>, Problem>> {
        match self.is_unread() {
            true => None,
            false => Some(self.people().await),
        }
    }

    /// Where the page stands, once it is known who looks.
    async fn place_now(self, place: Where) -> Where {
        match self.hosted() {
            Some(hosted) => self.place_in_host(&hosted).await,
            None => place,
        }
    }

    /// The directory of the demo's organization, asked once.
    async fn people(self) -> Result<Rc<Directory>, Problem> {
        let org = self.demo_untracked().map(|demo| demo.org);
        let known = self
            .inner
            .with_value(|inner| inner.people.clone().filter(|(known, _)| *known == org));
        if let Some((_, people)) = known {
            return Ok(people);
        }
        if let Some(hosted) = self.hosted() {
            return Ok(hosted.first.clone().await);
        }
        let rows = people_of(org.unwrap_or_default())
            .await
            .map_err(|error| Problem::Told(error.to_string()))?;
        let _span = Span::new("the directory");
        let people = Rc::new(Directory::new(rows));
        self.inner
            .update_value(|inner| inner.people = Some((org, Rc::clone(&people))));
        Ok(people)
    }

    /// Another tab has changed an account; an empty name means all of them.
    pub(super) fn told(self, account: &str) {
        if account.is_empty() {
            leptos::task::spawn_local(self.read_account());
        } else if self.place().is_some_and(|place| place.account == account) {
            leptos::task::spawn_local(async move {
                // What another tab tells of is no loss.
                if self.is_begun_anew().await {
                    return self.read_account().await;
                }
                let news = self.read_newer().await;
                self.tell_set_aside();
                // What this reader books in Azure DevOps may be found there before it is told by what booked it.
                let own =
                    |news: &News| Self::is_hosted() && self.place().is_some_and(|place| place.actor == news.actor());
                if let Some(news) = news.filter(|news| !own(news)) {
                    self.news.set(Some(news));
                }
            });
        }
    }

    /// Folds in what was stored since; answers the newest booking of somebody else.
    pub(super) async fn read_newer(self) -> Option<News> {
        let before = self.current()?;
        let journal = self.journal(&before.place.account)?;
        let lines = journal
            .load_from(&before.place.account, before.ledger.next_position())
            .await
            .ok()?;
        // An account that nobody has opened yet may have been opened by somebody else.
        if before.place.demo.is_none() && before.ledger.records().is_empty() {
            if !lines.is_empty() {
                self.read_account().await;
            }
            return None;
        }
        let snapshot = self.current().filter(|now| now.place.account == before.place.account)?;
        let mut ledger = (*snapshot.ledger).clone();
        let known = ledger.next_position();
        let mut damaged = None;
        for line in lines
            .iter()
            .skip(usize::try_from(known.checked_sub(before.ledger.next_position())?).ok()?)
        {
            damaged = match ledger.check(line) {
                Ok(record) => ledger.append(line, record).err(),
                Err(damage) => Some(damage),
            };
            if damaged.is_some() {
                break;
            }
        }
        if damaged.is_some() || ledger.next_position() == known {
            // What is shown may have vanished, perhaps in part, and another journal may have been begun.
            let shown = &snapshot.ledger;
            let holds = journal.holds(&before.place.account, known, shown.last_sha256()).await;
            if !holds.unwrap_or(true) {
                self.vanished(&snapshot);
            } else if let Some(damage) = damaged {
                self.load.set(Load::Failed(unread(damage)));
            }
            return None;
        }
        // What counts for nothing is no news.
        let counts = |it: &&Arc<Record>| !ledger.set_aside().contains(&it.position);
        let newest = ledger.records().last().filter(counts).map(|it| News(Arc::clone(it)));
        self.put(Rc::new(ledger), &snapshot);
        newest
    }

    /// What is shown is not stored any more: that is said, and nothing else takes its place without a word.
    fn vanished(self, before: &Snapshot) {
        self.inner
            .update_value(|inner| inner.lost = Some(Rc::clone(&before.ledger)));
        // What is being read would show what is stored now.
        self.next_generation();
        self.load.set(Load::Failed(Problem::Vanished));
    }

    /// Whether another tab has begun the account of the demonstration anew.
    async fn is_begun_anew(self) -> bool {
        let Some(now) = self.current().filter(|now| now.place.demo.is_some()) else {
            return false;
        };
        let Some(journal) = self.journal(&now.place.account) else {
            return false;
        };
        let (count, last) = (now.ledger.next_position(), now.ledger.last_sha256());
        !journal.holds(&now.place.account, count, last).await.unwrap_or(true)
    }

    /// Forgets what was done to the account, and begins it anew (demo).
    pub fn reset(self) {
        // Nobody else has anything to begin anew.
        let Some(account) = self.demo_untracked().map(|demo| standalone::place(&demo).account) else {
            return;
        };
        leptos::task::spawn_local(async move {
            if let Some(journal) = self.journal(&account) {
                // What cannot be erased is read again as it is.
                let _ = journal.erase(&account).await;
            }
            self.read_account().await;
        });
    }

    /// Loads the page itself anew, where a newer one is needed.
    pub fn reload_page(self) {
        browser::reload();
    }

    /// Reads everything again.
    pub fn reload(self) {
        // What did not answer is asked anew: the host, or what the browser keeps.
        if self.inner.with_value(|inner| inner.journal.is_none()) {
            self.load.set(Load::Loading);
            leptos::task::spawn_local(self.open());
        } else {
            leptos::task::spawn_local(self.read_account());
        }
    }

    fn next_generation(self) -> u32 {
        self.inner
            .update_value(|inner| inner.generation = inner.generation.wrapping_add(1));
        self.inner.with_value(|inner| inner.generation)
    }
}

/// The lines of a journal as a book.
///
/// # Errors
/// Why they cannot be shown.
pub(super) fn read(lines: &[String]) -> Result<Ledger, Problem> {
    let _span = Span::new("folding the journal");
    Ledger::read(lines.iter().map(String::as_str)).map_err(unread)
}

/// Why the lines of a journal cannot be shown.
fn unread(damage: JournalError) -> Problem {
    match damage.cause {
        Cause::Newer => Problem::Newer(damage.to_string()),
        Cause::Unreleased => Problem::Unreleased,
        Cause::Damaged => Problem::Damaged {
            position: damage.position,
            problem: damage.to_string(),
        },
    }
}

pub(super) fn problem(error: LoadError) -> Problem {
    match error {
        LoadError::Newer(detail) => Problem::Newer(detail),
        LoadError::Forbidden(detail) | LoadError::Unavailable(detail) => Problem::Unavailable(detail),
        LoadError::Service(_, words) => Problem::Told(words),
    }
}
