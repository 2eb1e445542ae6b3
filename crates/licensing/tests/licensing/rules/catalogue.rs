//! The catalog of a booking: never older than the recorded one, never in another currency, and always one that `verify`
//! finds in the journal (PLN 3, CRD 1, ACT 5).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::activating;
use crate::certificates;
use crate::common;
use crate::journal;
use certificates::{KID, key};
use common::{adjust, buy, day, kind, licenses, schedule};
use journal::{Journal, older, shipped, with};
use licensing::json::line::to_json_line;
use licensing::ledger::Ledger;
use licensing::ledger::verify::{VerifyError, verify};
use licensing::{Catalogue, Deployment};
use serde_json::{Value, json};

/// Every command that needs a price, for an account with a current term.
fn priced() -> [Value; 6] {
    [
        licenses(60),
        schedule(json!({"licences": 60})),
        kind("renew_now"),
        adjust(json!({"length": "annual"})),
        json!({"kind": "set_role", "people": ["b"], "role": "budget", "licences": 60}),
        json!({"kind": "set_roles", "changes": [{"people": ["b"], "role": "budget"}], "licences": 60}),
    ]
}

fn bought() -> Journal {
    let mut journal = Journal::open(Deployment::Services, &recorded());
    journal
        .book("2026-07-10", &recorded(), &buy("team", "monthly", 50))
        .unwrap();
    journal
}

/// The recorded catalog: the shipped one with a tax rate and a key.
fn recorded() -> Value {
    with(shipped(), |it| {
        it["tax_rates"] = json!([{"id": "de", "country": "DE", "percent": "19", "reverse_charge": false}]);
        it["activation"]["keys"] = json!({ KID: key().public() });
    })
}

#[test]
fn pln_3_a_page_that_knows_less_than_the_journal_prices_nothing() {
    let journal = bought();
    for (what, own) in older(&recorded()) {
        for command in priced() {
            let refused = journal.refused("2026-07-20", &own, &command);
            assert_eq!(refused, "PLN 3 catalogue_older", "without {what}: {command}");
        }
    }
    // The same for a purchase and an import.
    let mut none = Journal::open(Deployment::Services, &recorded());
    let import =
        json!({"kind": "import", "plan": "legacy_services", "length": "annual", "licences": 5, "start": "2026-07-01"});
    for (what, own) in older(&recorded()) {
        for command in [buy("team", "monthly", 10), import.clone()] {
            let refused = none.refused("2026-07-20", &own, &command);
            assert_eq!(refused, "PLN 3 catalogue_older", "without {what}: {command}");
        }
    }
    none.book("2026-07-20", &recorded(), &import).unwrap();
}

#[test]
fn pln_3_who_may_not_is_told_that_first() {
    let mut journal = bought();
    journal.collection_administrator = false;
    let own = &older(&recorded())[0].1;
    assert_eq!(
        journal.refused("2026-07-20", own, &licenses(60)),
        "ACC 1 not_collection_administrator"
    );
    journal.collection_administrator = true;
    assert_eq!(journal.refused("2026-07-09", own, &licenses(60)), "SUB 7 clock_behind");
    assert_eq!(
        journal.refused("2026-07-20", own, &buy("team", "monthly", 1)),
        "SUB 8 already_subscribed"
    );
}

#[test]
fn pln_3_an_older_page_books_renewals_by_the_last_catalog_of_the_journal() {
    for (what, own) in older(&recorded()) {
        let mut journal = bought();
        let record = journal.book("2026-09-20", &own, &kind("cancel")).unwrap();
        assert_eq!(record.catalogue, None, "the older catalog is not recorded: {what}");
        let totals: Vec<String> = journal.totals();
        assert_eq!(totals, ["800.00", "800.00", "800.00"], "without {what}");
        assert_eq!(verify(journal.lines()).unwrap().bookings, 2);
        // A page with a current catalog is not affected.
        journal.book("2026-09-21", &recorded(), &kind("resume")).unwrap();
        journal.book("2026-09-21", &recorded(), &licenses(60)).unwrap();
        assert_eq!(verify(journal.lines()).unwrap().bookings, 4);
    }
}

#[test]
fn pln_3_a_newer_page_brings_its_catalog_with_the_next_booking() {
    let newer = with(recorded(), |it| {
        let mut list = it["price_lists"][1].clone();
        list["from"] = json!("2027-01-01");
        list["renewals_from"] = json!("2027-02-01");
        it["price_lists"].as_array_mut().unwrap().push(list);
    });
    let mut journal = bought();
    let record = journal.book("2026-07-20", &newer, &licenses(60)).unwrap();
    assert_eq!(record.catalogue, Some(newer.clone()));
    assert_eq!(
        journal.refused("2026-07-21", &recorded(), &licenses(70)),
        "PLN 3 catalogue_older",
        "from then on the other page is the older one"
    );
    journal.book("2026-07-21", &newer, &licenses(70)).unwrap();
    assert_eq!(verify(journal.lines()).unwrap().bookings, 3);
}

#[test]
fn pln_3_a_key_that_was_revoked_makes_no_page_older() {
    let revoked = with(recorded(), |it| {
        it["activation"]["keys"] = json!({ "test-2": key().public() });
        it["activation"]["revoked"] = json!([KID]);
    });
    let mut journal = bought();
    journal.book("2026-07-20", &revoked, &licenses(60)).unwrap();
    // A page that still trusts the removed key has the older catalog.
    let without = with(recorded(), |it| {
        it["activation"]["keys"]["test-2"] = json!(key().public())
    });
    assert_eq!(
        journal.refused("2026-07-21", &without, &licenses(70)),
        "PLN 3 catalogue_older"
    );
    let both = with(revoked, |it| it["activation"]["keys"][KID] = json!(key().public()));
    let faults = Catalogue::from_value(&both).unwrap_err();
    assert_eq!(faults[0].place, "activation.revoked");
}

#[test]
fn pln_3_verify_refuses_what_an_older_page_has_booked() {
    for (what, own) in older(&recorded()) {
        let mut journal = bought();
        journal.forge("2026-07-20", Some(&own), &kind("cancel"));
        match verify(journal.lines()) {
            Err(VerifyError::Differs(damage)) => {
                assert_eq!(damage.position, 2);
                assert!(damage.problem.contains("catalogue_older"), "{what}: {damage}");
            }
            other => panic!("without {what}: {other:?}"),
        }
    }
    // The same for an adjustment from 50 to 60 licenses.
    let mut journal = bought();
    let (_, own) = &older(&recorded())[0];
    journal.forge("2026-07-20", Some(own), &licenses(60));
    match verify(journal.lines()) {
        Err(VerifyError::Differs(damage)) => assert!(damage.problem.contains("catalogue_older"), "{damage}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn crd_1_the_currency_and_its_digits_stay() {
    let euro = with(recorded(), |it| it["currency"] = json!("EUR"));
    let digits = with(recorded(), |it| it["minor_digits"] = json!(3));
    for own in [euro, digits] {
        let journal = bought();
        for command in priced() {
            assert_eq!(
                journal.refused("2026-07-20", &own, &command),
                "CRD 1 currency_changed",
                "{command}"
            );
        }
        // Commands without a price use the catalog in the journal, as do renewals.
        let mut journal = bought();
        let record = journal.book("2026-09-20", &own, &kind("cancel")).unwrap();
        assert_eq!((record.catalogue, journal.totals().len()), (None, 3));
        assert!(verify(journal.lines()).is_ok());
        let mut forged = bought();
        forged.forge("2026-07-20", Some(&own), &kind("cancel"));
        match verify(forged.lines()) {
            Err(VerifyError::Differs(damage)) => assert!(damage.problem.contains("currency_changed"), "{damage}"),
            other => panic!("{other:?}"),
        }
    }
}

/// A Server with only a certificate. A person asks for access when the confirmation has run out under the old grace
/// days, but not under the new ones.
#[test]
fn act_5_days_that_change_in_between_are_those_of_the_record() {
    let grace = |days: u32, payment: u32| {
        with(recorded(), |it| {
            it["activation_grace_days"] = json!(days);
            it["payment_days"] = json!(payment);
        })
    };
    for (before, after) in [
        (grace(5, 14), grace(30, 14)),
        (grace(30, 14), grace(5, 14)),
        (grace(5, 14), grace(5, 60)),
    ] {
        let mut journal = Journal::open(Deployment::Server, &before);
        let steps = [
            (
                "2026-07-01",
                &before,
                activating::activate("online", &activating::grant(3)),
            ),
            (
                "2026-07-02",
                &before,
                json!({"kind": "set_role", "people": ["c"], "role": "none"}),
            ),
            ("2026-07-02", &before, json!({"kind": "request_access"})),
            (
                "2026-07-20",
                &after,
                json!({"kind": "set_setting", "setting": "administrators_manage_users", "on": true}),
            ),
            (
                "2026-07-20",
                &after,
                json!({"kind": "answer_request", "person": "c", "grant": false}),
            ),
            ("2026-07-21", &after, activating::confirm(&activating::grant(3))),
            (
                "2026-07-22",
                &after,
                json!({"kind": "set_role", "people": ["c"], "role": "team"}),
            ),
            (
                "2026-08-10",
                &before,
                json!({"kind": "set_setting", "setting": "license_new_people", "on": true}),
            ),
            (
                "2026-08-11",
                &before,
                json!({"kind": "set_role", "people": ["c"], "role": "none"}),
            ),
        ];
        for (on, catalogue, command) in steps {
            journal.viewer_id = (command["kind"] == "request_access").then_some("c");
            let _ = journal.book(on, catalogue, &command);
        }
        assert!(
            journal.ledger.records().len() >= 6,
            "{}",
            journal.ledger.records().len()
        );
        let read = Ledger::read(journal.lines()).unwrap();
        assert_eq!(read.account(), journal.ledger.account());
        let proof = verify(journal.lines());
        assert!(proof.is_ok(), "{proof:?}");
    }
}

#[test]
fn act_5_what_is_read_without_a_booking_is_the_fold_of_the_journal() {
    // Viewing the account with another catalog does not change the account.
    let journal = bought();
    let mut looked = journal.ledger.account().clone();
    let other = Catalogue::from_value(&with(recorded(), |it| it["activation_grace_days"] = json!(60))).unwrap();
    let due = licensing::decide::advance(
        &mut looked,
        licensing::decide::context::Surroundings::unchanged(&other, journal.ledger.people(), day("2026-07-20")),
    );
    assert!(due.is_empty());
    assert_eq!(looked, *journal.ledger.account());
}

/// If the page has another key, a key that only the journal has was replaced, and is not missing.
#[test]
fn pln_3_a_catalog_that_has_replaced_a_key_is_not_older() {
    let replaced = with(recorded(), |it| {
        it["activation"]["keys"] = json!({ "test-2": key().public() });
    });
    let mut journal = bought();
    journal.book("2026-07-20", &replaced, &licenses(60)).unwrap();
    assert_eq!(verify(journal.lines()).unwrap().bookings, 2);
}

/// A journal does not decide whether certificates are needed, and which keys are trusted (ACT 7).
#[test]
fn act_7_a_forged_catalog_switches_no_certificates_off() {
    let own = Catalogue::from_value(&recorded()).unwrap();
    let mut journal = bought();
    let forged = with(recorded(), |it| {
        it["activation"]["keys"] = json!({});
        it["activation"]["revoked"] = json!([KID]);
        it["activation_grace_days"] = json!(365);
    });
    journal.forge("2026-07-20", Some(&forged), &kind("cancel"));
    let in_force = own.in_force(journal.ledger.catalogue());
    assert!(in_force.activation.as_ref().unwrap().keys.contains_key(KID));
}

/// A line with an event of a later day is ignored, and blocks nobody (SUB 7).
#[test]
fn sub_7_an_event_of_a_later_day_than_its_line_locks_nobody_out() {
    let mut journal = bought();
    journal.forge(
        "2026-07-20",
        None,
        &json!({"kind": "set_default_role", "role": "budget"}),
    );
    let last = journal.lines.pop().unwrap();
    let mut line: Value = serde_json::from_str(&last).unwrap();
    line["events"][0]["on"] = json!("2999-01-01");
    journal.lines.push(to_json_line(&line).unwrap());
    let ledger = Ledger::read(journal.lines()).unwrap();
    assert!(ledger.account().last_booking().unwrap() < day("2999-01-01"));
    assert_eq!(ledger.set_aside().len(), 1);
    assert!(verify(journal.lines()).is_err());
}
