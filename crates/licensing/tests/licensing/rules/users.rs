//! User Management: selections, more licenses in the same booking, settings, requests, freeing licenses (ROL 5, LIC 3,
//! LIC 5, LIC 8, ACC 4–6).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use common::{Story, buy, id, kind, licenses, role};
use licensing::account::access::{Actor, Membership};
use licensing::account::inactive::inactive;
use licensing::event::Event;
use licensing::value::role::FreeingReason;
use licensing::value::setting::Setting;
use licensing::{Deployment, PeopleSelector, Refusal, Role};
use serde_json::{Value, json};

fn team(number: u32, people: &[&str]) -> Story {
    let mut story = Story::new().with(people);
    story.book("2026-07-01", buy("team", "monthly", number));
    story
}

fn set(people: Value, to: &str) -> Value {
    json!({"kind": "set_role", "people": people, "role": to})
}

fn raised(mut command: Value, licenses: u32) -> Value {
    command["licences"] = licenses.into();
    command
}

fn setting(setting: &str, on: bool) -> Value {
    json!({"kind": "set_setting", "setting": setting, "on": on})
}

fn answer(person: &str, grant: bool) -> Value {
    json!({"kind": "answer_request", "person": person, "grant": grant})
}

/// Books a request of a person in the directory.
fn ask(story: &mut Story, on: &str, person: &str) {
    let admin = std::mem::replace(&mut story.viewer, somebody(person));
    story.book(on, kind("request_access"));
    story.viewer = admin;
}

fn somebody(person: &str) -> Actor {
    Actor {
        id: Some(id(person)),
        collection_administrator: Membership::No,
        role: None,
    }
}

fn who(story: &Story) -> PeopleSelector {
    let Some(Event::RolesSet { people, .. }) = story.events.last() else {
        panic!("a role was set")
    };
    people.clone()
}

#[test]
fn rol_5_a_selection_is_booked_as_it_is_where_the_fold_can_tell_whom_it_picks() {
    let mut story = team(4, &["a", "b", "c"]);
    let selection = json!({"on": "default", "except": ["b"]});
    story.book("2026-07-02", set(selection.clone(), "product"));
    assert_eq!(who(&story), serde_json::from_value(selection).unwrap());
    assert_eq!(
        ["a", "b", "c"].map(|it| story.role(it)),
        [Role::Product, Role::Team, Role::Product]
    );
    // d has no entry, so only the directory shows that the selection matches.
    story.people_are("2026-07-03", &["a", "b", "c", "d"]);
    story.book("2026-07-03", set(json!({"on": "none"}), "team"));
    assert_eq!(who(&story), PeopleSelector::These(vec![id("d")]));
    story.book("2026-07-04", set(json!({"on": "team"}), "none"));
    story.book("2026-07-05", set(json!({"on": "none"}), "default"));
    assert!(matches!(who(&story), PeopleSelector::Selected(_)));
    // In a trial, people are on Default only through the directory.
    let mut trial = Story::new().with(&["a", "b"]);
    trial.book("2026-07-01", kind("start_trial"));
    trial.book("2026-07-02", set(json!({"on": "default", "except": ["a"]}), "budget"));
    assert_eq!(who(&trial), PeopleSelector::These(vec![id("b")]));
}

#[test]
fn rol_5_a_selection_that_picks_nobody_or_has_the_role_already_changes_nothing() {
    let mut story = team(4, &["a", "b"]);
    for command in [
        set(json!({"on": "default"}), "default"),
        set(json!({"on": "budget"}), "team"),
    ] {
        assert_eq!(story.refused("2026-07-02", command), "CHG 8 nothing_changed");
    }
    let slip = set(json!({"on": "default", "except": ["zz"]}), "team");
    assert_eq!(story.refused("2026-07-02", slip), "LIC 1 unknown_person");
}

#[test]
fn lic_5_the_refusal_says_how_many_licenses_would_do_and_with_them_it_goes() {
    let mut story = team(2, &["a", "b"]);
    story.people_are("2026-07-22", &["a", "b", "c|x@x.org", "d|X@x.org", "e"]);
    let everybody = set(json!({"on": "none"}), "team");
    let refusal = story.preview("2026-07-22", &everybody).unwrap_err();
    let Refusal::NoFreeLicense {
        missing,
        licenses,
        needed,
    } = refusal
    else {
        panic!("{refusal:?}")
    };
    assert_eq!((missing, licenses.get(), needed), (2, 2, 4), "c and d are one person");
    story.book("2026-07-22", raised(everybody, needed));
    assert_eq!(
        (story.in_use(), story.held()),
        (4, "team monthly 4, 2026-07-01 to 2026-08-01".to_owned())
    );
    // 10 of 31 days: 32.00 credited, 64.00 charged.
    assert_eq!(story.amounts(), ["-10.32", "20.65"]);
    assert_eq!(story.document(), "INV-0002 2026-07-22 10.33");
}

#[test]
fn lic_5_what_either_refuses_is_refused_and_nothing_is_booked() {
    let mut story = team(2, &["a", "b"]);
    story.people_are("2026-07-02", &["a", "b", "c", "d"]);
    let give = |licenses: u32| raised(role(&["c", "d"], "team"), licenses);
    for (licenses, refusal) in [
        (0, "CHG 8 zero_licences"),
        (300, "PLN 1 licences_out_of_range"),
        (3, "LIC 5 no_free_licence"),
        (2, "LIC 5 no_free_licence"),
    ] {
        assert_eq!(story.refused("2026-07-02", give(licenses)), refusal, "{licenses}");
    }
    let unknown = raised(role(&["zz"], "team"), 300);
    assert_eq!(story.refused("2026-07-02", unknown), "PLN 1 licences_out_of_range");
    // CHG 9 comes after LIC, and counts people before the role is set.
    let fewer = raised(role(&["a"], "none"), 1);
    assert_eq!(story.refused("2026-07-02", fewer), "CHG 9 licences_in_use");
    let same = raised(role(&["a"], "default"), 2);
    assert_eq!(story.refused("2026-07-02", same), "CHG 8 nothing_changed");
    // One of the two changes is enough to book.
    story.book("2026-07-02", raised(role(&["a"], "default"), 3));
    assert!(matches!(story.events.last(), Some(Event::Adjusted { .. })));
    story.book("2026-07-02", raised(role(&["c"], "default"), 3));
    assert!(matches!(story.events.last(), Some(Event::RolesSet { .. })));
    story.book("2026-07-02", json!({"kind": "schedule", "plan": "start"}));
    let unfit = raised(role(&["d"], "team"), 20);
    assert_eq!(story.refused("2026-07-02", unfit), "SUB 5 does_not_fit_scheduled");
    assert_eq!(story.held(), "team monthly 3, 2026-07-01 to 2026-08-01");
}

#[test]
fn acc_4_the_setting_opens_user_management_but_not_the_subscription() {
    let mut story = team(2, &["a", "b"]);
    story.book("2026-07-02", role(&["a"], "administrator"));
    story.viewer = somebody("a");
    let on = setting("administrators_manage_users", true);
    assert_eq!(
        story.refused("2026-07-03", on.clone()),
        "ACC 1 not_collection_administrator"
    );
    assert_eq!(
        story.refused("2026-07-03", role(&["b"], "none")),
        "ACC 4 may_not_manage_users"
    );
    story.viewer = Actor::collection_administrator();
    story.book("2026-07-03", on);
    story.viewer = somebody("a");
    story.book("2026-07-04", role(&["b"], "none"));
    let raise = raised(role(&["b"], "team"), 5);
    assert_eq!(story.refused("2026-07-04", raise), "ACC 1 not_collection_administrator");
    let off = setting("administrators_manage_users", false);
    assert_eq!(story.refused("2026-07-04", off), "ACC 1 not_collection_administrator");
}

#[test]
fn lic_8_new_people_are_licensed_in_order_of_id_while_licenses_are_free() {
    let mut story = team(4, &["a", "b"]);
    story
        .book("2026-07-02", role(&["b"], "none"))
        .book("2026-07-02", setting("license_new_people", true))
        .people_are("2026-07-03", &["a", "b", "f", "e|x@x.org", "c|X@x.org", "d", "a2"]);
    // a2, c with e, and d. b has an explicit None.
    assert_eq!(story.with_access(), ["a", "a2", "c", "d"]);
    story.pass("2026-07-04").book("2026-07-04", licenses(5));
    story.pass("2026-07-05");
    assert_eq!(story.role("f"), Role::Team);
    // While Default is None, nobody is put on it.
    story
        .book("2026-07-06", json!({"kind": "set_default_role", "role": "none"}))
        .people_are("2026-07-07", &["a", "b", "g"]);
    assert!(story.account.assignments().entry(&id("g")).is_none());
    story.book("2026-07-08", setting("license_new_people", false));
    assert!(!story.account.is_on(Setting::LicenseNewPeople));
}

#[test]
fn acc_5_what_is_said_has_an_end() {
    let mut story = team(2, &["a"]);
    story.people_are("2026-07-02", &["a", "b"]);
    let says = |letters: usize| json!({"kind": "request_access", "why": "ä".repeat(letters)});
    let admin = std::mem::replace(&mut story.viewer, somebody("b"));
    assert_eq!(story.refused("2026-07-02", says(501)), "ACC 5 invalid_field");
    story.book("2026-07-02", says(500));
    story.viewer = admin;
    for grant in [true, false] {
        let mut wordy = answer("b", grant);
        wordy["word"] = "x".repeat(501).into();
        assert_eq!(story.refused("2026-07-02", wordy), "ACC 5 invalid_field");
    }
}

#[test]
fn acc_5_and_acc_6_a_request_is_open_until_it_is_answered_or_met() {
    let mut story = team(2, &["a"]);
    story.people_are("2026-07-02", &["a", "b", "c", "d|x@x.org", "e|x@x.org"]);
    for person in ["b", "c", "d"] {
        ask(&mut story, "2026-07-02", person);
    }
    story.viewer = somebody("e");
    assert_eq!(
        story.refused("2026-07-02", kind("request_access")),
        "CHG 8 nothing_changed",
        "d is the same person"
    );
    story.viewer = Actor::collection_administrator();
    let open = |story: &Story| -> Vec<String> {
        let open = story.account.open_requests(&story.people, story.today);
        open.map(|(id, _)| id.to_string()).collect()
    };
    assert_eq!(open(&story), ["b", "c", "d"]);
    story.book("2026-07-03", answer("b", true));
    assert_eq!(
        (story.role("b"), open(&story)),
        (Role::Team, vec!["c".to_owned(), "d".to_owned()])
    );
    assert_eq!(story.refused("2026-07-03", answer("c", true)), "LIC 5 no_free_licence");
    let none = json!({"kind": "answer_request", "person": "c", "grant": true, "role": "none"});
    assert_eq!(story.refused("2026-07-03", none), "CHG 8 nothing_changed");
    assert_eq!(story.refused("2026-07-03", answer("zz", false)), "LIC 1 unknown_person");
    story.book("2026-07-03", answer("c", false));
    let told = |story: &Story, person: &str| story.account.requests().answer_to(&id(person)).map(|it| it.granted);
    assert_eq!(
        ["a", "b", "c"].map(|it| told(&story, it)),
        [None, Some(true), Some(false)]
    );
    // Access through another row of the same person also completes the request.
    story.book("2026-07-04", raised(role(&["e"], "team"), 3));
    assert!(open(&story).is_empty());
    assert_eq!(story.refused("2026-07-04", answer("d", false)), "CHG 8 nothing_changed");
}

#[test]
fn acc_7_before_a_trial_everybody_may_ask_and_the_trial_answers() {
    let mut story = Story::new().with(&["a", "b"]);
    ask(&mut story, "2026-07-01", "a");
    assert_eq!(story.refused("2026-07-01", answer("a", true)), "SUB 8 no_subscription");
    story.book("2026-07-02", kind("start_trial"));
    assert_eq!(story.account.open_requests(&story.people, story.today).count(), 0);
    // After the trial the roles still exist, but give no access.
    ask(&mut story, "2026-08-20", "a");
    assert_eq!(story.refused("2026-08-20", answer("a", true)), "TRI 1 trial_used");
    story.book("2026-08-20", role(&["b"], "none"));
    assert_eq!(story.account.open_requests(&story.people, story.today).count(), 1);
    story.book("2026-08-21", buy("team", "monthly", 2));
    assert_eq!(story.account.requests().open().count(), 0);
}

#[test]
fn lic_3_licenses_that_nobody_uses_are_freed_together() {
    let people = [
        "a||2026-08-01",
        "b||2026-08-02",
        "c",
        "d|x@x.org|2026-01-01",
        "e|x@x.org|2026-10-01",
        "f",
    ];
    let mut story = team(9, &people);
    story.people_are("2026-07-10", &people[..5]);
    let free = |days: u32, keep: &[&str]| json!({"kind": "free_inactive", "days": days, "keep": keep});
    story.pass("2026-10-30");
    let persons = |days: u32| -> Vec<String> {
        let found = inactive(&story.account, &story.people, story.today, days);
        found.iter().map(|it| it.person.to_string()).collect()
    };
    assert_eq!(
        persons(90),
        ["a", "c"],
        "exactly 90 days count, and a licence of 121 days that was never used"
    );
    assert_eq!(
        persons(29),
        ["a", "b", "c", "d"],
        "of two rows the latest access counts"
    );
    assert!(persons(u32::MAX).is_empty());
    story.book("2026-10-30", free(29, &["e", "b"]));
    let Some(Event::RolesSet {
        people, role, reason, ..
    }) = story.events.last()
    else {
        panic!("a role was set")
    };
    assert_eq!(*people, PeopleSelector::These(vec![id("a"), id("c")]), "d is kept as e");
    assert_eq!((role.as_str(), *reason), ("none", Some(FreeingReason::StoppedUsing)));
    // People who have left are not affected. Their licenses are freed by name (LIC 9).
    assert_eq!(
        story.refused("2026-10-30", free(1, &["b", "d"])),
        "CHG 8 nothing_changed"
    );
    assert_eq!(story.role("f"), Role::Team);
    assert_eq!(story.refused("2026-10-30", free(1, &["zz"])), "LIC 1 unknown_person");
}

#[test]
fn lic_5_free_licenses_run_low_only_where_there_is_a_limit() {
    let mut story = team(3, &["a"]);
    assert!(!story.account.runs_low(&story.people));
    assert_eq!(story.account.licenses_free(&story.people), Some(2));
    story.book("2026-07-02", licenses(2));
    assert!(story.account.runs_low(&story.people));
    let mut trial = Story::new().with(&["a"]);
    trial.book("2026-07-01", kind("start_trial"));
    assert_eq!(
        (
            trial.account.licenses_free(&trial.people),
            trial.account.runs_low(&trial.people)
        ),
        (None, false)
    );
}

/// Changes 100,000 people by one short line. A quadratic algorithm would take hours here.
#[test]
fn rol_5_a_hundred_thousand_people_are_one_small_booking() {
    let rows: Vec<String> = (0..100_000)
        .map(|number| format!("p{number:06}|p{number}@example.org|2026-01-01"))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let catalogue = common::changed(|value| value["plans"]["team"]["licences"]["max"] = Value::Null);
    let mut story = Story::of(Deployment::Services, catalogue).with(&rows);
    story.book("2026-07-01", buy("team", "annual", 100_000));
    for (day, on, to) in [
        ("2026-07-02", "default", "product"),
        ("2026-07-03", "product", "none"),
        ("2026-07-04", "none", "default"),
    ] {
        story.book(day, set(json!({"on": on, "except": ["p000007"]}), to));
        let line = serde_json::to_string(story.events.last().unwrap()).unwrap();
        assert!(line.len() < 200, "{line}");
    }
    assert_eq!(story.in_use(), 100_000);
    story.book(
        "2026-07-05",
        json!({"kind": "free_inactive", "days": 1, "keep": ["p000007"]}),
    );
    assert_eq!(story.in_use(), 1);
}
