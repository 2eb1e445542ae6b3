//! Price lists in the current term: the choice if the list of the term, or the subscribed plan in it, is gone, and if
//! several lists would do (PLN 3, SUB 5, CHG 6).
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

use crate::common;
use common::{Story, adjust, buy, changed, day, licenses, schedule};
use licensing::billing::line::Line;
use licensing::subscription::proration::priced_by;
use licensing::{Catalogue, Deployment, Money};
use serde_json::{Value, json};

/// The shipped lists of 2025 and 2026, with changes.
fn lists(change: impl FnOnce(&mut Vec<Value>)) -> Catalogue {
    changed(|catalogue| change(catalogue["price_lists"].as_array_mut().unwrap()))
}

fn without(list: &mut Value, plan: &str) {
    list["prices"].as_object_mut().unwrap().remove(plan).unwrap();
}

#[test]
fn pln_3_where_the_list_has_lost_what_is_held_the_newest_that_has_it_counts() {
    let mut story = Story::new();
    story.book("2026-06-15", buy("team", "monthly", 10));
    story.catalogue = lists(|it| without(it.first_mut().unwrap(), "team"));
    story.book("2026-07-05", licenses(20));
    assert_eq!(story.held(), "team monthly 20, 2026-06-15 to 2026-07-15");
    assert_eq!(story.lines()[1].amount.to_string(), "106.67", "20 x 16.00 x 10 / 30");
    assert_eq!(
        story.account.paid().unwrap().item.price_list.first_day(),
        day("2026-07-01"),
        "the list of 2026 prices it from then on"
    );
}

#[test]
fn pln_3_where_the_list_is_gone_another_plan_is_priced_by_the_newest() {
    let mut story = Story::new();
    story.book("2026-06-15", buy("team", "monthly", 10));
    story.catalogue = lists(|it| {
        it.remove(0);
    });
    story.book("2026-07-05", adjust(json!({"plan": "start"})));
    assert_eq!(story.lines()[1].amount.to_string(), "30.00", "10 x 9.00 x 10 / 30");
    // If the list exists but never had the plan, the plan is not offered within the term.
    let mut there = Story::of(
        Deployment::Services,
        lists(|it| without(it.first_mut().unwrap(), "start")),
    );
    there.book("2026-06-15", buy("team", "monthly", 10));
    assert_eq!(
        there.refused("2026-07-05", adjust(json!({"plan": "start"}))),
        "PLN 3 no_price_list"
    );
}

#[test]
fn sub_5_what_is_scheduled_is_judged_by_the_day_of_renewal() {
    // Start has a price only in the list that renewals use from August on.
    let mut story = Story::of(
        Deployment::Services,
        lists(|it| without(it.first_mut().unwrap(), "start")),
    );
    story
        .book("2026-07-10", buy("team", "monthly", 10))
        .book("2026-07-11", schedule(json!({"plan": "start"})))
        .book("2026-07-20", licenses(12));
    story.pass("2026-08-10");
    assert_eq!(story.held(), "start monthly 12, 2026-08-10 to 2026-09-10");
    // The reverse: it has a price today, but not then.
    let mut gone = Story::of(
        Deployment::Services,
        lists(|it| without(it.last_mut().unwrap(), "start")),
    );
    gone.book("2026-06-20", buy("team", "annual", 10));
    assert_eq!(
        gone.refused("2026-07-11", schedule(json!({"plan": "start"}))),
        "PLN 3 no_price_list"
    );
}

#[test]
fn chg_6_where_the_list_is_gone_unused_time_is_a_part_of_the_open_line() {
    let mut story = Story::new();
    story
        .book("2026-07-01", buy("team", "monthly", 10))
        .book("2026-07-11", licenses(20));
    assert_eq!(story.amounts(), ["-108.39", "216.77"], "20 x 16.00 x 21 / 31");
    story.catalogue = lists(|it| {
        it.pop();
    });
    story.book("2026-07-21", licenses(30));
    assert_eq!(
        story.amounts(),
        ["-113.55", "159.68"],
        "216.77 x 11 / 21 days of that line, not of the term; 30 x 15.00 x 11 / 31"
    );
}

#[test]
fn pln_3_a_line_says_by_which_list_it_was_priced() {
    // One license for one day of 31: 16.00 and 16.10 both give 0.52.
    let mut story = Story::of(
        Deployment::Services,
        lists(|it| {
            let mut newest = it.last().unwrap().clone();
            newest["from"] = json!("2026-07-20");
            newest["renewals_from"] = json!("2027-01-01");
            newest["prices"]["team"]["monthly"] = json!([{"from": 1, "price": "16.10"}]);
            it.push(newest);
        }),
    );
    story
        .book("2026-07-01", buy("team", "monthly", 2))
        .book("2026-07-31", licenses(1));
    let lines = story.lines();
    assert_eq!(story.amounts(), ["-1.03", "0.52"]);
    let catalogue = story.catalogue.clone();
    let price = |line: &Line| {
        let bands = priced_by(&catalogue.price_lists, line)?;
        Some(bands.term_price(1).unwrap().to_string())
    };
    for line in &lines {
        assert_eq!(line.price_list.first_day(), day("2026-07-01"));
        assert_eq!(price(line).as_deref(), Some("16.00"));
    }
    assert_eq!(
        serde_json::to_value(&lines[0]).unwrap()["gives_back"],
        json!({"document": "INV-0001", "line": 1})
    );
    assert_eq!(lines[1].gives_back, None);
    story.book("2026-07-31", licenses(3));
    let unused = &story.lines()[0];
    assert_eq!(
        serde_json::to_value(unused).unwrap()["gives_back"],
        json!({"document": "CN-0001", "line": 2})
    );
    // A refund limited by its charge shows no calculation, because the figures would not match.
    let mut capped = lines[1].clone();
    capped.amount = Money::parse("0.40", 2).unwrap();
    assert_eq!(price(&capped), None);
}

#[test]
fn pln_5_what_no_document_has_charged_is_given_back_from_none() {
    let mut story = Story::new();
    story.book(
        "2026-07-10",
        json!({"kind": "import", "plan": "legacy_services", "length": "annual", "licences": 10, "start": "2026-07-01"}),
    );
    story.book("2026-07-22", licenses(12));
    let unused = &story.lines()[0];
    assert_eq!(
        serde_json::to_value(unused).unwrap()["gives_back"],
        json!({"document": null, "line": 1})
    );
}
