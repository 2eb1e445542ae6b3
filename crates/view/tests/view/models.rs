//! Texts of the page for the sample organizations, without a browser: SUB 7, CHG 5, CHG 10, CRD 1, PLN 1, TRI 2.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects by unwrapping it"
)]

use crate::common::license_count;
use crate::scene;
use licensing::catalogue::read::SHIPPED;
use licensing::{BillingInterval, Catalogue, PlanKey};
use sample::settings::{Choice, Demo, Org, ViewerKind};
use scene::with_scene;
use serde_json::{Value, json};
use view::{Change, Command, Scene, cost, history, keep, order, plans, shell, subscription, term_bar};

#[test]
fn the_summary_answers_until_when_and_for_how_much() {
    with_scene(Org::TeamMonthly, |scene| {
        let summary = subscription::summary(scene);
        assert_eq!(
            summary.headline,
            "Covered through 2026-11-30, renews on 2026-12-01 (in 7 days) for USD 672.00"
        );
        assert_eq!(
            (summary.licenses, summary.in_use, summary.free),
            (Some(45), Some(37), Some(8))
        );
        let next = subscription::next_invoice(scene).unwrap();
        assert_eq!((next.total.as_str(), next.due.as_str()), ("USD 672.00", "USD 672.00"));
        assert_eq!(
            subscription::pending(scene).unwrap().text,
            "42 licenses, starting with the renewal on 2026-12-01"
        );
    });
}

#[test]
fn pln_3_the_next_invoice_says_what_new_prices_cost_more_or_less() {
    // 42 licenses at 16.00 a month are 672.00.
    for (price, text) in [
        ("17.00", "New prices apply: USD 42.00 more a month (+6.3%)"),
        ("12.00", "New prices apply: USD 168.00 less a month (−25%)"),
        ("16.00", "New prices apply"),
    ] {
        with_scene(Org::TeamMonthly, |scene| {
            let mut value: Value = serde_json::from_str(SHIPPED).unwrap();
            let lists = value["price_lists"].as_array_mut().unwrap();
            let mut list = lists.last().unwrap().clone();
            list["from"] = json!("2026-11-01");
            list["renewals_from"] = json!("2026-12-01");
            list["prices"]["team"]["monthly"] = json!([{"from": 1, "price": price}]);
            lists.push(list);
            let catalogue = Catalogue::from_value(&value).unwrap();
            let scene = Scene {
                catalogue: &catalogue,
                ..*scene
            };
            let next = subscription::next_invoice(&scene).unwrap();
            assert_eq!(next.new_prices.as_deref(), Some(text));
        });
    }
    with_scene(Org::TeamMonthly, |scene| {
        assert_eq!(subscription::next_invoice(scene).unwrap().new_prices, None);
    });
}

#[test]
fn a_preview_is_the_booking_with_its_arithmetic() {
    with_scene(Org::TeamMonthly, |scene| {
        let change = Change {
            licenses: Some(license_count(50)),
            ..Change::default()
        };
        let preview = order::preview(scene, &Command::adjust(change)).unwrap();
        assert_eq!(preview.events, scene.decide(&Command::adjust(change)).unwrap());
        let arithmetic: Vec<&str> = preview.lines.iter().map(|line| line.arithmetic[0].as_str()).collect();
        assert_eq!(
            arithmetic,
            [
                "−(45 × 16.00 × 7 of 30 days) = -168.00",
                "50 × 16.00 × 7 of 30 days = 186.67"
            ]
        );
        assert_eq!(preview.due.as_deref(), Some("USD 18.67"));
        assert!(
            preview.notes.iter().any(|note| note.contains("as credit only")),
            "CRD 1"
        );
    });
}

#[test]
fn today_and_renewal_stand_side_by_side_in_money() {
    with_scene(Org::TeamMonthly, |scene| {
        let choices = cost::order_choices(
            scene,
            Change {
                licenses: Some(license_count(40)),
                ..Change::default()
            },
            false,
        );
        let said = |choice: cost::OrderChoice| choice.outcome.unwrap().said;
        let (today, renewal) = (said(choices.today), said(choices.at_renewal.unwrap()));
        assert!(
            today.starts_with("USD 18.67 credit now, then USD 653.33 after credit on 2026-12-01."),
            "{today}"
        );
        assert!(
            renewal.starts_with("Nothing due now, then USD 640.00 on 2026-12-01."),
            "{renewal}"
        );
    });
}

#[test]
fn unfit_plans_say_why_and_the_cheapest_that_fits_is_marked() {
    with_scene(Org::TrialDay9, |scene| {
        let cards = plans::cards(scene, Some(license_count(14)), BillingInterval::Annual);
        let card = |plan| cards.iter().find(|card| card.plan == plan).unwrap();
        assert!(
            card(PlanKey::Ultimate)
                .unfit
                .as_deref()
                .unwrap()
                .contains("20 or more licenses"),
            "PLN 1"
        );
        assert!(card(PlanKey::Start).cheapest && card(PlanKey::Start).unfit.is_none());
        assert_eq!(
            card(PlanKey::Start).per_term.as_deref(),
            Some("USD 1344.00 billed annually")
        );
        assert_eq!(card(PlanKey::Team).saving.as_deref(), Some("Save 18.75%"));
        assert!(cards.iter().all(|card| !card.plan.is_legacy()));
    });
}

#[test]
fn the_term_bar_tells_the_same_in_words() {
    with_scene(Org::TeamMonthly, |scene| {
        let bar = term_bar::term_bar(scene).unwrap();
        assert_eq!(bar.sentences.len(), 1 + bar.ticks.len() + bar.after.len());
        assert!(bar.sentences[0].contains("30 days (7 left)"), "{}", bar.sentences[0]);
    });
}

#[test]
fn the_history_names_who_and_by_which_rule() {
    with_scene(Org::TeamMonthly, |scene| {
        let entries = history::history(scene);
        let find = |what: &str| entries.iter().find(|entry| entry.what.starts_with(what)).unwrap();
        assert_eq!(
            (find("Renewed").who.as_str(), find("Renewed").rule),
            ("Automatic", "SUB 2")
        );
        assert_eq!(
            (find("Bought").who.as_str(), find("Bought").rule),
            ("Ada Muster", "TRI 5")
        );
    });
}

#[test]
fn the_ribbon_counts_the_days_of_the_trial() {
    let text = |org| with_scene(org, |scene| shell::ribbon(scene).map(|ribbon| ribbon.text));
    assert_eq!(text(Org::TrialDay9).as_deref(), Some("20 days left"));
    assert_eq!(text(Org::TrialLastDay).as_deref(), Some("Last day of the trial"));
    assert_eq!(text(Org::TeamMonthly), None);
    assert!(text(Org::Expired).unwrap().starts_with("Your subscription ended"));
}

/// LIC 7: the choice lists everyone with access, most recent access first, and becomes part of the command.
#[test]
fn lic_7_who_keeps_access_is_asked_where_people_are_more_than_licenses() {
    with_scene(Org::Expired, |scene| {
        let free = Command::ChooseFree { keep: None };
        let choice = keep::keeping(scene, &free).unwrap();
        let in_use = usize::try_from(scene.account.licenses_in_use(scene.people)).unwrap();
        assert_eq!((choice.licenses, choice.people.len()), (3, in_use));
        let first: Vec<_> = choice.people.iter().take(3).map(|it| it.id.clone()).collect();
        assert_eq!(choice.preselected(), first);
        let last = choice.people.last().unwrap();
        let (found, count) = choice.found(&last.name.to_uppercase());
        assert!(count >= 1 && found.iter().any(|it| it.id == last.id));
        assert_eq!(choice.found("nobody of that name").1, 0);
        let chosen = Some(vec![last.id.clone()]);
        assert_eq!(
            keep::with_choice(free, chosen.clone()),
            Command::ChooseFree { keep: chosen }
        );
        let roomy = Command::Buy {
            plan: PlanKey::Team,
            length: BillingInterval::Monthly,
            licenses: u32::try_from(in_use).unwrap(),
            keep: None,
        };
        assert_eq!(keep::keeping(scene, &roomy), None);
    });
}

#[test]
fn acc_8_what_a_button_refuses_is_said_in_every_state() {
    let plain = [
        Command::StartTrial {},
        Command::Unschedule {},
        Command::Cancel { reason: None },
        Command::Resume {},
        Command::RenewNow {},
        Command::ChooseFree { keep: None },
    ];
    let few = |org: &Org| org.people() <= 1_000 && *org != Org::Documents5000;
    let mut refused = 0;
    for org in Org::ALL.iter().map(|(org, ..)| *org).filter(few) {
        for viewer in ViewerKind::ALL.iter().map(|(viewer, ..)| *viewer) {
            let viewer = Demo {
                viewer,
                ..Demo::default()
            }
            .viewer();
            scene::altered(
                org,
                &viewer,
                |_| (),
                |scene| {
                    for refusal in plain.iter().filter_map(|command| scene.decide(command).err()) {
                        let text = scene.why(&refusal);
                        assert!(text.len() > 20 && text.ends_with('.'), "{refusal:?}: {text}");
                        refused += 1;
                    }
                },
            );
        }
    }
    assert!(refused > 100, "{refused}");
}
