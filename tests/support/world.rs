//! Accounts in each state of SUB 8, reached by real commands, for the tests of decisions.
#![allow(dead_code, reason = "each test file takes what it needs")]

use licensing::account::access::{Actor, Membership};
use licensing::decide::advance;
use licensing::decide::context::DecisionContext;
use licensing::decide::context::Surroundings;
use licensing::decide::decide;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{Account, Catalogue, Command, Date, Deployment, Directory, Event, Person, PersonId, Refusal};
use serde_json::{Value, json};

/// The day of the decisions.
pub const TODAY: &str = "2026-11-24";

/// An account and the inputs of decisions on it.
#[derive(Clone)]
pub struct World {
    pub catalogue: Catalogue,
    pub account: Account,
    pub people: Directory,
    pub viewer: Actor,
}

pub fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub fn people(count: u32) -> Directory {
    let person = |number: u32| Person {
        last_access: Date::parse("2026-01-01"),
        ..Person::named(
            PersonId::new(&format!("p{number}")).unwrap(),
            &format!("Person {number}"),
        )
    };
    Directory::new((1..=count).map(person).collect())
}

impl World {
    /// Four people and no bookings.
    pub fn new(deployment: Deployment) -> Self {
        let catalogue = Catalogue::shipped().unwrap();
        Self {
            account: Account::new(SubscriptionId::SAMPLE, deployment, &catalogue),
            catalogue,
            people: people(4),
            viewer: Actor::collection_administrator(),
        }
    }

    pub fn with<T>(&self, on: &str, command: &Value, ask: impl Fn(DecisionContext<'_>, &Command) -> T) -> T {
        let command: Command =
            serde_json::from_value(command.clone()).unwrap_or_else(|error| panic!("{command}: {error}"));
        let mut account = self.account.clone();
        advance(
            &mut account,
            Surroundings::unchanged(&self.catalogue, &self.people, date(on)),
        );
        ask(
            Surroundings::unchanged(&self.catalogue, &self.people, date(on)).of(&account, &self.viewer),
            &command,
        )
    }

    pub fn decide(&self, on: &str, command: &Value) -> Result<Vec<Event>, Refusal> {
        self.with(on, command, decide)
    }

    /// `booked`, or the code of the refusal.
    pub fn code(&self, on: &str, command: &Value) -> &'static str {
        self.decide(on, command)
            .err()
            .map_or("booked", |refusal| refusal.code())
    }

    /// The account after a command that must succeed.
    pub fn after(mut self, on: &str, command: &Value) -> Self {
        let events = self
            .decide(on, command)
            .unwrap_or_else(|refusal| panic!("{command} on {on}: {}", refusal.message(&self.catalogue)));
        advance(
            &mut self.account,
            Surroundings::unchanged(&self.catalogue, &self.people, date(on)),
        );
        events.iter().for_each(|event| self.account.apply(event));
        self
    }

    /// The same account with another viewer.
    pub fn seen_by(mut self, id: &str, collection_administrator: Membership) -> Self {
        self.viewer = Actor {
            id: PersonId::new(id),
            collection_administrator,
            role: None,
        };
        self
    }
}

/// An account on Services in a state of the table. p4 has the role None from the trial on.
pub fn in_state(state: &str) -> World {
    let new = World::new(Deployment::Services);
    let without_p4 = json!({"kind": "set_role", "people": ["p4"], "role": "none"});
    let own_p2 = json!({"kind": "set_role", "people": ["p2"], "role": "team"});
    let trial = |world: World, start: &str| {
        let world = world.after(start, &json!({"kind": "start_trial"}));
        world.after(start, &without_p4).after(start, &own_p2)
    };
    let buy = json!({"kind": "buy", "plan": "team", "length": "monthly", "licences": 10});
    let bought = |on: &str| trial(new.clone(), on).after(on, &buy);
    match state {
        "none" => new,
        "trial" => trial(new, "2026-11-20"),
        "trial_ended" => trial(new, "2026-10-20"),
        "active" => bought("2026-11-10").after("2026-11-11", &json!({"kind": "schedule", "plan": "start"})),
        "cancelling" => in_state("active").after("2026-11-12", &json!({"kind": "cancel"})),
        "expired" => bought("2026-10-10").after("2026-10-11", &json!({"kind": "cancel"})),
        "free" => trial(new, "2026-11-10").after("2026-11-12", &json!({"kind": "choose_free"})),
        _ => panic!("`{state}` is no state"),
    }
}
