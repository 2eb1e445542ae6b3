//! Sending a command: decided on the newest state, stored at a position that nobody else has, told as it went.

use super::{Attempt, News, Save, Snapshot, Store};
use crate::host::seed::Soil;
use crate::host::{browser, rival};
use crate::journal::{Journal, SaveError};
use exchange::directory::sample;
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

/// How often a hanging save of the demo looks whether it may go on.
const HANG_MS: u32 = 200;

/// So often at most something is decided anew because this page itself was quicker with something else.
const MOST: usize = 10;

/// A booking that is about everybody, while not everybody could be read.
const NOT_EVERYBODY: &str = "Your change wasn't saved because it needs the complete list of people, which couldn't be loaded. Close this, select “Try again” at the top of the page, and repeat the change once the list is complete.";

/// The same, while they are being read.
const STILL_READING: &str = "Your change wasn't saved because it needs the complete list of people, which is still loading. Repeat the change once the list is complete.";

/// What became of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// Stored; these are its events, as they are stored.
    Booked(Vec<Event>),
    /// Something else that was confirmed before, and whose answer was lost, is stored: that is what it came to. Nothing
    /// else was booked, since what was shown did not know of it (CHG 10).
    Earlier(News),
    /// Day, prices or account have changed since it was shown: nothing was booked, look again (CHG 10). Who booked
    /// meanwhile, where somebody did.
    Changed(Option<News>),
    /// The rules refuse it now; what, why and what to do.
    Refused(String),
    /// It could not be stored; nothing is lost, nothing is booked.
    Failed(SaveError),
    /// Given up for another attempt, which tells what becomes of it.
    Abandoned,
}

/// A command on its way, with what it was shown to come to.
struct Asked<'a> {
    attempt: Attempt,
    command_id: &'a CommandId,
    /// The account that it was confirmed for.
    account: &'a str,
    command: &'a Command,
    shown: Option<&'a [Event]>,
}

impl Store {
    /// Sends a command. Where its decision was shown, exactly that is booked, or nothing (CHG 10).
    pub async fn send(self, attempt: Attempt, command: Arc<Command>, shown: Option<Vec<Event>>) -> Sent {
        self.send_in(self.account(), attempt, command, shown).await
    }

    /// The account that is shown now; none where none is.
    pub fn account(self) -> Option<String> {
        self.current().map(|now| now.place.account.clone())
    }

    /// The same, of a command that was asked for in an account: nothing is booked in another one.
    pub async fn send_in(
        self,
        account: Option<String>,
        attempt: Attempt,
        command: Arc<Command>,
        shown: Option<Vec<Event>>,
    ) -> Sent {
        let Some(account) = account.filter(|account| self.account().as_ref() == Some(account)) else {
            self.end(attempt);
            return Sent::Changed(None);
        };
        let command_id = self.pend(attempt, &account, &command);
        let asked = Asked {
            attempt,
            command_id: &command_id,
            account: &account,
            command: &command,
            shown: shown.as_deref(),
        };
        let sent = self.attempt(&asked).await;
        let tells = self.settle(attempt, &command_id, matches!(sent, Sent::Booked(_)));
        // What this one did not tell of what it found, and itself where it was given up.
        if let (false, Sent::Earlier(found)) = (tells, &sent) {
            self.late.set(Some(found.clone()));
        }
        self.tell_found();
        if tells { sent } else { Sent::Abandoned }
    }

    /// Books something that nobody waits for, beside what is being sent: the page does not tell how it goes.
    pub(super) async fn send_aside(self, command: Command) -> Sent {
        self.send(self.begin(), Arc::new(command), None).await
    }

    async fn attempt(self, asked: &Asked<'_>) -> Sent {
        if asked.shown.is_some() {
            self.claim(asked.attempt);
        }
        for _ in 0..MOST {
            if let Some(sent) = self.attempt_once(asked).await {
                return sent;
            }
        }
        Sent::Changed(None)
    }

    /// Nothing where something else that this page has sent was first: the reader knows of that, so that what is sent
    /// now is decided anew.
    async fn attempt_once(self, asked: &Asked<'_>) -> Option<Sent> {
        // Another tab may have booked; an earlier attempt may have been stored after all.
        let news = self.read_newer().await;
        let Some(snapshot) = self.shown_for(asked) else {
            return Some(Sent::Changed(None));
        };
        if let Some(sent) = self.stored_before(asked, &snapshot) {
            return Some(sent);
        }
        // Nothing is waited for from here to the point where it may be stored: who gave it up has nothing booked by it.
        if !self.is_under_way(asked.attempt) {
            return Some(Sent::Abandoned);
        }
        let catalogue = self.inner.with_value(|inner| inner.catalogue.clone());
        let Some((journal, (catalogue, catalogue_value))) = self.journal(asked.account).zip(catalogue) else {
            return Some(Sent::Changed(news));
        };
        if self.inner.with_value(|inner| inner.unstored) {
            return Some(Sent::Refused(Refusal::CatalogueUnreadable.message(&catalogue)));
        }
        let partial = self.is_partial();
        if partial && needs_everybody(asked.command) {
            return Some(Sent::Refused(self.not_everybody().to_owned()));
        }
        let instant = browser::instant();
        let preparation = Preparation {
            ledger: &snapshot.ledger,
            catalogue: &catalogue,
            catalogue_value: &catalogue_value,
            people: &snapshot.people,
            viewer: &snapshot.place.viewer,
            actor: &snapshot.place.actor,
            command_id: asked.command_id,
            instant: &instant,
            today: snapshot.place.today,
            command: asked.command,
        };
        let prepared = match preparation.prepare() {
            Ok(prepared) => prepared,
            Err(refusal) => return Some(Sent::Refused(refusal.message(&catalogue))),
        };
        if partial && is_about_everybody(&prepared.due) {
            return Some(Sent::Refused(self.not_everybody().to_owned()));
        }
        if asked.shown.is_some_and(|shown| prepared.events != shown) {
            return Some(Sent::Changed(news));
        }
        let (record, line) = match preparation.entry(&prepared) {
            Ok(entry) => entry,
            Err(error) => return Some(Sent::Failed(error.into())),
        };
        self.tried(asked.command_id);
        let stored = self
            .store_line(asked, &journal, &snapshot, record.position, &line)
            .await;
        let sent = match stored {
            Ok(()) => {
                let events = prepared.events.clone();
                self.take_in(asked.account, &line, record, prepared.account_after).await;
                Sent::Booked(events)
            }
            Err(SaveError::Conflict) => {
                let unopened = record.position == 1 && snapshot.place.demo.is_none();
                let news = if unopened {
                    self.read_account().await;
                    None
                } else {
                    self.read_newer().await
                };
                // Of another account there is nothing to say; whether it is stored is told once it is shown again.
                let Some(now) = self.shown_for(asked) else {
                    return Some(Sent::Changed(None));
                };
                match self.stored_before(asked, &now) {
                    Some(sent) => sent,
                    None if self.was_first(&now, record.position) => return None,
                    None => Sent::Changed(news),
                }
            }
            Err(error) => Sent::Failed(error),
        };
        Some(sent)
    }

    /// Why what is about everybody has to wait.
    fn not_everybody(self) -> &'static str {
        if untrack(|| self.is_reading()) {
            STILL_READING
        } else {
            NOT_EVERYBODY
        }
    }

    /// Whether this page itself has sent what stands at a position.
    fn was_first(self, now: &Snapshot, position: u32) -> bool {
        let at = position.checked_sub(1).and_then(|at| usize::try_from(at).ok());
        let first = at.and_then(|at| now.ledger.records().get(at));
        first.is_some_and(|first| self.is_own(&first.command_id))
    }

    /// What is shown now, as long as it is the account that a command was confirmed for.
    fn shown_for(self, asked: &Asked<'_>) -> Option<Rc<Snapshot>> {
        self.current().filter(|now| now.place.account == asked.account)
    }

    /// What the journal says of a command that was sent before, or of another one that took its place: what is told is
    /// what is stored.
    fn stored_before(self, asked: &Asked<'_>, now: &Snapshot) -> Option<Sent> {
        if let Some(record) = now.ledger.booked(asked.command_id) {
            let own = asked.shown.filter(|shown| record.events.ends_with(shown));
            return Some(Sent::Booked(
                own.map_or_else(|| record.events.clone(), <[Event]>::to_vec),
            ));
        }
        // What was not shown does not depend on what was found; that is told beside it.
        let found = asked.shown.and_then(|_| self.take_found(now));
        found.map(Sent::Earlier)
    }

    /// Takes over what this page has just stored, into whatever is shown by now: people who were read meanwhile stay, and
    /// so does what others have booked since.
    async fn take_in(self, account: &str, line: &str, record: Record, account_after: Account) {
        let Some(now) = self.current() else {
            // It is being read, perhaps as it was before.
            return self.inner.update_value(|inner| inner.stale = true);
        };
        if now.place.account != account || now.ledger.next_position() > record.position {
            return;
        }
        let mut ledger = Ledger::clone(&now.ledger);
        let follows = *ledger.last_sha256() == record.previous_sha256;
        if follows && ledger.take(line, record, account_after).is_ok() {
            self.put(Rc::new(ledger), &now);
        } else {
            drop(self.read_newer().await);
        }
    }

    /// Stores a line, or behaves as the demonstration says.
    async fn store_line(
        self,
        asked: &Asked<'_>,
        journal: &Journal,
        snapshot: &Snapshot,
        position: u32,
        line: &str,
    ) -> Result<(), SaveError> {
        if let Some(demo) = self.demo_untracked() {
            self.act_out(demo.save, asked, journal, snapshot, position).await?;
        }
        let account = &snapshot.place.account;
        if position == 1 && snapshot.place.demo.is_none() {
            // Nobody has opened the account yet: its first line goes with the first booking.
            let lines = [to_json_line(snapshot.ledger.opening())?, line.to_owned()];
            return journal.append_all(account, 0, &lines).await;
        }
        journal.append(account, position, line).await
    }

    /// What comes before storing where the demonstration shows how saving may go.
    async fn act_out(
        self,
        save: Save,
        asked: &Asked<'_>,
        journal: &Journal,
        snapshot: &Snapshot,
        position: u32,
    ) -> Result<(), SaveError> {
        match save {
            Save::Works => Ok(()),
            Save::Fails => Err(SaveError::Failed("demo".to_owned())),
            Save::Conflicts => {
                self.let_a_rival_book(asked.command_id, journal, snapshot, position)
                    .await;
                Ok(())
            }
            Save::Hangs => {
                let hangs = || self.demo_untracked().is_some_and(|demo| demo.save == Save::Hangs);
                while hangs() && self.is_under_way(asked.attempt) {
                    browser::pause(HANG_MS).await;
                }
                if self.is_under_way(asked.attempt) {
                    Ok(())
                } else {
                    Err(SaveError::Failed("given up".to_owned()))
                }
            }
        }
    }

    /// The demo's other administrator books first, once for each confirmation.
    async fn let_a_rival_book(self, command_id: &CommandId, journal: &Journal, snapshot: &Snapshot, position: u32) {
        let known = self
            .inner
            .with_value(|inner| inner.rivals.iter().any(|id| id == command_id));
        let Some((catalogue, catalogue_value)) = self.inner.with_value(|inner| inner.catalogue.clone()) else {
            return;
        };
        if known {
            return;
        }
        self.inner.update_value(|inner| inner.rivals.push(command_id.clone()));
        let place = &snapshot.place;
        let soil = Soil {
            deployment: place.deployment,
            catalogue: &catalogue,
            catalogue_value: &catalogue_value,
            people: sample::people,
        };
        let instant = browser::instant();
        if let Some(line) = rival::line(&snapshot.ledger, soil, &snapshot.people, place.today, &instant) {
            // Should it fail, there is no conflict, and the booking goes on.
            let _ = journal.append(&place.account, position, &line).await;
        }
    }
}
