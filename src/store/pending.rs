//! What was confirmed and is not known to be stored: which attempts are under way and how each goes, and which commands
//! may be stored although nobody was told.

use crate::adapters::browser;
use crate::store::{News, Snapshot, Store};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use licensing::command::Command;
use licensing::value::ids::CommandId;
use std::rc::Rc;
use std::sync::Arc;

/// After so many milliseconds a save is shown as under way.
const BUSY_MS: u32 = 400;
/// After so many milliseconds the reader is asked whether to wait.
const SLOW_MS: u32 = 10_000;

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

/// One sending of a command. Whoever sends has their own, so that nobody waits for, or gives up, what another has sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Attempt(u32);

/// A command that was confirmed and may be stored. Its id is its own: the same command, sent again, keeps it and books
/// nothing twice; another command has another.
pub(super) struct Pending {
    id: CommandId,
    command: Arc<Command>,
    account: String,
    /// The attempt that tells what becomes of it; none where that was given up or has failed.
    attempt: Option<Attempt>,
    /// Whether anything was asked of the keeper: from then on, only its journal knows.
    tried: bool,
}

/// What is under way, of the page's own.
#[derive(Default)]
pub(super) struct Counter {
    /// The number of the newest attempt.
    newest: u32,
    pending: Vec<Pending>,
    /// The ids of what this page has booked.
    booked: Vec<CommandId>,
    /// The attempts that tell by themselves what else they find stored.
    claims: Vec<Attempt>,
    /// What asks after a while whether to go on waiting, for each attempt.
    timers: Vec<(Attempt, Timeout)>,
}

impl Store {
    /// Begins to send something: how it goes can be followed from now on.
    pub fn begin(self) -> Attempt {
        let attempt = self.counter(|counter| {
            counter.newest = counter.newest.wrapping_add(1);
            Attempt(counter.newest)
        });
        self.saving.update(|all| all.push((attempt, Saving::Idle)));
        self.tell_later(attempt, BUSY_MS, Saving::Busy);
        self.tell_later(attempt, SLOW_MS, Saving::Slow);
        attempt
    }

    /// How an attempt goes; tracked.
    pub fn saving(self, attempt: Attempt) -> Saving {
        self.saving
            .with(|all| all.iter().find(|(it, _)| *it == attempt).map(|(_, how)| *how))
            .unwrap_or_default()
    }

    /// Gives up waiting for an attempt, and for no other. Should it be stored after all, whoever sends the same again
    /// is told so, or else the reader is.
    pub fn abandon(self, attempt: Attempt) {
        self.counter(|counter| {
            let own = counter.pending.iter_mut().filter(|it| it.attempt == Some(attempt));
            own.for_each(|it| it.attempt = None);
        });
        self.end(attempt);
    }

    /// Goes on waiting, and asks again later.
    pub fn keep_waiting(self, attempt: Attempt) {
        self.tell(attempt, Saving::Busy);
        self.tell_later(attempt, SLOW_MS, Saving::Slow);
    }

    fn tell(self, attempt: Attempt, how: Saving) {
        self.saving.update(|all| {
            let own = all.iter_mut().filter(|(it, _)| *it == attempt);
            own.for_each(|(_, before)| *before = how);
        });
    }

    /// Unless it has ended by then.
    fn tell_later(self, attempt: Attempt, milliseconds: u32, how: Saving) {
        let timer = Timeout::new(milliseconds, move || self.tell(attempt, how));
        self.counter(|counter| counter.timers.push((attempt, timer)));
    }

    /// It has ended, whatever came of it.
    pub(super) fn end(self, attempt: Attempt) {
        self.counter(|counter| {
            counter.timers.retain(|(it, _)| *it != attempt);
            counter.claims.retain(|it| *it != attempt);
        });
        self.saving.update(|all| all.retain(|(it, _)| *it != attempt));
    }

    /// Whether nobody has given it up.
    pub(super) fn is_under_way(self, attempt: Attempt) -> bool {
        self.counter(|counter| counter.pending.iter().any(|it| it.attempt == Some(attempt)))
    }

    /// The id of a command that is sent now: the one that it was sent under before, where nobody knows what came of
    /// that.
    pub(super) fn pend(self, attempt: Attempt, account: &str, command: &Arc<Command>) -> CommandId {
        self.counter(|counter| {
            let known = counter
                .pending
                .iter_mut()
                .find(|it| it.attempt.is_none() && it.account == account && it.command == *command);
            if let Some(known) = known {
                known.attempt = Some(attempt);
                return known.id.clone();
            }
            let id = browser::command_id();
            counter.pending.push(Pending {
                id: id.clone(),
                command: Arc::clone(command),
                account: account.to_owned(),
                attempt: Some(attempt),
                tried: false,
            });
            id
        })
    }

    /// From now on only the journal knows whether it is stored.
    pub(super) fn tried(self, id: &CommandId) {
        self.counter(|counter| {
            let own = counter.pending.iter_mut().filter(|it| it.id == *id);
            own.for_each(|it| it.tried = true);
        });
    }

    /// An attempt has come to its end: `known` says that it is known what became of its command. Answers whether it is
    /// the one that tells.
    pub(super) fn settle(self, attempt: Attempt, id: &CommandId, known: bool) -> bool {
        self.end(attempt);
        self.counter(|counter| {
            let Some(at) = counter.pending.iter().position(|it| it.id == *id) else {
                return false;
            };
            let Some(own) = counter.pending.get_mut(at).filter(|it| it.attempt == Some(attempt)) else {
                return false;
            };
            own.attempt = None;
            if known || !own.tried {
                let own = counter.pending.remove(at);
                counter.booked.extend(known.then_some(own.id));
            }
            true
        })
    }

    /// Whether this page has sent a command.
    pub(super) fn is_own(self, id: &CommandId) -> bool {
        self.counter(|counter| {
            let under_way = counter.pending.iter().any(|it| it.id == *id);
            under_way || counter.booked.iter().any(|it| it == id)
        })
    }

    /// An attempt tells by itself what it finds stored of what was confirmed earlier.
    pub(super) fn claim(self, attempt: Attempt) {
        self.counter(|counter| counter.claims.push(attempt));
    }

    /// What was confirmed earlier and is stored after all, although nobody was told: taken out, since it is known now.
    /// What an attempt is under way for is told by that.
    pub(super) fn take_found(self, now: &Snapshot) -> Option<News> {
        let mut found = None;
        self.counter(|counter| {
            counter.pending.retain(|it| {
                let is_open = it.attempt.is_none() && it.account == now.place.account;
                let record = is_open.then(|| now.ledger.booked(&it.id)).flatten();
                if record.is_some() {
                    found = record.map(|record| News(Arc::clone(record)));
                }
                record.is_none()
            });
        });
        found
    }

    /// Tells what was confirmed earlier and is stored after all, unless an attempt does.
    pub(super) fn tell_found(self) {
        if self.counter(|counter| !counter.claims.is_empty()) {
            return;
        }
        let found = self.current().and_then(|now| self.take_found(&now));
        if found.is_some() {
            self.late.set(found);
        }
    }

    fn counter<T>(self, use_it: impl FnOnce(&mut Counter) -> T) -> T {
        let counter = self.inner.with_value(|inner| Rc::clone(&inner.counter));
        use_it(&mut counter.borrow_mut())
    }
}
