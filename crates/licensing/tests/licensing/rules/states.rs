//! The table of SUB 8, cell by cell, and the order of refusals. The table is copied from the rule book, independently
//! of the program. Every cell is decided on an account that has reached its state by real commands.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

use crate::world;
use licensing::account::access::Membership;
use licensing::decide::may;
use serde_json::{Value, json};
use world::{TODAY, World, date, in_state};

/// The columns of the table.
const STATES: [&str; 7] = [
    "none",
    "trial",
    "trial_ended",
    "active",
    "cancelling",
    "expired",
    "free",
];

/// The table: a command by its kind, and for each state `booked` or the code of the refusal.
const TABLE: &str = r#"
{"kind":"start_trial"}                                  | booked          | trial_used           | trial_used         | trial_used         | trial_used         | trial_used         | trial_used
{"kind":"buy","plan":"team","length":"monthly","licences":10} | booked    | booked               | booked             | already_subscribed | already_subscribed | booked             | booked
{"kind":"adjust","licences":12}                         | no_subscription | no_subscription      | no_subscription    | booked             | booked             | no_subscription    | no_subscription
{"kind":"schedule","licences":12}                       | no_subscription | no_subscription      | no_subscription    | booked             | cancelled          | no_subscription    | no_subscription
{"kind":"unschedule"}                                   | no_subscription | no_subscription      | no_subscription    | booked             | booked             | no_subscription    | no_subscription
{"kind":"cancel"}                                       | no_subscription | no_subscription      | no_subscription    | booked             | already_cancelled  | no_subscription    | booked
{"kind":"resume"}                                       | not_cancelled   | not_cancelled        | not_cancelled      | not_cancelled      | booked             | not_cancelled      | not_cancelled
{"kind":"renew_now"}                                    | no_subscription | no_subscription      | no_subscription    | booked             | cancelled          | no_subscription    | no_subscription
{"kind":"undo"}                                         | no_subscription | no_subscription      | no_subscription    | booked             | booked             | no_subscription    | no_subscription
{"kind":"choose_free"}                                  | booked          | booked               | booked             | cancel_first       | booked             | booked             | nothing_changed
{"kind":"set_role","people":["p1"],"role":"budget"}     | no_subscription | booked               | trial_used         | booked             | booked             | expired            | booked
{"kind":"set_role","people":["p2"],"role":"default"}    | no_subscription | booked               | trial_used         | booked             | booked             | expired            | booked
{"kind":"set_role","people":["p1"],"role":"none"}       | no_subscription | booked               | booked             | booked             | booked             | booked             | booked
{"kind":"set_roles","changes":[{"people":["p1"],"role":"none"},{"people":["p2"],"role":"budget"}]} | no_subscription | booked | trial_used | booked | booked | expired | booked
{"kind":"set_roles","changes":[{"people":["p1"],"role":"none"},{"people":["p2"],"role":"none"}]} | no_subscription | booked | booked | booked | booked | booked | booked
{"kind":"set_roles","changes":[{"people":["p1"],"role":"none"}],"licences":12} | no_subscription | no_subscription | no_subscription | booked | booked | no_subscription | no_subscription
{"kind":"set_default_role","role":"product"}            | no_subscription | booked               | trial_used         | booked             | booked             | expired            | booked
{"kind":"set_default_role","role":"none"}               | no_subscription | booked               | booked             | booked             | booked             | booked             | booked
{"kind":"reassign","from":"p1","to":"p4","reason":"left"} | no_subscription | no_licences_in_trial | expired          | booked             | booked             | expired            | booked
{"kind":"free_inactive","days":1}                       | no_subscription | booked               | booked             | booked             | booked             | booked             | booked
{"kind":"set_role","people":["p2"],"role":"none","licences":12} | no_subscription | no_subscription | no_subscription | booked         | booked             | no_subscription    | no_subscription
{"kind":"set_setting","setting":"license_new_people","on":true} | booked  | booked               | booked             | booked             | booked             | booked             | booked
{"kind":"request_access"}                               | booked          | booked               | booked             | booked             | booked             | booked             | booked
{"kind":"answer_request","person":"p4","grant":false}   | booked          | booked               | booked             | booked             | booked             | booked             | booked
{"kind":"answer_request","person":"p4","grant":true}    | no_subscription | booked               | trial_used         | booked             | booked             | expired            | booked
{"kind":"import","plan":"legacy_services","length":"annual","licences":10,"start":"2026-03-01"} | booked | already_subscribed | already_subscribed | already_subscribed | already_subscribed | already_subscribed | already_subscribed
{"kind":"set_billing","name":"Muster"}                  | booked          | booked               | booked             | booked             | booked             | booked             | booked
"#;

#[test]
fn sub_8_every_cell_of_the_table() {
    let mut cells = 0;
    for row in TABLE.trim().lines() {
        let mut columns = row.split('|').map(str::trim);
        let command: Value = serde_json::from_str(columns.next().unwrap()).unwrap();
        let expected: Vec<&str> = columns.collect();
        assert_eq!(expected.len(), STATES.len(), "{row}");
        for (state, expected) in STATES.into_iter().zip(expected) {
            let mut world = in_state(state);
            let kind = command.get("kind").and_then(Value::as_str);
            if kind == Some("request_access") {
                world = world.seen_by("p4", Membership::Yes);
            }
            if kind == Some("answer_request") {
                world = asked(world);
            }
            if kind == Some("undo") && matches!(state, "active" | "cancelling") {
                world = world.after(TODAY, &json!({"kind": "adjust", "licences": 12}));
            }
            assert_eq!(
                world.with(TODAY, &command, |it, _| it.account.status(it.today).as_str()),
                state
            );
            assert_eq!(world.code(TODAY, &command), expected, "{command} in {state}");
            // Buttons use the same table (ACC 8).
            let allowed = world.with(TODAY, &command, may);
            assert_eq!(
                allowed.err().map_or("booked", |it| it.code()),
                expected,
                "{command} in {state}"
            );
            cells += 1;
        }
    }
    assert_eq!(
        cells,
        (20 + 7) * 7,
        "20 commands, five of them in several variants, in 7 states"
    );
}

/// p4 has asked for access, and one license is free.
fn asked(world: World) -> World {
    let viewer = world.viewer.clone();
    let mut world = world
        .seen_by("p4", Membership::No)
        .after(TODAY, &json!({"kind": "request_access"}));
    world.viewer = viewer;
    if world.account.status(date(TODAY)).as_str() == "free" {
        world = world.after(TODAY, &json!({"kind": "set_role", "people": ["p1"], "role": "none"}));
    }
    world
}

#[test]
fn sub_8_default_that_resolves_to_none_is_not_the_role_none() {
    for (state, code) in [("trial_ended", "trial_used"), ("expired", "expired")] {
        let world = in_state(state).after(TODAY, &json!({"kind": "set_default_role", "role": "none"}));
        let back = json!({"kind": "set_role", "people": ["p2"], "role": "default"});
        assert_eq!(world.code(TODAY, &back), code, "{state}");
    }
}

#[test]
fn sub_8_unschedule_with_nothing_scheduled() {
    let unschedule = json!({"kind": "unschedule"});
    for state in ["active", "cancelling"] {
        let world = in_state(state).after(TODAY, &unschedule);
        assert_eq!(world.code(TODAY, &unschedule), "nothing_scheduled", "{state}");
    }
}

#[test]
fn sub_8_cancel_in_free_expires_today() {
    let world = in_state("free").after(TODAY, &json!({"kind": "cancel"}));
    assert_eq!(world.account.status(date(TODAY)).as_str(), "expired");
}

#[test]
fn sub_8_an_adjustment_leaves_the_cancellation() {
    for change in [
        json!({"kind": "adjust", "licences": 12}),
        json!({"kind": "adjust", "length": "annual"}),
    ] {
        let world = in_state("cancelling").after(TODAY, &change);
        assert_eq!(world.account.status(date(TODAY)).as_str(), "cancelling", "{change}");
    }
}

#[test]
fn sub_8_and_pln_4_resume_drops_a_pending_free() {
    let free = json!({"kind": "choose_free"});
    let world = in_state("cancelling").after(TODAY, &free);
    assert_eq!(
        world.code(TODAY, &free),
        "nothing_changed",
        "the same choice is pending"
    );
    let world = world
        .after(TODAY, &json!({"kind": "resume"}))
        .after(TODAY, &json!({"kind": "cancel"}));
    assert_eq!(world.code(TODAY, &free), "booked", "resuming has dropped it");
    let renewed_on = "2026-12-10";
    assert_eq!(
        world.with(renewed_on, &free, |it, _| it.account.status(it.today).as_str()),
        "expired"
    );
}

#[test]
fn sub_8_and_pln_4_free_is_chosen_and_not_ordered() {
    let buy = json!({"kind": "buy", "plan": "free", "length": "monthly", "licences": 3});
    for state in ["none", "trial", "trial_ended", "expired", "free"] {
        assert_eq!(in_state(state).code(TODAY, &buy), "choose_free", "{state}");
    }
    let adjust = json!({"kind": "adjust", "plan": "free", "licences": 3});
    assert_eq!(in_state("active").code(TODAY, &adjust), "cancel_first");
    assert_eq!(in_state("cancelling").code(TODAY, &adjust), "choose_free");
    let schedule = json!({"kind": "schedule", "plan": "free", "licences": 3});
    assert_eq!(in_state("active").code(TODAY, &schedule), "cancel_first");
}
