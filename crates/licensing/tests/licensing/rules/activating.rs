//! Decisions on activation, confirmation, the proxy and orders (ACT 1, ACT 3 to ACT 9).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::activating;
use crate::certificates;
use crate::common;
use activating::{HERE, activate, catalogue, confirm, grant, see_day, server};
use certificates::KID;
use common::{Story, buy, changed, day, kind, license_count, licenses, role};
use licensing::account::access::{Access, Actor, Membership, ProductAccess};
use licensing::activation::certificate::Certificate;
use licensing::activation::confirmation::ActivationMode;
use licensing::activation::grant::Grant;
use licensing::value::instance::{InstanceId, InstanceScope};
use licensing::value::instant::Instant;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{BillingInterval, Deployment, Event, PersonId, PlanKey, Refusal, Term};
use serde_json::json;

fn somebody(id: &str) -> Actor {
    Actor {
        id: PersonId::new(id),
        collection_administrator: Membership::No,
        role: None,
    }
}

fn access(story: &Story, id: &str) -> Access {
    story.account.access(&somebody(id), &story.people, story.today)
}

fn inside(story: &Story, ids: &[&str]) -> Vec<bool> {
    ids.iter()
        .map(|id| matches!(access(story, id).product, ProductAccess::Open(_)))
        .collect()
}

#[test]
fn act_1_what_is_bought_is_activated_once_and_goes_on_by_itself() {
    let mut story = server(&["a", "b"]);
    story.book("2026-07-01", buy("team", "annual", 10));
    story.book("2026-07-02", activate("online", &grant(10)));
    assert!(matches!(
        story.events.last(),
        Some(Event::Activated {
            mode: ActivationMode::Online,
            access: None,
            ..
        })
    ));
    // The same certificate confirms the activation, once a day.
    assert_eq!(
        story.refused("2026-07-02", confirm(&grant(10))),
        "CHG 8 nothing_changed"
    );
    story.book("2026-07-03", confirm(&grant(10)));
    assert_eq!(story.events.last(), Some(&Event::Confirmed { on: day("2026-07-03") }));
    // A change of the subscription arrives with the next confirmation.
    story.book("2026-07-10", licenses(20));
    let more = Grant {
        issued_at: Instant::parse("2026-07-10T12:00:00Z").unwrap(),
        ..grant(20)
    };
    story.book("2026-07-10", confirm(&more));
    assert_eq!(story.account.granted(day("2026-07-10")).unwrap().licenses, 20);
    // An older certificate cannot replace it again.
    assert_eq!(
        story.refused("2026-07-11", confirm(&grant(10))),
        "ACT 5 older_certificate"
    );
}

#[test]
fn act_1_who_brings_a_confirmation_does_not_matter_and_what_is_brought_does() {
    let mut story = server(&["a"]);
    assert_eq!(story.refused("2026-07-01", confirm(&grant(10))), "ACT 1 not_activated");
    story.book("2026-07-01", buy("team", "annual", 10));
    story.book("2026-07-01", activate("online", &grant(10)));
    story.viewer = somebody("a");
    story.book("2026-07-02", confirm(&grant(10)));
    assert_eq!(
        story.refused("2026-07-02", activate("online", &grant(10))),
        "ACC 1 not_collection_administrator"
    );
    let other = Grant {
        subscription_id: SubscriptionId::from_random([3; 11]),
        ..grant(500)
    };
    assert_eq!(story.refused("2026-07-03", confirm(&other)), "ACT 1 other_subscription");
    let forged = Certificate::issue(
        &grant(500),
        KID,
        &licensing::activation::key::PrivateKey::from_random(&[8; 32]),
    );
    let forged = json!({"kind": "confirm", "instance": HERE, "certificate": forged.unwrap()});
    assert_eq!(story.refused("2026-07-03", forged), "ACT 8 signature");
}

#[test]
fn act_6_on_ultimate_a_second_instance_is_activated_and_on_team_refused() {
    let mut second = server(&["a", "b", "c"]);
    let elsewhere = Grant {
        instances: InstanceScope::Only(vec![InstanceId::new("server-0").unwrap()]),
        ..grant(25)
    };
    second.pass("2026-07-05");
    match second.preview(
        "2026-07-05",
        &serde_json::from_value(activate("online", &elsewhere)).unwrap(),
    ) {
        Err(refusal @ Refusal::Certificate { .. }) => {
            assert_eq!(refusal.code(), "instance");
            assert!(
                refusal
                    .message(&licensing::Catalogue::shipped().unwrap())
                    .contains("server-0"),
                "{}",
                refusal.message(&licensing::Catalogue::shipped().unwrap())
            );
        }
        other => panic!("{other:?}"),
    }
    let ultimate = Grant {
        plan: PlanKey::Ultimate,
        instances: InstanceScope::Any,
        ..grant(2)
    };
    second.book("2026-07-05", activate("online", &ultimate));
    // The certificate is the subscription here: roles can be assigned, the people who keep access are chosen (LIC 7),
    // and orders are placed elsewhere.
    assert_eq!(
        (second.status(), second.account.licenses(), second.in_use()),
        ("active", Some(license_count(2)), 2)
    );
    assert_eq!(inside(&second, &["a", "b", "c"]), [true, true, false]);
    second
        .book("2026-07-05", role(&["a"], "none"))
        .book("2026-07-05", role(&["c"], "budget"));
    assert_eq!(
        second.refused("2026-07-05", role(&["a"], "team")),
        "LIC 5 no_free_licence"
    );
    for command in [
        buy("team", "monthly", 1),
        licenses(3),
        kind("start_trial"),
        kind("renew_now"),
    ] {
        assert_eq!(second.refused("2026-07-05", command), "ACT 1 managed_elsewhere");
    }
    // After five days without a confirmation, nobody has access. Then the account may buy its own subscription (ACT 5).
    second.pass("2026-07-10");
    assert_eq!((second.status(), inside(&second, &["b"])), ("active", vec![true]));
    second.pass("2026-07-11");
    assert_eq!((second.status(), inside(&second, &["b"])), ("expired", vec![false]));
    second.book("2026-07-11", confirm(&ultimate));
    assert_eq!((second.status(), inside(&second, &["b"])), ("active", vec![true]));
    second.pass("2027-07-01");
    second.book("2027-07-01", buy("team", "monthly", 2));
    assert_eq!(second.held(), "team monthly 2, 2027-07-01 to 2027-08-01");
}

#[test]
fn act_7_who_was_licensed_longest_is_let_in() {
    let mut story = server(&["a", "b", "c", "d"]);
    story.viewer.id = PersonId::new("z");
    story.book("2026-07-01", buy("team", "annual", 2));
    story.book("2026-07-02", activate("offline", &grant(2)));
    // Two of four people kept access with the purchase, by ID.
    story.book("2026-08-01", licenses(4));
    story
        .book("2026-08-02", role(&["d"], "team"))
        .book("2026-08-03", role(&["c"], "team"));
    assert_eq!(inside(&story, &["a", "b", "c", "d"]), [true; 4]);
    // The increase works for 19 days. Then the file limits the number of people.
    story.pass("2026-08-20");
    assert_eq!(inside(&story, &["a", "b", "c", "d"]), [true; 4]);
    story.pass("2026-08-21");
    assert_eq!(inside(&story, &["a", "b", "c", "d"]), [true, true, false, false]);
    let shut_out = access(&story, "d");
    assert_eq!((shut_out.product, shut_out.may_ask), (ProductAccess::Locked, false));
    // Bookings count bought licenses, and Subscription stays open.
    assert_eq!((story.in_use(), story.account.licenses()), (4, Some(license_count(4))));
    assert!(
        story
            .account
            .access(&story.viewer, &story.people, story.today)
            .subscription
    );
    story.book("2026-08-21", activate("offline", &grant(3)));
    assert_eq!(inside(&story, &["a", "b", "c", "d"]), [true, true, false, true]);
}

#[test]
fn act_7_a_vendor_without_keys_lets_the_account_grant_and_services_grants_by_itself() {
    let mut story = Story::of(Deployment::Server, changed(|_| ())).with(&["a"]);
    story.book("2026-07-01", buy("team", "annual", 2)).pass("2026-12-01");
    assert_eq!(inside(&story, &["a"]), [true]);
    let mut story = Story::of(Deployment::Services, catalogue()).with(&["a"]);
    story.book("2026-07-01", buy("team", "annual", 2)).pass("2026-12-01");
    assert_eq!(inside(&story, &["a"]), [true]);
    let mut story = server(&["a"]);
    story.book("2026-07-01", buy("team", "annual", 2)).pass("2026-12-01");
    assert_eq!(inside(&story, &["a"]), [false]);
}

#[test]
fn act_8_the_first_check_that_fails_is_told_and_nothing_is_booked() {
    let mut story = server(&["a", "b", "c"]);
    story.book("2026-07-01", buy("team", "annual", 3));
    story.book("2026-07-02", activate("offline", &grant(3)));
    let mut refused = |on: &str, grant: Grant| story.refused(on, activate("offline", &grant));
    let early = Term::starting(day("2027-07-01"), BillingInterval::Annual);
    for (expected, grant) in [
        (
            "product",
            Grant {
                product: "Another".into(),
                ..grant(3)
            },
        ),
        (
            "not_yet_valid",
            Grant {
                term: early,
                valid_until: early.last_day(),
                ..grant(3)
            },
        ),
        (
            "file_expired",
            Grant {
                valid_until: day("2026-07-31"),
                ..grant(3)
            },
        ),
        ("fewer_licences", grant(2)),
    ] {
        assert_eq!(refused("2026-08-01", grant), format!("ACT 8 {expected}"));
    }
    let damaged = json!({"kind": "activate", "way": "offline", "instance": HERE, "certificate": "-----BEGIN"});
    assert_eq!(story.refused("2026-08-01", damaged), "ACT 8 framing");
    // A day is recorded while a file is in force, to detect a clock that is set back.
    story.book("2026-09-01", see_day());
    assert_eq!(story.refused("2026-09-01", see_day()), "CHG 8 nothing_changed");
    assert_eq!(
        story.refused("2026-08-31", activate("offline", &grant(3))),
        "ACT 8 clock_set_back"
    );
    assert_eq!(story.refused("2026-08-31", see_day()), "ACT 8 clock_set_back");
}

#[test]
fn act_5_a_clock_that_is_set_back_brings_nothing_back() {
    let mut story = server(&["a"]);
    story.book("2026-07-01", activate("online", &grant(1)));
    story.book(
        "2026-07-09",
        json!({"kind": "set_setting", "setting": "license_new_people", "on": true}),
    );
    story.pass("2026-07-03");
    assert_eq!(story.status(), "expired");
    assert_eq!(inside(&story, &["a"]), [false]);
}

#[test]
fn act_4_the_relay_is_set_by_administrators_and_checked() {
    let proxy = |address: &str, port: u32| {
        json!({"kind": "set_relay",
               "relay": {"enabled": true, "address": address, "port": port, "user": "page"}})
    };
    let mut story = server(&["a"]);
    story.book("2026-07-01", proxy("relay.example.org", 8443));
    assert_eq!(story.account.proxy().unwrap().port, 8443);
    assert_eq!(
        story.refused("2026-07-01", proxy("relay.example.org", 8443)),
        "CHG 8 nothing_changed"
    );
    assert_eq!(story.refused("2026-07-01", proxy("a b", 1)), "ACT 4 invalid_field");
    story.viewer = somebody("a");
    assert_eq!(
        story.refused("2026-07-01", proxy("evil.example.org", 1)),
        "ACC 1 not_collection_administrator"
    );
}

#[test]
fn act_9_an_order_that_has_gone_is_recorded_once() {
    let sent = |position: u32| json!({"kind": "record_order", "position": position, "by": "sent"});
    let mut story = server(&["a"]);
    story
        .book("2026-07-01", buy("team", "annual", 3))
        .book("2026-07-01", sent(1));
    assert_eq!(story.account.ordered_up_to(), 1);
    assert_eq!(story.refused("2026-07-01", sent(1)), "ACT 9 unknown_order");
}

#[test]
fn act_9_an_order_of_services_is_recorded_too() {
    let sent = |position: u32| json!({"kind": "record_order", "position": position, "by": "sent"});
    let mut services = Story::of(Deployment::Services, catalogue());
    services
        .book("2026-07-01", json!({"kind": "choose_free"}))
        .book("2026-07-01", sent(1));
    assert_eq!(services.account.ordered_up_to(), 1);
    assert_eq!(services.refused("2026-07-01", sent(1)), "ACT 9 unknown_order");
}

#[test]
fn act_9_an_order_of_a_position_that_no_line_has_is_refused() {
    let sent = |position: u32| json!({"kind": "record_order", "position": position, "by": "sent"});
    let mut story = server(&["a"]);
    assert_eq!(story.refused("2026-07-01", sent(1)), "ACT 9 unknown_position");
    story.book("2026-07-01", buy("team", "annual", 3));
    for position in [7, u32::MAX] {
        assert_eq!(story.refused("2026-07-01", sent(position)), "ACT 9 unknown_position");
    }
    assert_eq!(story.refused("2026-07-01", sent(0)), "ACT 9 unknown_order");
    story.book("2026-07-01", sent(1));
}
