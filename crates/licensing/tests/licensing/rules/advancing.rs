//! Automatic events (SUB 2) when the directory has changed in the meantime: page, replay and `verify` get the same
//! result.
#![allow(clippy::unwrap_used, reason = "tests say what they expect")]

use super::recreated_people_journal::{Journal, kinds};
use crate::common;
use common::{buy, directory, license_count, role};
use licensing::event::Event;
use licensing::ledger::entry::Record;
use licensing::scenario::Scenario;
use licensing::scenario::replay::replay;
use licensing::{Catalogue, LicenseCount};
use serde_json::{Value, json};

const THREE: [&str; 3] = ["ada|ada@example.org", "ben|ben@example.org", "cleo|cleo@example.org"];
/// Ben and Cleo turn out to be one person.
const TWO: [&str; 3] = ["ada|ada@example.org", "ben|ben@example.org", "cleo|BEN@example.org"];

fn fewer() -> Value {
    json!({"kind": "schedule", "plan": null, "length": null, "licences": 2})
}

/// Three licenses are in use and two are scheduled for 2026-08-01. Then a command is given on a day with another
/// directory. The journal verifies itself after every booking.
fn booked(on: &str) -> Record {
    let mut journal = Journal::open(&THREE);
    journal.book("2026-07-01", &THREE, buy("team", "monthly", 3));
    journal.book("2026-07-02", &THREE, fewer());
    journal.book(on, &TWO, role(&["ada"], "product"))
}

/// The licenses after the same scenario.
fn replayed(on: &str) -> Option<LicenseCount> {
    let scenario: Scenario = serde_json::from_value(json!({
        "deployment": "services",
        "people": directory(&THREE).people(),
        "steps": [
            {"on": "2026-07-01", "command": buy("team", "monthly", 3)},
            {"on": "2026-07-02", "command": fewer()},
            {"on": on, "people": directory(&TWO).people(), "command": role(&["ada"], "product")},
        ],
    }))
    .unwrap();
    replay(&scenario, &Catalogue::shipped().unwrap()).subscription.licenses
}

fn licenses(record: &Record) -> Option<LicenseCount> {
    record.events.iter().find_map(|event| match event {
        Event::Renewed { item, .. } => Some(item.licenses),
        _ => None,
    })
}

#[test]
fn sub_2_what_fell_due_before_today_is_decided_by_the_directory_recorded_last() {
    let (record, three) = (booked("2026-08-05"), Some(license_count(3)));
    assert_eq!(kinds(&record), ["renewed", "roles_set"]);
    assert_eq!((licenses(&record), replayed("2026-08-05")), (three, three));
}

#[test]
fn sub_2_what_falls_due_today_is_decided_by_the_present_directory() {
    let (record, two) = (booked("2026-08-01"), Some(license_count(2)));
    assert_eq!(kinds(&record), ["renewed", "roles_set"]);
    assert_eq!((licenses(&record), replayed("2026-08-01")), (two, two));
}
