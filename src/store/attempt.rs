//! Bookings in progress: one attempt for each confirmation, its progress and its outcome, and the commands that may be
//! stored although this is not known.

use exchange::journal::SaveError;
use gloo_timers::callback::Timeout;
use licensing::command::Command;
use licensing::event::Event;
use licensing::ledger::entry::Record;
use licensing::value::ids::CommandId;
use std::sync::Arc;

/// A booking shows its progress after this many milliseconds.
pub(super) const BUSY_MS: u32 = 400;
/// After this many milliseconds the page asks whether to keep waiting.
pub(super) const SLOW_MS: u32 = 10_000;

/// A booking of someone else, or one of this page that seemed lost: who booked, and what.
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

/// The outcome of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BookingOutcome {
    /// It is stored, with these events.
    Booked(Vec<Event>),
    /// An earlier command that the viewer had confirmed, and whose answer was lost, is stored. This one is not booked,
    /// because its preview did not include the earlier one (CHG 10).
    Earlier(News),
    /// The day, the prices, or the account have changed since the preview, so nothing is booked (CHG 10). Contains the
    /// booking that was made meanwhile, if any.
    Changed(Option<News>),
    /// The rules refuse it now. The text says what is refused, why, and what to do.
    Refused(String),
    /// It could not be stored. Nothing is booked.
    Failed(SaveError),
    /// It was abandoned for another attempt, which reports its own outcome.
    Abandoned,
}

/// The progress of a booking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BookingProgress {
    /// It has just started, and there is nothing to show yet.
    #[default]
    Started,
    /// It is in progress.
    Busy,
    /// It is taking long: keep waiting, or try again.
    Slow,
    /// It has ended.
    Ended(BookingOutcome),
}

/// One attempt to book a command. Each booking has an attempt of its own, so that none waits for another or abandons
/// it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Attempt(pub(super) u32);

/// The action of a button. It outlives the part of the page that created it.
pub type Work = Arc<dyn Fn() + Send + Sync>;

/// The announcement that a command is stored: a text, and the label and action of a button.
pub struct Announced {
    /// The text.
    pub text: String,
    /// The button, if any: its label and its action.
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

/// Writes the announcement from the stored events. It must not use anything of the part of the page that started the
/// booking, because that may be gone.
pub type Announcement = Arc<dyn Fn(&[Event]) -> Announced + Send + Sync>;

/// A requested booking: its content and its progress.
#[derive(Clone)]
pub struct Booking {
    /// Its attempt.
    pub attempt: Attempt,
    /// The command.
    pub command: Arc<Command>,
    /// The events of its preview, if there was one.
    pub preview: Option<Vec<Event>>,
    /// The account that it was requested for. It is booked in no other account.
    pub account: Option<String>,
    /// What is announced once it is stored.
    pub announcement: Announcement,
    /// Its progress.
    pub progress: BookingProgress,
    /// Whether a dialog shows its progress and outcome. Otherwise, the shell does.
    pub is_in_dialog: bool,
    /// Whether its outcome has been shown.
    pub is_dismissed: bool,
}

/// A command that was confirmed and may be stored. It keeps its id when it is sent again, so that it is not booked
/// twice.
pub(super) struct Pending {
    id: CommandId,
    command: Arc<Command>,
    account: String,
    /// The attempt that reports its outcome. `None` after that attempt was abandoned or has failed.
    attempt: Option<Attempt>,
    /// Whether the journal was asked to store it. From then on, only the journal knows the outcome.
    tried: bool,
}

/// The commands of this page that are in progress or may be stored.
#[derive(Default)]
pub(super) struct Attempts {
    newest: u32,
    pending: Vec<Pending>,
    /// The ids that this page has booked.
    booked: Vec<CommandId>,
    /// The attempts that themselves report the earlier commands that they find stored.
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

    /// Ends an attempt, whatever its outcome.
    pub(super) fn end(&mut self, attempt: Attempt) {
        self.timers.retain(|(it, _)| *it != attempt);
        self.claims.retain(|it| *it != attempt);
    }

    /// Abandons an attempt. Its command may still be stored.
    pub(super) fn abandon(&mut self, attempt: Attempt) {
        let own = self.pending.iter_mut().filter(|it| it.attempt == Some(attempt));
        own.for_each(|it| it.attempt = None);
        self.end(attempt);
    }

    pub(super) fn is_under_way(&self, attempt: Attempt) -> bool {
        self.pending.iter().any(|it| it.attempt == Some(attempt))
    }

    /// Notes that a command is being sent. Returns the id of an earlier attempt with the same command, if the outcome
    /// of that attempt is unknown. Otherwise, the command gets `new_id`.
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

    /// Notes that the journal is asked to store a command.
    pub(super) fn tried(&mut self, id: &CommandId) {
        let own = self.pending.iter_mut().filter(|it| it.id == *id);
        own.for_each(|it| it.tried = true);
    }

    /// Ends an attempt. `known` says whether its command is known to be stored. Returns whether this attempt reports
    /// the outcome.
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

    /// Notes that an attempt itself reports the earlier commands that it finds stored.
    pub(super) fn claim(&mut self, attempt: Attempt) {
        self.claims.push(attempt);
    }

    pub(super) fn is_claimed(&self) -> bool {
        !self.claims.is_empty()
    }

    /// Removes the commands of an account that turn out to be stored, and returns the last one. `booked` looks up a
    /// command in the journal.
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
