//! A line from a newer version of the program is reported as newer, never as damaged. A damaged line stays damaged.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use crate::journal;
use common::{buy, kind, licenses};
use journal::{Journal, shipped, with};
use licensing::Deployment;
use licensing::ledger::Ledger;
use licensing::ledger::journal_error::{Cause, JournalError};
use licensing::ledger::order_file::OrderFile;
use licensing::ledger::order_file::problem::OrderError;
use licensing::ledger::verify::{VerifyError, verify};
use licensing::value::digest::sha256;
use licensing::value::instance::InstanceId;
use serde_json::{Value, json};

/// A purchase, and changes of roles and of licenses. They cover most formats.
fn story() -> Journal {
    let catalogue = with(shipped(), |it| {
        it["tax_rates"] = json!([{"id": "de", "country": "DE", "percent": "19", "reverse_charge": false}]);
    });
    let mut journal = Journal::open(Deployment::Server, &catalogue);
    for (on, command) in [
        (
            "2026-07-01",
            json!({"kind": "set_billing", "name": "Muster GmbH", "country": "DE"}),
        ),
        ("2026-07-01", buy("team", "monthly", 10)),
        (
            "2026-07-02",
            json!({"kind": "set_role", "people": {"on": "default"}, "role": "budget"}),
        ),
        (
            "2026-07-03",
            json!({"kind": "set_relay", "relay": {"enabled": true, "address": "relay.example.org", "port": 8443}}),
        ),
        ("2026-07-04", licenses(20)),
    ] {
        journal.book(on, &catalogue, &command).unwrap();
    }
    journal
}

/// The lines with one of them changed and the chain repaired, as another program would write them.
fn rewritten(lines: &[String], at: usize, change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut lines = lines[..=at].to_vec();
    let mut value: Value = serde_json::from_str(&lines[at]).unwrap();
    change(&mut value);
    if at == 0 {
        value["catalogue_sha256"] = json!(sha256(&value["catalogue"].to_string()));
    }
    lines[at] = value.to_string();
    lines
}

fn read(lines: &[String]) -> Result<Ledger, JournalError> {
    Ledger::read(lines.iter().map(String::as_str))
}

/// Checks that every reader reports the lines as newer.
fn is_newer(lines: &[String], what: &str) {
    let damage = read(lines).err().unwrap_or_else(|| panic!("{what}: was read"));
    assert_eq!(damage.cause, Cause::Newer, "{what}: {damage}");
    assert_eq!(damage.position, lines.len() - 1, "{what}");
    assert!(damage.to_string().contains("newer version"), "{what}: {damage}");
    match verify(lines.iter().map(String::as_str)) {
        Err(VerifyError::Unreadable(told)) => assert_eq!(told, damage, "{what}"),
        other => panic!("{what}: {other:?}"),
    }
}

fn is_damaged(lines: &[String], what: &str) {
    let damage = read(lines).err().unwrap_or_else(|| panic!("{what}: was read"));
    assert_eq!(damage.cause, Cause::Damaged, "{what}: {damage}");
    assert!(!damage.to_string().contains("newer version"), "{what}: {damage}");
}

/// The pointers of all objects in a value that the program reads field by field.
fn objects(value: &Value, place: String, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            found.push(place.clone());
            for (key, value) in map {
                objects(value, format!("{place}/{key}"), found);
            }
        }
        Value::Array(list) => {
            for (at, value) in list.iter().enumerate() {
                objects(value, format!("{place}/{at}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn a_field_that_is_not_known_is_newer_at_any_depth() {
    let story = story();
    let mut tried = 0;
    for at in 0..story.lines.len() {
        let value: Value = serde_json::from_str(&story.lines[at]).unwrap();
        let mut places = Vec::new();
        objects(&value, String::new(), &mut places);
        for place in places {
            // These objects are tables, and their keys are not fields.
            let table = ["/catalogue/activation/keys"].contains(&place.as_str());
            if table {
                continue;
            }
            for new in [json!(null), json!(1), json!({"a": []})] {
                let lines = rewritten(&story.lines, at, |it| it.pointer_mut(&place).unwrap()["zzz_new"] = new);
                is_newer(&lines, &format!("line {at} {place}"));
                tried += 1;
            }
        }
    }
    assert!(tried > 150, "{tried}");
}

#[test]
fn a_field_that_is_not_known_is_newer_whatever_form_others_have_beside_it() {
    let story = story();
    for (at, place) in [
        (0, "/catalogue/seller/name"),
        (0, "/catalogue/plans/team/licences/max"),
        (2, "/viewer/id"),
        (2, "/command/licences"),
        (2, "/events/0/on"),
        (2, "/events/0/holding/licences"),
        (2, "/events/0/order/lines/0/amount"),
        (4, "/command/relay/port"),
    ] {
        let (object, _) = place.rsplit_once('/').unwrap();
        let lines = rewritten(&story.lines, at, |it| {
            *it.pointer_mut(place).unwrap() = json!({"form": []});
            it.pointer_mut(object).unwrap()["zzz_new"] = json!(1);
        });
        is_newer(&lines, place);
        let lines = rewritten(&story.lines, at, |it| {
            *it.pointer_mut(place).unwrap() = json!({"form": []})
        });
        is_damaged(&lines, place);
    }
}

#[test]
fn a_kind_of_event_or_command_that_is_not_known_is_newer() {
    let story = story();
    let last = story.lines.len() - 1;
    for place in ["/events/0/kind", "/command/kind"] {
        let lines = rewritten(&story.lines, last, |it| {
            *it.pointer_mut(place).unwrap() = json!("teleported")
        });
        is_newer(&lines, place);
    }
    // New events with their own fields, whatever type those names have elsewhere.
    for event in [
        json!({"kind": "merged", "on": "2026-07-04", "document": {"number": 1}, "access": 7, "end": null}),
        json!({"access": 7, "kind": "merged", "on": "soon"}),
    ] {
        let lines = rewritten(&story.lines, last, |it| it["events"][0] = event.clone());
        is_newer(&lines, &event.to_string());
        let lines = rewritten(&story.lines, last, |it| it["command"] = event.clone());
        is_newer(&lines, &event.to_string());
    }
    // A field of another kind.
    let lines = rewritten(&story.lines, last, |it| it["events"][0]["granted"] = json!(true));
    is_newer(&lines, "a field of another kind");
}

#[test]
fn a_word_that_is_not_known_is_newer() {
    let story = story();
    for (at, place) in [
        (0, "/deployment"),
        (0, "/catalogue/plans/team/instances"),
        (0, "/catalogue/plans/team/deployments/0"),
        (2, "/viewer/collection_administrator"),
        (2, "/command/plan"),
        (2, "/events/0/holding/plan"),
        (2, "/events/0/holding/length"),
        (2, "/events/0/order/lines/0/kind"),
        (2, "/events/0/order/document/kind"),
        (3, "/events/0/role"),
        (3, "/command/people/on"),
    ] {
        let lines = rewritten(&story.lines, at, |it| {
            *it.pointer_mut(place).unwrap() = json!("teleported")
        });
        is_newer(&lines, place);
    }
    // A plan or a billing interval as a key.
    for place in [
        "/catalogue/plans",
        "/catalogue/price_lists/0/prices",
        "/catalogue/price_lists/0/prices/team",
    ] {
        let lines = rewritten(&story.lines, 0, |it| {
            let table = it.pointer_mut(place).unwrap().as_object_mut().unwrap();
            let (_, entry) = table.iter().next().map(|(key, it)| (key.clone(), it.clone())).unwrap();
            table.insert("weekly".into(), entry);
        });
        is_newer(&lines, place);
    }
}

#[test]
fn another_number_of_the_format_is_newer() {
    let story = story();
    for at in 0..story.lines.len() {
        for (field, number) in [("rules", json!(2)), ("v", json!(2)), ("format", json!("3"))] {
            let lines = rewritten(&story.lines, at, |it| it[field] = number.clone());
            is_newer(&lines, &format!("line {at} {field}"));
        }
    }
    // The same if the rest has changed its form as well.
    let lines = rewritten(&story.lines, 3, |it| {
        it["rules"] = json!(2);
        it["events"] = json!("packed");
    });
    is_newer(&lines, "packed");
}

#[test]
fn what_is_damaged_is_not_newer() {
    let story = story();
    let last = story.lines.len() - 1;
    let broken = |line: String| {
        let mut lines = story.lines.clone();
        lines[last] = line;
        lines
    };
    is_damaged(&broken("{\"position\":".into()), "half a line");
    is_damaged(&broken("[]".into()), "a list");
    is_damaged(&broken("7".into()), "a number");
    is_damaged(&broken(String::new()), "nothing");
    for (place, value) in [
        ("/today", json!("2026-02-30")),
        ("/events/0/on", json!(7)),
        ("/events/0/order/document/net", json!("1e9")),
        ("/events", json!(null)),
        ("/command", json!("buy")),
        ("/viewer", json!("yes")),
        ("/events/0/holding/plan", json!(7)),
        ("/position", json!("5")),
    ] {
        let lines = rewritten(&story.lines, last, |it| *it.pointer_mut(place).unwrap() = value);
        is_damaged(&lines, place);
    }
    // A line that does not fit the chain is damaged, whatever its content.
    let lines = rewritten(&story.lines, last, |it| {
        it["rules"] = json!(2);
        it["previous_sha256"] = json!("0".repeat(64));
    });
    is_damaged(&lines, "another chain");
    let lines = rewritten(&story.lines, last, |it| {
        it["rules"] = json!(2);
        it["position"] = json!(9);
    });
    is_damaged(&lines, "another position");
    // Line 0 with a catalog that does not match its hash.
    let mut lines = story.lines.clone();
    let mut value: Value = serde_json::from_str(&lines[0]).unwrap();
    value["catalogue"]["zzz_new"] = json!(1);
    lines[0] = value.to_string();
    is_damaged(&lines[..1], "another hash");
}

#[test]
fn a_catalog_with_a_field_that_is_not_known_is_newer_in_a_booking_too() {
    let mut story = story();
    let newer = with(shipped(), |it| it["trial_days"] = json!(30));
    story.forge("2026-07-05", Some(&newer), &kind("cancel"));
    let last = story.lines.len() - 1;
    is_newer(
        &rewritten(&story.lines, last, |it| it["catalogue"]["discounts"] = json!([])),
        "a field of the catalog",
    );
    is_damaged(
        &rewritten(&story.lines, last, |it| it["catalogue"]["trial_days"] = json!(0)),
        "a faulty catalog",
    );
}

#[test]
fn nothing_is_booked_after_a_newer_line() {
    let story = story();
    let last = story.lines.len() - 1;
    let lines = rewritten(&story.lines, last, |it| it["events"][0]["kind"] = json!("merged"));
    let ledger = read(&lines[..last]).unwrap();
    let damage = ledger.check(&lines[last]).unwrap_err();
    assert_eq!((damage.cause, damage.position), (Cause::Newer, last));
}

#[test]
fn act_9_an_order_of_a_newer_version_is_told_as_such() {
    let story = story();
    let order = OrderFile::of_ledger(&story.ledger, &InstanceId::new("server-1").unwrap());
    let value: Value = serde_json::from_str(&order.text().unwrap()).unwrap();
    let told = |value: Value| OrderFile::read(&value.to_string()).unwrap_err();
    let kind = with(value.clone(), |it| it["events"][0]["kind"] = json!("merged"));
    assert!(matches!(told(kind), OrderError::Newer(_)));
    let field = with(value.clone(), |it| it["zzz_new"] = json!(1));
    assert!(matches!(told(field), OrderError::Newer(_)));
    let version = with(value.clone(), |it| {
        it["v"] = json!(2);
        it["events"] = json!("packed");
    });
    assert_eq!(told(version), OrderError::Version(2));
    let damaged = with(value, |it| it["position"] = json!("x"));
    assert!(matches!(told(damaged), OrderError::Unreadable(_)));
}
