//! The cost of the next 12 months, and what an order makes due and when (CHG 3, CRD 1, SUB 5, INV 6). Prices are those of
//! the shipped catalog: the Team plan costs 16.00 a month or 156.00 a year per license.

use crate::common::{Story, buy, changed, day, kind, license_count, licenses, schedule};
use crate::scene::{of_story, with_scene};
use licensing::{Catalogue, Deployment};
use proptest::prelude::*;
use sample::settings::Org;
use serde_json::json;
use view::cost::{Figures, OrderChoices, YearCost, figures, order_choices, year_cost};
use view::{Actor, BillingInterval, Change, Command, PlanKey, Scene, order, subscription};

fn admin<T>(story: &Story, look: impl FnOnce(&Scene<'_>) -> T) -> T {
    of_story(story, &Actor::collection_administrator(), look)
}

/// Cost, tax, and what the renewals make due.
fn year(story: &Story) -> (String, String, String) {
    let it = admin(story, |scene| year_cost(scene).unwrap());
    (it.total.text, it.tax_included.text, it.due_later.text)
}

fn usd(sums: [&str; 3]) -> (String, String, String) {
    let [total, tax, later] = sums.map(|sum| format!("USD {sum}"));
    (total, tax, later)
}

fn ten_monthly() -> Story {
    let mut story = Story::new();
    story.book("2026-07-01", buy("team", "monthly", 10));
    story
}

fn number(licenses: u32) -> Change {
    Change {
        licenses: Some(license_count(licenses)),
        ..Change::default()
    }
}

fn choices(story: &Story, change: Change) -> (Figures, Figures) {
    let OrderChoices { today, at_renewal } = admin(story, |scene| order_choices(scene, change, false));
    (today.outcome.unwrap(), at_renewal.unwrap().outcome.unwrap())
}

/// Due now, the next invoice, and the cost of the next 12 months.
fn told(it: &Figures) -> (&str, &str, &str) {
    let then = it.then.as_ref().map_or("", |it| it.text.as_str());
    let year = it.year.as_ref().map_or("", |year| year.total.text.as_str());
    (&it.due_now.text, then, year)
}

#[test]
fn a_year_from_the_first_day_is_twelve_terms() {
    // 12 × 160.00. The first term is paid, the eleven renewals from August to June are due: 11 × 160.00.
    assert_eq!(year(&ten_monthly()), usd(["1920.00", "0.00", "1760.00"]));
}

#[test]
fn chg_3_the_first_and_the_last_line_count_with_their_days() {
    let mut story = ten_monthly();
    story.pass("2026-07-22");
    // July 22–31: 160.00 × 10 ÷ 31 = 51.61. August to June: 11 × 160.00 = 1760.00. July 1–21 of the year after:
    // 160.00 × 21 ÷ 31 = 108.39. Renewals on August 1 to July 1: 12 × 160.00.
    assert_eq!(year(&story), usd(["1920.00", "0.00", "1920.00"]));
    let parts = admin(&story, |scene| year_cost(scene).unwrap().parts);
    assert_eq!(parts.len(), 13);
    assert_eq!(parts[0].arithmetic, "160.00 × 10 of 31 days = 51.61");
    assert_eq!(parts[0].dates, "2026-07-22 – 2026-07-31, 10 days");
    assert_eq!(parts[1].arithmetic, "160.00 = 160.00");
    assert_eq!(parts[1].text, "Team plan, 10 licenses, billed monthly");
    assert_eq!(parts[12].arithmetic, "160.00 × 21 of 31 days = 108.39");
}

#[test]
fn sub_5_the_scheduled_change_is_counted_in() {
    let mut story = ten_monthly();
    story
        .book("2026-07-01", schedule(json!({ "licences": 8 })))
        .pass("2026-07-22");
    // 51.61 + 11 × 128.00 + 128.00 × 21 ÷ 31 (86.71) = 1546.32. Renewals: 12 × 128.00.
    assert_eq!(year(&story), usd(["1546.32", "0.00", "1536.00"]));
    story.book("2026-07-22", kind("cancel"));
    // Nothing renews: only the rest of the term is left.
    assert_eq!(year(&story), usd(["51.61", "0.00", "0.00"]));
}

#[test]
fn inv_6_tax_is_rounded_once_for_the_whole_year() {
    let taxed = changed(|it| {
        it["tax_rates"] = json!([{"id": "vat", "country": "DE", "percent": "19", "reverse_charge": false}])
    });
    let mut story = Story::of(Deployment::Services, taxed);
    story
        .book(
            "2026-06-30",
            json!({"kind": "set_billing", "name": "Muster GmbH", "country": "DE"}),
        )
        .book("2026-07-01", buy("team", "monthly", 10))
        .pass("2026-07-22");
    // Net 1920.00 as above, 19% of it is 364.80. Each renewal: 160.00 + 30.40 = 190.40, times 12.
    assert_eq!(year(&story), usd(["2284.80", "364.80", "2284.80"]));
}

#[test]
fn crd_1_credit_lowers_what_is_due_but_not_the_cost() {
    let mut story = Story::new();
    story
        .book("2026-07-01", buy("team", "annual", 10))
        .book("2027-01-01", licenses(6));
    // Of 365 days, 181 are left. Unused: 1560.00 × 181 ÷ 365 = 773.59. Remaining: 936.00 × 181 ÷ 365 = 464.15. Credit:
    // 773.59 − 464.15 = 309.44.
    assert_eq!(story.credit(), "309.44");
    // 464.15, and of the renewal on 2027-07-01 for 366 days, 184: 936.00 × 184 ÷ 366 = 470.56. In all 934.71. Due:
    // 936.00 − 309.44 = 626.56.
    assert_eq!(year(&story), usd(["934.71", "0.00", "626.56"]));
    let headline = admin(&story, subscription::headline);
    assert!(headline.ends_with("for USD 626.56 after credit"), "{headline}");
}

#[test]
fn an_order_says_what_is_due_now_then_and_in_a_year() {
    let mut story = ten_monthly();
    story.pass("2026-07-22");
    let (today, renewal) = choices(&story, number(12));
    // Today: 192.00 × 10 ÷ 31 (61.94) − 51.61 = 10.33. The year: 61.94 + 11 × 192.00 + 192.00 × 21 ÷ 31 (130.06).
    assert_eq!(told(&today), ("USD 10.33", "USD 192.00 on 2026-08-01", "USD 2304.00"));
    assert_eq!(today.button, "Pay USD 10.33");
    assert_eq!(today.compared.as_deref(), Some("USD 384.00 more than now"));
    // At renewal: 51.61 + 11 × 192.00 + 130.06 = 2293.67.
    assert_eq!(told(&renewal), ("USD 0.00", "USD 192.00 on 2026-08-01", "USD 2293.67"));
    assert_eq!(renewal.button, "Schedule");
    assert_eq!(
        renewal.said,
        "Nothing due now, then USD 192.00 on 2026-08-01. The next 12 months cost USD 2293.67."
    );
}

#[test]
fn crd_1_a_reduction_gives_credit_that_the_next_invoice_uses() {
    let mut story = ten_monthly();
    story.pass("2026-07-22");
    let (today, _) = choices(&story, number(5));
    // Today: 80.00 × 10 ÷ 31 (25.81) − 51.61 = −25.80. Then: 80.00 − 25.80 = 54.20. The year: 25.81 + 880.00 + 54.19.
    assert_eq!(
        told(&today),
        ("USD 0.00", "USD 54.20 after credit on 2026-08-01", "USD 960.00")
    );
    assert_eq!(today.credit_given.unwrap().text, "USD 25.80");
    assert_eq!(today.button, "Change today");
    assert_eq!(today.compared.as_deref(), Some("USD 960.00 less than now"));
    assert!(
        today
            .said
            .starts_with("USD 25.80 credit now, then USD 54.20 after credit")
    );
}

#[test]
fn chg_5_another_interval_counts_from_its_own_term() {
    let mut story = ten_monthly();
    story.pass("2026-07-22");
    let annual = Change {
        length: Some(BillingInterval::Annual),
        ..Change::default()
    };
    let (today, renewal) = choices(&story, annual);
    // Today: the term becomes 2026-07-01 to 2027-07-01. 1560.00 × 344 ÷ 365 (1470.25) − 51.61 = 1418.64. The year: 1470.25
    // and 21 of the 366 days of the next term: 89.51.
    assert_eq!(
        told(&today),
        ("USD 1418.64", "USD 1560.00 on 2027-07-01", "USD 1559.76")
    );
    // At renewal: 51.61 and 355 of 365 days from 2026-08-01 on: 1517.26.
    assert_eq!(told(&renewal), ("USD 0.00", "USD 1560.00 on 2026-08-01", "USD 1568.87"));
}

#[test]
fn pln_3_renewals_are_priced_by_the_lists_known_today() {
    let dearer = changed(|it| {
        let lists = it["price_lists"].as_array_mut().unwrap();
        let mut list = lists.last().unwrap().clone();
        list["from"] = json!("2026-12-01");
        list["renewals_from"] = json!("2027-01-01");
        list["prices"]["team"]["monthly"] = json!([{"from": 1, "price": "18.00"}]);
        lists.push(list);
    });
    let mut story = Story::of(Deployment::Services, dearer);
    story.book("2026-07-01", buy("team", "monthly", 10));
    // July to December at 160.00, January to June at 180.00.
    assert_eq!(year(&story), usd(["2040.00", "0.00", "1880.00"]));
}

#[test]
fn a_purchase_starts_today_and_is_compared_with_nothing() {
    let story = Story::new();
    let change = Change {
        plan: Some(PlanKey::Team),
        length: Some(BillingInterval::Annual),
        licenses: Some(license_count(10)),
    };
    let mut story = story;
    story.pass("2026-07-01");
    let it = admin(&story, |scene| order_choices(scene, change, false));
    let bought = it.today.outcome.unwrap();
    assert_eq!(
        told(&bought),
        ("USD 1560.00", "USD 1560.00 on 2027-07-01", "USD 1560.00")
    );
    assert_eq!((it.at_renewal, bought.compared), (None, None));
    assert_eq!(
        bought.year.unwrap().due_later.text,
        "USD 0.00",
        "it renews on the first day after the year"
    );
}

#[test]
fn what_is_refused_says_why() {
    let mut story = ten_monthly();
    story.pass("2026-07-22");
    let it = admin(&story, |scene| order_choices(scene, number(300), false));
    let refused = it.today.outcome.unwrap_err();
    assert!(refused.contains("299"), "{refused}");
}

#[test]
fn one_sum_is_the_same_in_summary_headline_dialog_and_next_invoice() {
    for org in [Org::TeamMonthly, Org::UltimateAnnual, Org::Legacy] {
        with_scene(org, |scene| {
            let next = subscription::next_invoice(scene).unwrap();
            let headline = subscription::headline(scene);
            assert!(headline.ends_with(&next.figure()), "{headline}");
            assert_eq!(subscription::summary(scene).headline, headline);
            assert_eq!(subscription::summary(scene).year, year_cost(scene));
        });
    }
}

/// A number of licenses, plan, and interval, and a day on which to change to others.
fn orders() -> impl Strategy<Value = (u32, bool, u32, u32, bool, u32)> {
    (
        20_u32..60,
        any::<bool>(),
        1_u32..200,
        20_u32..60,
        any::<bool>(),
        0_u32..60,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn chg_10_what_is_due_is_what_the_preview_says(
        (bought, annual, days, wanted, annually, reduced) in orders(),
        taxed in any::<bool>(),
    ) {
        let length = |annual| if annual { BillingInterval::Annual } else { BillingInterval::Monthly };
        let catalogue = if taxed {
            changed(|it| it["tax_rates"] = json!([{"id": "vat", "country": "DE", "percent": "19", "reverse_charge": false}]))
        } else {
            Catalogue::shipped().unwrap()
        };
        let mut story = Story::of(Deployment::Services, catalogue);
        story
            .book("2026-06-30", json!({"kind": "set_billing", "name": "Muster GmbH", "country": "DE"}))
            .book("2026-07-01", buy("ultimate", length(annual).as_str(), bought));
        let on = day("2026-07-01").plus_days(days).to_string();
        if reduced >= 20 {
            story.book("2026-07-01", schedule(json!({"plan": "team", "licences": reduced})));
        }
        story.pass(&on);
        let change = Change {
            plan: Some(PlanKey::Team),
            length: Some(length(annually)),
            licenses: Some(license_count(wanted)),
        };
        admin(&story, |scene| {
            let OrderChoices { today, at_renewal } = order_choices(scene, change, false);
            for choice in [Some(today), at_renewal].into_iter().flatten() {
                let preview = order::preview(scene, &choice.command);
                let Ok(preview) = preview else {
                    assert!(choice.outcome.is_err());
                    continue;
                };
                let it = choice.outcome.unwrap();
                assert_eq!(it.due_now.text, preview.due.unwrap_or_else(|| scene.money(scene.catalogue.zero())));
                assert_eq!(it.credit_given.as_ref().map(|it| &it.text), preview.credit_given.as_ref());
                let after = scene.account.after(&preview.events);
                let then = Scene { account: &after, ..*scene };
                assert_eq!(it.then.map(|it| it.due), subscription::next_invoice(&then).map(|next| next.due));
                let year: YearCost = it.year.unwrap();
                assert_eq!(year.due_now, it.due_now);
                assert_eq!(Some(year.total), year_cost(&then).map(|year| year.total));
                assert_eq!(figures(scene, &choice.command).unwrap().said, it.said);
            }
        });
    }

    /// Without tax and credit, a whole year costs 12 terms or one, up to half a cent for each of the two partial lines.
    #[test]
    fn chg_3_the_shares_of_a_year_add_up(licenses in 1_u32..200, days in 0_u32..364) {
        let mut story = Story::new();
        story.book("2026-08-01", buy("team", "monthly", licenses));
        story.pass(&day("2026-08-01").plus_days(days).to_string());
        let it = admin(&story, |scene| year_cost(scene).unwrap());
        let parts = it.parts.len();
        prop_assert!((12..=13).contains(&parts));
        let whole = i128::from(licenses) * 1_600 * 12;
        // A partial month has 28 to 31 days, so the shares of two different months need not add up to one term.
        let term = i128::from(licenses) * 1_600;
        prop_assert!((it.total.money.minor() - whole).abs() <= term / 9 + 1, "{}", it.total.text);
    }
}

#[test]
fn a_scheduled_command_has_no_cost_of_its_own() {
    let mut story = ten_monthly();
    story.pass("2026-07-22");
    let command = Command::schedule(number(12));
    let due = admin(&story, |scene| figures(scene, &command).unwrap().due_now);
    assert!(due.money.is_zero());
}
