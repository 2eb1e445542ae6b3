//! Adjustments and proration: CHG 1–12.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use common::{Story, adjust, buy, changed, day, kind, licenses, role, schedule};
use licensing::billing::line::LineKind;
use licensing::{BillingInterval, Deployment};
use serde_json::json;

/// Ten licenses of Team monthly, from July 1, 2026.
fn ten() -> Story {
    let mut story = Story::new().with(&["a", "b", "c", "d"]);
    story.book("2026-07-01", buy("team", "monthly", 10));
    story
}

#[test]
fn chg_1_any_number_of_times_also_on_one_day_and_while_canceled() {
    let mut story = ten();
    story
        .book("2026-07-01", licenses(12))
        .book("2026-07-01", licenses(8))
        .book("2026-07-31", licenses(9));
    assert_eq!(
        story.amounts(),
        ["-4.13", "4.65"],
        "128.00 and 144.00 x 1 / 31: the last day is a day"
    );
    story
        .book("2026-07-31", kind("cancel"))
        .book("2026-07-31", licenses(11));
    assert_eq!(
        (story.status(), story.amounts()),
        ("cancelling", vec!["-4.65".into(), "5.68".into()])
    );
    story.book("2026-07-31", adjust(json!({"length": "annual"})));
    assert_eq!(
        (story.status(), story.end().as_str()),
        ("cancelling", "2027-07-01"),
        "the cancellation stays"
    );
    story.pass("2027-07-01");
    assert_eq!(story.status(), "expired");
}

#[test]
fn chg_2_the_unused_line_stands_first_and_both_cover_the_rest() {
    let mut story = ten();
    story.book("2026-07-22", adjust(json!({"plan": "start"})));
    let [unused, remaining] = &story.lines()[..] else {
        panic!("two lines")
    };
    assert_eq!((unused.kind, remaining.kind), (LineKind::Unused, LineKind::Remaining));
    assert_eq!((unused.plan.as_str(), remaining.plan.as_str()), ("team", "start"));
    for line in [unused, remaining] {
        assert_eq!((line.from, line.to), (day("2026-07-22"), day("2026-08-01")));
        assert_eq!((line.days, line.term_days, line.licenses.get()), (10, 31, 10));
    }
    assert_eq!(story.amounts(), ["-51.61", "29.03"]);
}

#[test]
fn chg_3_multiply_first_divide_once_round_half_away_and_sum_the_rounded() {
    // 1.55 a month: half of a 30-day term is 0.775, which rounds to 0.78 in both directions.
    let catalogue = changed(|catalogue| {
        catalogue["price_lists"][1]["prices"]["team"]["monthly"][0]["price"] = json!("1.55");
    });
    let mut story = Story::of(Deployment::Services, catalogue);
    story
        .book("2026-09-01", buy("team", "monthly", 1))
        .book("2026-09-16", licenses(3));
    assert_eq!(story.amounts(), ["-0.78", "2.33"], "0.775 and 2.325");
    assert_eq!(story.document(), "INV-0002 2026-09-16 1.55");
}

#[test]
fn chg_4_licenses_and_plan_leave_the_expiry_date_alone() {
    let mut story = ten();
    story
        .book("2026-07-10", licenses(30))
        .book("2026-07-11", adjust(json!({"plan": "ultimate"})));
    assert_eq!(story.held(), "ultimate monthly 30, 2026-07-01 to 2026-08-01");
}

#[test]
fn chg_5_at_renewal_nothing_is_due_now() {
    let mut story = ten();
    story.book("2026-07-10", schedule(json!({"length": "annual"})));
    assert_eq!((story.documents().len(), story.end().as_str()), (1, "2026-08-01"));
    story.pass("2026-08-01");
    assert_eq!(story.held(), "team annual 10, 2026-08-01 to 2027-08-01");
    assert_eq!(story.document(), "INV-0002 2026-08-01 1560.00");
}

#[test]
fn chg_6_what_was_used_is_the_line_less_what_it_gave_back() {
    let mut story = ten();
    story
        .book("2026-07-11", licenses(20))
        .book("2026-07-21", licenses(5))
        .book("2026-07-21", licenses(5 + 1));
    let lines: Vec<_> = story
        .events
        .iter()
        .filter_map(|event| event.order())
        .flat_map(|order| order.lines.clone())
        .collect();
    let amounts: Vec<String> = lines.iter().map(|line| line.amount.to_string()).collect();
    assert_eq!(
        amounts,
        ["160.00", "-108.39", "216.77", "-113.55", "28.39", "-28.39", "34.06"]
    );
    let paid_in: licensing::Money = lines.iter().map(|line| line.amount).sum();
    assert_eq!(paid_in.to_string(), "188.89", "51.61 + 103.22 + 0.00 used, 34.06 open");
}

#[test]
fn chg_6_no_line_gives_back_more_than_its_amount() {
    let mut story = ten();
    // The vendor raises prices in the list of the current term: 10 x 99.00 x 30 / 31 would be 958.06.
    story.catalogue = changed(|catalogue| {
        catalogue["price_lists"][1]["prices"]["team"]["monthly"][0]["price"] = json!("99.00");
    });
    story.book("2026-07-02", licenses(9));
    assert_eq!(story.amounts(), ["-160.00", "862.26"]);
}

#[test]
fn chg_6_a_catalogue_that_lost_the_price_gives_back_from_the_line() {
    let mut story = ten();
    story.catalogue = changed(|catalogue| {
        for list in catalogue["price_lists"].as_array_mut().unwrap() {
            list["prices"].as_object_mut().unwrap().remove("team");
        }
    });
    assert_eq!(story.refused("2026-07-11", licenses(20)), "PLN 3 no_price_list");
    story.book("2026-07-11", adjust(json!({"plan": "start", "length": "annual"})));
    assert_eq!(story.amounts(), ["-108.39", "933.70"], "960.00 x 355 / 365");
    story.catalogue = changed(|catalogue| catalogue["price_lists"] = json!([]));
    story.pass("2027-07-01");
    assert_eq!(
        story.document(),
        "INV-0002 2026-07-11 825.31",
        "without any price nothing is charged"
    );
    story.catalogue = changed(|_| ());
    story.book("2027-07-12", licenses(11));
    assert_eq!(
        story.amounts(),
        ["0.00", "1024.26"],
        "so that nothing can be given back"
    );
}

#[test]
fn chg_7_a_charge_is_an_invoice_a_credit_a_note_and_nothing_no_document() {
    let mut story = ten();
    story.book("2026-07-11", licenses(4));
    let note = story.account.documents()[1].heading.clone();
    assert_eq!(
        (note.number.as_str(), note.total.to_string(), note.due.to_string()),
        ("CN-0001", "-65.04".into(), "0.00".into())
    );
    assert_eq!(note.credit_applied.to_string(), "0.00");
    let same_price = changed(|catalogue| {
        catalogue["price_lists"][1]["prices"]["start"]["monthly"][0]["price"] = json!("16.00");
    });
    let mut story = Story::of(Deployment::Services, same_price);
    story
        .book("2026-07-01", buy("team", "monthly", 10))
        .book("2026-07-11", adjust(json!({"plan": "start"})));
    assert_eq!(
        (story.documents().len(), story.amounts()),
        (1, vec!["-108.39".into(), "108.39".into()])
    );
    assert_eq!(
        story.held(),
        "start monthly 10, 2026-07-01 to 2026-08-01",
        "recorded all the same"
    );
    story.book("2026-07-21", licenses(11));
    assert_eq!(story.document(), "INV-0002 2026-07-21 5.68", "numbers leave no gap");
}

#[test]
fn chg_8_nothing_changed_and_nothing_at_all() {
    let mut story = ten();
    for nothing in [
        json!({}),
        json!({"licences": 10}),
        json!({"plan": "team", "length": "monthly", "licences": 10}),
    ] {
        assert_eq!(
            story.refused("2026-07-11", adjust(nothing.clone())),
            "CHG 8 nothing_changed"
        );
        assert_eq!(story.refused("2026-07-11", schedule(nothing)), "CHG 8 nothing_changed");
    }
    assert_eq!(story.refused("2026-07-11", licenses(0)), "CHG 8 zero_licences");
    assert_eq!(
        story.refused("2026-07-11", schedule(json!({"licences": 0}))),
        "CHG 8 zero_licences"
    );
}

#[test]
fn chg_9_fewer_than_in_use_is_refused() {
    let mut story = ten();
    assert_eq!(story.refused("2026-07-11", licenses(3)), "CHG 9 licences_in_use");
    story.book("2026-07-11", licenses(4));
    assert_eq!(
        story.refused("2026-07-11", adjust(json!({"length": "annual", "licences": 3}))),
        "CHG 9 licences_in_use"
    );
    story.book("2026-07-11", schedule(json!({"licences": 3})));
    story
        .book("2026-07-12", role(&["d"], "none"))
        .book("2026-07-12", licenses(3));
}

#[test]
fn chg_10_a_preview_books_nothing_and_the_booking_is_the_preview() {
    let mut story = ten();
    let before = story.account.clone();
    let shown = story.preview("2026-07-22", &licenses(50)).unwrap();
    assert_eq!(story.account, before);
    story.book("2026-07-22", licenses(50));
    assert!(story.events.ends_with(&shown));
}

#[test]
fn chg_11_licenses_plan_and_length_in_one_order_are_one_adjustment() {
    let mut story = ten();
    story.book(
        "2026-07-22",
        adjust(json!({"plan": "ultimate", "length": "annual", "licences": 120})),
    );
    assert_eq!(
        story.amounts(),
        ["-51.61", "21488.22"],
        "100 x 204.00 + 20 x 120.00, 344 of 365 days"
    );
    assert_eq!(story.documents().len(), 2);
    assert_eq!(story.held(), "ultimate annual 120, 2026-07-01 to 2027-07-01");
    assert_eq!(story.account.paid().unwrap().item.length, BillingInterval::Annual);
}

#[test]
fn chg_12_the_example_of_the_faq_to_the_cent() {
    let mut story = Story::new();
    story
        .book("2026-07-01", buy("team", "monthly", 10))
        .book("2026-07-22", licenses(50));
    assert_eq!(story.amounts(), ["-51.61", "258.06"]);
    story.book("2026-09-02", licenses(5));
    assert_eq!(
        (story.amounts(), story.credit()),
        (vec!["-773.33".into(), "77.33".into()], "696.00".into())
    );
    story.pass("2026-11-01");
    let expected = [
        "INV-0001 2026-07-01 160.00",
        "INV-0002 2026-07-22 206.45",
        "INV-0003 2026-08-01 800.00",
        "INV-0004 2026-09-01 800.00",
        "CN-0001 2026-09-02 -696.00",
        "INV-0005 2026-10-01 80.00 -80.00",
        "INV-0006 2026-11-01 80.00 -80.00",
    ];
    assert_eq!(story.documents(), expected);
    assert_eq!(story.credit(), "536.00");
}
