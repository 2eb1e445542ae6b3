//! Price lists in a running term: which one counts where the list of the term, or what is held from it, is gone, and where
//! several would do (PLN 3, SUB 5, CHG 6).
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

mod common;

use common::{Story, adjust, buy, changed, day, licences, schedule};
use serde_json::{Value, json};
use timetracker_licensing::licensing::invoice::{Line, LineKind};
use timetracker_licensing::licensing::proration::bands_of;
use timetracker_licensing::licensing::{Catalogue, Deployment, Length, Money, PlanKey};

/// The shipped lists of 2025 and 2026, changed.
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
    story.book("2026-07-05", licences(20));
    assert_eq!(story.held(), "team monthly 20, 2026-06-15 to 2026-07-15");
    assert_eq!(story.lines()[1].amount.to_string(), "106.67", "20 x 16.00 x 10 / 30");
    assert_eq!(
        story.account.paid().unwrap().holding.price_list,
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
    // Where the list is there and has never had the plan, nothing else is offered within the term.
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
    // Start has a price from the list on that renewals use from August.
    let mut story = Story::of(
        Deployment::Services,
        lists(|it| without(it.first_mut().unwrap(), "start")),
    );
    story
        .book("2026-07-10", buy("team", "monthly", 10))
        .book("2026-07-11", schedule(json!({"plan": "start"})))
        .book("2026-07-20", licences(12));
    story.pass("2026-08-10");
    assert_eq!(story.held(), "start monthly 12, 2026-08-10 to 2026-09-10");
    // And the other way round: it has a price today, and none then.
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
        .book("2026-07-11", licences(20));
    assert_eq!(story.amounts(), ["-108.39", "216.77"], "20 x 16.00 x 21 / 31");
    story.catalogue = lists(|it| {
        it.pop();
    });
    story.book("2026-07-21", licences(30));
    assert_eq!(
        story.amounts(),
        ["-113.55", "159.68"],
        "216.77 x 11 / 21 days of that line, not of the term; 30 x 15.00 x 11 / 31"
    );
}

fn line(licences: u32, days: i64, amount: &str) -> Line {
    Line {
        tax: None,
        ..serde_json::from_value(json!({
            "kind": LineKind::Remaining, "plan": PlanKey::Team, "length": Length::Monthly, "licences": licences,
            "from": "2026-07-01", "to": "2026-08-01", "days": days, "term_days": 31, "amount": amount, "tax": null,
        }))
        .unwrap()
    }
}

#[test]
fn chg_3_a_line_was_priced_by_a_list_that_gives_its_amount() {
    let catalogue = lists(|it| {
        let mut newest = it.last().unwrap().clone();
        newest["from"] = json!("2027-01-01");
        newest["renewals_from"] = json!("2027-01-01");
        newest["prices"]["team"]["monthly"] = json!([{"from": 1, "price": "16.10"}]);
        it.push(newest);
    });
    let of_user = |line: &Line| {
        let bands = bands_of(&catalogue.price_lists, line)?;
        Some(bands.term_price(1).to_string())
    };
    assert_eq!(of_user(&line(10, 31, "150.00")).as_deref(), Some("15.00"));
    assert_eq!(of_user(&line(10, 31, "160.00")).as_deref(), Some("16.00"));
    assert_eq!(
        of_user(&line(10, 31, "-160.00")).as_deref(),
        Some("16.00"),
        "what is given back, too"
    );
    assert_eq!(of_user(&line(10, 10, "51.61")).as_deref(), Some("16.00"));
    assert_eq!(
        of_user(&line(1, 1, "0.52")).as_deref(),
        Some("16.10"),
        "of two that fit the newest"
    );
    assert_eq!(of_user(&line(10, 31, "170.00")), None);
    assert_eq!(Money::parse("150.00", 2).unwrap(), line(10, 31, "150.00").amount);
}
