//! If several rules refuse a command, which one is reported (SUB 8): ACC, the clock, the table of states, zero
//! licenses, PLN, LIC, CHG 9, the scheduled change, and finally CHG 8.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

use crate::world;
use licensing::account::access::Membership;
use licensing::catalogue::read::SHIPPED;
use licensing::{Catalogue, Deployment};
use serde_json::{Value, json};
use world::{TODAY, World, in_state};

/// A command that breaks two rules: the first one is reported.
#[track_caller]
fn names(world: &World, on: &str, command: Value, code: &str) {
    assert_eq!(world.code(on, &command), code, "{command} on {on}");
}

#[test]
fn sub_8_access_refuses_before_the_clock_and_the_table() {
    let active = in_state("active").seen_by("p1", Membership::No);
    for on in ["2026-11-01", TODAY] {
        names(
            &active,
            on,
            json!({"kind": "start_trial"}),
            "not_collection_administrator",
        );
        names(
            &active,
            on,
            json!({"kind": "adjust", "licences": 0}),
            "not_collection_administrator",
        );
        names(
            &active,
            on,
            json!({"kind": "set_default_role", "role": "team"}),
            "may_not_manage_users",
        );
    }
}

#[test]
fn sub_8_the_clock_refuses_before_the_table() {
    for kind in ["start_trial", "resume", "renew_now"] {
        names(&in_state("active"), "2026-11-10", json!({"kind": kind}), "clock_behind");
    }
    names(
        &in_state("active"),
        "2026-11-11",
        json!({"kind": "start_trial"}),
        "trial_used",
    );
}

#[test]
fn sub_8_the_table_refuses_before_zero_licenses() {
    let zero = |kind: &str| json!({"kind": kind, "licences": 0});
    names(&in_state("none"), TODAY, zero("adjust"), "no_subscription");
    names(&in_state("cancelling"), TODAY, zero("schedule"), "cancelled");
    let buy = json!({"kind": "buy", "plan": "free", "length": "annual", "licences": 0});
    names(&in_state("active"), TODAY, buy, "already_subscribed");
}

#[test]
fn sub_8_zero_licenses_refuse_before_plans() {
    let new = World::new(Deployment::Server);
    for plan in ["free", "start", "ultimate", "legacy_server"] {
        let buy = json!({"kind": "buy", "plan": plan, "length": "annual", "licences": 0});
        names(&new, TODAY, buy, "zero_licences");
    }
    for kind in ["adjust", "schedule"] {
        names(
            &in_state("active"),
            TODAY,
            json!({"kind": kind, "plan": "free", "licences": 0}),
            "zero_licences",
        );
    }
    let import = json!({"kind": "import", "plan": "team", "length": "annual", "licences": 0, "start": "2020-01-01"});
    names(&new, TODAY, import, "zero_licences");
}

#[test]
fn sub_8_plans_refuse_before_people() {
    let nobody = json!(["nobody"]);
    let buy = |plan: &str, licenses: u32| json!({"kind": "buy", "plan": plan, "length": "annual", "licences": licenses, "keep": nobody});
    let server = World::new(Deployment::Server);
    names(&server, TODAY, buy("start", 500), "plan_not_available");
    names(&server, TODAY, buy("legacy_server", 5), "plan_not_sold");
    names(&server, TODAY, buy("ultimate", 5), "licences_out_of_range");
    names(&server, "2024-01-01", buy("team", 5), "no_price_list");
    names(&server, TODAY, buy("team", 5), "unknown_person");
    names(
        &server,
        TODAY,
        json!({"kind": "choose_free", "keep": nobody}),
        "plan_not_available",
    );
}

#[test]
fn sub_8_plans_refuse_before_licenses_in_use_and_the_first_day() {
    // Three people hold licenses.
    names(
        &in_state("active"),
        TODAY,
        json!({"kind": "adjust", "plan": "ultimate", "licences": 2}),
        "licences_out_of_range",
    );
    let mut unpriced = in_state("free").after(
        TODAY,
        &json!({"kind": "buy", "plan": "team", "length": "monthly", "licences": 5}),
    );
    names(&unpriced, TODAY, json!({"kind": "renew_now"}), "first_day");
    let mut value: Value = serde_json::from_str(SHIPPED).unwrap();
    *value.get_mut("price_lists").unwrap() = json!([]);
    unpriced.catalogue = Catalogue::from_value(&value).unwrap();
    names(&unpriced, TODAY, json!({"kind": "renew_now"}), "no_price_list");
}

#[test]
fn sub_8_licenses_in_use_refuse_before_what_is_scheduled() {
    let world = in_state("active").after(TODAY, &json!({"kind": "schedule", "plan": "ultimate", "licences": 20}));
    names(
        &world,
        TODAY,
        json!({"kind": "adjust", "plan": "start", "licences": 2}),
        "licences_in_use",
    );
    let world = in_state("active");
    let more = |licenses: u32| json!({"kind": "adjust", "licences": licenses});
    // Start is scheduled, which allows 19 licenses.
    names(&world, TODAY, more(19), "booked");
    names(&world, TODAY, more(20), "does_not_fit_scheduled");
    names(&world, TODAY, more(2), "licences_in_use");
}

#[test]
fn sub_8_what_is_scheduled_refuses_before_nothing_changed() {
    let mut world = in_state("active");
    names(&world, TODAY, json!({"kind": "adjust"}), "nothing_changed");
    let mut value: Value = serde_json::from_str(SHIPPED).unwrap();
    *value.pointer_mut("/plans/start/licences/max").unwrap() = json!(9);
    world.catalogue = Catalogue::from_value(&value).unwrap();
    names(&world, TODAY, json!({"kind": "adjust"}), "does_not_fit_scheduled");
}

#[test]
fn sub_8_people_refuse_before_nothing_changed() {
    let world = in_state("free");
    let same = |people: Value| json!({"kind": "set_role", "people": people, "role": "none"});
    names(&world, TODAY, same(json!(["p4"])), "nothing_changed");
    names(&world, TODAY, same(json!(["p4", "nobody"])), "unknown_person");
    names(
        &world,
        TODAY,
        json!({"kind": "reassign", "from": "p1", "to": "p1"}),
        "reason_missing",
    );
    names(
        &world,
        TODAY,
        json!({"kind": "reassign", "from": "p1", "to": "p1", "reason": "left"}),
        "nothing_changed",
    );
    // Free has three licenses, and three people use them.
    names(
        &world,
        TODAY,
        json!({"kind": "set_role", "people": ["p1", "p4"], "role": "team"}),
        "no_free_licence",
    );
}
