//! Sending a command: decided on the newest state, stored at a position that nobody else has, told as it went.

use super::{News, Save, Snapshot, Store};
use crate::directory::sample;
use crate::host::seed::Soil;
use crate::host::{browser, rival};
use crate::journal::{Journal, SaveError};
use crate::licensing::booking::Booking;
use crate::licensing::command::Command;
use crate::licensing::decide::decide;
use crate::licensing::event::Event;
use crate::licensing::record::line_of;
use crate::licensing::unread::{is_about_everybody, needs_everybody};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// After so many milliseconds a save is shown as under way.
const BUSY_MS: i32 = 400;
/// After so many milliseconds the reader is asked whether to wait.
const SLOW_MS: i32 = 10_000;
/// How often a hanging save of the demo looks whether it may go on.
const HANG_MS: i32 = 200;

/// A booking that is about everybody, while not everybody could be read.
const NOT_EVERYBODY: &str = "This depends on everybody in the directory, and not everybody could be read. Nothing was booked. Close this, choose “Try again” at the top of the page, and repeat it once all people are read.";

/// How saving goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing is being saved, or only just.
    #[default]
    Idle,
    /// Under way.
    Busy,
    /// Under way for long: keep waiting, or try again.
    Slow,
}

/// What became of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// Stored; these are its events.
    Booked(Vec<Event>),
    /// Day, prices or account have changed since it was shown: nothing was booked, look again (CHG 10). Who booked
    /// meanwhile, where somebody did.
    Changed(Option<News>),
    /// The rules refuse it now; what, why and what to do.
    Refused(String),
    /// It could not be stored; nothing is lost, nothing is booked.
    Failed(SaveError),
    /// Given up for another attempt.
    Abandoned,
}

impl Store {
    /// An id for one confirmation; a retry keeps it, so that nothing is booked twice.
    pub fn new_command_id(self) -> String {
        browser::command_id()
    }

    /// Gives up waiting for the attempt under way; should it be stored after all, the next one finds it.
    pub fn abandon(self) {
        self.next_attempt();
        self.saving.set(Saving::Idle);
    }

    /// Goes on waiting, and asks again later.
    pub fn keep_waiting(self) {
        self.saving.set(Saving::Busy);
        self.ask_later(self.inner.with_value(|inner| inner.attempt));
    }

    /// Sends a command. Where its decision was shown, exactly that is booked, or nothing (CHG 10).
    pub async fn send(self, command_id: String, command: Arc<Command>, shown: Option<Vec<Event>>) -> Sent {
        let attempt = self.next_attempt();
        let busy = browser::after(BUSY_MS, move || self.tell(attempt, Saving::Busy));
        self.ask_later(attempt);
        let sent = self.attempt(attempt, &command_id, &command, shown).await;
        drop(busy);
        if !self.is_under_way(attempt) {
            return Sent::Abandoned;
        }
        self.inner.update_value(|inner| inner.slow = None);
        self.saving.set(Saving::Idle);
        sent
    }

    /// Books something that nobody waits for, beside what is being sent: the page does not tell how it goes.
    pub(super) async fn send_aside(self, command: Command) -> Sent {
        let attempt = self.inner.with_value(|inner| inner.attempt);
        self.attempt(attempt, &browser::command_id(), &command, None).await
    }

    /// Asks after a while whether to go on waiting.
    fn ask_later(self, attempt: u32) {
        let slow = browser::after(SLOW_MS, move || self.tell(attempt, Saving::Slow));
        self.inner.update_value(|inner| inner.slow = Some(slow));
    }

    fn tell(self, attempt: u32, saving: Saving) {
        if self.is_under_way(attempt) {
            self.saving.set(saving);
        }
    }

    fn is_under_way(self, attempt: u32) -> bool {
        self.inner.with_value(|inner| inner.attempt) == attempt
    }

    async fn attempt(self, attempt: u32, command_id: &str, command: &Command, shown: Option<Vec<Event>>) -> Sent {
        // Another tab may have booked; an earlier attempt may have been stored after all.
        let news = self.read_newer().await;
        let Some(snapshot) = self.current() else {
            return Sent::Changed(news);
        };
        if snapshot.book.has_booked(command_id) {
            return Sent::Booked(shown.unwrap_or_default());
        }
        let inner = self
            .inner
            .with_value(|inner| inner.journal.clone().zip(inner.catalogue.clone()));
        let Some((journal, (catalogue, catalogue_value))) = inner else {
            return Sent::Changed(news);
        };
        let partial = self.is_partial();
        if partial && needs_everybody(command) {
            return Sent::Refused(NOT_EVERYBODY.to_owned());
        }
        let instant = browser::instant();
        let booking = Booking {
            book: &snapshot.book,
            catalogue: &catalogue,
            catalogue_value: &catalogue_value,
            people: &snapshot.people,
            viewer: &snapshot.place.viewer,
            actor: &snapshot.place.actor,
            command_id,
            instant: &instant,
            today: snapshot.place.today,
            command,
            decide,
        };
        let booked = match booking.decide() {
            Ok(booked) => booked,
            Err(refusal) => return Sent::Refused(refusal.message()),
        };
        if partial && is_about_everybody(&booked.due) {
            return Sent::Refused(NOT_EVERYBODY.to_owned());
        }
        if shown.is_some_and(|shown| booked.events != shown) {
            return Sent::Changed(news);
        }
        let (record, line) = booking.record(&booked);
        match self
            .store_line(attempt, command_id, &journal, &snapshot, record.position, &line)
            .await
        {
            Ok(()) => {
                let mut book = (*snapshot.book).clone();
                // The line was made from this book, so it follows.
                if book.append(&line, record).is_ok() {
                    self.put(Rc::new(book), &snapshot);
                }
                Sent::Booked(booked.events)
            }
            Err(SaveError::Conflict) if record.position == 1 && snapshot.place.demo.is_none() => {
                self.read_account().await;
                Sent::Changed(None)
            }
            Err(SaveError::Conflict) => {
                let news = self.read_newer().await;
                let stored = self.current().is_some_and(|now| now.book.has_booked(command_id));
                if stored {
                    Sent::Booked(booked.events)
                } else {
                    Sent::Changed(news)
                }
            }
            Err(error) => Sent::Failed(error),
        }
    }

    /// Stores a line, or behaves as the demo says.
    async fn store_line(
        self,
        attempt: u32,
        command_id: &str,
        journal: &Journal,
        snapshot: &Snapshot,
        position: u32,
        line: &str,
    ) -> Result<(), SaveError> {
        match self.demo_untracked().save {
            Save::Works => {}
            Save::Fails => return Err(SaveError::Failed("demo".to_owned())),
            Save::Conflicts => self.let_a_rival_book(command_id, journal, snapshot, position).await,
            Save::Hangs => {
                let hangs = || self.demo_untracked().save == Save::Hangs;
                let under_way = || self.is_under_way(attempt);
                while hangs() && under_way() {
                    browser::pause(HANG_MS).await;
                }
                if !under_way() {
                    return Err(SaveError::Failed("given up".to_owned()));
                }
            }
        }
        let account = &snapshot.place.account;
        if position == 1 && snapshot.place.demo.is_none() {
            // Nobody has opened the account yet: its first line goes with the first booking.
            let lines = [line_of(&snapshot.book.opening), line.to_owned()];
            return journal.append_all(account, 0, &lines).await;
        }
        journal.append(account, position, line).await
    }

    /// The demo's other administrator books first, once for each confirmation.
    async fn let_a_rival_book(self, command_id: &str, journal: &Journal, snapshot: &Snapshot, position: u32) {
        let known = self
            .inner
            .with_value(|inner| inner.rivals.iter().any(|id| id == command_id));
        let Some((catalogue, catalogue_value)) = self.inner.with_value(|inner| inner.catalogue.clone()) else {
            return;
        };
        if known {
            return;
        }
        self.inner
            .update_value(|inner| inner.rivals.push(command_id.to_owned()));
        let place = &snapshot.place;
        let soil = Soil {
            deployment: place.deployment,
            catalogue: &catalogue,
            catalogue_value: &catalogue_value,
            people: sample::people,
        };
        let instant = browser::instant();
        if let Some(line) = rival::line(&snapshot.book, soil, &snapshot.people, place.today, &instant) {
            // Should it fail, there is no conflict, and the booking goes on.
            let _ = journal.append(&place.account, position, &line).await;
        }
    }

    fn next_attempt(self) -> u32 {
        self.inner
            .update_value(|inner| inner.attempt = inner.attempt.wrapping_add(1));
        self.inner.with_value(|inner| inner.attempt)
    }
}
