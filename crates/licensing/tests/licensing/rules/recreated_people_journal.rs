//! A person who is created again, with the same email or account but another ID, keeps their role (LIC 2, LIC 9): in
//! journals, which record as few directory rows as possible.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use common::{buy, day, directory, id, kind, role};
use licensing::account::access::Actor;
use licensing::event::Event;
use licensing::json::line::to_json_line;
use licensing::ledger::Ledger;
use licensing::ledger::entry::{Record, opening};
use licensing::ledger::prepare::Preparation;
use licensing::ledger::verify::verify;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{Catalogue, Command, Deployment, Directory, Role, catalogue};
use serde_json::{Value, json};

const ADA: &str = "ada|ada@example.org";
const BEN_1: &str = "ben-1|ben@example.org";
const BEN_2: &str = "ben-2|Ben@example.org";
const BEN_3: &str = "ben-3|BEN@example.org";

fn two() -> Value {
    buy("team", "monthly", 2)
}

/// A journal that books commands with the directory of their day, and verifies itself after each.
pub(super) struct Journal {
    lines: Vec<String>,
    pub(super) ledger: Ledger,
}

impl Journal {
    pub(super) fn open(people: &[&str]) -> Self {
        let value = serde_json::from_str(catalogue::read::SHIPPED).unwrap();
        let people = directory(people).people().to_vec();
        let first = opening(
            "2026-07-01T09:00:00Z".parse().unwrap(),
            Deployment::Services,
            SubscriptionId::SAMPLE,
            value,
            people,
        );
        let line = to_json_line(&first).unwrap();
        Self {
            ledger: Ledger::open(&line).unwrap(),
            lines: vec![line],
        }
    }

    pub(super) fn book(&mut self, on: &str, people: &[&str], command: Value) -> Record {
        self.try_book(on, people, command)
            .unwrap_or_else(|| panic!("{on}: refused"))
    }

    /// Books a command. `None` if the rules refuse it.
    fn try_book(&mut self, on: &str, people: &[&str], command: Value) -> Option<Record> {
        let value: Value = serde_json::from_str(catalogue::read::SHIPPED).unwrap();
        let command: Command = serde_json::from_value(command).unwrap();
        let command_id = format!("c{}", self.lines.len());
        let preparation = Preparation {
            ledger: &self.ledger,
            catalogue: &Catalogue::shipped().unwrap(),
            catalogue_value: &value,
            people: &directory(people),
            viewer: &Actor::collection_administrator(),
            actor: "Ada",
            command_id: &licensing::value::ids::CommandId::new(command_id),
            instant: &"2026-07-01T09:00:00Z".parse().unwrap(),
            today: day(on),
            command: &command,
        };
        let booked = preparation.prepare().ok()?;
        let (record, line) = preparation.entry(&booked).unwrap();
        let mut taken = self.ledger.clone();
        self.ledger.append(&line, self.ledger.check(&line).unwrap()).unwrap();
        assert_eq!(*self.ledger.account(), booked.account_after);
        taken.take(&line, record.clone(), booked.account_after).unwrap();
        assert_eq!(taken, self.ledger);
        self.lines.push(line);
        verify(self.lines.iter().map(String::as_str)).unwrap_or_else(|doubt| panic!("{on}: {doubt:?}"));
        Some(record)
    }

    fn role(&self, person: &str, people: &Directory) -> Role {
        self.ledger.account().assignments().role(&id(person), people)
    }
}

pub(super) fn kinds(record: &Record) -> Vec<Value> {
    let kind = |event: &Event| serde_json::to_value(event).unwrap()["kind"].clone();
    record.events.iter().map(kind).collect()
}

#[test]
fn lic_9_a_journal_passes_the_license_on_before_the_command_and_is_proven() {
    let mut journal = Journal::open(&[]);
    journal.book("2026-07-01", &[ADA, BEN_1], two());
    // While the old row is present, the new one need not be recorded.
    let beside = journal.book("2026-07-02", &[ADA, BEN_1, BEN_2], role(&["ada"], "product"));
    assert!(!beside.brings_people());
    let gone = journal.book("2026-09-03", &[ADA, BEN_2], role(&["ada"], "budget"));
    assert_eq!(kinds(&gone), ["renewed", "renewed", "reassigned", "roles_set"]);
    assert_eq!(gone.people_left.unwrap(), [id("ben-1")]);
    let again = journal.book("2026-09-04", &[ADA, BEN_3], role(&["ben-3"], "budget"));
    assert_eq!(kinds(&again), ["reassigned", "roles_set"]);
    let people = directory(&[ADA, BEN_3]);
    assert_eq!(journal.role("ben-3", &people), Role::Budget);
    assert_eq!(journal.ledger.account().licenses_in_use(&people), 2);
}

#[test]
fn lic_9_a_journal_knows_them_again_by_an_account_that_was_told_later() {
    let mut journal = Journal::open(&[]);
    journal.book("2026-07-01", &[ADA, BEN_1], two());
    // The holder has a new account: the next booking records it, and no later one does.
    let with_account = "ben-1|ben@example.org||CORP\\ben";
    let told = journal.book("2026-07-02", &[ADA, with_account], role(&["ada"], "product"));
    assert_eq!(told.people_changed.unwrap(), directory(&[with_account]).people());
    let again = journal.book("2026-07-03", &[ADA, with_account], role(&["ada"], "budget"));
    assert!(!again.brings_people());
    let recreated = "ben-9|renamed@example.org||corp\\BEN";
    let gone = journal.book("2026-07-04", &[ADA, recreated], role(&["ada"], "team"));
    assert_eq!(kinds(&gone), ["reassigned", "roles_set"]);
    assert_eq!(journal.role("ben-9", &directory(&[ADA, recreated])), Role::Team);
    // One person by account, two people without it: the license stays with the row that had it first.
    let both = ["ada|ada@example.org||x", "ben-9|renamed@example.org||X"];
    journal.book("2026-07-05", &both, role(&["ada"], "product"));
    let parted = journal.book("2026-07-06", &[ADA, recreated], role(&["ada"], "budget"));
    assert_eq!(kinds(&parted), ["roles_set", "roles_set"]);
}

#[test]
fn lic_9_a_journal_remembers_who_has_left() {
    let mut journal = Journal::open(&[ADA, BEN_1]);
    journal.book("2026-07-01", &[ADA, BEN_1], two());
    // A person's leaving is recorded if a booking depends on it.
    let free = json!({"kind": "free_inactive", "days": 1});
    let left = journal.book(
        "2026-07-20",
        &["ada|ada@example.org|2026-07-01", "cleo||2026-07-20"],
        free,
    );
    assert!(left.brings_people() && !journal.ledger.people().contains(&id("ben-1")));
    let people = [ADA, BEN_2, "cleo"];
    let back = journal.book("2026-08-02", &people, role(&["ada"], "team"));
    assert_eq!(kinds(&back), ["renewed", "reassigned", "roles_set"]);
    assert_eq!(journal.role("ben-2", &directory(&people)), Role::Team);
}

#[test]
fn lic_9_a_journal_of_a_trial_counts_them_once() {
    let mut journal = Journal::open(&[]);
    journal.book("2026-07-01", &[ADA, BEN_1], kind("start_trial"));
    journal.book("2026-07-02", &[ADA, BEN_1], role(&["ben-1"], "budget"));
    let bought = journal.book("2026-07-05", &[ADA, BEN_2], two());
    assert_eq!(kinds(&bought), ["reassigned", "purchased"]);
    let people = directory(&[ADA, BEN_2]);
    assert_eq!(journal.role("ben-2", &people), Role::Budget);
    assert_eq!(journal.ledger.account().licenses_in_use(&people), 2);
}

/// For random directories: every booking can be verified, licenses in use never exceed the number of licenses, and a
/// row that is gone keeps nothing while the person is present.
#[test]
fn lic_9_random_directories_are_booked_as_they_are_proven() {
    const ADDRESSES: [&str; 4] = ["a@x.org", "A@X.org", "b@x.org", ""];
    const ACCOUNTS: [&str; 8] = ["", "", "", "", "", "CORP\\a", "B@x.org", "a_x.org#EXT#@tenant"];
    for seed in 0..300_u32 {
        let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(1);
        let mut pick = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) % below
        };
        let mut journal = Journal::open(&["p0|a@x.org", "p1|b@x.org"]);
        journal.book(
            "2026-07-01",
            &["p0|a@x.org", "p1|b@x.org"],
            kind(if seed % 3 == 0 { "start_trial" } else { "choose_free" }),
        );
        let mut bought = false;
        for number in 2..9_u32 {
            let mut people: Vec<String> = Vec::new();
            for at in 0..7 {
                if pick(3) > 0 {
                    people.push(format!(
                        "p{at}|{}|2026-06-{:02}|{}",
                        ADDRESSES[pick(4) as usize],
                        1 + pick(28),
                        ACCOUNTS[pick(8) as usize]
                    ));
                }
            }
            let rows: Vec<&str> = people.iter().map(String::as_str).collect();
            let who = format!("p{}", pick(7));
            let command = match pick(5) {
                0 if !bought => {
                    bought = true;
                    buy("team", "monthly", 2 + pick(3))
                }
                0 | 1 => role(
                    &[&who],
                    ["none", "default", "budget", "administrator"][pick(4) as usize],
                ),
                2 => json!({"kind": "set_role", "people": {"on": "none"}, "role": "default"}),
                3 => json!({"kind": "set_setting", "setting": "license_new_people", "on": number % 2 == 0}),
                _ => json!({"kind": "reassign", "from": who, "to": format!("p{}", pick(7)), "reason": "left"}),
            };
            let on = format!("2026-{:02}-0{number}", 7 + number / 3);
            let Some(_) = journal.try_book(&on, &rows, command) else {
                continue;
            };
            let people = directory(&rows);
            let people = people.remembering(journal.ledger.people());
            let account = journal.ledger.account();
            if let Some(licenses) = account.licenses() {
                assert!(licenses >= account.licenses_in_use(&people), "{seed} {on}");
            }
            for (id, entry) in account.assignments().entries() {
                let holds = entry
                    .assigned
                    .resolve(account.assignments().default_role())
                    .uses_license();
                assert!(!holds || people.replacement_of(id).is_none(), "{seed} {on} {id}");
            }
        }
    }
}
