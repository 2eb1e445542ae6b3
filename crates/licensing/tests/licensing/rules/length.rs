//! Changes of the billing interval (CHG 5): the anchor stays, both sides are prorated, and nothing is renewed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests say what they expect")]

use crate::common;
use common::{Story, adjust, buy, changed, day, kind, license_count, licenses, schedule};
use licensing::billing::line::LineKind;
use licensing::event::Event;
use licensing::{Catalogue, Deployment};
use serde_json::{Value, json};

fn length(length: &str) -> Value {
    adjust(json!({ "length": length }))
}

fn team(from: &str, term: &str) -> Story {
    let mut story = Story::new();
    story.book(from, buy("team", term, 10));
    story
}

#[test]
fn chg_5_a_change_of_length_keeps_the_anchor_and_is_prorated() {
    let mut story = team("2026-07-01", "monthly");
    story.book("2026-07-22", length("annual"));
    assert_eq!(story.amounts(), ["-51.61", "1470.25"]);
    assert_eq!(story.document(), "INV-0002 2026-07-22 1418.64");
    assert_eq!(story.held(), "team annual 10, 2026-07-01 to 2027-07-01");
    let remaining = &story.lines()[1];
    assert_eq!(
        (remaining.kind, remaining.from, remaining.days, remaining.term_days),
        (LineKind::Remaining, day("2026-07-22"), 344, 365)
    );
    assert!(matches!(story.events.last(), Some(Event::IntervalChanged { .. })));
    story.pass("2027-07-01");
    assert_eq!(
        story.held(),
        "team annual 10, 2027-07-01 to 2028-07-01",
        "renewals count from the anchor"
    );
}

#[test]
fn chg_5_the_new_term_begins_on_a_boundary_of_the_anchor_clamped_to_its_month() {
    let mut story = team("2027-01-31", "monthly");
    story.book("2027-03-15", length("annual"));
    assert_eq!(story.held(), "team annual 10, 2027-02-28 to 2028-02-29");
    assert_eq!(story.amounts()[1], "1496.07");
    story.book("2027-03-15", length("monthly"));
    assert_eq!(story.held(), "team monthly 10, 2027-02-28 to 2027-03-31");
    story.pass("2027-03-31");
    assert_eq!(story.held(), "team monthly 10, 2027-03-31 to 2027-04-30");
}

#[test]
fn chg_5_on_the_first_day_of_a_term_both_lines_are_there() {
    let mut story = team("2026-07-01", "monthly");
    story.book("2026-07-01", length("annual"));
    let kinds: Vec<_> = story.lines().iter().map(|line| line.kind).collect();
    assert_eq!(kinds, [LineKind::Unused, LineKind::Remaining]);
    assert_eq!(story.amounts(), ["-160.00", "1560.00"]);
    story.pass("2026-08-01");
    assert_eq!(story.documents().len(), 2, "nothing is renewed by it");
}

#[test]
fn chg_5_there_and_back_on_one_day_nets_to_zero_and_restores_the_expiry() {
    let mut story = team("2026-07-01", "monthly");
    story
        .book("2026-07-22", length("annual"))
        .book("2026-07-22", length("monthly"));
    assert_eq!(story.held(), "team monthly 10, 2026-07-01 to 2026-08-01");
    assert_eq!(story.amounts(), ["-1470.25", "51.61"]);
    assert_eq!(story.credit(), "1418.64", "what the invoice charged");
    story.pass("2026-08-01");
    assert_eq!(story.held(), "team monthly 10, 2026-08-01 to 2026-09-01");
}

#[test]
fn chg_5_annual_to_monthly_and_back_ends_a_year_after_the_running_month() {
    let mut story = team("2026-07-01", "annual");
    story.book("2026-09-15", length("monthly"));
    assert_eq!(story.held(), "team monthly 10, 2026-09-01 to 2026-10-01");
    story.book("2026-09-15", length("annual"));
    assert_eq!(story.held(), "team annual 10, 2026-09-01 to 2027-09-01");
    let anchor = story.account.paid().unwrap().anchor;
    assert_eq!(anchor, day("2026-07-01"));
}

#[test]
fn chg_5_it_is_priced_by_the_newest_list_that_is_reached_and_valued_by_the_one_held() {
    let mut story = team("2026-06-15", "monthly");
    story.book("2026-07-05", length("annual"));
    assert_eq!(story.amounts()[0], "-50.00", "10 x 15.00 x 10 / 30, the list of 2025");
    assert_eq!(
        story.amounts()[1],
        "1474.52",
        "10 x 156.00 x 345 / 365, the list of 2026"
    );
    assert_eq!(
        story.account.paid().unwrap().item.price_list.first_day(),
        day("2026-07-01")
    );
}

#[test]
fn chg_5_cancellation_and_scheduled_change_stay_and_are_checked_against_the_new_account() {
    let mut story = team("2026-07-01", "monthly");
    story
        .book("2026-07-02", schedule(json!({"licences": 42})))
        .book("2026-07-03", kind("cancel"))
        .book("2026-07-22", length("annual"));
    assert_eq!(story.status(), "cancelling");
    assert_eq!(
        story.account.paid().unwrap().scheduled().unwrap().licenses,
        Some(license_count(42))
    );
    story.pass("2027-07-01");
    assert_eq!(story.status(), "expired");
    let mut misfit = Story::of(Deployment::Services, without_annual_start());
    misfit.book("2026-07-01", buy("team", "monthly", 10));
    misfit.book("2026-07-02", schedule(json!({"plan": "start"})));
    assert_eq!(
        misfit.refused("2026-07-03", length("annual")),
        "SUB 5 does_not_fit_scheduled"
    );
}

fn without_annual_start() -> Catalogue {
    changed(|catalogue| {
        for list in catalogue["price_lists"].as_array_mut().unwrap() {
            let start = list["prices"]["start"].as_object_mut().unwrap();
            start.remove("annual");
        }
    })
}

/// The license tranches with their booking dates: `10 on 2026-07-01`.
fn steps(story: &Story) -> Vec<String> {
    let steps = story.account.tranches().steps().iter();
    steps.map(|step| format!("{} on {}", step.up_to, step.on)).collect()
}

#[test]
fn act_7_a_later_end_counts_from_the_replaced_one_and_changing_back_restores_the_days() {
    let mut story = team("2026-07-01", "monthly");
    story
        .book("2026-07-10", licenses(12))
        .book("2026-07-22", length("annual"));
    assert_eq!(steps(&story), ["12 on 2026-08-01"]);
    story.book("2026-07-23", length("monthly"));
    assert_eq!(steps(&story), ["10 on 2026-07-01", "12 on 2026-07-10"]);
    let mut shorter = team("2026-07-01", "annual");
    shorter.book("2026-09-15", length("monthly"));
    assert_eq!(steps(&shorter), ["10 on 2026-07-01"], "what ends sooner keeps its days");
    let mut more = team("2026-07-01", "annual");
    more.book("2026-09-15", adjust(json!({"length": "monthly", "licences": 15})));
    assert_eq!(steps(&more), ["10 on 2026-07-01", "15 on 2026-09-15"]);
}

#[test]
fn chg_5_with_another_number_and_plan_it_is_one_order() {
    let mut story = team("2026-07-01", "monthly");
    story.book(
        "2026-07-22",
        adjust(json!({"plan": "ultimate", "length": "annual", "licences": 120})),
    );
    assert_eq!(story.held(), "ultimate annual 120, 2026-07-01 to 2027-07-01");
    // (100 x 204.00 + 20 x 120.00) x 344 / 365
    assert_eq!(story.lines().len(), 2);
    assert_eq!(story.document().split(' ').next(), Some("INV-0002"));
}
