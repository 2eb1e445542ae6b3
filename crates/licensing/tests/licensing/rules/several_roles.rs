//! Several roles in one booking, as for an import (ROL 5, LIC 2, LIC 3, LIC 5).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use common::{Story, buy, id, kind, license_count};
use licensing::event::Event;
use licensing::value::role::{Assigned, FreeingReason};
use licensing::{PeopleSelector, Refusal, Role};
use serde_json::{Value, json};

fn team(number: u32, people: &[&str]) -> Story {
    let mut story = Story::new().with(people);
    story.book("2026-07-01", buy("team", "monthly", number));
    story
}

fn give(changes: &[(&[&str], &str)]) -> Value {
    let changes: Vec<Value> = changes
        .iter()
        .map(|(people, role)| json!({"people": people, "role": role}))
        .collect();
    json!({"kind": "set_roles", "changes": changes})
}

/// What was booked: people, role and reason.
fn booked(events: &[Event]) -> Vec<(Vec<String>, Assigned, Option<FreeingReason>)> {
    let one = |event: &Event| {
        let Event::RolesSet {
            people: PeopleSelector::These(ids),
            role,
            reason,
            ..
        } = event
        else {
            panic!("{event:?} lists who gets a role")
        };
        (ids.iter().map(ToString::to_string).collect(), *role, *reason)
    };
    events.iter().map(one).collect()
}

#[test]
fn rol_5_one_booking_frees_first_and_names_each_role_once() {
    let mut story = team(4, &["a", "b", "c", "d"]);
    let command = give(&[
        (&["a"], "budget"),
        (&["b"], "none"),
        (&["c", "a"], "administrator"),
        (&["d"], "none"),
    ]);
    let events = story.preview("2026-07-02", &command).unwrap();
    let why = Some(FreeingReason::StoppedUsing);
    assert_eq!(
        booked(&events),
        [
            (vec!["b".to_owned(), "d".to_owned()], Assigned::Own(Role::None), why),
            (
                vec!["a".to_owned(), "c".to_owned()],
                Assigned::Own(Role::Administrator),
                None
            ),
        ]
    );
    story.book("2026-07-02", command.clone());
    assert_eq!(
        ["a", "b", "c", "d"].map(|it| story.role(it)),
        [Role::Administrator, Role::None, Role::Administrator, Role::None]
    );
    assert_eq!(story.refused("2026-07-02", command), "CHG 8 nothing_changed");
    assert_eq!(story.refused("2026-07-02", give(&[])), "CHG 8 nothing_changed");
}

#[test]
fn lic_5_what_it_frees_counts_for_those_who_gain_and_the_shortage_is_told_over_all() {
    let mut story = team(2, &["a", "b"]);
    story.people_are("2026-07-22", &["a", "b", "c", "d", "e|x@x.org", "f|X@x.org"]);
    let swap = give(&[(&["c"], "team"), (&["a"], "none")]);
    assert!(story.preview("2026-07-22", &swap).is_ok());
    // e and f are one person (LIC 2). c, d and e gain access, and a loses it.
    let mut many = give(&[(&["c"], "team"), (&["d", "e", "f"], "default"), (&["a"], "none")]);
    let refusal = story.preview("2026-07-22", &many).unwrap_err();
    let expected = Refusal::NoFreeLicense {
        missing: 2,
        licenses: license_count(2),
        needed: 4,
    };
    assert_eq!(refusal, expected);
    many["licences"] = json!(4);
    story.book("2026-07-22", many);
    assert_eq!(
        (story.in_use(), story.held()),
        (4, "team monthly 4, 2026-07-01 to 2026-08-01".to_owned())
    );
}

#[test]
fn lic_2_a_row_that_takes_over_from_another_row_of_the_same_person_needs_no_license_more() {
    let mut story = team(1, &["a|x@x.org", "b|X@x.org"]);
    story.book("2026-07-02", give(&[(&["b"], "none")]));
    let events = story
        .preview("2026-07-03", &give(&[(&["a"], "none"), (&["b"], "product")]))
        .unwrap();
    events.iter().for_each(|event| story.account.apply(event));
    assert_eq!((story.in_use(), story.role("a")), (1, Role::Product));
}

#[test]
fn lic_1_unknown_people_are_told_together_and_nothing_is_booked() {
    let mut story = team(3, &["a", "b"]);
    let refusal = story.preview("2026-07-02", &give(&[(&["a", "x"], "none"), (&["y"], "team")]));
    let ids = vec![id("x"), id("y")];
    assert_eq!(refusal, Err(Refusal::UnknownPerson { ids }));
}

#[test]
fn rol_5_everybody_is_picked_before_anything_changes() {
    let mut story = team(3, &["a", "b", "c"]);
    story.book("2026-07-02", give(&[(&["a"], "product")]));
    let swap = json!({"kind": "set_roles", "changes": [
        {"people": {"on": "default"}, "role": "product"},
        {"people": {"on": "product"}, "role": "default"}]});
    story.book("2026-07-03", swap);
    assert_eq!(
        ["a", "b", "c"].map(|it| story.role(it)),
        [Role::Team, Role::Product, Role::Product]
    );
    // On its own, the change is booked as one short line, as for a single role.
    let alone = json!({"kind": "set_roles", "changes": [{"people": {"on": "product"}, "role": "team"}]});
    let events = story.preview("2026-07-04", &alone).unwrap();
    assert!(matches!(
        events[..],
        [Event::RolesSet {
            people: PeopleSelector::Selected(_),
            ..
        }]
    ));
}

#[test]
fn lic_3_a_reason_stands_with_what_is_freed_and_in_a_trial_nothing_is_freed() {
    let mut story = team(3, &["a", "b", "c"]);
    let mut command = give(&[(&["a"], "none"), (&["b"], "team")]);
    command["reason"] = json!("left");
    let events = story.preview("2026-07-02", &command).unwrap();
    let reasons: Vec<_> = booked(&events).into_iter().map(|(.., reason)| reason).collect();
    assert_eq!(reasons, [Some(FreeingReason::Left), None]);
    let mut trial = Story::new().with(&["a", "b"]);
    trial.book("2026-07-01", kind("start_trial"));
    let events = trial.preview("2026-07-02", &command).unwrap();
    assert!(booked(&events).iter().all(|(.., reason)| reason.is_none()));
}
