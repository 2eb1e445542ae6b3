//! Journals with certificates: reading, proofs and orders (ACT 8, ACT 9).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::activating;
use crate::certificates;
use crate::common;
use activating::{HERE, activate, catalogue, confirm, grant};
use certificates::{KID, key};
use common::{buy, day};
use licensing::account::access::Actor;
use licensing::activation::certificate::Certificate;
use licensing::activation::grant::Grant;
use licensing::activation::key::PrivateKey;
use licensing::json::line::to_json_line;
use licensing::ledger::Ledger;
use licensing::ledger::entry::opening;
use licensing::ledger::order_file::OrderFile;
use licensing::ledger::prepare::{Preparation, Prepared};
use licensing::ledger::verify::{VerifyError, verify};
use licensing::value::digest::sha256;
use licensing::value::instance::InstanceId;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{Catalogue, Command, Deployment};
use serde_json::{Value, json};

/// The shipped catalog with these keys.
fn with_keys(keys: Value) -> Value {
    let mut value: Value = serde_json::from_str(licensing::catalogue::read::SHIPPED).unwrap();
    value["activation"]["keys"] = keys;
    value
}

/// The catalog of the vendor.
fn vendors() -> Value {
    with_keys(json!({ KID: key().public() }))
}

/// A journal with these commands, each on its day.
fn journal(commands: &[(&str, Value)]) -> (Ledger, Vec<String>) {
    let value = vendors();
    let people = common::directory(&["a", "b"]);
    let first = to_json_line(&opening(
        "2026-07-01T08:00:00Z".parse().unwrap(),
        Deployment::Server,
        SubscriptionId::SAMPLE,
        value.clone(),
        people.people().to_vec(),
    ))
    .unwrap();
    let mut ledger = Ledger::open(&first).unwrap();
    let mut lines = vec![first];
    for (on, command) in commands {
        let (prepared, line) = booking(&ledger, &value, on, command).unwrap();
        let record = ledger.check(&line).unwrap();
        let mut taken = ledger.clone();
        taken.take(&line, record.clone(), prepared.account_after).unwrap();
        ledger.append(&line, record).unwrap();
        // The writer of a line has the same state as a reader.
        assert_eq!(taken, ledger);
        lines.push(line);
    }
    (ledger, lines)
}

/// The prepared booking of a command with a catalog, and its line, or the code of the refusal.
fn booking(ledger: &Ledger, catalogue: &Value, on: &str, command: &Value) -> Result<(Prepared, String), String> {
    let command: Command = serde_json::from_value(command.clone()).unwrap();
    let preparation = Preparation {
        ledger,
        catalogue: &Catalogue::from_value(catalogue).unwrap(),
        catalogue_value: catalogue,
        people: &common::directory(&["a", "b"]),
        viewer: &Actor::collection_administrator(),
        actor: "Ada",
        command_id: &licensing::value::ids::CommandId::new(format!("{}", ledger.next_position())),
        instant: &"2026-07-01T09:00:00Z".parse().unwrap(),
        today: day(on),
        command: &command,
    };
    let booked = preparation.prepare().map_err(|refusal| refusal.code().to_owned())?;
    let line = preparation.entry(&booked).unwrap().1;
    Ok((booked, line))
}

/// The lines with a forged one at the end, written without the rules.
fn forged(lines: &[String], on: &str, command: &Value, event: &Value, catalogue: Option<&Value>) -> Vec<String> {
    let mut record = json!({
        "position": lines.len(), "rules": 1, "previous_sha256": sha256(lines.last().unwrap()),
        "command_id": format!("forged-{}", lines.len()), "instant": format!("{on}T09:00:00Z"), "today": on,
        "actor": "Ada", "viewer": {"id": null, "collection_administrator": "yes", "role": null},
        "command": command, "events": [event],
    });
    if let Some(catalogue) = catalogue {
        record["catalogue"] = catalogue.clone();
    }
    [lines, &[record.to_string()]].concat()
}

/// The event of an activation.
fn activated(on: &str, grant: &Grant, access: Value) -> Value {
    json!({"kind": "activated", "on": on, "way": "online", "grant": grant, "access": access})
}

fn read(lines: &[String]) -> Ledger {
    Ledger::read(lines.iter().map(String::as_str)).unwrap()
}

/// A certificate signed with another key, under the ID of the vendor's key or another ID.
fn signed_by_another(grant: &Grant, kid: &str) -> Value {
    let text = Certificate::issue(grant, kid, &PrivateKey::from_random(&[8; 32])).unwrap();
    json!({"kind": "activate", "way": "online", "instance": HERE, "certificate": text})
}

#[test]
fn act_8_a_journal_with_certificates_is_proved_again_signature_and_all() {
    let (ledger, lines) = journal(&[
        ("2026-07-01", buy("team", "annual", 10)),
        ("2026-07-02", activate("online", &grant(10))),
        ("2026-07-03", confirm(&grant(10))),
    ]);
    assert_eq!(
        Ledger::read(lines.iter().map(String::as_str)).unwrap().account(),
        ledger.account()
    );
    assert_eq!(verify(lines.iter().map(String::as_str)).unwrap().bookings, 3);
    // A forged number of licenses, higher than the signed one.
    let changed = lines
        .get(2)
        .unwrap()
        .replace(r#""licences":10,"term""#, r#""licences":99,"term""#);
    assert_ne!(Some(&changed), lines.get(2));
    match verify(lines.iter().take(2).map(String::as_str).chain([changed.as_str()])) {
        Err(VerifyError::Differs(damage)) => assert_eq!(damage.field, "events[0].grant.licences"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn act_9_activation_is_no_part_of_an_order() {
    let (ledger, _) = journal(&[
        ("2026-07-01", buy("team", "annual", 10)),
        ("2026-07-02", activate("online", &grant(10))),
        (
            "2026-07-03",
            json!({"kind": "record_order", "position": 1, "by": "posted"}),
        ),
    ]);
    let order = OrderFile::of_ledger(&ledger, &InstanceId::new(HERE).unwrap());
    assert_eq!(order.events.len(), 1);
    assert!(order.check(&catalogue(), day("2026-07-03")).is_ok());
}

#[test]
fn act_7_an_activation_that_nobody_has_signed_counts_for_nothing() {
    let (honest, lines) = journal(&[
        ("2026-07-01", buy("team", "annual", 10)),
        ("2026-07-02", activate("online", &grant(10))),
    ]);
    let much = grant(500);
    let elsewhere = Grant {
        product: "Another".into(),
        ..grant(500)
    };
    let mut moved = activate("online", &grant(10));
    moved["instance"] = json!("server-2");
    let nobody = json!({"kind": "cancel", "reason": null});
    let access = json!({"on_default": ["a"], "none": ["b"]});
    for (what, command, event) in [
        (
            "no certificate",
            nobody.clone(),
            activated("2026-07-03", &much, Value::Null),
        ),
        (
            "of another key",
            signed_by_another(&much, KID),
            activated("2026-07-03", &much, Value::Null),
        ),
        (
            "of an unknown key",
            signed_by_another(&much, "own"),
            activated("2026-07-03", &much, Value::Null),
        ),
        (
            "of less",
            activate("online", &grant(10)),
            activated("2026-07-03", &much, Value::Null),
        ),
        (
            "of another product",
            activate("online", &elsewhere),
            activated("2026-07-03", &elsewhere, Value::Null),
        ),
        (
            "of another instance",
            moved,
            activated("2026-07-03", &grant(10), Value::Null),
        ),
        (
            "of another day",
            activate("online", &grant(10)),
            activated("2026-12-03", &grant(10), Value::Null),
        ),
        (
            "in place of what was bought",
            signed_by_another(&much, KID),
            activated("2026-07-03", &much, access),
        ),
        (
            "a confirmation without a certificate",
            nobody,
            json!({"kind": "confirmed", "on": "2026-07-03"}),
        ),
        (
            "a confirmation by another key",
            {
                let mut command = signed_by_another(&grant(10), KID);
                command["kind"] = json!("confirm");
                command.as_object_mut().unwrap().remove("way");
                command
            },
            json!({"kind": "confirmed", "on": "2026-07-03"}),
        ),
    ] {
        let lines = forged(&lines, "2026-07-03", &command, &event, None);
        let ledger = read(&lines);
        assert_eq!(ledger.account().activation(), honest.account().activation(), "{what}");
        assert_eq!(
            ledger.account().subscription(),
            honest.account().subscription(),
            "{what}"
        );
        assert_eq!(ledger.account().assignments(), honest.account().assignments(), "{what}");
        match verify(lines.iter().map(String::as_str)) {
            Err(VerifyError::Differs(damage)) => assert_eq!(damage.position, 3, "{what}"),
            other => panic!("{what}: {other:?}"),
        }
        // The journal continues after it.
        let more = booking(&ledger, &vendors(), "2026-07-04", &confirm(&grant(10))).unwrap();
        let ledger = read(&[lines.as_slice(), &[more.1]].concat());
        assert_eq!(ledger.account().activation().unwrap().on, day("2026-07-04"), "{what}");
    }
}

#[test]
fn act_7_a_key_that_the_journal_brings_along_signs_nothing_for_the_page() {
    let (_, lines) = journal(&[("2026-07-01", buy("team", "annual", 10))]);
    let own = PrivateKey::from_random(&[8; 32]);
    let catalogue = with_keys(json!({ "own": own.public() }));
    let command = signed_by_another(&grant(500), "own");
    let event = activated("2026-07-03", &grant(500), Value::Null);
    let ledger = read(&forged(&lines, "2026-07-03", &command, &event, Some(&catalogue)));
    let note = json!({"kind": "record_payment", "document": "INV-0001", "paid_on": "2026-07-04", "reference": null});
    let (booked, _) = booking(&ledger, &vendors(), "2026-07-04", &note).unwrap();
    assert_eq!(booked.account_after.activation(), None);
    assert_eq!(
        booking(&ledger, &vendors(), "2026-07-04", &confirm(&grant(500))).unwrap_err(),
        "not_activated"
    );
}

#[test]
fn act_7_a_key_that_is_revoked_ends_what_it_has_activated() {
    for (what, commands) in [
        (
            "bought",
            vec![
                ("2026-07-01", buy("team", "annual", 10)),
                ("2026-07-02", activate("offline", &grant(10))),
            ],
        ),
        ("granted", vec![("2026-07-02", activate("offline", &grant(10)))]),
    ] {
        let (ledger, lines) = journal(&commands);
        let new = PrivateKey::from_random(&[9; 32]);
        let mut revoked = with_keys(json!({ "new": new.public() }));
        revoked["activation"]["revoked"] = json!([KID]);
        let note = json!({"kind": "set_setting", "setting": "license_new_people", "on": true});
        let (booked, line) = booking(&ledger, &revoked, "2026-08-01", &note).unwrap();
        assert_eq!(booked.account_after.granted(day("2026-08-01")), None, "{what}");
        assert_eq!(
            booked.account_after.is_granted(),
            what == "granted",
            "{what}: who has which role stays"
        );
        // What was booked without the key can be verified without it.
        let lines = [lines.as_slice(), &[line]].concat();
        assert_eq!(
            verify(lines.iter().map(String::as_str)).unwrap().bookings,
            commands.len() + 1,
            "{what}"
        );
        let ledger = read(&lines);
        assert_eq!(ledger.account().granted(day("2026-08-01")), None, "{what}");
        // The same certificate, signed with the trusted key, activates it again.
        let text = Certificate::issue(&grant(10), "new", &new).unwrap();
        let again = json!({"kind": "activate", "way": "offline", "instance": HERE, "certificate": text});
        let (booked, line) = booking(&ledger, &revoked, "2026-08-02", &again).unwrap();
        assert_eq!(
            booked.account_after.granted(day("2026-08-02")),
            Some(&grant(10)),
            "{what}"
        );
        let lines = [lines.as_slice(), &[line]].concat();
        assert_eq!(*read(&lines).account(), booked.account_after, "{what}");
        verify(lines.iter().map(String::as_str)).unwrap();
        // To replace a key gradually, the catalog has both keys for a while.
        let both = with_keys(json!({ KID: key().public(), "new": new.public() }));
        let (booked, _) = booking(&read(&lines), &both, "2026-08-03", &activating::see_day()).unwrap();
        assert!(booked.account_after.granted(day("2026-08-03")).is_some(), "{what}");
    }
}

#[test]
fn act_9_an_order_of_a_position_that_no_line_has_hides_none() {
    let sent = |position: u32| json!({"kind": "record_order", "position": position, "by": "sent"});
    // The second booking also booked two renewals: it has three events and one line.
    let (ledger, lines) = journal(&[
        ("2026-07-01", buy("team", "monthly", 10)),
        ("2026-09-02", common::licenses(12)),
    ]);
    for position in [3, 4, u32::MAX] {
        let refused = booking(&ledger, &vendors(), "2026-09-03", &sent(position)).unwrap_err();
        assert_eq!(refused, "unknown_position", "{position}");
        let event = json!({"kind": "order_recorded", "on": "2026-09-03", "position": position, "by": "sent"});
        let lines = forged(&lines, "2026-09-03", &sent(position), &event, None);
        let forged = read(&lines);
        assert_eq!(forged.account().ordered_up_to(), 0, "{position}");
        assert!(verify(lines.iter().map(String::as_str)).is_err());
        assert!(booking(&forged, &vendors(), "2026-09-03", &sent(2)).is_ok());
    }
    assert!(booking(&ledger, &vendors(), "2026-09-03", &sent(2)).is_ok());
}
