//! The shared journal on a service that behaves as documented and fails at random: nothing is lost, nothing is booked
//! twice, and everyone reads the same.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects by unwrapping it"
)]

use crate::service;
use exchange::journal::extension::Documents;
use exchange::journal::{Journal, SaveError};
use licensing::account::access::{Actor, Membership};
use licensing::catalogue::read::SHIPPED;
use licensing::json::line::to_json_line;
use licensing::ledger::Ledger;
use licensing::ledger::entry::opening;
use licensing::ledger::prepare::Preparation;
use licensing::ledger::verify::verify;
use licensing::value::ids::CommandId;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{Catalogue, Command, Deployment, Directory, PersonId};
use proptest::prelude::*;
use sample::settings::present;
use serde_json::{Value, json};
use service::{Chance, Service, done, following, interleaved, numbered};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

const ACCOUNT: &str = "host/example";

/// An administrator: reads new lines, decides, appends, and retries until the outcome is known.
struct Admin {
    name: &'static str,
    journal: Journal,
    people: Directory,
    catalogue: Catalogue,
    catalogue_value: Value,
    chance: Chance,
    booked: Rc<RefCell<Vec<String>>>,
}

impl Admin {
    async fn read(&self) -> Ledger {
        loop {
            if let Ok(lines) = self.journal.load(ACCOUNT).await {
                return Ledger::read(lines.iter().map(String::as_str)).unwrap();
            }
        }
    }

    /// A random command: more or fewer licenses, a role, or a license passed on to another person.
    fn command(&self) -> Command {
        let person = |at: u64| format!("p{at:06}");
        let of = 10 + self.chance.below(12);
        let value = match self.chance.below(5) {
            0 => json!({"kind": "adjust", "licences": 20 + self.chance.below(30)}),
            1 => json!({"kind": "set_role", "people": [person(of)], "role": "none"}),
            2 => json!({"kind": "set_role", "people": [person(of)], "role": "budget"}),
            3 => json!({"kind": "set_role", "people": [person(of)], "role": "default"}),
            _ => {
                json!({"kind": "reassign", "from": person(of), "to": person(10 + self.chance.below(12)), "reason": null})
            }
        };
        serde_json::from_value(value).unwrap()
    }

    async fn books(&self, count: u32) {
        let viewer = Actor {
            id: PersonId::new(self.name),
            collection_administrator: Membership::Yes,
            role: None,
        };
        let mut ledger = self.read().await;
        for number in 0..count {
            let command = self.command();
            let command_id = CommandId::new(format!("{}-{number}", self.name));
            loop {
                if ledger.has_booked(&command_id) {
                    self.booked.borrow_mut().push(command_id.to_string());
                    break;
                }
                let preparation = Preparation {
                    ledger: &ledger,
                    catalogue: &self.catalogue,
                    catalogue_value: &self.catalogue_value,
                    people: &self.people,
                    viewer: &viewer,
                    actor: self.name,
                    command_id: &command_id,
                    instant: &"2026-11-24T10:00:00Z".parse().unwrap(),
                    today: present(),
                    command: &command,
                };
                let Ok(booked) = preparation.prepare() else { break };
                let (record, line) = preparation.entry(&booked).unwrap();
                match self.journal.append(ACCOUNT, record.position, &line).await {
                    Ok(()) => ledger.append(&line, record).unwrap(),
                    Err(SaveError::Conflict | SaveError::Service(..)) => ledger = self.read().await,
                    Err(other) => panic!("{other:?}"),
                }
            }
        }
    }
}

fn first_line(value: &Value) -> String {
    let id = SubscriptionId::from_random([7; 11]);
    to_json_line(&opening(
        "2026-11-24T09:00:00Z".parse().unwrap(),
        Deployment::Services,
        id,
        value.clone(),
        Vec::new(),
    ))
    .unwrap()
}

/// Two administrators give `count` commands each. Returns the stored lines and the IDs of commands that were reported
/// as booked.
fn two_administrators(seed: u64, failing: u64, count: u32) -> (Vec<String>, Vec<String>) {
    let service = Service::new(seed, failing);
    let chance = Chance::new(seed.wrapping_mul(31));
    let booked = Rc::new(RefCell::new(Vec::new()));
    let admin = |name| Admin {
        name,
        journal: Journal::extension(Rc::clone(&service) as Rc<dyn Documents>),
        people: Directory::new(sample::people::people(26, present())),
        catalogue: Catalogue::shipped().unwrap(),
        catalogue_value: serde_json::from_str(SHIPPED).unwrap(),
        chance: chance.clone(),
        booked: Rc::clone(&booked),
    };
    let ada = admin("ada");
    let quiet = service.failing.replace(0);
    let start = first_line(&ada.catalogue_value);
    done(ada.journal.append_all(ACCOUNT, 0, &[start])).unwrap();
    let buy = json!({"kind": "buy", "plan": "team", "length": "annual", "licences": 30});
    let mut ledger = done(ada.read());
    let booking_of = |ledger: &Ledger| {
        let viewer = Actor::collection_administrator();
        let command = serde_json::from_value(buy.clone()).unwrap();
        let preparation = Preparation {
            ledger,
            catalogue: &ada.catalogue,
            catalogue_value: &ada.catalogue_value,
            people: &ada.people,
            viewer: &viewer,
            actor: "ada",
            command_id: &"buy".into(),
            instant: &"2026-11-24T09:30:00Z".parse().unwrap(),
            today: present(),
            command: &command,
        };
        let booked = preparation.prepare().unwrap();
        preparation.entry(&booked).unwrap()
    };
    let (record, line) = booking_of(&ledger);
    done(ada.journal.append(ACCOUNT, 1, &line)).unwrap();
    ledger.append(&line, record).unwrap();
    service.failing.set(quiet);
    let ben = admin("ben");
    interleaved(
        vec![
            Box::pin(async move { ada.books(count).await }),
            Box::pin(async move { ben.books(count).await }),
        ],
        &chance,
    );
    service.failing.set(0);
    let lines = done(Journal::extension(Rc::clone(&service) as Rc<dyn Documents>).load(ACCOUNT)).unwrap();
    let again = done(Journal::extension(service).load(ACCOUNT)).unwrap();
    assert_eq!(lines, again, "everybody reads the same");
    let told = booked.borrow().clone();
    (lines, told)
}

/// No booking is lost or stored twice, and every line passes verification.
fn holds(lines: &[String], told: &[String]) {
    let proof = verify(lines.iter().map(String::as_str)).unwrap_or_else(|doubt| panic!("{doubt:?}"));
    assert_eq!(proof.bookings + 1, lines.len());
    let ledger = Ledger::read(lines.iter().map(String::as_str)).unwrap();
    let stored: Vec<&str> = ledger.records().iter().map(|it| it.command_id.as_str()).collect();
    assert_eq!(stored.iter().collect::<BTreeSet<_>>().len(), stored.len(), "none twice");
    for id in told {
        assert!(
            stored.contains(&id.as_str()),
            "{id} was told to be booked, and is not there"
        );
    }
    assert_eq!(told.len() + 1, stored.len(), "what is stored was told");
}

#[test]
fn two_administrators_at_random_1000_times_with_failures() {
    let (lines, told) = two_administrators(42, 12, 500);
    assert!(lines.len() > 400, "{} lines", lines.len());
    holds(&lines, &told);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_two_administrators_with_any_failures(seed in any::<u64>(), failing in 0_u64..20) {
        // At a failure rate of one in two, they would retry forever.
        let failing = if failing == 0 { 0 } else { failing + 5 };
        let (lines, told) = two_administrators(seed, failing, 25);
        holds(&lines, &told);
    }

    #[test]
    fn whatever_fails_what_is_read_is_a_beginning_of_what_was_written(
        seed in any::<u64>(), sizes in prop::collection::vec(1_usize..4_000, 1..40),
    ) {
        let service = Service::new(seed, 8);
        let journal = Journal::extension(Rc::clone(&service) as Rc<dyn Documents>);
        let mut lines: Vec<String> = Vec::new();
        for (at, size) in sizes.iter().enumerate() {
            lines.extend(following(&lines, 1, &format!("{at}{}", "x".repeat(*size))));
        }
        let mut kept = 0;
        for (at, line) in (0_u32..).zip(&lines) {
            match done(journal.append(ACCOUNT, at, line)) {
                Ok(()) => kept = at + 1,
                Err(_) => break,
            }
        }
        service.failing.set(0);
        let read = done(Journal::extension(service).load(ACCOUNT)).unwrap();
        prop_assert!(lines.starts_with(&read), "{} read of {}", read.len(), lines.len());
        prop_assert!(read.len() >= kept as usize, "{} read, {kept} told to be kept", read.len());
    }
}

#[test]
fn a_position_is_created_once_and_nothing_is_ever_overwritten() {
    let service = Service::new(1, 0);
    let (one, other) = (
        Journal::extension(Rc::clone(&service) as Rc<dyn Documents>),
        Journal::extension(service as Rc<dyn Documents>),
    );
    assert_eq!(
        done(one.load(ACCOUNT)).unwrap(),
        Vec::<String>::new(),
        "what was never written is empty"
    );
    let lines = numbered(0, 3);
    done(one.append_all(ACCOUNT, 0, &lines[..2])).unwrap();
    let another = &following(&lines[..1], 1, "another")[0];
    assert_eq!(done(other.append(ACCOUNT, 1, another)), Err(SaveError::Conflict));
    assert_eq!(
        done(other.append(ACCOUNT, 1, &lines[1])),
        Ok(()),
        "the same line again is no conflict"
    );
    assert_eq!(done(other.append(ACCOUNT, 2, &lines[2])), Ok(()));
    assert_eq!(done(one.load(ACCOUNT)).unwrap(), lines);
    assert!(
        done(one.erase(ACCOUNT)).is_err(),
        "what everybody shares is not forgotten"
    );
}

#[test]
fn a_large_booking_is_cut_and_seen_whole() {
    let service = Service::new(3, 0);
    let journal = Journal::extension(Rc::clone(&service) as Rc<dyn Documents>);
    let mut lines = numbered(0, 1);
    lines.extend(following(&lines, 1, &"ä".repeat(1_500_000)));
    done(journal.append_all(ACCOUNT, 0, &lines)).unwrap();
    let read = done(Journal::extension(service).load(ACCOUNT)).unwrap();
    assert_eq!(read, lines);
}

#[test]
fn a_long_history_is_read_with_few_questions() {
    for (count, most) in [(100_u32, 40), (10_000, 120)] {
        let service = Service::new(5, 0);
        let journal = Journal::extension(Rc::clone(&service) as Rc<dyn Documents>);
        for (position, line) in (0..).zip(numbered(0, count)) {
            done(journal.append(ACCOUNT, position, &line)).unwrap();
        }
        service.reads.set(0);
        let read = done(Journal::extension(Rc::clone(&service) as Rc<dyn Documents>).load(ACCOUNT)).unwrap();
        assert_eq!(u32::try_from(read.len()).unwrap(), count);
        let reads = service.reads.get();
        println!("{count} lines: {reads} reads");
        assert!(reads <= most, "{count} lines took {reads} reads");
    }
}
