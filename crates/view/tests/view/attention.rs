//! What needs attention, the pill, and the badge of the navigation (INV 7, ACT 7, LIC 5, ACC 2).

use crate::activating::{activate, grant, server};
use crate::common::{Story, buy, changed, kind, licenses, schedule};
use crate::scene::{altered, of_story, with_scene};
use sample::settings::{Choice, Demo, Org, ViewerKind};
use serde_json::json;
use view::attention::{Task, attention, count};
use view::route::Route;
use view::shell::{navigation, with_badge};
use view::standing::{Pill, pill};
use view::{Actor, Mood, Scene};

fn admin<T>(story: &Story, look: impl FnOnce(&Scene<'_>) -> T) -> T {
    of_story(story, &Actor::collection_administrator(), look)
}

/// The tone, text, and action of every item.
fn told(scene: &Scene<'_>) -> Vec<(Mood, String, Task)> {
    let items = attention(scene).unwrap().items;
    items.into_iter().map(|it| (it.mood, it.text, it.task)).collect()
}

fn texts(story: &Story) -> Vec<String> {
    admin(story, told).into_iter().map(|(_, text, _)| text).collect()
}

fn pill_of(story: &Story) -> (&'static str, Mood) {
    let Pill { text, mood } = admin(story, pill);
    (text, mood)
}

/// A subscription of ten licenses, one of them in use.
fn ten() -> Story {
    let mut story = Story::new().with(&["a|a@x.com"]);
    story.book("2026-07-01", buy("team", "monthly", 10));
    story
}

#[test]
fn inv_7_overdue_invoices_come_first_and_are_red() {
    let mut story = ten();
    story.pass("2026-07-15");
    assert_eq!((texts(&story), pill_of(&story)), (vec![], ("Active", Mood::Good)));
    let calm = admin(&story, |scene| attention(scene).unwrap().calm);
    assert_eq!(calm, Some("Nothing needs your attention."));
    // Due 14 days after the purchase.
    story
        .book("2026-07-16", schedule(json!({ "licences": 8 })))
        .pass("2026-07-16");
    assert_eq!(
        texts(&story),
        [
            "INV-0001 is overdue. USD 160.00 was due on 2026-07-15",
            "8 licenses, starting with the renewal on 2026-08-01"
        ]
    );
    assert_eq!(pill_of(&story), ("Overdue", Mood::Bad));
    let task = admin(&story, |scene| told(scene).remove(0).2);
    assert_eq!(
        task,
        Task::Pay {
            document: "INV-0001".to_owned()
        }
    );
    story.pass("2026-11-01");
    assert_eq!(texts(&story)[0], "4 invoices are overdue, USD 544.00 in total");
    assert_eq!(admin(&story, count), 1);
    story.book(
        "2026-11-01",
        json!({"kind": "record_payment", "document": "INV-0001", "paid_on": "2026-07-20"}),
    );
    assert_eq!(texts(&story).len(), 3, "up to three are listed one by one");
}

#[test]
fn inv_7_without_a_payment_page_the_action_opens_the_invoice() {
    for (page, label) in [
        (json!(null), "View invoice"),
        (json!("https://pay.example/{number}"), "Pay"),
    ] {
        let catalogue = changed(|it| it["payment_page"] = page);
        let mut story = Story::of(licensing::Deployment::Services, catalogue);
        story.book("2026-07-01", buy("team", "monthly", 10)).pass("2026-07-20");
        let labels = admin(&story, |scene| attention(scene).unwrap().items[0].label);
        assert_eq!(labels, label);
    }
}

#[test]
fn act_7_active_never_stands_over_people_who_are_locked_out() {
    let mut story = server(&["a|a@x.com", "b|b@x.com", "c|c@x.com"]);
    story.book("2026-07-01", buy("team", "annual", 10));
    assert_eq!(pill_of(&story), ("Not activated", Mood::Warning));
    let items = admin(&story, told);
    assert_eq!((items.len(), &items[0].2), (1, &Task::Activate));
    // The purchase works without a certificate for some days.
    story.pass("2026-07-21");
    assert_eq!(pill_of(&story), ("Not activated", Mood::Bad));
    assert!(texts(&story)[0].starts_with("INV-0001 is overdue"));
    assert!(texts(&story)[1].starts_with("Not activated. No one has access"));
    // A certificate for fewer people than have a license.
    story.book("2026-07-21", activate("offline", &grant(2)));
    story.book(
        "2026-07-21",
        json!({"kind": "record_payment", "document": "INV-0001", "paid_on": "2026-07-21"}),
    );
    assert_eq!(pill_of(&story), ("Partly activated", Mood::Bad));
    story.book("2026-07-21", activate("offline", &grant(4)));
    assert_eq!(pill_of(&story), ("Check activation", Mood::Warning));
    story.book("2026-07-21", activate("offline", &grant(10)));
    assert_eq!((texts(&story), pill_of(&story)), (vec![], ("Active", Mood::Good)));
}

#[test]
fn sub_3_a_cancellation_is_told_once() {
    let mut story = ten();
    story
        .book("2026-07-02", schedule(json!({ "licences": 8 })))
        .book("2026-07-03", kind("cancel"));
    assert_eq!(
        texts(&story),
        ["Canceled. Licenses work through 2026-07-31, then everyone loses access"]
    );
    assert_eq!(pill_of(&story), ("Canceled", Mood::Warning));
    story.pass("2026-08-01");
    let items = admin(&story, told);
    let access = items.iter().find(|it| it.2 == Task::Buy).unwrap();
    assert_eq!(access.1, "Ended on 2026-08-01. No one has access until you buy again");
    assert_eq!(pill_of(&story), ("Expired", Mood::Bad));
}

#[test]
fn chg_9_a_change_that_will_not_fit_is_a_warning() {
    let mut story = Story::new().with(&["a|a@x.com", "b|b@x.com"]);
    story
        .book("2026-07-01", buy("team", "monthly", 10))
        .book("2026-07-01", schedule(json!({ "licences": 1 })));
    let items = admin(&story, told);
    assert_eq!((items[0].0, &items[0].2), (Mood::Warning, &Task::ReviewChange));
    assert!(items[0].1.contains("won't be made at renewal"), "{}", items[0].1);
}

#[test]
fn lic_5_few_licenses_are_told_where_more_can_be_bought() {
    let mut story = Story::new().with(&["a|a@x.com", "b|b@x.com"]);
    story.book("2026-07-01", buy("team", "monthly", 3));
    assert_eq!(texts(&story), ["Only 1 of 3 licenses is available"]);
    story.book("2026-07-01", licenses(2));
    assert_eq!(texts(&story), ["No licenses are available. All 2 are in use"]);
    story.book("2026-07-01", licenses(4));
    assert!(texts(&story).is_empty());
}

#[test]
fn lic_2_people_without_an_address_are_told_only_where_others_have_one() {
    let told = |rows: &[&str]| {
        let mut story = Story::new().with(rows);
        story.book("2026-07-01", buy("team", "monthly", 20));
        texts(&story)
    };
    assert!(told(&["a", "b"]).is_empty());
    assert_eq!(
        told(&["a|a@x.com", "b"]),
        ["1 licensed person has no email or account in the directory and may be counted twice"]
    );
}

#[test]
fn acc_2_only_viewers_of_a_page_learn_what_needs_attention_there() {
    let seen = |viewer, org| {
        let viewer = Demo {
            viewer,
            ..Demo::default()
        }
        .viewer();
        altered(
            org,
            &viewer,
            |_| (),
            |scene| {
                let access = scene.access();
                let badges = with_badge(navigation(Route::Time, access), access, count(scene));
                let badges: Vec<_> = badges.into_iter().filter_map(|it| Some((it.page, it.badge?))).collect();
                (attention(scene).map(|it| it.items.len()), badges)
            },
        )
    };
    assert_eq!(seen(ViewerKind::Team, Org::TeamMonthly), (None, vec![]));
    assert_eq!(seen(ViewerKind::None, Org::TeamMonthly), (None, vec![]));
    let (items, badges) = seen(ViewerKind::Admin, Org::TeamMonthly);
    // The scheduled change is an item, too, but asks for nothing.
    assert_eq!((items, badges), (Some(3), vec![(Route::Subscription, 2)]));
}

#[test]
fn lic_9_until_the_people_are_read_nobody_is_counted() {
    for (org, ..) in Org::ALL.iter().filter(|(org, ..)| org.people() <= 1_000) {
        with_scene(*org, |scene| {
            let unread = Scene { unread: true, ..*scene };
            let counts = |task: &Task| matches!(task, Task::AnswerRequests | Task::BuyLicenses | Task::FixSignInData);
            assert!(told(&unread).iter().all(|(_, _, task)| !counts(task)), "{org:?}");
        });
    }
}

#[test]
fn only_a_subscription_that_is_paid_and_covered_is_green() {
    let shown = |org| with_scene(org, |scene| (pill(scene).text, pill(scene).mood, told(scene).len()));
    for (org, expected) in [
        (Org::New, ("Not started", Mood::Neutral, 0)),
        (Org::TrialDay9, ("Free trial", Mood::Info, 0)),
        (Org::TrialLastDay, ("Free trial", Mood::Info, 1)),
        (Org::TrialEnded, ("Trial ended", Mood::Bad, 1)),
        (Org::Free, ("Free", Mood::Info, 1)),
        (Org::Legacy, ("Active", Mood::Good, 0)),
        (Org::Expired, ("Expired", Mood::Bad, 2)),
    ] {
        assert_eq!(shown(org), expected, "{org:?}");
    }
    with_scene(Org::New, |scene| assert_eq!(attention(scene).unwrap().calm, None));
    with_scene(Org::TrialLastDay, |scene| {
        assert_eq!(
            told(scene)[0].1,
            "The trial ends today. After that, no one has access until you buy"
        );
    });
}
