//! Journals with certificates: read, proved, and what of them is an order (ACT 8, ACT 9).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

#[path = "support/activating.rs"]
mod activating;
#[path = "support/certificates.rs"]
mod certificates;
mod common;

use activating::{HERE, activate, catalogue, confirm, grant};
use certificates::{KID, key};
use common::{buy, day};
use serde_json::{Value, json};
use timetracker_licensing::licensing::access::Viewer;
use timetracker_licensing::licensing::activation::order::OrderFile;
use timetracker_licensing::licensing::activation::{InstanceId, SubscriptionId};
use timetracker_licensing::licensing::booking::Booking;
use timetracker_licensing::licensing::record::{Book, line_of, opening};
use timetracker_licensing::licensing::verify::{Doubt, verify};
use timetracker_licensing::licensing::{Catalogue, Command, Deployment};

/// A journal in which this was booked, each on its day.
fn journal(commands: &[(&str, Value)]) -> (Book, Vec<String>) {
    let mut value: Value = serde_json::from_str(timetracker_licensing::licensing::catalogue::SHIPPED).unwrap();
    value["activation"]["keys"] = json!({ KID: key().public() });
    let catalogue = Catalogue::from_value(&value).unwrap();
    let people = common::directory(&["a", "b"]);
    let first = line_of(&opening(
        "2026-07-01T08:00:00Z".into(),
        Deployment::Server,
        SubscriptionId::SAMPLE,
        value.clone(),
        people.people().to_vec(),
    ));
    let mut book = Book::open(&first).unwrap();
    let mut lines = vec![first];
    for (number, (on, command)) in commands.iter().enumerate() {
        let command: Command = serde_json::from_value(command.clone()).unwrap();
        let booking = Booking {
            book: &book,
            catalogue: &catalogue,
            catalogue_value: &value,
            people: &people,
            viewer: &Viewer::collection_administrator(),
            actor: "Ada",
            command_id: &format!("{number}"),
            instant: "2026-07-01T09:00:00Z",
            today: day(on),
            command: &command,
            decide: timetracker_licensing::licensing::decide::decide,
        };
        let booked = booking
            .decide()
            .unwrap_or_else(|refusal| panic!("{}", refusal.message()));
        let (record, line) = booking.record(&booked);
        book.append(&line, record).unwrap();
        lines.push(line);
    }
    (book, lines)
}

#[test]
fn act_8_a_journal_with_certificates_is_proved_again_signature_and_all() {
    let (book, lines) = journal(&[
        ("2026-07-01", buy("team", "annual", 10)),
        ("2026-07-02", activate("online", &grant(10))),
        ("2026-07-03", confirm(&grant(10))),
    ]);
    assert_eq!(
        Book::read(lines.iter().map(String::as_str)).unwrap().account,
        book.account
    );
    assert_eq!(verify(lines.iter().map(String::as_str)).unwrap().bookings, 3);
    // Somebody writes more licences than were signed.
    let changed = lines
        .get(2)
        .unwrap()
        .replace(r#""licences":10,"term""#, r#""licences":99,"term""#);
    assert_ne!(Some(&changed), lines.get(2));
    match verify(lines.iter().take(2).map(String::as_str).chain([changed.as_str()])) {
        Err(Doubt::Differs(damage)) => assert_eq!(damage.field, "events[0].grant.licences"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn act_9_activation_is_no_part_of_an_order() {
    let (book, _) = journal(&[
        ("2026-07-01", buy("team", "annual", 10)),
        ("2026-07-02", activate("online", &grant(10))),
        (
            "2026-07-03",
            json!({"kind": "record_order", "position": 1, "by": "posted"}),
        ),
    ]);
    let order = OrderFile::of_book(&book, &InstanceId::new(HERE).unwrap()).unwrap();
    assert_eq!(order.events.len(), 1);
    assert!(order.check(&catalogue(), day("2026-07-03")).is_ok());
}
