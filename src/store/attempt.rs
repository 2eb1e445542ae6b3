//! Bookings under way: one attempt for each confirmation, its progress and its outcome, and the commands that may be stored
//! although nobody knows.

use exchange::journal::SaveError;
use gloo_timers::callback::Timeout;
use licensing::command::Command;
use licensing::event::Event;
use licensing::ledger::entry::Record;
use licensing::value::ids::CommandId;
use std::sync::Arc;

/// A booking shows progress after this many milliseconds.
pub(super) const BUSY_MS: u32 = 400;
/// After this many milliseconds the page asks whether to keep waiting.
pub(super) const SLOW_MS: u32 = 10_000;

/// A booking of somebody else, or of this page's own that was thought lost: who booked, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News(pub(super) Arc<Record>);

impl News {
    /// Who booked.
    pub fn actor(&self) -> &str {
        &self.0.actor
    }

    /// What was booked.
    pub fn events(&self) -> &[Event] {
        &self.0.events
    }
}

/// How a command ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BookingOutcome {
    /// It is stored, with these events.
    Booked(Vec<Event>),
    /// Another command that the viewer had confirmed before, and whose answer was lost, is stored. This one is not booked,
    /// because its preview did not include that (CHG 10).
    Earlier(News),
    /// Day, prices, or account have changed since the preview, so nothing is booked (CHG 10). Names who booked meanwhile,
    /// if somebody did.
    Changed(Option<News>),
    /// The rules refuse it now. The text says what, why, and what to do.
    Refused(String),
    /// It could not be stored. Nothing is booked.
    Failed(SaveError),
    /// It was given up for another attempt, which reports its own outcome.
    Abandoned,
}

/// How far a booking is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BookingProgress {
    /// It has just started: nothing to show yet.
    #[default]
    Started,
    /// It is under way.
    Busy,
    /// It takes long: keep waiting, or try again.
    Slow,
    /// It has ended.
    Ended(BookingOutcome),
}

/// One attempt to book a command. Everybody who books has an attempt of their own, so nobody waits for another's or gives it
/// up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Attempt(pub(super) u32);

/// What a button does. It outlives the part of the page that made it.
pub type Work = Arc<dyn Fn() + Send + Sync>;

/// What is announced once a command is stored: a text, and the label and the work of a button.
pub struct Announced {
    /// The text.
    pub text: String,
    /// What can be done about it.
    pub action: Option<(String, Work)>,
}

impl<T: Into<String>> From<T> for Announced {
    fn from(text: T) -> Self {
        Self {
            text: text.into(),
            action: None,
        }
    }
}

/// Writes what is announced from the stored events. It may use nothing of the part of the page that asked, since that may be
/// gone.
pub type Announcement = Arc<dyn Fn(&[Event]) -> Announced + Send + Sync>;

/// A booking that was asked for: what is booked, and how that goes.
#[derive(Clone)]
pub struct Booking {
    /// Its attempt.
    pub attempt: Attempt,
    /// The command.
    pub command: Arc<Command>,
    /// The events of its preview, if there was one.
    pub preview: Option<Vec<Event>>,
    /// The account that it was asked for. It is booked in no other.
    pub account: Option<String>,
    /// What is announced once it is stored.
    pub announcement: Announcement,
    /// How far it is.
    pub progress: BookingProgress,
    /// Whether a dialog shows how it goes and how it ends. Otherwise the shell does.
    pub is_in_dialog: bool,
    /// Whether its outcome has been shown.
    pub is_dismissed: bool,
}

/// A command that was confirmed and may be stored. It keeps its id when it is sent again, so it is not booked twice.
pub(super) struct Pending {
    id: CommandId,
    command: Arc<Command>,
    account: String,
    /// The attempt that reports its outcome. `None` once that was given up or has failed.
    attempt: Option<Attempt>,
    /// Whether the journal was asked to store it. From then on only the journal knows.
    tried: bool,
}

/// The commands of this page that are under way or may be stored.
#[derive(Default)]
pub(super) struct Attempts {
    newest: u32,
    pending: Vec<Pending>,
    /// The ids that this page has booked.
    booked: Vec<CommandId>,
    /// The attempts that report by themselves what else they find stored.
    claims: Vec<Attempt>,
    timers: Vec<(Attempt, Timeout)>,
}

impl Attempts {
    pub(super) fn begin(&mut self) -> Attempt {
        self.newest = self.newest.wrapping_add(1);
        Attempt(self.newest)
    }

    pub(super) fn keep_timer(&mut self, attempt: Attempt, timer: Timeout) {
        self.timers.push((attempt, timer));
    }

    /// An attempt has ended, whatever its outcome.
    pub(super) fn end(&mut self, attempt: Attempt) {
        self.timers.retain(|(it, _)| *it != attempt);
        self.claims.retain(|it| *it != attempt);
    }

    /// Its command may still be stored.
    pub(super) fn abandon(&mut self, attempt: Attempt) {
        let own = self.pending.iter_mut().filter(|it| it.attempt == Some(attempt));
        own.for_each(|it| it.attempt = None);
        self.end(attempt);
    }

    pub(super) fn is_under_way(&self, attempt: Attempt) -> bool {
        self.pending.iter().any(|it| it.attempt == Some(attempt))
    }

    /// Notes that a command is sent now. Returns the id that it was sent under before, if nobody knows the outcome of that;
    /// otherwise it gets `new_id`.
    pub(super) fn pend(
        &mut self,
        attempt: Attempt,
        account: &str,
        command: &Arc<Command>,
        new_id: &CommandId,
    ) -> Option<CommandId> {
        let is_same = |it: &&mut Pending| it.attempt.is_none() && it.account == account && it.command == *command;
        if let Some(known) = self.pending.iter_mut().find(is_same) {
            known.attempt = Some(attempt);
            return Some(known.id.clone());
        }
        self.pending.push(Pending {
            id: new_id.clone(),
            command: Arc::clone(command),
            account: account.to_owned(),
            attempt: Some(attempt),
            tried: false,
        });
        None
    }

    /// The journal is asked to store a command.
    pub(super) fn tried(&mut self, id: &CommandId) {
        let own = self.pending.iter_mut().filter(|it| it.id == *id);
        own.for_each(|it| it.tried = true);
    }

    /// An attempt has ended. `known` says whether it is known that its command is stored. Returns whether this attempt
    /// reports the outcome.
    pub(super) fn settle(&mut self, attempt: Attempt, id: &CommandId, known: bool) -> bool {
        self.end(attempt);
        let Some(at) = self.pending.iter().position(|it| it.id == *id) else {
            return false;
        };
        let Some(own) = self.pending.get_mut(at).filter(|it| it.attempt == Some(attempt)) else {
            return false;
        };
        own.attempt = None;
        if known || !own.tried {
            let own = self.pending.remove(at);
            self.booked.extend(known.then_some(own.id));
        }
        true
    }

    /// Whether this page has sent a command.
    pub(super) fn is_own(&self, id: &CommandId) -> bool {
        self.pending.iter().any(|it| it.id == *id) || self.booked.iter().any(|it| it == id)
    }

    /// An attempt reports by itself which earlier commands it finds stored.
    pub(super) fn claim(&mut self, attempt: Attempt) {
        self.claims.push(attempt);
    }

    pub(super) fn is_claimed(&self) -> bool {
        !self.claims.is_empty()
    }

    /// Takes out the commands of an account that are stored although nobody was told, and returns the last. `booked` looks
    /// one up in the journal.
    pub(super) fn take_found<'a>(
        &mut self,
        account: &str,
        booked: impl Fn(&CommandId) -> Option<&'a Arc<Record>>,
    ) -> Option<News> {
        let mut found = None;
        self.pending.retain(|it| {
            let is_open = it.attempt.is_none() && it.account == account;
            let record = is_open.then(|| booked(&it.id)).flatten();
            if let Some(record) = record {
                found = Some(News(Arc::clone(record)));
            }
            record.is_none()
        });
        found
    }
}
