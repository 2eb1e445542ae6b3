//! Pure view models: they turn account and people into what the page shows. Every decision on the rules' data is made
//! here, so pages only do layout. All texts are in [`words`].

pub mod activation;
pub mod attention;
pub mod chart;
pub mod cost;
pub mod downloads;
mod forecast;
pub mod format;
pub mod history;
pub mod invoices;
pub mod keep;
mod key;
pub mod list_query;
pub mod order;
pub mod people;
pub mod plans;
pub mod prices;
pub mod requests;
pub mod route;
pub mod shell;
pub mod standing;
pub mod subscription;
pub mod term_bar;
pub mod time;
pub mod undo;
pub mod words;

pub use format::Format;
pub use licensing::account::access::{Access, Actor, Membership, ProductAccess};
pub use licensing::command::{Command, CommandKind, RoleChange};
pub use licensing::directory::person::AccountState;
pub use licensing::event::Event;
pub use licensing::refusal::Refusal;
pub use licensing::subscription::Change;
pub use licensing::subscription::status::Status;
pub use licensing::value::plan::{Deployment, PlanKey};
pub use licensing::value::role::{Assigned, FreeingReason, Role};
pub use licensing::value::setting::Setting;
pub use licensing::value::term::BillingInterval;
pub use licensing::{Date, LicenseCount, Money, PeopleSelector, PersonId};

use licensing::account::Account;
use licensing::catalogue::Catalogue;
use licensing::decide::context::{DecisionContext, Surroundings};
use licensing::decide::{decide, execute, may};
use licensing::directory::Directory;
use licensing::directory::person::Person;
use licensing::ledger::Ledger;

/// The input of the view models.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The catalog in force.
    pub catalogue: &'a Catalogue,
    /// The account with all due events folded in. Events that are due but not stored yet are in `due`.
    pub account: &'a Account,
    /// The events that are due. They will be stored with the next command (SUB 2).
    pub due: &'a [Event],
    /// All stored bookings, and the directory that was recorded last. It still contains the names of people who have
    /// left since (LIC 9).
    pub ledger: &'a Ledger,
    /// The current directory.
    pub people: &'a Directory,
    /// The viewer.
    pub viewer: &'a Actor,
    /// The collection administrators, if the directory lists them (ACC 2).
    pub administrators: &'a [PersonId],
    /// The current day (SUB 7).
    pub today: Date,
    /// Whether the people are still being read for the first time. `people` then has only the recorded people, so no
    /// count of people is known, and some names may be missing.
    pub unread: bool,
    /// The format of dates and sums.
    pub format: &'a dyn Format,
}

impl<'a> Scene<'a> {
    /// The status of the account today.
    pub fn status(&self) -> Status {
        self.account.status(self.today)
    }

    /// What the viewer can see and do (ACC 8).
    pub fn access(&self) -> Access {
        self.account.access(self.viewer, self.people, self.today)
    }

    /// Executes a command on a copy of the account. Returns its events, and the account after them (CHG 10).
    ///
    /// # Errors
    /// The rules refuse the command.
    pub fn execute(&self, command: &Command) -> Result<(Vec<Event>, Account), Refusal> {
        let mut after = self.account.clone();
        let around = Surroundings::unchanged(self.catalogue, self.people, self.today);
        let events = execute(&mut after, around, self.viewer, self.ledger.last_position(), command)?;
        Ok((events, after))
    }

    /// Decides a command like [`execute`](Self::execute), but returns only the events.
    ///
    /// # Errors
    /// The rules refuse the command.
    pub fn decide(&self, command: &Command) -> Result<Vec<Event>, Refusal> {
        decide(self.context(), command)
    }

    /// Why a command cannot be given at all now. `None` if it can.
    pub fn refusal(&self, command: &Command) -> Option<Refusal> {
        may(self.context(), command).err()
    }

    /// The message of a refusal, with the names of the catalog.
    pub fn why(&self, refusal: &Refusal) -> String {
        refusal.message(self.catalogue)
    }

    /// Formats a sum.
    pub fn money(&self, amount: Money) -> String {
        self.format.money(amount)
    }

    /// Formats a date.
    pub fn date(&self, date: Date) -> String {
        self.format.date(date)
    }

    /// The names of the collection administrators, if the directory lists them (ACC 2).
    pub fn administrator_names(&self) -> Vec<String> {
        let known = self.administrators.iter().filter_map(|id| self.people.get(id));
        known.map(|person| person.name.clone()).collect()
    }

    /// The row of a person, or the last known one if they have left (LIC 9).
    pub fn known(&self, id: &PersonId) -> Option<&'a Person> {
        self.people
            .remembered(id)
            .or_else(|| self.ledger.people().remembered(id))
    }

    /// The name of a person, including people who have left. The ID if the name is unknown.
    pub fn person_name(&self, id: &PersonId) -> String {
        let known = self.known(id);
        if self.unread && known.is_none_or(|person| person.name.is_empty()) {
            return words::reading::NAME_TO_COME.to_owned();
        }
        known.map_or_else(|| id.to_string(), |person| person.shown_name().to_owned())
    }

    /// The name of a plan.
    pub fn plan_name(&self, plan: PlanKey) -> &str {
        self.catalogue.plan_name(plan)
    }

    fn context(&self) -> DecisionContext<'_> {
        Surroundings::unchanged(self.catalogue, self.people, self.today).of(self.account, self.viewer)
    }
}

/// A date for display, with the exact ISO date.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Day {
    /// The date in the reader's format.
    pub text: String,
    /// `YYYY-MM-DD`.
    pub iso: String,
}

impl Day {
    /// Formats a day.
    pub fn new(scene: &Scene<'_>, date: Date) -> Self {
        Self {
            text: scene.date(date),
            iso: date.to_string(),
        }
    }
}

/// The tone of a message. Pages turn it into colors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    /// No particular tone.
    #[default]
    Neutral,
    /// Worth knowing.
    Info,
    /// Everything is fine.
    Good,
    /// Needs attention.
    Warning,
    /// Blocked.
    Bad,
}
