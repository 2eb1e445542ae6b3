//! The ledger of the account: opens it, reads it, and keeps it up to date with the bookings of others.

use crate::adapters::span::Span;
use crate::adapters::{browser, files_beside};
use crate::store::attempt::News;
use crate::store::snapshot::Snapshot;
use crate::store::state::{Load, Notice, Problem, Stage, Store};
use exchange::host::{Host, OpenError, hash};
use exchange::journal::{Journal, LoadError};
use futures::future::join4;
use leptos::prelude::*;
use licensing::ledger::Ledger;
use licensing::ledger::entry::Record;
use licensing::ledger::journal_error::{Cause, JournalError};
use std::rc::Rc;
use std::sync::Arc;

/// A part of the page itself is missing.
pub(super) const INCOMPLETE: &str =
    "Part of this page is missing. Nothing is lost. Reload the page. If that doesn't help, contact support.";

impl Store {
    /// Starts following the address, and loading.
    pub fn start(host: Rc<dyn Host>) -> Self {
        let (path, params) = hash::split(&first_hash());
        host.follow(&params);
        let store = Self::new(host, path, params);
        let listener = browser::on_hash_change(move |hash| store.arrive(&hash));
        store.change(|inner| inner.listener = listener);
        leptos::task::spawn_local(store.open());
        store
    }

    /// Opens the host and the catalog, then reads the account of the session.
    async fn open(self) {
        self.change(|inner| inner.catalogue_ahead = Some(files_beside::ask_for_catalogue()));
        let opened = match self.host().open().await {
            Ok(opened) => opened,
            Err(OpenError::NoAnswer(words)) => return self.fail(Problem::Told(words)),
            Err(OpenError::Journal(error)) => return self.fail(problem(error)),
        };
        if !opened.is_lasting {
            self.notify(Notice::NotKept);
        }
        let watch = opened
            .journal
            .watch(Box::new(move |account| self.account_changed(account)));
        self.change(|inner| {
            inner.journal = Some(opened.journal);
            inner.watch = Some(watch);
        });
        if self.host().is_directory_slow() {
            self.begin_directory();
        }
        self.read_account().await;
        self.start_hosted();
    }

    /// Where an account is stored. `None` before the host is open.
    pub(super) fn journal(self, account: &str) -> Option<Journal> {
        self.with(|inner| {
            if inner.unkept_accounts.iter().any(|it| it == account) {
                return Some(inner.unkept.clone());
            }
            inner.journal.clone()
        })
    }

    /// Reads the account of the session.
    pub(super) async fn read_account(self) {
        let generation = self.next_generation();
        self.change(|inner| {
            inner.lost = None;
            inner.stage = Stage::Reading;
        });
        self.load.set(Load::Loading);
        let outcome = self.try_read().await;
        // A different account may have been requested meanwhile.
        if self.with(|inner| inner.generation) != generation {
            return;
        }
        match outcome {
            Ok(ledger) => {
                self.change(|inner| {
                    inner.ledger = Some(ledger);
                    inner.stage = Stage::Shown;
                });
                self.show();
            }
            Err(problem) => self.fail(problem),
        }
        self.tell_found();
        self.tell_set_aside();
        // Lines that were stored meanwhile may be missing from what was read.
        if self.change(|inner| std::mem::take(&mut inner.stale)) {
            leptos::task::spawn_local(async move { drop(self.read_newer().await) });
        }
    }

    async fn try_read(self) -> Result<Rc<Ledger>, Problem> {
        let missing = || Problem::Told(INCOMPLETE.to_owned());
        let account = self.session().ok_or_else(missing)?.account;
        let journal = self.journal(&account).ok_or_else(missing)?;
        let reading = Span::new("reading the journal");
        // Runs all requests at once, because remote services answer slowly.
        let asked = join4(
            self.own_catalogue(),
            journal.load(&account),
            self.identify(false),
            self.read_directory(&account),
        );
        let (own, lines, (), people) = asked.await;
        drop(reading);
        let (catalogue, value) = own.ok_or_else(missing)?;
        let lines = lines.map_err(problem)?;
        self.change(|inner| {
            inner.unstored = false;
            inner.unopened = false;
        });
        let ledger = if lines.is_empty() {
            self.open_account(&journal, &account, &catalogue, &value).await?
        } else {
            read(&lines)?
        };
        people?;
        // A Server needs a certificate and Services does not. The host determines which one it is, not the journal
        // (ACT 7).
        let host = self.session().ok_or_else(missing)?.deployment;
        let journal = ledger.opening().deployment;
        if journal != host {
            return Err(Problem::OtherDeployment { journal, host });
        }
        Ok(Rc::new(ledger))
    }

    /// Handles a change of an account by another tab. An empty name means all accounts.
    pub(super) fn account_changed(self, account: &str) {
        if account.is_empty() {
            leptos::task::spawn_local(self.read_account());
        } else if self.session().is_some_and(|session| session.account == account) {
            leptos::task::spawn_local(async move {
                // An account that another tab erased on purpose is not lost.
                if self.has_begun_again().await {
                    return self.read_account().await;
                }
                let news = self.read_newer().await;
                self.tell_set_aside();
                // In Azure DevOps, the page may find its own booking before the booking itself reports it.
                let actor = self
                    .session()
                    .filter(|_| self.is_embedded())
                    .map(|session| session.actor);
                if let Some(news) = news.filter(|news| Some(news.actor()) != actor.as_deref()) {
                    self.news.set(Some(news));
                }
            });
        }
    }

    /// Folds in newly stored lines, and returns the newest booking of someone else.
    pub(super) async fn read_newer(self) -> Option<News> {
        let before = self.current()?;
        let account = &before.session.account;
        let journal = self.journal(account)?;
        let lines = journal.load_from(account, before.ledger.next_position()).await.ok()?;
        if self.is_unopened(&before) {
            // Someone else may have opened it meanwhile.
            if !lines.is_empty() {
                self.read_account().await;
            }
            return None;
        }
        let snapshot = self.current().filter(|now| now.session.account == *account)?;
        let mut ledger = (*snapshot.ledger).clone();
        let known = ledger.next_position();
        let already_folded = usize::try_from(known.checked_sub(before.ledger.next_position())?).ok()?;
        let damage = fold(&mut ledger, lines.iter().skip(already_folded));
        if damage.is_some() || ledger.next_position() == known {
            // The lines shown may have vanished, perhaps in part, and another journal may have begun.
            let shown = &snapshot.ledger;
            let holds = journal.holds(account, known, shown.last_sha256()).await;
            if !holds.unwrap_or(true) {
                self.vanished(&snapshot);
            } else if let Some(damage) = damage {
                self.fail(unread(damage));
            }
            return None;
        }
        // A line that does not count is not news.
        let counts = |it: &&Arc<Record>| !ledger.set_aside().contains(&it.position);
        let newest = ledger.records().last().filter(counts).map(|it| News(Arc::clone(it)));
        self.put_ledger(ledger);
        newest
    }

    /// Replaces the ledger of the current account with a newer one.
    pub(super) fn put_ledger(self, ledger: Ledger) {
        self.change(|inner| inner.ledger = Some(Rc::new(ledger)));
        self.show();
        self.tell_found();
    }

    /// Whether the opening of an account is not stored yet.
    pub(super) fn is_unopened(self, now: &Snapshot) -> bool {
        self.with(|inner| inner.unopened) && now.ledger.records().is_empty()
    }

    /// The lines shown are not stored anymore. The page says so, and does not silently replace them.
    fn vanished(self, before: &Snapshot) {
        self.change(|inner| inner.lost = Some(Rc::clone(&before.ledger)));
        // A read in progress would show what is stored now.
        self.next_generation();
        self.fail(Problem::Vanished);
    }

    /// Whether another tab has erased the account to restart it.
    async fn has_begun_again(self) -> bool {
        let Some(now) = self.current().filter(|_| self.host().can_erase()) else {
            return false;
        };
        let Some(journal) = self.journal(&now.session.account) else {
            return false;
        };
        let (count, last) = (now.ledger.next_position(), now.ledger.last_sha256());
        !journal.holds(&now.session.account, count, last).await.unwrap_or(true)
    }

    /// Erases the account to restart it. Does nothing if the host does not allow that.
    pub fn begin_again(self) {
        let Some(session) = self.session().filter(|_| self.host().can_erase()) else {
            return;
        };
        leptos::task::spawn_local(async move {
            if let Some(journal) = self.journal(&session.account) {
                // If it cannot be erased, it is read again unchanged.
                let _ = journal.erase(&session.account).await;
            }
            self.read_account().await;
        });
    }

    /// Reloads the whole page, which loads a newer program.
    pub fn reload_page(self) {
        browser::reload();
    }

    /// Reads everything again: the host if it did not answer, otherwise the account.
    pub fn reload(self) {
        if self.with(|inner| inner.journal.is_none()) {
            self.load.set(Load::Loading);
            leptos::task::spawn_local(self.open());
        } else {
            leptos::task::spawn_local(self.read_account());
        }
    }

    fn next_generation(self) -> u32 {
        self.change(|inner| {
            inner.generation = inner.generation.wrapping_add(1);
            inner.generation
        })
    }
}

/// Folds lines into a ledger, up to the first damaged one.
fn fold<'a>(ledger: &mut Ledger, lines: impl Iterator<Item = &'a String>) -> Option<JournalError> {
    for line in lines {
        let appended = ledger.check(line).and_then(|record| ledger.append(line, record));
        if let Err(damage) = appended {
            return Some(damage);
        }
    }
    None
}

/// Reads the lines of a journal as a ledger.
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

/// The initial hash of the page. If Azure DevOps shows a hub, it is the page of that hub.
fn first_hash() -> String {
    let hash = browser::hash();
    match browser::hub() {
        Some(hub) if hash.is_empty() => ["#/", &hub].concat(),
        _ => hash,
    }
}
