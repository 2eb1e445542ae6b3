//! The subscription over time: SUB 1–7.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use common::{Story, adjust, buy, changed, day, kind, license_count, licenses, role, schedule};
use licensing::event::Event;
use licensing::subscription::OfferError;
use serde_json::json;

fn team(on: &str, length: &str) -> Story {
    let mut story = Story::new().with(&["a", "b", "c"]);
    story.book(on, buy("team", length, 10));
    story
}

/// The ends of all terms so far.
fn ends(story: &Story) -> Vec<String> {
    let end = |event: &Event| match event {
        Event::Purchased { term, .. } | Event::Renewed { term, .. } => Some(term.end.to_string()),
        _ => None,
    };
    story.events.iter().filter_map(end).collect()
}

#[test]
fn sub_1_the_31st_of_january_comes_back_after_every_short_month() {
    let mut story = team("2027-01-31", "monthly");
    story.pass("2027-05-31");
    assert_eq!(
        ends(&story),
        ["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31", "2027-06-30"]
    );
    let mut leap = team("2028-01-31", "monthly");
    leap.pass("2028-02-29");
    assert_eq!(ends(&leap), ["2028-02-29", "2028-03-31"]);
}

#[test]
fn sub_1_the_29th_of_february_comes_back_in_leap_years() {
    let mut story = team("2028-02-29", "annual");
    story.pass("2032-02-29");
    assert_eq!(
        ends(&story),
        ["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29", "2033-02-28"]
    );
}

#[test]
fn sub_1_a_length_changed_at_renewal_keeps_the_anchor() {
    let mut story = team("2027-01-31", "monthly");
    story
        .book("2027-02-10", schedule(json!({"length": "annual"})))
        .pass("2027-02-28");
    assert_eq!(
        story.held(),
        "team annual 10, 2027-02-28 to 2028-02-29",
        "31 January + 13 months"
    );
    story
        .book("2027-03-01", schedule(json!({"length": "monthly"})))
        .pass("2028-02-29");
    assert_eq!(story.held(), "team monthly 10, 2028-02-29 to 2028-03-31");
}

#[test]
fn sub_2_three_years_of_absence_are_made_up_each_on_its_own_day() {
    let mut story = team("2026-07-01", "monthly");
    story.pass("2029-07-15");
    let renewals: Vec<_> = story
        .events
        .iter()
        .filter(|event| matches!(event, Event::Renewed { .. }))
        .map(Event::on)
        .collect();
    assert_eq!(
        (renewals.len(), renewals[0], renewals[35]),
        (36, day("2026-08-01"), day("2029-07-01"))
    );
    assert_eq!(story.document(), "INV-0037 2029-07-01 160.00");
    assert_eq!(story.held(), "team monthly 10, 2029-07-01 to 2029-08-01");
}

#[test]
fn sub_2_it_renews_on_the_day_of_expiry_not_before_and_not_twice() {
    let mut story = team("2026-11-24", "monthly");
    story.pass("2026-12-23");
    assert_eq!(story.documents().len(), 1);
    story.pass("2026-12-24").pass("2026-12-24");
    assert_eq!(story.documents().len(), 2);
}

#[test]
fn sub_3_a_cancellation_lets_the_term_run_and_can_be_undone() {
    let mut story = team("2026-07-01", "monthly");
    story.book("2026-07-10", json!({"kind": "cancel", "reason": "unused"}));
    assert_eq!(
        (story.status(), story.documents().len(), story.in_use()),
        ("cancelling", 1, 3)
    );
    assert_eq!(story.refused("2026-07-10", kind("cancel")), "SUB 3 already_cancelled");
    story.book("2026-07-31", kind("resume")).pass("2026-08-01");
    assert_eq!((story.status(), story.documents().len()), ("active", 2));
    story.book("2026-08-31", kind("cancel"));
    assert_eq!(
        story.refused("2026-09-01", kind("resume")),
        "SUB 3 not_cancelled",
        "the term has ended"
    );
    assert_eq!(story.status(), "expired");
}

#[test]
fn sub_4_buying_again_starts_a_new_term_and_keeps_id_credit_and_people() {
    let mut story = team("2026-07-01", "annual");
    let account = story.account.id();
    story
        .book("2026-07-31", licenses(3))
        .book("2026-08-01", kind("cancel"))
        .pass("2027-10-01");
    assert_eq!(
        (story.status(), story.credit(), story.in_use()),
        ("expired", "1002.25".into(), 3)
    );
    story.book("2027-10-05", buy("team", "monthly", 3));
    assert_eq!(story.held(), "team monthly 3, 2027-10-05 to 2027-11-05");
    assert_eq!(
        (story.document().as_str(), story.account.id()),
        ("INV-0002 2027-10-05 48.00 -48.00", account)
    );
    assert_eq!(story.with_access(), ["a", "b", "c"]);
}

#[test]
fn sub_5_a_schedule_holds_what_it_names_and_the_rest_follows() {
    let mut story = team("2026-07-01", "monthly");
    story
        .book("2026-07-05", schedule(json!({"length": "annual"})))
        .book("2026-07-06", licenses(20));
    story
        .book("2026-07-07", adjust(json!({"plan": "ultimate"})))
        .pass("2026-08-01");
    assert_eq!(story.held(), "ultimate annual 20, 2026-08-01 to 2027-08-01");
    assert!(story.account.paid().unwrap().scheduled().is_none());
}

#[test]
fn sub_5_a_new_schedule_replaces_the_old_one_whole_and_can_be_removed() {
    let mut story = team("2026-07-01", "monthly");
    assert_eq!(
        story.refused("2026-07-02", kind("unschedule")),
        "SUB 5 nothing_scheduled"
    );
    story
        .book("2026-07-05", schedule(json!({"length": "annual"})))
        .book("2026-07-06", schedule(json!({"licences": 20})));
    assert_eq!(
        story.refused("2026-07-06", schedule(json!({"licences": 20}))),
        "CHG 8 nothing_changed"
    );
    story.pass("2026-08-01");
    assert_eq!(story.held(), "team monthly 20, 2026-08-01 to 2026-09-01");
    story
        .book("2026-08-05", schedule(json!({"plan": "ultimate"})))
        .book("2026-08-06", kind("unschedule"))
        .pass("2026-09-01");
    assert_eq!(story.held(), "team monthly 20, 2026-09-01 to 2026-10-01");
}

#[test]
fn sub_5_an_adjustment_that_does_not_fit_the_schedule_is_refused() {
    let mut story = team("2026-07-01", "monthly");
    story.book("2026-07-05", schedule(json!({"plan": "start"})));
    assert_eq!(
        story.refused("2026-07-06", licenses(20)),
        "SUB 5 does_not_fit_scheduled"
    );
    story.book("2026-07-06", licenses(19));
    let longer = |drop: bool| adjust(json!({"length": "annual", "licences": 20, "drop_scheduled": drop}));
    assert_eq!(
        story.refused("2026-07-07", longer(false)),
        "SUB 5 does_not_fit_scheduled"
    );
    story.book("2026-07-07", longer(true));
    assert!(story.account.paid().unwrap().scheduled().is_none());
}

#[test]
fn sub_5_what_does_not_fit_on_the_day_renews_as_it_stands_and_says_why() {
    let mut story = team("2026-07-01", "monthly");
    story
        .book("2026-07-05", schedule(json!({"licences": 2, "length": "annual"})))
        .pass("2026-08-01");
    assert_eq!(story.held(), "team monthly 10, 2026-08-01 to 2026-09-01");
    let misfit = story.account.paid().unwrap().not_fitting.unwrap();
    assert_eq!(
        (misfit.reason, misfit.change.licenses),
        (OfferError::LicensesInUse, Some(license_count(2)))
    );
    story
        .book("2026-08-02", schedule(json!({"licences": 2})))
        .book("2026-08-03", role(&["c"], "none"))
        .pass("2026-09-01");
    assert_eq!(
        story.held(),
        "team monthly 2, 2026-09-01 to 2026-10-01",
        "freed in time"
    );
    assert!(story.account.paid().unwrap().not_fitting.is_none());
}

#[test]
fn sub_5_limits_and_prices_are_judged_on_the_day_too() {
    let lost_price = changed(|catalogue| {
        for list in catalogue["price_lists"].as_array_mut().unwrap() {
            list["prices"].as_object_mut().unwrap().remove("start");
        }
    });
    let narrower = changed(|catalogue| catalogue["plans"]["start"]["licences"]["max"] = json!(9));
    let withdrawn = changed(|catalogue| catalogue["plans"]["start"]["sold"] = json!(false));
    let cases = [
        (lost_price, OfferError::NoPriceList),
        (narrower, OfferError::LicensesOutOfRange),
        (withdrawn, OfferError::PlanNotSold),
    ];
    for (catalogue, reason) in cases {
        let mut story = team("2026-07-01", "monthly");
        story.book("2026-07-05", schedule(json!({"plan": "start"})));
        story.catalogue = catalogue;
        story.pass("2026-08-01");
        assert_eq!(story.held(), "team monthly 10, 2026-08-01 to 2026-09-01");
        assert_eq!(story.account.paid().unwrap().not_fitting.unwrap().reason, reason);
    }
}

#[test]
fn sub_5_a_cancellation_puts_a_schedule_to_sleep_and_undoing_wakes_it() {
    let mut story = team("2026-07-01", "monthly");
    story
        .book("2026-07-05", schedule(json!({"licences": 20})))
        .book("2026-07-06", kind("cancel"));
    assert_eq!(
        story.refused("2026-07-07", schedule(json!({"licences": 30}))),
        "SUB 3 cancelled"
    );
    assert_eq!(
        story.refused("2026-07-07", adjust(json!({"licences": 10}))),
        "CHG 8 nothing_changed"
    );
    story
        .book("2026-07-07", licenses(11))
        .book("2026-07-08", kind("resume"))
        .pass("2026-08-01");
    assert_eq!(story.held(), "team monthly 20, 2026-08-01 to 2026-09-01");
    let mut asleep = team("2026-07-01", "monthly");
    asleep
        .book("2026-07-05", schedule(json!({"licences": 20})))
        .book("2026-07-06", kind("cancel"));
    asleep
        .book("2026-07-07", kind("choose_free"))
        .book("2026-07-08", kind("unschedule"));
    let paid = asleep.account.paid().unwrap();
    assert!(
        paid.pending_free().is_none() && paid.scheduled().is_some(),
        "what is shown goes first"
    );
    asleep.book("2026-07-08", kind("unschedule"));
    assert_eq!(
        asleep.refused("2026-07-08", kind("unschedule")),
        "SUB 5 nothing_scheduled"
    );
    let mut expired = team("2026-07-01", "monthly");
    expired
        .book("2026-07-05", schedule(json!({"licences": 20})))
        .book("2026-07-06", kind("cancel"));
    expired.book("2026-08-01", buy("team", "monthly", 5)).pass("2026-09-01");
    assert_eq!(
        expired.held(),
        "team monthly 5, 2026-09-01 to 2026-10-01",
        "expiry drops it"
    );
}

#[test]
fn sub_6_renew_now_credits_the_rest_and_starts_today() {
    let mut story = team("2026-06-15", "monthly");
    assert_eq!(story.refused("2026-06-15", kind("renew_now")), "SUB 6 first_day");
    story
        .book("2026-06-20", schedule(json!({"licences": 5})))
        .book("2026-07-10", kind("renew_now"));
    assert_eq!(
        story.amounts(),
        ["-25.00", "160.00"],
        "150.00 x 5 / 30 at the old list, 160.00 at the new one"
    );
    assert_eq!(story.held(), "team monthly 10, 2026-07-10 to 2026-08-10");
    assert!(story.account.paid().unwrap().scheduled().is_none());
    assert_eq!(story.refused("2026-07-10", kind("renew_now")), "SUB 6 first_day");
    assert_eq!(
        story.refused("2026-08-10", kind("renew_now")),
        "SUB 6 first_day",
        "it has just renewed"
    );
    story.book("2026-08-11", kind("cancel"));
    assert_eq!(story.refused("2026-08-12", kind("renew_now")), "SUB 3 cancelled");
}

#[test]
fn sub_7_a_command_before_the_last_booking_is_refused() {
    let mut story = team("2026-07-10", "monthly");
    assert_eq!(story.refused("2026-07-09", licenses(20)), "SUB 7 clock_behind");
    story.pass("2026-09-15");
    assert_eq!(
        story.refused("2026-09-09", licenses(20)),
        "SUB 7 clock_behind",
        "renewals are bookings too"
    );
    story.book("2026-09-10", licenses(20));
    assert_eq!(story.account.paid().unwrap().term.last_day(), day("2026-10-09"));
}
