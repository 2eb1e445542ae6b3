//! Pure view models: account and people in, what is on the screen out. Whatever has an `if` on the rules' data stands
//! here, so that pages only place it; whatever is said stands in [`words`].

pub mod activation;
pub mod downloads;
pub mod format;
pub mod history;
pub mod invoices;
pub mod keep;
mod key;
pub mod order;
pub mod people;
pub mod plans;
pub mod prices;
pub mod requests;
pub mod route;
pub mod shell;
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

/// What a screen is made of.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The catalogue in force.
    pub catalogue: &'a Catalogue,
    /// The account with everything that is due folded in; what is due but not stored yet stands in `due`.
    pub account: &'a Account,
    /// What is due and will be stored with the next command (SUB 2).
    pub due: &'a [Event],
    /// Every stored booking, with the directory as it was recorded last: it still has the names of those who have left
    /// since (LIC 9).
    pub ledger: &'a Ledger,
    /// The directory now.
    pub people: &'a Directory,
    /// Who looks.
    pub viewer: &'a Actor,
    /// The collection administrators, where the directory tells (ACC 2).
    pub administrators: &'a [PersonId],
    /// The day (SUB 7).
    pub today: Date,
    /// Whether the people are still being read for the first time: `people` has those who are recorded, so nothing that
    /// counts people is known, nor who is named by whom nobody knows yet.
    pub unread: bool,
    /// How dates and sums are written for the reader.
    pub format: &'a dyn Format,
}

impl<'a> Scene<'a> {
    /// The state of the account today.
    pub fn status(&self) -> Status {
        self.account.status(self.today)
    }

    /// What the viewer may see and do (ACC 8).
    pub fn access(&self) -> Access {
        self.account.access(self.viewer, self.people, self.today)
    }

    /// Executes a command on a copy of the account, as it would be booked now: its events, and the account after them
    /// (CHG 10).
    ///
    /// # Errors
    /// If the rules refuse the command.
    pub fn execute(&self, command: &Command) -> Result<(Vec<Event>, Account), Refusal> {
        let mut after = self.account.clone();
        let around = Surroundings::unchanged(self.catalogue, self.people, self.today);
        let events = execute(&mut after, around, self.viewer, self.ledger.last_position(), command)?;
        Ok((events, after))
    }

    /// Decides a command as [`execute`](Self::execute) does, for those who only ask what it comes to.
    ///
    /// # Errors
    /// If the rules refuse the command.
    pub fn decide(&self, command: &Command) -> Result<Vec<Event>, Refusal> {
        decide(self.context(), command)
    }

    /// Why a command cannot be given at all now; none where it goes.
    pub fn refusal(&self, command: &Command) -> Option<Refusal> {
        may(self.context(), command).err()
    }

    /// The message of a refusal, with the names of the catalog.
    pub fn why(&self, refusal: &Refusal) -> String {
        refusal.message(self.catalogue)
    }

    /// A sum for people.
    pub fn money(&self, amount: Money) -> String {
        self.format.money(amount)
    }

    /// A date for people.
    pub fn date(&self, date: Date) -> String {
        self.format.date(date)
    }

    /// The names of the collection administrators, where the directory tells (ACC 2).
    pub fn administrator_names(&self) -> Vec<String> {
        let known = self.administrators.iter().filter_map(|id| self.people.get(id));
        known.map(|person| person.name.clone()).collect()
    }

    /// Somebody's row as it is, or as it was last where they have left (LIC 9).
    pub fn known(&self, id: &PersonId) -> Option<&'a Person> {
        self.people
            .remembered(id)
            .or_else(|| self.ledger.people().remembered(id))
    }

    /// The name of somebody, here or gone; the id where nobody knows it.
    pub fn person_name(&self, id: &PersonId) -> String {
        let known = self.known(id);
        if self.unread && known.is_none_or(|person| person.name.is_empty()) {
            return words::reading::NAME_TO_COME.to_owned();
        }
        known.map_or_else(|| id.to_string(), |person| person.shown_name().to_owned())
    }

    /// A plan's name.
    pub fn plan_name(&self, plan: PlanKey) -> &str {
        self.catalogue.plan_name(plan)
    }

    fn context(&self) -> DecisionContext<'_> {
        Surroundings::unchanged(self.catalogue, self.people, self.today).of(self.account, self.viewer)
    }
}

/// A date for people, with the ISO date for those who want it exactly.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Day {
    /// In the reader's way.
    pub text: String,
    /// `YYYY-MM-DD`.
    pub iso: String,
}

impl Day {
    /// The day in the scene's format.
    pub fn new(scene: &Scene<'_>, date: Date) -> Self {
        Self {
            text: scene.date(date),
            iso: date.to_string(),
        }
    }
}

/// How something is to be taken; pages turn it into colors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    /// As it is.
    #[default]
    Neutral,
    /// Worth knowing.
    Info,
    /// As wished.
    Good,
    /// Needs a look.
    Warning,
    /// Blocked.
    Bad,
}
