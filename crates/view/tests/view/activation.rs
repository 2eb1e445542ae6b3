//! Activation: the texts for each state, the notices for administrators on every page, instances, orders, and the
//! report for support (ACT 5 to ACT 9).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::activating;
use crate::common;
use crate::scene::of_story;
use activating::{HERE, activate, catalogue, confirm, grant, server};
use common::{Story, buy, kind, licenses};
use licensing::Deployment;
use licensing::activation::grant::Grant;
use licensing::value::instance::{InstanceId, InstanceScope};
use licensing::value::subscription_id::SubscriptionId;
use view::activation::trouble::{Asked, Found, Outcome, Service, checks, encoded, report, support};
use view::activation::{concerns, notice, places, state, suggested_id};
use view::words::activation::not_an_id;
use view::{Actor, Membership, Mood, Scene};

fn admin<T>(story: &Story, then: impl FnOnce(&Scene<'_>) -> T) -> T {
    of_story(story, &Actor::collection_administrator(), then)
}

/// The badge, tone, and text on a day.
fn told(story: &mut Story, on: &str) -> (&'static str, Mood, String) {
    story.pass(on);
    admin(story, |scene| {
        let it = state(scene);
        (it.pill, it.mood, it.text)
    })
}

fn noticed(story: &Story, failed: bool) -> Option<String> {
    admin(story, |scene| notice(scene, failed)).map(|it| it.text)
}

#[test]
fn act_7_a_server_says_until_when_it_works_without_activation() {
    let mut story = server(&["a", "b", "c"]);
    assert_eq!(told(&mut story, "2026-06-01").0, "Not activated");
    assert_eq!(noticed(&story, false), None, "nothing is bought, nothing is missing");
    story.book("2026-06-02", kind("start_trial"));
    assert_eq!(told(&mut story, "2026-06-02").0, "Not required");
    story.book("2026-07-01", buy("team", "annual", 2));
    let (pill, mood, text) = told(&mut story, "2026-07-20");
    assert_eq!((pill, mood), ("Not activated", Mood::Warning));
    assert!(text.contains("through 2026-07-20"), "{text}");
    assert_eq!(noticed(&story, false), Some(text));
    let (_, mood, text) = told(&mut story, "2026-07-21");
    assert_eq!(mood, Mood::Bad);
    assert!(text.starts_with("Not activated. No one has access"), "{text}");
    // Some of the licenses were booked later.
    story.book("2026-07-21", licenses(3));
    let (_, mood, text) = told(&mut story, "2026-07-22");
    assert_eq!(mood, Mood::Bad);
    assert!(
        text.starts_with("Not activated. Only 1 person has access; 1 is locked out. Apply the subscription ID or a file by 2026-08-09"),
        "{text}"
    );
}

#[test]
fn act_7_bought_and_activated_are_both_said_with_what_to_do() {
    let mut story = server(&["a", "b"]);
    story
        .book("2026-07-01", buy("team", "annual", 10))
        .book("2026-07-02", activate("offline", &grant(10)));
    assert_eq!(noticed(&story, false), None);
    story.book("2026-08-01", licenses(50));
    let said = |story: &Story| admin(story, |scene| state(scene).difference).unwrap();
    assert_eq!(
        said(&story).text,
        "50 licenses purchased, 10 activated, 50 usable through 2026-08-20. Apply the new file."
    );
    assert_eq!(said(&story).mood, Mood::Warning);
    assert_eq!(noticed(&story, false), Some(said(&story).text));
    story.pass("2026-08-21");
    assert_eq!(
        said(&story).text,
        "50 licenses purchased, 10 activated, 10 usable. Apply the new file."
    );
    // A larger number of activated licenses is reported, too.
    story.book("2026-08-22", activate("online", &grant(60)));
    assert_eq!(
        said(&story).text,
        "50 licenses purchased, 60 activated. Refresh. If that doesn't help, contact support."
    );
}

#[test]
fn act_5_the_countdown_begins_when_asking_has_failed() {
    let mut story = server(&["a"]);
    story
        .book("2026-07-01", buy("team", "annual", 10))
        .book("2026-07-01", activate("online", &grant(10)));
    let (pill, _, text) = told(&mut story, "2026-07-02");
    assert_eq!(pill, "Not confirmed");
    assert!(text.contains("5 days left, through 2026-07-06"), "{text}");
    assert_eq!(noticed(&story, false), None, "it is only just being asked");
    assert_eq!(noticed(&story, true), Some(text));
    assert!(told(&mut story, "2026-07-03").2.contains("4 days left"));
    assert!(noticed(&story, false).is_some());
    assert!(told(&mut story, "2026-07-06").2.contains("Today is the last day"));
    let (pill, mood, text) = told(&mut story, "2026-07-21");
    assert_eq!((pill, mood), ("Inactive", Mood::Bad));
    assert!(text.contains("valid through 2026-07-06"), "{text}");
    story.book("2026-07-21", confirm(&grant(10)));
    assert_eq!(told(&mut story, "2026-07-21").0, "Activated");
}

#[test]
fn act_7_others_are_told_nothing_and_services_needs_nothing() {
    let mut story = server(&["a"]);
    story.book("2026-07-01", buy("team", "annual", 10)).pass("2026-12-01");
    let other = Actor {
        id: None,
        collection_administrator: Membership::No,
        role: None,
    };
    assert_eq!(of_story(&story, &other, |scene| notice(scene, true)), None);
    let mut services = Story::of(Deployment::Services, catalogue()).with(&["a"]);
    services
        .book("2026-07-01", buy("team", "annual", 10))
        .pass("2026-12-01");
    assert!(!admin(&services, concerns));
    assert_eq!(told(&mut services, "2026-12-01").0, "Not required");
}

#[test]
fn act_6_this_instance_stands_first_whether_it_is_covered_or_not() {
    let here = InstanceId::new(HERE).unwrap();
    let shown = |story: &Story| {
        let it = admin(story, |scene| places(scene, &here));
        let named: Vec<_> = it.named.into_iter().map(|it| (it.id, it.here, it.covered)).collect();
        (it.rule, named)
    };
    let mut story = server(&["a"]);
    story.book("2026-07-01", buy("team", "annual", 10));
    let (rule, named) = shown(&story);
    assert!(rule.contains("covers one instance"));
    assert_eq!(named, [(HERE.to_owned(), true, false)]);
    let two = Grant {
        instances: InstanceScope::Only(vec![InstanceId::new("server-0").unwrap(), here.clone()]),
        ..grant(10)
    };
    story.book("2026-07-01", activate("online", &two));
    assert_eq!(
        shown(&story).1,
        [(HERE.to_owned(), true, true), ("server-0".to_owned(), false, true)]
    );
}

#[test]
fn act_2_the_id_that_is_most_likely_stands_in_the_field() {
    let mut story = server(&["a"]);
    assert_eq!(admin(&story, suggested_id), "");
    story.book("2026-07-01", buy("team", "annual", 10));
    assert_eq!(admin(&story, suggested_id), story.account.id().to_string());
    let other = SubscriptionId::from_random([5; 11]);
    let elsewhere = Grant {
        subscription_id: other,
        ..grant(10)
    };
    story.book("2026-07-01", activate("online", &elsewhere));
    assert_eq!(admin(&story, suggested_id), other.to_string());
    let swapped = SubscriptionId::find("7T4K-9QXM-2HAR").unwrap_err();
    assert!(not_an_id(swapped).contains("two are swapped"));
}

#[test]
fn act_8_the_report_has_every_check_and_no_names() {
    let mut story = server(&["a"]);
    story
        .book("2026-07-01", buy("team", "annual", 10))
        .book("2026-07-01", activate("online", &grant(10)));
    story.pass("2026-07-08");
    let here = InstanceId::new(HERE).unwrap();
    let asked = [Asked {
        instant: "2026-07-08T09:00:00Z".parse().unwrap(),
        url: "https://activation.example.com/v1/7T4K-9QXM-2HRA.lic".into(),
        answer: "No response".into(),
        took: "12 ms".into(),
    }];
    let found = Found {
        instance: Some(&here),
        service: Service::NoAnswer("It cannot be reached.".into()),
        failed: None,
        asked: &asked,
    };
    let (outcomes, text, link) = admin(&story, |scene| {
        let text = report(scene, &found);
        let outcomes: Vec<_> = checks(scene, &found).into_iter().map(|it| it.outcome).collect();
        (outcomes, text.clone(), support(scene, &text))
    });
    let failed = outcomes.iter().filter(|it| **it == Outcome::Fail).count();
    assert_eq!(
        (outcomes.len(), failed),
        (8, 2),
        "the service and what comes of it: {text}"
    );
    for line in [
        "Activated subscription ID: 7T4K-9QXM-2HRA",
        "Activation service (Failed): It cannot be reached.",
        "2026-07-08T09:00:00Z https://activation.example.com/v1/7T4K-9QXM-2HRA.lic No response 12 ms",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert_eq!(
        link.unwrap(),
        [
            "https://support.example.com/timetracker?subject=Activation&body=",
            &encoded(&text)
        ]
        .concat()
    );
    assert_eq!(encoded("a b&c=ü\n"), "a%20b%26c%3D%C3%BC%0A");
}
