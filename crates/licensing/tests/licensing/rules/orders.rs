//! Orders on a Server: created from the journal without people, and decided again by the vendor (ACT 9).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use crate::random;
use common::{adjust, buy, day, kind, licenses, schedule};
use licensing::activation::entitlement::EntitlementError;
use licensing::activation::grant::Grant;
use licensing::decide::advance;
use licensing::decide::context::Surroundings;
use licensing::ledger::Ledger;
use licensing::ledger::order_file::OrderFile;
use licensing::ledger::order_file::problem::OrderError;
use licensing::value::instance::{InstanceId, InstanceScope};
use licensing::value::instant::Instant;
use licensing::{Catalogue, Deployment};
use proptest::prelude::*;
use random::{Step, journal_on, steps};
use serde_json::{Value, json};

fn here() -> InstanceId {
    InstanceId::new("server-1").unwrap()
}

/// The ledger of these commands on a Server, each a number of days after the previous one. The first day is 2026-07-01.
fn book(commands: &[(u32, Value)]) -> Ledger {
    let steps: Vec<Step> = commands
        .iter()
        .map(|(days, command)| (*days, None, command.clone()))
        .collect();
    let lines = journal_on(Deployment::Server, &steps);
    assert_eq!(lines.len(), commands.len() + 1, "all of them were booked");
    read(&lines)
}

fn read(lines: &[String]) -> Ledger {
    Ledger::read(lines.iter().map(String::as_str)).unwrap()
}

fn order(ledger: &Ledger) -> OrderFile {
    let order = OrderFile::of_ledger(ledger, &here());
    assert_eq!(OrderFile::read(&order.text().unwrap()).as_ref(), Ok(&order));
    order
}

fn grant(order: &OrderFile, on: &str) -> Result<Grant, OrderError> {
    order.grant(&Catalogue::shipped().unwrap(), Instant::morning_of(day(on)))
}

#[test]
fn act_9_an_order_of_team_grants_what_was_bought_on_the_instance_that_ordered() {
    let order = order(&book(&[(0, buy("team", "monthly", 10)), (21, licenses(50))]));
    let granted = grant(&order, "2026-07-22").unwrap();
    assert_eq!(
        (granted.plan.as_str(), granted.length.as_str(), granted.licenses.get()),
        ("team", "monthly", 50)
    );
    assert_eq!(
        (granted.term.start, granted.term.end),
        (day("2026-07-01"), day("2026-08-01"))
    );
    assert_eq!((granted.valid_until, granted.canceled), (day("2026-07-31"), false));
    assert_eq!(granted.instances, InstanceScope::Only(vec![here()]));
    // The same order also serves for the next term, because a subscription renews unless it is canceled.
    let later = grant(&order, "2026-08-03").unwrap();
    assert_eq!(
        (later.term.start, later.term.end),
        (day("2026-08-01"), day("2026-09-01"))
    );
}

#[test]
fn act_9_an_order_of_ultimate_grants_any_instance_and_says_what_was_canceled() {
    let order = order(&book(&[
        (0, kind("start_trial")),
        (3, buy("ultimate", "annual", 25)),
        (1, kind("cancel")),
    ]));
    let granted = grant(&order, "2026-07-05").unwrap();
    assert_eq!((granted.instances, granted.canceled), (InstanceScope::Any, true));
    let on = day("2027-07-04");
    assert_eq!(
        grant(&order, "2027-07-04"),
        Err(OrderError::NothingToIssue { on, status: "expired" })
    );
}

#[test]
fn act_9_an_order_names_nobody() {
    let names = json!({"kind": "set_role", "people": ["a", "b"], "role": "budget", "licences": 12});
    let asked = json!({"kind": "request_access", "by": {"collection_administrator": false, "id": "g"}, "why": "Atlas"});
    let bought = json!({"kind": "buy", "plan": "team", "length": "monthly", "licences": 3, "keep": ["e", "f"]});
    let paid = json!({"kind": "record_payment", "document": "INV-0001", "paid_on": "2026-07-02", "reference": "4711"});
    let billing = json!({"kind": "set_billing", "name": "Muster Ltd", "country": "DE"});
    let steps: Vec<Step> = vec![
        (0, None, kind("start_trial")),
        (1, None, bought),
        (1, Some(2), asked),
        (0, None, names),
        (0, None, paid),
        (0, None, billing),
    ];
    let ledger = read(&journal_on(Deployment::Server, &steps));
    assert_eq!(ledger.records().len(), 6);
    let order = order(&ledger);
    let kinds: Vec<Value> = order
        .events
        .iter()
        .map(|it| serde_json::to_value(it).unwrap()["kind"].clone())
        .collect();
    assert_eq!(kinds, ["trial_started", "purchased", "adjusted", "billing_set"]);
    for person in ["\"a\"", "\"b\"", "\"e\"", "\"f\"", "\"g\"", "Atlas", "4711", "@", "Ada"] {
        assert!(
            !order.text().unwrap().contains(person),
            "{person}: {}",
            order.text().unwrap()
        );
    }
    assert_eq!((order.position, &order.sha256), (6, ledger.last_sha256()));
    assert_eq!(grant(&order, "2026-07-03").unwrap().licenses, 12);
}

#[test]
fn act_9_where_nothing_is_paid_for_nothing_is_issued() {
    let nothing = |commands: &[(u32, Value)], on: &str, status: &'static str| {
        let expected = OrderError::NothingToIssue { on: day(on), status };
        assert_eq!(grant(&order(&book(commands)), on), Err(expected));
    };
    nothing(&[], "2026-07-01", "none");
    nothing(&[(0, kind("start_trial"))], "2026-07-02", "trial");
    nothing(&[(0, kind("start_trial"))], "2026-08-02", "trial_ended");
}

#[test]
fn act_9_what_the_customer_says_of_licenses_in_use_is_taken() {
    let steps: Vec<Step> = vec![
        (0, None, buy("team", "monthly", 6)),
        (1, None, schedule(json!({"licences": 2}))),
        (40, None, licenses(8)),
    ];
    let ledger = read(&journal_on(Deployment::Server, &steps));
    let order = order(&ledger);
    let fits = |it: &Value| it["not_fitting"]["reason"] == "licences_in_use";
    assert!(order.events.iter().any(|it| fits(&serde_json::to_value(it).unwrap())));
    assert_eq!(grant(&order, "2026-08-11").unwrap().licenses, 8);
}

#[test]
fn act_9_a_scheduled_cut_shrinks_no_certificate_before_the_customer_says_that_it_fits() {
    // Six people use it there, which the vendor does not know.
    let steps: Vec<Step> = vec![
        (0, None, buy("team", "monthly", 6)),
        (1, None, schedule(json!({"licences": 2, "length": "annual"}))),
    ];
    let before = order(&read(&journal_on(Deployment::Server, &steps)));
    assert_eq!(grant(&before, "2026-07-03").unwrap().licenses, 6);
    let renewed = grant(&before, "2026-08-02").unwrap();
    assert_eq!((renewed.licenses.get(), renewed.length.as_str()), (6, "monthly"));
    assert_eq!(grant(&before, "2026-09-02").unwrap().licenses, 6);
    // The next order contains everything that the customer has booked by then.
    let steps: Vec<Step> = vec![
        (0, None, buy("team", "monthly", 12)),
        (1, None, schedule(json!({"licences": 8}))),
        (40, None, kind("cancel")),
    ];
    let after = order(&read(&journal_on(Deployment::Server, &steps)));
    assert_eq!(grant(&after, "2026-08-12").unwrap().licenses, 8);
    // Another plan or more licenses do not depend on people.
    let steps: Vec<Step> = vec![
        (0, None, buy("team", "monthly", 12)),
        (1, None, schedule(json!({"licences": 25, "plan": "ultimate"}))),
    ];
    let more = grant(&order(&read(&journal_on(Deployment::Server, &steps))), "2026-08-02").unwrap();
    assert_eq!((more.plan.as_str(), more.licenses.get()), ("ultimate", 25));
}

/// The error for an order with one value of its JSON changed.
fn tampered(order: &OrderFile, pointer: &str, value: Value) -> String {
    let mut json = serde_json::to_value(order).unwrap();
    *json.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
    match OrderFile::read(&json.to_string()).and_then(|it| grant(&it, "2026-08-12")) {
        Ok(grant) => panic!("{pointer} was accepted: {grant:?}"),
        Err(problem) => problem.to_string(),
    }
}

#[test]
fn act_9_an_order_that_was_changed_is_refused() {
    let order = order(&book(&[
        (0, buy("team", "monthly", 10)),
        (21, licenses(50)),
        (20, adjust(json!({"plan": "ultimate"}))),
    ]));
    assert_eq!(grant(&order, "2026-08-12").unwrap().plan.as_str(), "ultimate");
    for (pointer, value, words) in [
        (
            "/events/0/holding/licences",
            json!(500),
            "events[0]: the rules don't allow it (PLN 1",
        ),
        (
            "/events/0/holding/plan",
            json!("start"),
            "events[0]: the rules don't allow it (PLN 1",
        ),
        (
            "/events/0/holding/plan",
            json!("ultimate"),
            "events[0]: the rules don't allow it (PLN 1",
        ),
        ("/events/0/term/end", json!("2027-07-01"), "events[0]: it.term.end "),
        (
            "/events/0/order/lines/0/amount",
            json!("1.60"),
            "events[0]: it.order.lines[0].amount ",
        ),
        (
            "/events/1/on",
            json!("2026-06-01"),
            "events[1]: the rules don't allow it (SUB 7",
        ),
        ("/events/1/on", json!("2026-07-30"), "events[1]: it.order."),
        ("/events/1/holding/licences", json!(60), "events[1]: it.order."),
        (
            "/events/2/holding/licences",
            json!(60),
            "events[2]: it.holding.licences ",
        ),
        ("/events/3/on", json!("2026-08-13"), "events[3]: "),
        ("/events/1/kind", json!("length_changed"), "can't be read: "),
        ("/v", json!(2), "has version 2"),
        ("/product", json!("Another"), "is for the product Another"),
    ] {
        let problem = tampered(&order, pointer, value);
        assert!(problem.starts_with(words), "{pointer}: {problem}");
    }
    // An event is removed or duplicated.
    for (at, twice) in [(0, false), (1, false), (2, false), (0, true), (2, true)] {
        let mut changed = order.clone();
        let event = changed.events.remove(at);
        if twice {
            changed.events.insert(at, event.clone());
            changed.events.insert(at, event);
        }
        assert!(
            matches!(grant(&changed, "2026-08-12"), Err(OrderError::Event { .. })),
            "{at} {twice}"
        );
    }
    // An order from the future, or a text that is not an order.
    assert!(matches!(
        grant(&order, "2026-08-10"),
        Err(OrderError::Event { at: 3, .. })
    ));
    for text in ["", "{}", "[]", "-----BEGIN"] {
        assert!(
            matches!(OrderFile::read(text), Err(OrderError::Unreadable(_))),
            "{text}"
        );
    }
}

#[test]
fn act_9_a_plan_that_the_catalogue_has_lost_is_told() {
    let order = order(&book(&[(0, buy("team", "monthly", 10))]));
    let catalogue = common::changed(|it| drop(it["plans"].as_object_mut().unwrap().remove("team")));
    let problem = order
        .grant(&catalogue, Instant::morning_of(day("2026-07-02")))
        .unwrap_err();
    assert!(
        matches!(problem, OrderError::Event { at: 0, .. })
            || matches!(problem, OrderError::Entitlement(EntitlementError::NoPlan(_)))
    );
}

#[test]
fn chg_13_an_order_tells_what_an_adjustment_has_dropped_and_what_an_undo_brings_back() {
    let drop = || json!({"kind": "adjust", "licences": 60, "drop_scheduled": true});
    let undo = || json!({"kind": "undo"});
    let first = [
        (0, buy("team", "monthly", 10)),
        (1, json!({"kind": "schedule", "licences": 42})),
    ];
    let role = json!({"kind": "set_role", "people": ["a"], "role": "budget"});
    let removed = vec![(1, json!({"kind": "unschedule"})), (1, role), (1, drop()), (0, undo())];
    let asleep = vec![
        (1, json!({"kind": "cancel"})),
        (1, json!({"kind": "choose_free"})),
        (1, drop()),
        (0, undo()),
    ];
    for then in [
        vec![(1, drop())],
        vec![(1, drop()), (0, undo())],
        removed,
        asleep.clone(),
        asleep[..3].to_vec(),
    ] {
        let steps: Vec<Step> = [first.to_vec(), then]
            .concat()
            .into_iter()
            .map(|(days, command)| (days, None, command))
            .collect();
        let lines = journal_on(Deployment::Services, &steps);
        assert_eq!(lines.len(), steps.len() + 1, "all of them were booked");
        let ledger = read(&lines);
        let account = order(&ledger).check(ledger.catalogue(), day("2026-07-06")).unwrap();
        let [there, here] = [&account, ledger.account()].map(|it| it.paid().unwrap());
        assert_eq!((there.scheduled(), there.item), (here.scheduled(), here.item));
        assert_eq!(there.pending_free().is_some(), here.pending_free().is_some());
    }
}

#[test]
fn act_9_what_an_order_says_to_have_dropped_was_scheduled() {
    let drop = json!({"kind": "adjust", "licences": 60, "drop_scheduled": true});
    let schedule = json!({"kind": "schedule", "licences": 42});
    let told = order(&book(&[(0, buy("team", "monthly", 10)), (1, schedule), (1, drop)]));
    let catalogue = Catalogue::shipped().unwrap();
    assert!(told.check(&catalogue, day("2026-07-05")).is_ok());
    for (place, value) in [
        ("/events/3/dropped/licences", json!(200)),
        ("/events/2/kind", json!("resumed")),
    ] {
        let mut forged: Value = serde_json::from_str(&told.text().unwrap()).unwrap();
        *forged.pointer_mut(place).unwrap() = value;
        let forged = OrderFile::read(&forged.to_string()).unwrap();
        assert!(forged.check(&catalogue, day("2026-07-05")).is_err(), "{place}");
    }
}

#[test]
fn pln_4_free_that_was_chosen_starts_for_the_vendor_too_where_a_cut_sleeps_beneath_it() {
    let steps: Vec<Step> = [
        buy("team", "monthly", 10),
        json!({"kind": "schedule", "licences": 8}),
        json!({"kind": "cancel"}),
        json!({"kind": "choose_free"}),
    ]
    .into_iter()
    .map(|command| (1, None, command))
    .collect();
    let lines = journal_on(Deployment::Services, &steps);
    assert_eq!(lines.len(), 5, "all of them were booked");
    let ledger = read(&lines);
    let account = order(&ledger).check(ledger.catalogue(), day("2026-08-05")).unwrap();
    assert_eq!(account.status(day("2026-08-05")).as_str(), "free");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// For every journal of a Server and any people: the order can be decided again without people, with the same
    /// subscription, documents and credit.
    #[test]
    fn act_9_every_journal_of_a_server_makes_a_sound_order(steps in steps(30), ahead in 0_u32..90) {
        let ledger = read(&journal_on(Deployment::Server, &steps));
        let last = ledger.account().last_booking().unwrap_or(day("2026-07-01"));
        let order = order(&ledger);
        let account = order.check(ledger.catalogue(), last);
        prop_assert!(account.is_ok(), "{account:?}: {:?}", order.events);
        let account = account.unwrap();
        prop_assert_eq!(account.documents(), ledger.account().documents());
        prop_assert_eq!(account.credit(), ledger.account().credit());
        prop_assert_eq!(account.billing(), ledger.account().billing());
        let mut expected = ledger.account().clone();
        advance(&mut expected, Surroundings::unchanged(ledger.catalogue(), ledger.people(), last));
        prop_assert_eq!(account.paid().map(|it| (it.item, it.term)), expected.paid().map(|it| (it.item, it.term)));
        let later = last.plus_days(ahead);
        if let Ok(grant) = order.grant(ledger.catalogue(), Instant::morning_of(later)) {
            prop_assert!(grant.term.contains(later) && grant.valid_until == grant.term.last_day());
        }
    }
}
