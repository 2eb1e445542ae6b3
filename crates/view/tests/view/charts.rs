//! Charts as numbers and text: captions of the term bar, the picture of a change, licenses over time, and the credit.

use crate::common::license_count;
use crate::journal::{Journal, shipped};
use crate::scene::with_scene;
use licensing::decide::advance;
use licensing::decide::context::Surroundings;
use licensing::{BillingInterval, Catalogue, Date, Deployment};
use sample::settings::Org;
use serde_json::json;
use view::chart::{self, LicenseChart, Proration, fitting};
use view::format::Plain;
use view::invoices::Invoices;
use view::{Actor, Change, Command, Scene, order, term_bar};

/// The scene of a journal on a day.
fn on<T>(journal: &Journal, today: &str, look: impl FnOnce(&Scene<'_>) -> T) -> T {
    let catalogue = Catalogue::shipped().unwrap();
    let today = Date::parse(today).unwrap();
    let people = journal.ledger.people().clone();
    let mut account = journal.ledger.account().clone();
    let due = advance(&mut account, Surroundings::unchanged(&catalogue, &people, today));
    look(&Scene {
        catalogue: &catalogue,
        account: &account,
        due: &due,
        ledger: &journal.ledger,
        people: &people,
        viewer: &Actor::collection_administrator(),
        administrators: &[],
        today,
        unread: false,
        format: &Plain {
            currency: "USD".to_owned(),
        },
    })
}

/// Books commands, each with its day.
fn journal(commands: &[(&str, serde_json::Value)]) -> Journal {
    let catalogue = shipped();
    let mut journal = Journal::open(Deployment::Services, &catalogue);
    for (day, command) in commands {
        journal.book(day, &catalogue, command).unwrap();
    }
    journal
}

fn buy() -> serde_json::Value {
    json!({"kind": "buy", "plan": "team", "length": "monthly", "licences": 10})
}

fn captions(scene: &Scene<'_>) -> Vec<String> {
    let ticks = term_bar::term_bar(scene).unwrap().ticks;
    ticks.into_iter().filter_map(|tick| tick.caption).collect()
}

#[test]
fn chg_1_the_ticks_of_the_term_bar_say_what_changed_and_for_how_much() {
    with_scene(Org::TeamMonthly, |scene| {
        assert_eq!(captions(scene), ["Renewed · USD 640.00", "+5 · USD 50.67"]);
        assert_eq!(term_bar::term_bar(scene).unwrap().after[0].caption, "then 42");
    });
    let changed = journal(&[
        ("2026-07-01", buy()),
        ("2026-07-11", json!({"kind": "adjust", "licences": 8})),
        (
            "2026-07-22",
            json!({"kind": "adjust", "plan": "ultimate", "licences": 20}),
        ),
        ("2026-07-22", json!({"kind": "undo"})),
        ("2026-07-22", json!({"kind": "adjust", "length": "annual"})),
        ("2026-07-23", json!({"kind": "cancel"})),
    ]);
    on(&changed, "2026-07-24", |scene| {
        assert_eq!(
            captions(scene),
            [
                "10 · USD 160.00",
                // 128.00 × 21 ÷ 31 − 160.00 × 21 ÷ 31 = 86.71 − 108.39.
                "−2 · USD 21.68 credit",
                // 400.00 × 10 ÷ 31 − 128.00 × 10 ÷ 31 = 129.03 − 41.29.
                "Ultimate, +12 · USD 87.74",
                "Undone · USD 87.74 credit",
                // Compared with what was restored: 1248.00 × 344 ÷ 365 − 41.29 = 1176.20 − 41.29.
                "Annual · USD 1134.91",
                "Canceled"
            ]
        );
        assert_eq!(term_bar::term_bar(scene).unwrap().after[0].caption, "ends");
    });
}

#[test]
fn captions_with_room_are_kept_from_the_right() {
    assert_eq!(fitting(&[0, 3_666, 5_666], 2_500), [true, false, true]);
    assert_eq!(fitting(&[0, 3_666, 5_666], 1_500), [true, true, true]);
    assert_eq!(fitting(&[100, 100], 1), [false, true]);
    assert!(fitting(&[], 1).is_empty());
}

#[test]
fn chg_3_the_area_of_each_block_is_its_amount() {
    with_scene(Org::TeamMonthly, |scene| {
        let change = Change {
            licenses: Some(license_count(50)),
            ..Change::default()
        };
        let preview = order::preview(scene, &Command::adjust(change)).unwrap();
        let it = chart::of_preview(scene, &preview).unwrap();
        // 23 of 30 days are over.
        assert_eq!(
            (it.split, it.used.to, it.unused.from, it.charged.to),
            (7_666, 7_666, 7_666, 10_000)
        );
        // 168.00 ÷ 186.67 = 0.89998.
        assert_eq!((it.used.high, it.unused.high, it.charged.high), (8_999, 8_999, 10_000));
        assert_eq!(
            (it.used.label.as_str(), it.charged.label.as_str()),
            ("45 licenses", "50 licenses")
        );
        assert_eq!(
            it.text,
            "From 45 licenses to 50 licenses on 2026-11-24. Credited: USD 168.00 for 7 of 30 days. Charged: USD 186.67 for 7 of 30 days. Difference: USD 18.67 to pay, before tax."
        );
        let schedule = order::preview(scene, &Command::schedule(change)).unwrap();
        assert_eq!(chart::of_preview(scene, &schedule), None);
    });
}

#[test]
fn chg_5_another_interval_ends_later_and_says_so() {
    with_scene(Org::TeamMonthly, |scene| {
        let change = Change {
            length: Some(BillingInterval::Annual),
            ..Change::default()
        };
        let command = order::command(scene, change, false, true);
        let it: Proration = chart::of_preview(scene, &order::preview(scene, &command).unwrap()).unwrap();
        // Day 23 and day 30 of the 365 days from 2026-11-01 on.
        assert_eq!((it.split, it.unused.to, it.charged.to), (630, 821, 10_000));
        assert_eq!(it.used.label, "45 licenses, billed monthly");
        assert_eq!(it.charged.label, "45 licenses, billed annually");
        assert!(it.charged.high < it.used.high, "a year is cheaper");
    });
}

#[test]
fn chg_13_documents_show_the_picture_of_their_day() {
    let changed = journal(&[
        ("2026-07-01", buy()),
        ("2026-07-22", json!({"kind": "adjust", "licences": 20})),
        ("2026-07-22", json!({"kind": "undo"})),
    ]);
    on(&changed, "2026-07-24", |scene| {
        let all = Invoices::new(scene);
        let picture = |number| chart::of_document(scene, all.issued(number).unwrap());
        assert_eq!(picture("INV-0001"), None, "a purchase gives back nothing");
        let it = picture("INV-0002").unwrap();
        assert_eq!((it.split, it.used.high, it.charged.high), (6_774, 4_999, 10_000));
        assert_eq!(it.difference, "USD 51.62");
        assert_eq!(picture("CN-0001"), None, "it reverses");
    });
}

fn steps(chart: &LicenseChart) -> Vec<(&str, Option<u32>, Option<u32>)> {
    let steps = chart.points.iter();
    steps.map(|it| (it.day.iso.as_str(), it.bought, it.in_use)).collect()
}

#[test]
fn licenses_bought_and_in_use_are_steps_and_months_have_their_cost() {
    let changed = journal(&[
        ("2026-07-01", buy()),
        ("2026-07-22", json!({"kind": "adjust", "licences": 50})),
        (
            "2026-08-05",
            json!({"kind": "set_role", "people": ["a"], "role": "none", "reason": "stopped_using"}),
        ),
        ("2026-08-05", json!({"kind": "adjust", "licences": 20})),
        ("2026-08-05", json!({"kind": "undo"})),
    ]);
    on(&changed, "2026-09-15", |scene| {
        let chart = chart::licenses(scene).unwrap();
        assert_eq!(
            steps(&chart),
            [
                ("2025-10-01", None, None),
                ("2026-07-01", Some(10), Some(3)),
                ("2026-07-22", Some(50), Some(3)),
                ("2026-08-05", Some(50), Some(2))
            ]
        );
        let costs: Vec<String> = chart.months.iter().map(|it| it.cost.money.to_string()).collect();
        // July: 160.00 − 51.61 + 800.00 × 10 ÷ 31 (258.06) = 366.45. August: 800.00; what was undone cancels out. September
        // to date: 800.00 × 15 ÷ 30 = 400.00.
        assert_eq!(costs[8..], ["0.00", "366.45", "800.00", "400.00"]);
        assert_eq!(chart.total.text, "USD 1566.45");
        let last = chart.months.last().unwrap();
        assert_eq!((last.label.as_str(), last.to), ("2026-09 (to date)", 10_000));
        assert_eq!(
            (last.bought.as_deref(), last.in_use.as_deref()),
            (Some("50"), Some("2"))
        );
        let labels: Vec<&str> = chart.numbers.iter().map(|it| it.label.as_str()).collect();
        assert_eq!(labels, ["0", "20", "40", "60"]);
        assert_eq!(
            chart.text,
            "Licenses went from 10 on 2026-07-01 to 50 today, and licenses in use from 3 to 2. Cost in that time: USD 1566.45."
        );
        let unread = Scene { unread: true, ..*scene };
        assert!(
            chart::licenses(&unread)
                .unwrap()
                .points
                .iter()
                .all(|it| it.in_use.is_none()),
            "LIC 9"
        );
    });
}

#[test]
fn a_year_that_was_paid_at_once_is_spread_over_its_months() {
    let annual = json!({"kind": "buy", "plan": "team", "length": "annual", "licences": 10});
    let bought = journal(&[("2026-07-01", annual)]);
    on(&bought, "2027-08-10", |scene| {
        let chart = chart::licenses(scene).unwrap();
        assert_eq!(steps(&chart), [("2026-09-01", Some(10), Some(3))]);
        let costs: Vec<String> = chart.months.iter().map(|it| it.cost.money.to_string()).collect();
        // 1560.00 × 30 ÷ 365 for September. August 1–10 of the next year's 366 days: 1560.00 × 10 ÷ 366.
        assert_eq!((costs[0].as_str(), costs[11].as_str()), ("128.22", "42.62"));
    });
}

#[test]
fn before_a_purchase_there_is_no_chart() {
    for org in [Org::New, Org::TrialDay9] {
        with_scene(org, |scene| assert_eq!(chart::licenses(scene), None, "{org:?}"));
    }
}

#[test]
fn the_chart_ends_where_the_account_is() {
    for (org, ..) in <Org as sample::settings::Choice>::ALL {
        if org.people() > 1_000 {
            continue;
        }
        with_scene(*org, |scene| {
            let Some(chart) = chart::licenses(scene) else { return };
            let last = chart.points.last().unwrap();
            assert_eq!(last.bought, scene.account.licenses().map(|it| it.get()), "{org:?}");
            let in_use = last.bought.map(|_| scene.account.licenses_in_use(scene.people));
            assert_eq!(last.in_use, in_use, "{org:?}");
            assert!(chart.points.windows(2).all(|it| it[0].at <= it[1].at));
        });
    }
}

#[test]
fn crd_2_the_credit_has_axes() {
    with_scene(Org::UltimateAnnual, |scene| {
        let chart = chart::credit(scene).unwrap();
        let amounts: Vec<&str> = chart.amounts.iter().map(|it| it.label.as_str()).collect();
        assert_eq!(amounts, ["USD 0.00", "USD 1000.00", "USD 2000.00", "USD 3000.00"]);
        let days: Vec<&str> = chart.days.iter().map(|it| it.label.as_str()).collect();
        assert_eq!(days, ["2026-10", "2026-11"]);
        // 2050.52 ÷ 3000.00.
        assert_eq!(chart.points.last().map(|it| (it.at, it.high)), Some((10_000, 6_835)));
    });
    with_scene(Org::New, |scene| assert_eq!(chart::credit(scene), None));
}
