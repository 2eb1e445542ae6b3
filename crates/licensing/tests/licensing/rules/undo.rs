//! Undo of an adjustment, a change of length or an early renewal on its day (CHG 13).
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests say what they expect")]

use crate::common;
use common::{Story, adjust, buy, changed, kind, licenses, role, schedule};
use licensing::Deployment;
use licensing::billing::document::Document;
use licensing::billing::payment::PaymentStatus;
use serde_json::{Value, json};

fn undo() -> Value {
    kind("undo")
}

/// CHG 12 up to the increase of July 22.
fn raised() -> Story {
    let mut story = Story::new();
    story.book("2026-07-01", buy("team", "monthly", 10));
    story.book("2026-07-22", licenses(50));
    story
}

fn last(story: &Story) -> &Document {
    story.account.documents().last().unwrap()
}

fn status_of(story: &Story, number: &str) -> PaymentStatus {
    let documents = story.account.documents();
    let document = documents.iter().find(|it| it.heading.number == number).unwrap();
    story.account.payment_status(document, story.today)
}

#[test]
fn chg_13_an_increase_that_is_undone_costs_nothing() {
    let mut story = raised();
    let before = story.account.paid().unwrap().clone();
    story.book("2026-07-22", undo());
    assert_eq!(story.amounts(), ["51.61", "-258.06"]);
    assert_eq!(story.document(), "CN-0001 2026-07-22 -206.45");
    assert_eq!(last(&story).heading.reverses.as_deref(), Some("INV-0002"));
    assert_eq!(
        story.credit(),
        "0.00",
        "nothing was paid by credit, so no credit comes back"
    );
    assert_eq!(story.account.credit().movements().len(), 0);
    assert_eq!(status_of(&story, "INV-0002"), PaymentStatus::Reversed);
    assert_eq!(story.held(), "team monthly 10, 2026-07-01 to 2026-08-01");
    assert_ne!(story.account.paid().unwrap(), &before);
    story.pass("2026-12-01");
    assert_eq!(
        status_of(&story, "INV-0002"),
        PaymentStatus::Reversed,
        "it is never overdue"
    );
    let payment = json!({"kind": "record_payment", "document": "INV-0002", "paid_on": "2026-08-01"});
    assert_eq!(story.refused("2026-12-01", payment), "INV 7 nothing_due");
}

#[test]
fn chg_13_a_decrease_that_is_undone_takes_its_credit_back() {
    let mut story = raised();
    story.pass("2026-09-01").book("2026-09-02", licenses(5));
    assert_eq!(story.credit(), "696.00");
    story.book("2026-09-02", undo());
    assert_eq!(story.document(), "INV-0005 2026-09-02 696.00 -696.00");
    let heading = &last(&story).heading;
    assert_eq!(
        (heading.due.to_string(), heading.reverses.as_deref()),
        ("0.00".into(), Some("CN-0001"))
    );
    assert_eq!(story.credit(), "0.00");
    assert_eq!(status_of(&story, "CN-0001"), PaymentStatus::Reversed);
    assert_eq!(status_of(&story, "INV-0005"), PaymentStatus::SettledByCredit);
    assert_eq!(story.held(), "team monthly 50, 2026-09-01 to 2026-10-01");
    // The refundable charge is restored: the same decrease gives the same amounts.
    story.book("2026-09-02", licenses(5));
    assert_eq!(story.amounts(), ["-773.33", "77.33"]);
}

#[test]
fn chg_13_credit_that_an_undone_invoice_has_spent_comes_back_exactly() {
    let mut story = raised();
    story.book("2026-09-02", licenses(5));
    story.book("2026-09-02", licenses(40));
    assert_eq!(story.document(), "INV-0005 2026-09-02 541.34 -541.34");
    assert_eq!(story.credit(), "154.66");
    story.book("2026-09-02", undo());
    assert_eq!(story.document(), "CN-0002 2026-09-02 -541.34");
    assert_eq!(story.credit(), "696.00");
    let movement = story.account.credit().movements().last().unwrap();
    assert_eq!(
        (movement.reason.as_str(), movement.amount.to_string()),
        ("credit_note", "541.34".into())
    );
    story.book("2026-09-02", undo());
    assert_eq!(story.credit(), "0.00", "backwards, one after the other");
    assert_eq!(
        story.refused("2026-09-02", undo()),
        "CHG 13 too_late",
        "the increase of July"
    );
}

#[test]
fn chg_13_renew_now_and_a_change_of_length_come_back_whole() {
    for command in [kind("renew_now"), adjust(json!({"length": "annual", "licences": 20}))] {
        let mut story = Story::new();
        story
            .book("2026-07-01", buy("team", "monthly", 10))
            .book("2026-07-02", schedule(json!({"licences": 42})));
        let before = (story.account.subscription().clone(), story.account.tranches().clone());
        story.book("2026-07-22", command).book("2026-07-22", undo());
        assert_eq!(
            (story.account.subscription().clone(), story.account.tranches().clone()),
            before
        );
        story.pass("2026-08-01");
        assert_eq!(story.held(), "team monthly 42, 2026-08-01 to 2026-09-01");
    }
}

#[test]
fn chg_13_it_is_refused_with_the_reason() {
    let mut story = Story::new();
    assert_eq!(story.refused("2026-07-01", undo()), "SUB 8 no_subscription");
    story.book("2026-07-01", kind("start_trial"));
    assert_eq!(story.refused("2026-07-01", undo()), "SUB 8 no_subscription");
    story.book("2026-07-01", buy("team", "monthly", 10));
    assert_eq!(
        story.refused("2026-07-01", undo()),
        "CHG 13 nothing_to_undo",
        "a purchase is canceled"
    );
    story.book("2026-07-22", licenses(50));
    assert_eq!(story.refused("2026-07-23", undo()), "CHG 13 too_late");
    assert_eq!(story.refused("2026-08-01", undo()), "CHG 13 too_late");
}

#[test]
fn chg_13_what_rests_on_it_comes_first() {
    let paid = json!({"kind": "record_payment", "document": "INV-0002", "paid_on": "2026-07-22"});
    for on_top in [paid, schedule(json!({"licences": 60})), kind("cancel")] {
        let mut story = raised();
        story.book("2026-07-22", on_top);
        assert_eq!(story.refused("2026-07-22", undo()), "CHG 13 depends_on_it");
    }
    let mut back = raised();
    back.book("2026-07-22", kind("cancel"))
        .book("2026-07-22", kind("resume"));
    back.book("2026-07-22", undo());
    let mut free = raised();
    free.book("2026-07-22", kind("cancel"));
    free.book("2026-07-22", licenses(60))
        .book("2026-07-22", kind("choose_free"));
    assert_eq!(free.refused("2026-07-22", undo()), "CHG 13 depends_on_it");
}

#[test]
fn chg_13_licenses_that_are_in_use_are_removed_first_and_roles_stay() {
    let mut story = Story::new().with(&["a", "b", "c"]);
    story.book("2026-07-01", buy("team", "monthly", 1));
    let mut raise = role(&["a", "b", "c"], "team");
    raise["licences"] = json!(3);
    story.book("2026-07-22", raise);
    let refusal = story.preview("2026-07-22", &undo()).unwrap_err();
    assert_eq!(refusal.code(), "depends_on_it");
    assert!(
        refusal.message(&licensing::Catalogue::shipped().unwrap()).contains('2'),
        "{}",
        refusal.message(&licensing::Catalogue::shipped().unwrap())
    );
    let in_use = story.with_access();
    story
        .book("2026-07-22", role(&["b", "c"], "none"))
        .book("2026-07-22", undo());
    assert_eq!(
        (story.held().as_str(), in_use.len()),
        ("team monthly 1, 2026-07-01 to 2026-08-01", 3)
    );
    assert_eq!(story.with_access(), ["a"]);
}

#[test]
fn lic_8_nobody_new_is_licensed_into_what_can_still_be_undone() {
    let mut story = Story::new().with(&["a", "b"]);
    story.book("2026-07-01", buy("team", "monthly", 2));
    story.book(
        "2026-07-01",
        json!({"kind": "set_setting", "setting": "license_new_people", "on": true}),
    );
    story
        .book("2026-07-22", licenses(4))
        .people_are("2026-07-22", &["a", "b", "c", "d"]);
    assert_eq!(story.with_access(), ["a", "b"]);
    story.pass("2026-07-23");
    assert_eq!(
        story.with_access(),
        ["a", "b", "c", "d"],
        "from the next day on they are theirs"
    );
}

#[test]
fn chg_13_tax_and_an_order_of_zero() {
    let mut story = Story::of(
        Deployment::Services,
        changed(|it| {
            it["tax_rates"] = json!([{"id": "de", "country": "DE", "percent": "19", "reverse_charge": false}])
        }),
    );
    story.book(
        "2026-07-01",
        json!({"kind": "set_billing", "name": "Muster GmbH", "country": "DE"}),
    );
    story
        .book("2026-07-01", buy("team", "monthly", 10))
        .book("2026-07-22", licenses(50));
    story.book("2026-07-22", undo());
    assert_eq!(story.document(), "CN-0001 2026-07-22 -245.68");
    assert_eq!(last(&story).heading.tax.to_string(), "-39.23");
    // A step without a document is undone without one.
    let mut free = Story::of(
        Deployment::Services,
        changed(|it| {
            for list in it["price_lists"].as_array_mut().unwrap() {
                list["prices"]["team"]["monthly"] = json!([{"from": 1, "price": "0.00"}]);
            }
        }),
    );
    free.book("2026-07-01", buy("team", "monthly", 10))
        .book("2026-07-22", licenses(50));
    free.book("2026-07-22", undo());
    assert_eq!(
        (free.documents().len(), free.held()),
        (0, "team monthly 10, 2026-07-01 to 2026-08-01".into())
    );
}

#[test]
fn sub_5_a_pending_change_is_kept_or_dropped_with_the_adjustment() {
    let pending = || {
        let mut story = Story::new();
        story
            .book("2026-07-01", buy("team", "monthly", 50))
            .book("2026-07-02", schedule(json!({"licences": 42})));
        story
    };
    let mut kept = pending();
    kept.book("2026-07-22", licenses(60)).pass("2026-08-01");
    assert_eq!(kept.held(), "team monthly 42, 2026-08-01 to 2026-09-01");
    let mut dropped = pending();
    dropped.book("2026-07-22", adjust(json!({"licences": 60, "drop_scheduled": true})));
    let kinds: Vec<_> = dropped
        .events
        .iter()
        .rev()
        .take(2)
        .map(|it| serde_json::to_value(it).unwrap()["kind"].clone())
        .collect();
    assert_eq!(kinds, ["adjusted", "change_unscheduled"]);
    dropped.pass("2026-08-01");
    assert_eq!(dropped.held(), "team monthly 60, 2026-08-01 to 2026-09-01");
    // The undo restores the dropped change.
    let mut undone = pending();
    undone
        .book("2026-07-22", adjust(json!({"licences": 60, "drop_scheduled": true})))
        .book("2026-07-22", undo());
    undone.pass("2026-08-01");
    assert_eq!(undone.held(), "team monthly 42, 2026-08-01 to 2026-09-01");
    // A scheduled change that would not fit the adjustment is no obstacle if it is dropped.
    let mut fits = Story::new();
    fits.book("2026-07-01", buy("team", "monthly", 10));
    fits.book("2026-07-03", schedule(json!({"plan": "start"})));
    assert_eq!(fits.refused("2026-07-22", licenses(50)), "SUB 5 does_not_fit_scheduled");
    fits.book("2026-07-22", adjust(json!({"licences": 50, "drop_scheduled": true})));
    // Dropping alone is not an adjustment. Without a scheduled change, there is nothing to drop.
    let mut alone = pending();
    assert_eq!(
        alone.refused("2026-07-22", adjust(json!({"drop_scheduled": true}))),
        "CHG 8 nothing_changed"
    );
    let mut nothing = Story::new();
    nothing.book("2026-07-01", buy("team", "monthly", 50));
    nothing.book("2026-07-22", adjust(json!({"licences": 60, "drop_scheduled": true})));
    assert_eq!(nothing.held(), "team monthly 60, 2026-07-01 to 2026-08-01");
}

#[test]
fn sub_5_an_undo_brings_back_only_what_the_adjustment_itself_has_dropped() {
    let drop = || adjust(json!({"licences": 60, "drop_scheduled": true}));
    let mut removed = Story::new();
    removed
        .book("2026-07-01", buy("team", "monthly", 10))
        .book("2026-07-02", schedule(json!({"licences": 42})))
        .book("2026-07-10", kind("unschedule"))
        .book("2026-07-10", drop())
        .book("2026-07-10", undo());
    assert!(removed.account.paid().unwrap().scheduled().is_none());
    // A choice of Free is not a scheduled change: it stays, and the suspended change is dropped.
    let mut free = Story::new();
    free.book("2026-07-01", buy("team", "monthly", 10))
        .book("2026-07-02", schedule(json!({"plan": "start"})))
        .book("2026-07-03", kind("cancel"))
        .book("2026-07-04", kind("choose_free"));
    assert_eq!(free.refused("2026-07-10", licenses(60)), "SUB 5 does_not_fit_scheduled");
    free.book("2026-07-10", drop());
    let paid = free.account.paid().unwrap();
    assert!(paid.pending_free().is_some() && paid.scheduled().is_none());
    free.book("2026-07-10", undo());
    assert!(free.account.paid().unwrap().scheduled().is_some());
    free.pass("2026-08-01");
    assert_eq!(free.status(), "free");
}

#[test]
fn chg_13_what_was_set_back_as_it_was_is_no_obstacle() {
    let mut story = Story::new();
    story
        .book("2026-07-01", buy("team", "monthly", 10))
        .book("2026-07-03", kind("cancel"))
        .book("2026-07-10", licenses(60))
        .book("2026-07-10", kind("resume"));
    assert_eq!(story.refused("2026-07-10", undo()), "CHG 13 depends_on_it");
    story.book("2026-07-10", kind("cancel")).book("2026-07-10", undo());
    assert_eq!(
        (story.status(), story.held().as_str()),
        ("cancelling", "team monthly 10, 2026-07-01 to 2026-08-01")
    );
    // The refusal names the day of the latest change, even if a later one was undone.
    story
        .book("2026-07-11", licenses(20))
        .book("2026-07-12", licenses(30))
        .book("2026-07-12", undo());
    let refusal = story.preview("2026-07-12", &undo()).unwrap_err();
    assert!(
        refusal
            .message(&licensing::Catalogue::shipped().unwrap())
            .contains("2026-07-11"),
        "{}",
        refusal.message(&licensing::Catalogue::shipped().unwrap())
    );
}
