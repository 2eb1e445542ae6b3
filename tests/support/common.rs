//! Stories: dated commands against an account in a compact notation, for the tests of the rules.
#![allow(dead_code, reason = "every test file is a crate of its own and uses a part of it")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use licensing::account::access::Actor;
use licensing::billing::line::Line;
use licensing::decide::advance;
use licensing::decide::context::Surroundings;
use licensing::decide::decide;
use licensing::decide::split_identities::split_identities;
use licensing::event::Event;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{
    Account, Catalogue, Command, Date, Deployment, Directory, LicenseCount, Person, PersonId, Refusal, Role, catalogue,
};
use serde_json::{Value, json};

/// An account and its surroundings.
pub struct Story {
    pub account: Account,
    pub catalogue: Catalogue,
    pub people: Directory,
    pub viewer: Actor,
    /// Everything booked so far, including automatic events.
    pub events: Vec<Event>,
    pub today: Date,
}

/// Parses a date.
pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("`{text}` is no date"))
}

/// A number of licenses.
pub fn license_count(number: u32) -> LicenseCount {
    number.try_into().unwrap()
}

/// Parses an ID.
pub fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

/// The shipped catalog with changes.
pub fn changed(change: impl FnOnce(&mut Value)) -> Catalogue {
    let mut value: Value = serde_json::from_str(catalogue::read::SHIPPED).unwrap();
    change(&mut value);
    Catalogue::from_value(&value).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// Rows of a directory: `id`, then optionally `|e-mail` and `|last access`.
pub fn directory(rows: &[&str]) -> Directory {
    Directory::new(rows.iter().map(|row| person(row)).collect())
}

fn person(row: &str) -> Person {
    let mut parts = row.split('|');
    let id = id(parts.next().unwrap());
    let email = parts.next().filter(|it| !it.is_empty()).map(str::to_owned);
    let last_access = parts.next().filter(|it| !it.is_empty()).map(day);
    let account = parts.next().map(str::to_owned);
    Person {
        email,
        last_access,
        account,
        ..Person::named(id.clone(), id.as_str())
    }
}

pub fn buy(plan: &str, length: &str, licenses: u32) -> Value {
    json!({"kind": "buy", "plan": plan, "length": length, "licences": licenses})
}

pub fn licenses(licenses: u32) -> Value {
    json!({"kind": "adjust", "licences": licenses})
}

pub fn schedule(fields: Value) -> Value {
    with_kind("schedule", fields)
}

pub fn adjust(fields: Value) -> Value {
    with_kind("adjust", fields)
}

pub fn kind(kind: &str) -> Value {
    json!({ "kind": kind })
}

pub fn role(people: &[&str], role: &str) -> Value {
    json!({"kind": "set_role", "people": people, "role": role})
}

fn with_kind(kind: &str, mut fields: Value) -> Value {
    fields["kind"] = kind.into();
    fields
}

impl Story {
    /// An account on Services with the shipped catalog and an empty directory.
    pub fn new() -> Self {
        Self::of(Deployment::Services, Catalogue::shipped().unwrap())
    }

    pub fn of(deployment: Deployment, catalogue: Catalogue) -> Self {
        Self {
            account: Account::new(SubscriptionId::SAMPLE, deployment, &catalogue),
            catalogue,
            people: Directory::default(),
            viewer: Actor::collection_administrator(),
            events: Vec::new(),
            today: day("1900-01-01"),
        }
    }

    /// Adds these people to the directory.
    pub fn with(mut self, rows: &[&str]) -> Self {
        self.people = directory(rows);
        self
    }

    /// Advances the time.
    pub fn pass(&mut self, on: &str) -> &mut Self {
        self.today = day(on);
        let due = advance(
            &mut self.account,
            Surroundings::unchanged(&self.catalogue, &self.people, self.today),
        );
        self.events.extend(due);
        self
    }

    /// Replaces the directory.
    pub fn people_are(&mut self, on: &str, rows: &[&str]) -> &mut Self {
        let before = std::mem::replace(&mut self.people, directory(rows));
        self.pass(on);
        if let Some(event) = split_identities(&self.account, &before, &self.people, self.today) {
            self.account.apply(&event);
            self.events.push(event);
        }
        self
    }

    /// The events of a command, without booking it.
    pub fn preview(&mut self, on: &str, command: &Value) -> Result<Vec<Event>, Refusal> {
        self.pass(on);
        let command: Command =
            serde_json::from_value(command.clone()).unwrap_or_else(|error| panic!("{command}: {error}"));
        let Self {
            account,
            catalogue,
            people,
            viewer,
            today,
            ..
        } = self;
        decide(
            Surroundings::unchanged(catalogue, people, *today).of(account, viewer),
            &command,
        )
    }

    /// Books a command that must succeed.
    pub fn book(&mut self, on: &str, command: Value) -> &mut Self {
        let events = self
            .preview(on, &command)
            .unwrap_or_else(|refusal| panic!("{on}: {command}: {}", refusal.message(&self.catalogue)));
        events.iter().for_each(|event| self.account.apply(event));
        self.events.extend(events);
        self
    }

    /// The rule and the code of the refusal of a command.
    pub fn refused(&mut self, on: &str, command: Value) -> String {
        match self.preview(on, &command) {
            Ok(events) => panic!("{on}: {command} was not refused: {events:?}"),
            Err(refusal) => format!("{} {}", refusal.rule(), refusal.code()),
        }
    }

    /// The documents: `INV-0001 2026-07-01 160.00`, with ` -12.00` if credit paid a part.
    pub fn documents(&self) -> Vec<String> {
        let shown = self.account.documents().iter().map(|document| {
            let heading = &document.heading;
            let credit = if heading.credit_applied.is_zero() {
                String::new()
            } else {
                format!(" -{}", heading.credit_applied)
            };
            format!("{} {} {}{credit}", heading.number, document.date, heading.total)
        });
        shown.collect()
    }

    /// The last document.
    pub fn document(&self) -> String {
        self.documents().pop().unwrap_or_default()
    }

    /// The lines of the last order booked.
    pub fn lines(&self) -> Vec<Line> {
        let order = self.events.iter().rev().find_map(Event::order).unwrap();
        order.lines.clone()
    }

    /// The amounts of the last order booked.
    pub fn amounts(&self) -> Vec<String> {
        self.lines().iter().map(|line| line.amount.to_string()).collect()
    }

    pub fn credit(&self) -> String {
        self.account.credit().balance().to_string()
    }

    pub fn status(&self) -> &'static str {
        self.account.status(self.today).as_str()
    }

    /// The subscribed item: `team monthly 10, 2026-07-01 to 2026-08-01`.
    pub fn held(&self) -> String {
        let paid = self.account.paid().unwrap();
        let (held, term) = (paid.item, paid.term);
        let (plan, length) = (held.plan.as_str(), held.length.as_str());
        format!("{plan} {length} {}, {} to {}", held.licenses, term.start, term.end)
    }

    pub fn end(&self) -> String {
        self.account.paid().unwrap().term.end.to_string()
    }

    pub fn in_use(&self) -> u32 {
        self.account.licenses_in_use(&self.people)
    }

    pub fn role(&self, person: &str) -> Role {
        self.account.assignments().role(&id(person), &self.people)
    }

    /// The people with access, by the ID they are counted under.
    pub fn with_access(&self) -> Vec<String> {
        self.account
            .assignments()
            .with_access(&self.people)
            .keys()
            .map(ToString::to_string)
            .collect()
    }
}
