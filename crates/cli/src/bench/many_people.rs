//! The times of an organization with very many people: bookings for all of them, and previews.

use super::person;
use licensing::account::access::Actor;
use licensing::command::Command;
use licensing::decide::context::Surroundings;
use licensing::decide::decide;
use licensing::ledger::Ledger;
use licensing::ledger::entry::opening;
use licensing::ledger::prepare::Preparation;
use licensing::value::ids::CommandId;
use licensing::value::instant::Instant;
use licensing::value::role::{Assigned, Role};
use licensing::value::subscription_id::SubscriptionId;
use licensing::{
    Account, BillingInterval, Catalogue, Date, Deployment, Directory, Person, PersonId, PlanKey, Selection, catalogue,
};
use serde_json::Value;
use std::time::Duration;
use std::time::Instant as Clock;

/// The number of people.
pub const MANY: u32 = 100_000;
/// The number of measured previews.
const PREVIEWS: usize = 15;

/// The times of an organization with [`MANY`] people.
pub struct ManyPeople {
    /// Reading the directory.
    pub directory: Duration,
    /// Deciding and folding a purchase for all people.
    pub purchase: Duration,
    /// Deciding and folding a role for all people, as a single selection.
    pub role: Duration,
    /// Preparing more licenses on a ledger in which everyone has a role. The median.
    pub preview_adjust: Duration,
    /// Preparing another role for one person on the same ledger. The median.
    pub preview_role: Duration,
}

impl ManyPeople {
    /// Measures all times. `None` if a command is refused.
    pub fn measure(catalogue: &Catalogue) -> Option<Self> {
        let rows: Vec<Person> = (0..MANY).filter_map(person).collect();
        let start = Clock::now();
        let people = Directory::new(rows.clone());
        let directory = start.elapsed();
        let organization = Organization::new(catalogue, people)?;
        let [purchase, role] = organization.bookings()?;
        let ledger = organization.ledger(rows)?;
        let preview = |command: &Command| median_time(|| organization.preparation(&ledger, command).prepare().ok());
        Some(Self {
            directory,
            purchase,
            role,
            preview_adjust: preview(&more_licenses())?,
            preview_role: preview(&another_role()?)?,
        })
    }
}

/// The inputs of a booking, except for the ledger and the command.
struct Organization<'a> {
    catalogue: &'a Catalogue,
    catalogue_value: Value,
    people: Directory,
    viewer: Actor,
    command_id: CommandId,
    instant: Instant,
    today: Date,
}

impl<'a> Organization<'a> {
    fn new(catalogue: &'a Catalogue, people: Directory) -> Option<Self> {
        let today = Date::new(2026, 7, 1)?;
        Some(Self {
            catalogue,
            catalogue_value: serde_json::from_str(catalogue::read::SHIPPED).ok()?,
            people,
            viewer: Actor::collection_administrator(),
            command_id: CommandId::new("bench"),
            instant: Instant::morning_of(today),
            today,
        })
    }

    /// The times of a purchase and of a role for all people, each decided and folded.
    fn bookings(&self) -> Option<[Duration; 2]> {
        let mut account = Account::new(SubscriptionId::SAMPLE, Deployment::Services, self.catalogue);
        let mut times = [Duration::ZERO; 2];
        for (command, time) in commands().iter().zip(&mut times) {
            let start = Clock::now();
            let surroundings = Surroundings::unchanged(self.catalogue, &self.people, self.today);
            let events = decide(surroundings.of(&account, &self.viewer), command).ok()?;
            events.iter().for_each(|event| account.apply(event));
            *time = start.elapsed();
        }
        Some(times)
    }

    /// A ledger with both bookings.
    fn ledger(&self, rows: Vec<Person>) -> Option<Ledger> {
        let (id, catalogue) = (SubscriptionId::SAMPLE, self.catalogue_value.clone());
        let opening = opening(self.instant.clone(), Deployment::Services, id, catalogue, rows);
        let (mut ledger, _) = Ledger::begin(opening).ok()?;
        for command in commands() {
            let preparation = self.preparation(&ledger, &command);
            let prepared = preparation.prepare().ok()?;
            let (record, line) = preparation.entry(&prepared).ok()?;
            ledger.take(&line, record, prepared.account_after).ok()?;
        }
        Some(ledger)
    }

    fn preparation<'b>(&'b self, ledger: &'b Ledger, command: &'b Command) -> Preparation<'b> {
        Preparation {
            ledger,
            catalogue: self.catalogue,
            catalogue_value: &self.catalogue_value,
            people: &self.people,
            viewer: &self.viewer,
            actor: "Bench",
            command_id: &self.command_id,
            instant: &self.instant,
            today: self.today,
            command,
        }
    }
}

/// A purchase for all people, and a role for all of them.
fn commands() -> [Command; 2] {
    let everybody = Selection {
        on: Assigned::Default,
        except: Vec::new(),
    };
    [
        Command::Buy {
            plan: PlanKey::Ultimate,
            length: BillingInterval::Annual,
            licenses: MANY,
            keep: None,
        },
        Command::SetRole {
            people: everybody.into(),
            role: Assigned::Own(Role::Product),
            reason: None,
            licenses: None,
            recent_confirmed: None,
        },
    ]
}

/// Ten more licenses.
fn more_licenses() -> Command {
    Command::Adjust {
        plan: None,
        length: None,
        licenses: Some(MANY + 10),
        drop_scheduled: None,
    }
}

/// Another role for one person.
fn another_role() -> Option<Command> {
    Some(Command::SetRole {
        people: vec![PersonId::new("p7")?].into(),
        role: Assigned::Own(Role::Budget),
        reason: None,
        licenses: None,
        recent_confirmed: None,
    })
}

/// The median time of [`PREVIEWS`] runs. Results are dropped after the clock has stopped. `None` if a run fails.
fn median_time<T>(run: impl Fn() -> Option<T>) -> Option<Duration> {
    let mut times = Vec::new();
    for _ in 0..PREVIEWS {
        let start = Clock::now();
        let result = run()?;
        times.push(start.elapsed());
        drop(result);
    }
    times.sort_unstable();
    times.get(PREVIEWS / 2).copied()
}
