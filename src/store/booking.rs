//! Books a command: prepares it on the newest known state and appends it at the next free position.

use crate::adapters::browser;
use crate::store::attempt::{Attempt, BookingOutcome, News};
use crate::store::snapshot::Snapshot;
use crate::store::state::Store;
use exchange::journal::{Journal, SaveError};
use leptos::prelude::*;
use licensing::account::Account;
use licensing::command::Command;
use licensing::event::Event;
use licensing::json::line::to_json_line;
use licensing::ledger::Ledger;
use licensing::ledger::completeness::{is_about_everybody, needs_everybody};
use licensing::ledger::entry::Record;
use licensing::ledger::prepare::Preparation;
use licensing::refusal::Refusal;
use licensing::value::ids::CommandId;
use std::rc::Rc;
use std::sync::Arc;

/// How often a command is prepared again after another one has taken its position.
const MOST_TRIES: usize = 10;

/// The booking needs everyone, but not everyone could be read.
const NOT_EVERYBODY: &str = "Your change wasn't saved because it needs the complete list of people, which couldn't be loaded. Close this, select “Try again” at the top of the page, and repeat the change once the list is complete.";

/// The booking needs everyone, who are still being read.
const STILL_READING: &str = "Your change wasn't saved because it needs the complete list of people, which is still loading. Repeat the change once the list is complete.";

/// A command that is being sent.
struct Sending<'a> {
    attempt: Attempt,
    command_id: &'a CommandId,
    /// The account that it was confirmed for.
    account: &'a str,
    command: &'a Command,
    /// The events of its preview, if there was one. Exactly these are booked, or nothing (CHG 10).
    preview: Option<&'a [Event]>,
}

/// The outcome of a try.
enum Tried {
    Ended(BookingOutcome),
    /// Someone else has taken the position with this booking.
    Overtaken(Option<News>),
}

impl Store {
    pub(super) fn begin(self) -> Attempt {
        self.change(|inner| inner.attempts.begin())
    }

    /// The current account.
    pub(super) fn account(self) -> Option<String> {
        self.current().map(|now| now.session.account.clone())
    }

    /// Books a command without showing its progress.
    pub(super) async fn book_silently(self, account: Option<String>, command: Command) -> BookingOutcome {
        self.send_in(account, self.begin(), Arc::new(command), None).await
    }

    /// Sends a command, but only if the account that it was requested for is still the current one.
    pub(super) async fn send_in(
        self,
        account: Option<String>,
        attempt: Attempt,
        command: Arc<Command>,
        preview: Option<Vec<Event>>,
    ) -> BookingOutcome {
        let Some(account) = account.filter(|account| self.account().as_ref() == Some(account)) else {
            self.change(|inner| inner.attempts.end(attempt));
            return BookingOutcome::Changed(None);
        };
        let new_id = browser::command_id();
        let earlier_id = self.change(|inner| inner.attempts.pend(attempt, &account, &command, &new_id));
        let command_id = earlier_id.unwrap_or(new_id);
        let sending = Sending {
            attempt,
            command_id: &command_id,
            account: &account,
            command: &command,
            preview: preview.as_deref(),
        };
        let outcome = self.send(&sending).await;
        let is_booked = matches!(outcome, BookingOutcome::Booked(_));
        let reports = self.change(|inner| inner.attempts.settle(attempt, &command_id, is_booked));
        // An abandoned attempt reports neither its own outcome nor what it found.
        if let (false, BookingOutcome::Earlier(found)) = (reports, &outcome) {
            self.late.set(Some(found.clone()));
        }
        self.tell_found();
        if reports { outcome } else { BookingOutcome::Abandoned }
    }

    async fn send(self, sending: &Sending<'_>) -> BookingOutcome {
        if sending.preview.is_some() {
            self.change(|inner| inner.attempts.claim(sending.attempt));
        }
        let mut news = None;
        for _ in 0..MOST_TRIES {
            match self.try_once(sending, news).await {
                Tried::Ended(outcome) => return outcome,
                Tried::Overtaken(by) => news = by,
            }
        }
        BookingOutcome::Changed(news)
    }

    /// Prepares the command on the known state and appends it at the next position, without reading first. If the
    /// position exists already, someone else was faster. `news` is the booking that overtook the previous try.
    async fn try_once(self, sending: &Sending<'_>, news: Option<News>) -> Tried {
        let Some(snapshot) = self.shown_for(sending) else {
            return Tried::Ended(BookingOutcome::Changed(None));
        };
        if let Some(outcome) = self.stored_before(sending, &snapshot) {
            return Tried::Ended(outcome);
        }
        // From here to the append there is no await, so an abandoned attempt is not stored.
        if !self.with(|inner| inner.attempts.is_under_way(sending.attempt)) {
            return Tried::Ended(BookingOutcome::Abandoned);
        }
        let own = self.with(|inner| inner.catalogue.clone());
        let Some((journal, (catalogue, catalogue_value))) = self.journal(sending.account).zip(own) else {
            return Tried::Ended(BookingOutcome::Changed(news));
        };
        let refused = |text: String| Tried::Ended(BookingOutcome::Refused(text));
        if self.with(|inner| inner.unstored) {
            return refused(Refusal::CatalogueUnreadable.message(&catalogue));
        }
        let is_partial = self.is_partial();
        if is_partial && needs_everybody(sending.command) {
            return refused(self.not_everybody().to_owned());
        }
        let instant = browser::instant();
        let preparation = Preparation {
            ledger: &snapshot.ledger,
            catalogue: &catalogue,
            catalogue_value: &catalogue_value,
            people: &snapshot.people,
            viewer: &snapshot.session.viewer,
            actor: &snapshot.session.actor,
            command_id: sending.command_id,
            instant: &instant,
            today: snapshot.session.today,
            command: sending.command,
        };
        let prepared = match preparation.prepare() {
            Ok(prepared) => prepared,
            // The viewer learns who was faster, instead of learning only that the same thing cannot be done twice.
            Err(_) if news.is_some() => return Tried::Ended(BookingOutcome::Changed(news)),
            Err(refusal) => return refused(refusal.message(&catalogue)),
        };
        if is_partial && is_about_everybody(&prepared.due) {
            return refused(self.not_everybody().to_owned());
        }
        if sending.preview.is_some_and(|preview| prepared.events != preview) {
            return Tried::Ended(BookingOutcome::Changed(news));
        }
        let (record, line) = match preparation.entry(&prepared) {
            Ok(entry) => entry,
            Err(error) => return Tried::Ended(BookingOutcome::Failed(error.into())),
        };
        self.change(|inner| inner.attempts.tried(sending.command_id));
        let is_opening = record.position == 1 && self.is_unopened(&snapshot);
        match self
            .append(&journal, &snapshot, is_opening, record.position, &line)
            .await
        {
            Ok(()) => {
                let events = prepared.events.clone();
                self.take_in(sending.account, &line, record, prepared.account_after)
                    .await;
                Tried::Ended(BookingOutcome::Booked(events))
            }
            Err(SaveError::Conflict) => self.overtaken(sending, record.position, is_opening).await,
            Err(error) => Tried::Ended(BookingOutcome::Failed(error)),
        }
    }

    /// Reads the line at a position that exists already.
    async fn overtaken(self, sending: &Sending<'_>, position: u32, is_opening: bool) -> Tried {
        let news = if is_opening {
            self.read_account().await;
            None
        } else {
            self.read_newer().await
        };
        // If a different account is shown by now, the outcome is reported once this one is shown again.
        let Some(now) = self.shown_for(sending) else {
            return Tried::Ended(BookingOutcome::Changed(None));
        };
        match self.stored_before(sending, &now) {
            Some(outcome) => Tried::Ended(outcome),
            // The viewer knows what this page itself has booked.
            None if self.is_own(&now, position) => Tried::Overtaken(None),
            // A preview is shown again after every change of the account (CHG 10).
            None if sending.preview.is_some() => Tried::Ended(BookingOutcome::Changed(news)),
            None => Tried::Overtaken(news),
        }
    }

    /// Stores a line. The opening of an account is stored with its first booking.
    async fn append(
        self,
        journal: &Journal,
        snapshot: &Snapshot,
        is_opening: bool,
        position: u32,
        line: &str,
    ) -> Result<(), SaveError> {
        let account = &snapshot.session.account;
        if is_opening {
            let lines = [to_json_line(snapshot.ledger.opening())?, line.to_owned()];
            return journal.append_all(account, 0, &lines).await;
        }
        journal.append(account, position, line).await
    }

    fn not_everybody(self) -> &'static str {
        if untrack(|| self.is_reading()) {
            STILL_READING
        } else {
            NOT_EVERYBODY
        }
    }

    /// Whether this page itself has booked the line at a position.
    fn is_own(self, now: &Snapshot, position: u32) -> bool {
        let at = position.checked_sub(1).and_then(|at| usize::try_from(at).ok());
        let first = at.and_then(|at| now.ledger.records().get(at));
        first.is_some_and(|first| self.with(|inner| inner.attempts.is_own(&first.command_id)))
    }

    /// The current snapshot, if it shows the account that the command was confirmed for.
    fn shown_for(self, sending: &Sending<'_>) -> Option<Rc<Snapshot>> {
        self.current().filter(|now| now.session.account == sending.account)
    }

    /// The outcome if the journal already contains this command, or another one that took its place.
    fn stored_before(self, sending: &Sending<'_>, now: &Snapshot) -> Option<BookingOutcome> {
        if let Some(record) = now.ledger.booked(sending.command_id) {
            let own = sending.preview.filter(|preview| record.events.ends_with(preview));
            return Some(BookingOutcome::Booked(
                own.map_or_else(|| record.events.clone(), <[Event]>::to_vec),
            ));
        }
        // Without a preview, a command does not depend on earlier ones. They are reported separately.
        let found = sending.preview.and_then(|_| self.take_found(now));
        found.map(BookingOutcome::Earlier)
    }

    fn take_found(self, now: &Snapshot) -> Option<News> {
        self.change(|inner| {
            inner
                .attempts
                .take_found(&now.session.account, |id| now.ledger.booked(id))
        })
    }

    /// Reports an earlier command that turns out to be stored, unless an attempt reports it.
    pub(super) fn tell_found(self) {
        if self.with(|inner| inner.attempts.is_claimed()) {
            return;
        }
        let found = self.current().and_then(|now| self.take_found(&now));
        if found.is_some() {
            self.late.set(found);
        }
    }

    /// Adds a line that this page has stored to the current ledger. Lines that others have booked since are kept.
    async fn take_in(self, account: &str, line: &str, record: Record, account_after: Account) {
        let Some(now) = self.current() else {
            // The account is being read, perhaps in its earlier state.
            return self.change(|inner| inner.stale = true);
        };
        if now.session.account != account || now.ledger.next_position() > record.position {
            return;
        }
        let mut ledger = Ledger::clone(&now.ledger);
        let follows = *ledger.last_sha256() == record.previous_sha256;
        if follows && ledger.take(line, record, account_after).is_ok() {
            self.put_ledger(ledger);
        } else {
            drop(self.read_newer().await);
        }
    }
}
