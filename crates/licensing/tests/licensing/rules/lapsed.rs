//! The effects of a lapse, a smaller or older certificate, and a day with many adjustments (ACT 1, ACT 7, LIC 8).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::activating;
use crate::common;
use activating::{activate, confirm, grant, server};
use common::{Story, buy, day, license_count, licenses, role};
use licensing::account::access::{Actor, Membership, ProductAccess};
use licensing::account::usage_limit::Usage;
use licensing::activation::grant::Grant;
use licensing::value::instant::Instant;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{BillingInterval, PersonId, Term};
use serde_json::{Value, json};

fn inside(story: &Story, ids: &[&str]) -> Vec<bool> {
    let open = |id: &&str| {
        let viewer = Actor {
            id: PersonId::new(id),
            collection_administrator: Membership::No,
            role: None,
        };
        matches!(
            story.account.access(&viewer, &story.people, story.today).product,
            ProductAccess::Open(_)
        )
    };
    ids.iter().map(open).collect()
}

/// A Server without a certificate, with these bookings.
fn bought(bookings: &[(&str, Value)]) -> Story {
    let mut story = server(&[]);
    for (on, command) in bookings {
        story.book(on, command.clone());
    }
    story
}

/// The usage limit on a day, and its last day.
fn allowed(story: &mut Story, on: &str) -> (u32, String) {
    story.pass(on);
    match story.account.usage(day(on)) {
        Usage::Account => panic!("{on}: nothing limits it"),
        Usage::UpTo(it) => (it.licenses, it.last_day.map(|it| it.to_string()).unwrap_or_default()),
    }
}

#[test]
fn act_7_down_and_up_on_one_day_is_no_new_license() {
    let mut story = bought(&[("2026-07-01", buy("team", "annual", 10))]);
    story.book("2026-07-19", licenses(1)).book("2026-07-19", licenses(10));
    assert_eq!(allowed(&mut story, "2026-07-20"), (10, "2026-07-20".into()));
    assert_eq!(allowed(&mut story, "2026-07-21"), (0, String::new()));
    // The net change of a day counts, whatever the steps.
    for steps in [
        [1, 15, 3, 12].as_slice(),
        &[12, 1, 12],
        &[11, 12],
        &[299, 1, 2, 12],
        &[12],
    ] {
        let mut story = bought(&[("2026-07-01", buy("team", "annual", 10))]);
        for number in steps {
            story.book("2026-07-19", licenses(*number));
        }
        assert_eq!(allowed(&mut story, "2026-07-21"), (2, "2026-08-07".into()), "{steps:?}");
    }
    // A net decrease counts as a decrease, and the remaining licenses keep their booking dates.
    let mut story = bought(&[
        ("2026-07-01", buy("team", "annual", 10)),
        ("2026-07-10", licenses(20)),
        ("2026-07-19", licenses(50)),
    ]);
    story.book("2026-07-19", licenses(1)).book("2026-07-19", licenses(15));
    assert_eq!(allowed(&mut story, "2026-07-21"), (5, "2026-07-29".into()));
    // After a purchase or a renewal on that day, all licenses are new.
    let mut story = bought(&[("2026-07-01", buy("team", "monthly", 10))]);
    story.book("2026-08-01", licenses(1)).book("2026-08-01", licenses(10));
    assert_eq!(allowed(&mut story, "2026-08-01"), (10, "2026-08-20".into()));
    // An increase on another day counts.
    story.book("2026-08-02", licenses(1)).book("2026-08-03", licenses(10));
    assert_eq!(allowed(&mut story, "2026-08-21"), (9, "2026-08-22".into()));
}

#[test]
fn act_7_a_smaller_certificate_after_a_lapse_lets_in_those_who_were_licensed_longest() {
    let ids = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
    let mut story = server(&ids);
    story.viewer.id = PersonId::new("z");
    story.book("2026-07-01", activate("online", &grant(10)));
    // a lost the license for a day, so the license counts from the new day.
    story
        .book("2026-07-02", role(&["a"], "none"))
        .book("2026-07-03", role(&["a"], "team"));
    assert_eq!(inside(&story, &ids), [true; 10]);
    story.pass("2026-07-20");
    assert_eq!(inside(&story, &ids), [false; 10], "it has lapsed");
    let fewer = Grant {
        issued_at: Instant::parse("2026-07-20T09:00:00Z").unwrap(),
        ..grant(5)
    };
    story.book("2026-07-20", activate("online", &fewer));
    assert_eq!((story.in_use(), story.account.licenses()), (10, Some(license_count(5))));
    let longest = [false, true, true, true, true, true, false, false, false, false];
    assert_eq!(inside(&story, &ids), longest);
    // The same if the smaller certificate was a confirmation.
    let mut confirmed = server(&ids);
    confirmed
        .book("2026-07-01", activate("online", &grant(10)))
        .pass("2026-07-20");
    confirmed.book("2026-07-20", confirm(&fewer));
    let longest = [true, true, true, true, true, false, false, false, false, false];
    assert_eq!(inside(&confirmed, &ids), longest);
}

#[test]
fn lic_8_nobody_new_is_licensed_while_the_certificate_has_lapsed() {
    let mut story = server(&["a"]);
    story.book("2026-07-01", activate("online", &grant(10))).book(
        "2026-07-01",
        json!({"kind": "set_setting", "setting": "license_new_people", "on": true}),
    );
    story.people_are("2026-07-06", &["a", "b"]);
    assert_eq!(story.in_use(), 2, "on the last good day");
    story.people_are("2026-07-07", &["a", "b", "c"]);
    assert_eq!((story.status(), story.in_use()), ("expired", 2));
    // After a new confirmation, access returns, and new people get licenses again.
    story.book("2026-07-08", confirm(&grant(10))).pass("2026-07-08");
    assert_eq!((story.status(), story.in_use()), ("active", 3));
}

#[test]
fn act_1_an_older_certificate_and_one_of_another_subscription_are_not_activated() {
    let other = Grant {
        subscription_id: SubscriptionId::from_random([3; 11]),
        ..grant(500)
    };
    let older = Grant {
        issued_at: Instant::parse("2026-06-30T23:59:59Z").unwrap(),
        ..grant(50)
    };
    for way in ["online", "offline"] {
        let mut story = server(&["a"]);
        story.book("2026-07-01", buy("team", "annual", 10));
        story.book("2026-07-01", activate(way, &grant(10)));
        assert_eq!(
            story.refused("2026-07-02", activate(way, &other)),
            "ACT 1 other_subscription"
        );
        assert_eq!(
            story.refused("2026-07-02", activate(way, &older)),
            "ACT 5 older_certificate"
        );
        // It stays superseded after the newer one has lapsed.
        assert_eq!(
            story.refused("2026-08-02", activate(way, &older)),
            "ACT 5 older_certificate"
        );
        // The same certificate may be used again, as a file or online.
        story.book("2026-08-02", activate("offline", &grant(10)));
        // A purchase here may replace another subscription that was applied before.
        let mut story = server(&["a"]);
        story.book("2026-07-01", buy("team", "annual", 10));
        story.book("2026-07-01", activate(way, &other));
        story.book("2026-07-02", activate(way, &grant(10)));
        // If the certificate is the subscription, another one can replace it only after it has ended.
        let mut story = server(&["a"]);
        story.book("2026-07-01", activate(way, &other));
        assert_eq!(
            story.refused("2026-07-02", activate(way, &grant(10))),
            "ACT 1 other_subscription"
        );
        let next = Grant {
            term: Term::starting(day("2027-07-01"), BillingInterval::Annual),
            valid_until: day("2028-06-30"),
            ..grant(10)
        };
        story.book("2027-07-01", activate(way, &next));
        assert_eq!(story.account.granted(day("2027-07-01")), Some(&next));
    }
}
