//! Orders on Services: they name no people, and the vendor derives the same subscription from them, including Free
//! (ACT 9, PLN 4).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use crate::random;
use common::{buy, day, kind, license_count, licenses};
use licensing::billing::details::Detail;
use licensing::decide::advance;
use licensing::decide::context::Surroundings;
use licensing::ledger::Ledger;
use licensing::ledger::order_file::OrderFile;
use licensing::ledger::order_file::problem::OrderError;
use licensing::subscription::Subscription;
use licensing::value::instance::InstanceId;
use licensing::value::instant::Instant;
use licensing::{Catalogue, Deployment};
use proptest::prelude::*;
use random::{Step, journal_on, steps};
use serde_json::{Value, json};

/// The ledger of these commands on Services, each a number of days after the previous one. The first day is 2026-07-01.
fn book(commands: &[(u32, Value)]) -> Ledger {
    let steps: Vec<Step> = commands
        .iter()
        .map(|(days, command)| (*days, None, command.clone()))
        .collect();
    let lines = journal_on(Deployment::Services, &steps);
    assert_eq!(lines.len(), commands.len() + 1, "all of them were booked");
    read(&lines)
}

fn read(lines: &[String]) -> Ledger {
    Ledger::read(lines.iter().map(String::as_str)).unwrap()
}

fn order(ledger: &Ledger) -> OrderFile {
    let order = OrderFile::of_ledger(ledger, &InstanceId::new("org-1").unwrap());
    assert_eq!(OrderFile::read(&order.text().unwrap()).as_ref(), Ok(&order));
    order
}

/// What the vendor derives from an order on a day: the status, the licenses, and since when it is Free.
fn known(order: &OrderFile, on: &str) -> (&'static str, Option<u32>, Option<String>) {
    let account = order.check(&Catalogue::shipped().unwrap(), day(on)).unwrap();
    let since = match account.subscription() {
        Subscription::Free { since, .. } => Some(since.to_string()),
        _ => None,
    };
    (
        account.status(day(on)).as_str(),
        account.licenses().map(u32::from),
        since,
    )
}

fn kinds(order: &OrderFile) -> Vec<String> {
    let kind = |it| serde_json::to_value(it).unwrap()["kind"].as_str().unwrap().to_owned();
    order.events.iter().map(kind).collect()
}

#[test]
fn act_9_an_order_of_services_says_so_and_tells_what_was_bought() {
    let order = order(&book(&[
        (0, kind("start_trial")),
        (3, buy("start", "monthly", 10)),
        (2, licenses(12)),
    ]));
    let json: Value = serde_json::from_str(&order.text().unwrap()).unwrap();
    assert_eq!(
        (&json["deployment"], &json["instance"]),
        (&json!("services"), &json!("org-1"))
    );
    assert_eq!(kinds(&order), ["trial_started", "purchased", "adjusted"]);
    assert_eq!(known(&order, "2026-07-06"), ("active", Some(12), None));
    // A plan for Services is refused in an order of a Server. An order without a deployment is of a Server.
    let mut server = json;
    for deployment in [Some(json!("server")), Some(Value::Null), None] {
        match deployment {
            Some(deployment) => server["deployment"] = deployment,
            None => drop(server.as_object_mut().unwrap().remove("deployment")),
        }
        let problem = OrderFile::read(&server.to_string())
            .and_then(|it| it.check(&Catalogue::shipped().unwrap(), day("2026-07-06")))
            .unwrap_err();
        assert!(problem.to_string().contains("PLN 1"), "{problem}");
    }
}

#[test]
fn act_9_free_that_is_chosen_at_once_is_known() {
    for (commands, on) in [
        (vec![(0, kind("choose_free"))], "2026-07-01"),
        (vec![(0, kind("start_trial")), (4, kind("choose_free"))], "2026-07-05"),
        (
            vec![
                (0, buy("team", "monthly", 5)),
                (1, kind("cancel")),
                (40, json!({"kind": "choose_free", "keep": ["a", "e", "f"]})),
            ],
            "2026-08-11",
        ),
    ] {
        let order = order(&book(&commands));
        assert_eq!(known(&order, on), ("free", Some(3), Some(on.to_owned())));
        assert_eq!(known(&order, "2027-01-01").0, "free", "it has no end");
    }
}

#[test]
fn act_9_free_that_begins_by_itself_is_known_whether_it_is_stored_or_not() {
    let before = [
        (0, buy("team", "monthly", 5)),
        (1, kind("cancel")),
        (1, json!({"kind": "choose_free", "keep": ["a", "e"]})),
        // The same for the vendor, who does not know the people.
        (1, json!({"kind": "choose_free", "keep": ["b"]})),
    ];
    let chosen = order(&book(&before));
    assert_eq!(kinds(&chosen), ["purchased", "cancelled", "free_chosen"]);
    assert_eq!(known(&chosen, "2026-07-31"), ("cancelling", Some(5), None));
    assert_eq!(
        known(&chosen, "2026-08-01"),
        ("free", Some(3), Some("2026-08-01".into()))
    );
    // The next command books the start of Free, and ends it.
    let stored = order(&book(&[before.as_slice(), &[(60, kind("cancel"))]].concat()));
    assert_eq!(kinds(&stored)[3..], ["free_started", "expired"]);
    assert_eq!(known(&stored, "2026-10-01"), ("expired", None, None));
    // If the choice is withdrawn, Free does not begin. If it is made again, Free begins.
    let resumed = [before.as_slice(), &[(1, kind("resume"))]].concat();
    assert_eq!(known(&order(&book(&resumed)), "2026-08-01"), ("active", Some(5), None));
    let again = [resumed.as_slice(), &[(0, kind("cancel")), (0, kind("choose_free"))]].concat();
    assert_eq!(known(&order(&book(&again)), "2026-08-01").0, "free");
    let unscheduled = [before.as_slice(), &[(1, kind("unschedule"))]].concat();
    assert_eq!(known(&order(&book(&unscheduled)), "2026-08-01").0, "expired");
    let again = [unscheduled.as_slice(), &[(1, kind("choose_free"))]].concat();
    assert_eq!(known(&order(&book(&again)), "2026-08-01").0, "free");
}

#[test]
fn act_9_of_free_nothing_is_issued_and_the_problem_says_why() {
    let order = order(&book(&[(0, kind("choose_free"))]));
    let problem = order
        .grant(&Catalogue::shipped().unwrap(), Instant::morning_of(day("2026-07-05")))
        .unwrap_err();
    let (on, since) = (day("2026-07-05"), day("2026-07-01"));
    assert_eq!(
        problem,
        OrderError::IsFree {
            on,
            since,
            licenses: license_count(3)
        }
    );
    assert!(
        problem
            .to_string()
            .contains("on the Free plan with 3 licenses since 2026-07-01"),
        "{problem}"
    );
    // A paid subscription gets a certificate as on a Server, because the subscription ID may be applied elsewhere.
    let paid = self::order(&book(&[(0, buy("ultimate", "annual", 20))]));
    let granted = paid.grant(&Catalogue::shipped().unwrap(), Instant::morning_of(day("2026-07-05")));
    assert_eq!(granted.unwrap().licenses, 20);
}

#[test]
fn act_9_free_that_nobody_chose_is_refused() {
    let order = order(&book(&[(0, buy("team", "monthly", 5)), (1, kind("cancel"))]));
    let mut json = serde_json::to_value(&order).unwrap();
    let free = |on: &str, licenses: u32| json!({"kind": "free_started", "on": on, "licences": licenses, "access": {"on_default": [], "none": []}});
    json["events"].as_array_mut().unwrap().push(Value::Null);
    for (event, words) in [
        (free("2026-07-03", 3), "events[2]: no such event happens on that day"),
        (free("2026-08-01", 3), "events[2]: it"),
        (json!({"kind": "free_chosen", "on": "2026-07-03", "keep": null}), ""),
    ] {
        json["events"][2] = event;
        let read = OrderFile::read(&json.to_string()).unwrap();
        let checked = read.check(&Catalogue::shipped().unwrap(), day("2026-08-02"));
        match checked {
            Ok(account) => assert_eq!((words, account.status(day("2026-08-02")).as_str()), ("", "free")),
            Err(problem) => assert!(!words.is_empty() && problem.to_string().starts_with(words), "{problem}"),
        }
    }
    json["events"].as_array_mut().unwrap().push(free("2026-08-01", 30));
    let read = OrderFile::read(&json.to_string()).unwrap();
    let problem = read
        .check(&Catalogue::shipped().unwrap(), day("2026-08-02"))
        .unwrap_err();
    assert!(problem.to_string().starts_with("events[3]: it.licences"), "{problem}");
}

#[test]
fn act_9_nobody_is_named_and_no_mail_either_on_services_and_on_a_server() {
    let billing = |more: Value| {
        let mut billing = json!({"kind": "set_billing", "name": "Muster Ltd", "street": "Main Street 1", "country": "DE",
            "vat_id": "DE123456789", "po_number": "PO-7"});
        billing
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        billing
    };
    let asked = json!({"kind": "request_access", "by": {"collection_administrator": false, "id": "g"}, "why": "Atlas"});
    let commands = [
        (0, Some(0), kind("start_trial")),
        (
            0,
            None,
            billing(json!({"contact": "Grace Kaya", "email": "grace@muster.org", "recipients": "bob@muster.org"})),
        ),
        (
            0,
            None,
            billing(json!({"contact": "Bob Lee", "email": "bob@muster.org"})),
        ),
        (
            1,
            None,
            json!({"kind": "buy", "plan": "team", "length": "monthly", "licences": 3, "keep": ["e", "f"]}),
        ),
        (1, Some(2), asked),
        (
            0,
            None,
            json!({"kind": "set_role", "people": ["a", "b"], "role": "budget", "licences": 12}),
        ),
        (
            0,
            None,
            json!({"kind": "set_setting", "setting": "license_new_people", "on": true}),
        ),
        (
            0,
            None,
            json!({"kind": "record_payment", "document": "INV-0001", "paid_on": "2026-07-02", "reference": "4711"}),
        ),
        (1, None, json!({"kind": "cancel", "reason": "Grace Kaya has left"})),
    ];
    for deployment in [Deployment::Services, Deployment::Server] {
        let lines = journal_on(deployment, &commands);
        assert_eq!(lines.len(), commands.len() + 1);
        let order = order(&read(&lines));
        let text = order.text().unwrap();
        for person in [
            "\"a\"", "\"b\"", "\"e\"", "\"f\"", "\"g\"", "Atlas", "4711", "@", "Ada", "Grace", "Kaya", "Bob",
        ] {
            assert!(!text.contains(person), "{person}: {text}");
        }
        // The vendor does not receive the change of the contact.
        let told = ["trial_started", "billing_set", "purchased", "adjusted", "cancelled"];
        assert_eq!(kinds(&order), told);
        for kept in ["Muster Ltd", "Main Street 1", "DE123456789", "PO-7"] {
            assert!(text.contains(kept), "the vendor's invoice has it: {kept}");
        }
        assert_eq!(known(&order, "2026-07-04").0, "cancelling");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// For every journal of an organization on Services and any people: the order can be decided again without people,
    /// with the same subscription, documents and credit.
    #[test]
    fn act_9_every_journal_of_services_makes_a_sound_order(steps in steps(30), ahead in 0_u32..90) {
        let ledger = read(&journal_on(Deployment::Services, &steps));
        let last = ledger.account().last_booking().unwrap_or(day("2026-07-01"));
        let order = order(&ledger);
        for person in ["a", "b", "c", "d", "e", "f", "g"] {
            prop_assert!(!order.text().unwrap().contains(&format!("\"{person}\"")), "{}", order.text().unwrap());
        }
        let account = order.check(ledger.catalogue(), last);
        prop_assert!(account.is_ok(), "{account:?}: {:?}", order.events);
        let account = account.unwrap();
        prop_assert_eq!(account.documents(), ledger.account().documents());
        prop_assert_eq!(account.credit(), ledger.account().credit());
        let taxed = |it: &licensing::Account| {
            [Detail::Name, Detail::Country, Detail::VatId].map(|detail| it.billing().get(detail).map(str::to_owned))
        };
        prop_assert_eq!(taxed(&account), taxed(ledger.account()));
        let mut expected = ledger.account().clone();
        advance(&mut expected, Surroundings::unchanged(ledger.catalogue(), ledger.people(), last));
        prop_assert_eq!(account.status(last), expected.status(last));
        prop_assert_eq!(account.licenses(), expected.licenses());
        prop_assert_eq!(account.paid().map(|it| (it.item, it.term)), expected.paid().map(|it| (it.item, it.term)));
        prop_assert!(order.check(ledger.catalogue(), last.plus_days(ahead)).is_ok());
    }
}
