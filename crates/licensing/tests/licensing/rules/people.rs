//! Named users, roles and the subscription ID: LIC 1–9, ROL 2–6, ACT 2, SUP 1.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use common::{Story, buy, changed, id, kind, licenses, role};
use licensing::event::Event;
use licensing::value::plan::Instances;
use licensing::value::role::FreeingReason;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{Catalogue, PeopleSelector, PlanKey, Role};
use serde_json::{Value, json};

fn reassign(from: &str, to: &str) -> Value {
    json!({"kind": "reassign", "from": from, "to": to, "reason": "left"})
}

fn default_role(role: &str) -> Value {
    json!({"kind": "set_default_role", "role": role})
}

fn keeping(mut command: Value, keep: &[&str]) -> Value {
    command["keep"] = json!(keep);
    command
}

/// Team with this number of licenses, bought on July 1, 2026.
fn team(number: u32, people: &[&str]) -> Story {
    let mut story = Story::new().with(people);
    story.book("2026-07-01", buy("team", "monthly", number));
    story
}

#[test]
fn lic_1_only_people_who_are_known_can_be_given_a_role() {
    let mut story = team(5, &["a", "b"]);
    assert_eq!(
        story.refused("2026-07-02", role(&["a", "zz"], "budget")),
        "LIC 1 unknown_person"
    );
    assert_eq!(story.refused("2026-07-02", reassign("a", "zz")), "LIC 1 unknown_person");
    assert_eq!(
        story.refused("2026-07-02", keeping(kind("choose_free"), &["a"])),
        "PLN 4 cancel_first"
    );
    assert_eq!(
        story.refused("2026-07-02", role(&[], "budget")),
        "CHG 8 nothing_changed"
    );
}

#[test]
fn lic_2_a_person_counts_once_and_has_the_highest_role() {
    let mut story = team(2, &["a|x@x.org", "b|X@x.org", "c", "d|", "e|"]);
    assert_eq!(
        (story.in_use(), story.with_access()),
        (2, vec!["a".to_owned(), "c".to_owned()]),
        "never seen: by id"
    );
    story.book("2026-07-02", role(&["b"], "budget"));
    assert_eq!(
        (story.role("a"), story.role("b"), story.in_use()),
        (Role::Budget, Role::Budget, 2)
    );
    story.book("2026-07-03", role(&["b"], "none"));
    assert_eq!(
        (story.role("b"), story.in_use()),
        (Role::Team, 2),
        "the other row still has its role"
    );
    story.book("2026-07-04", role(&["a"], "none"));
    assert_eq!((story.role("a"), story.in_use()), (Role::None, 1));
}

#[test]
fn lic_2_where_one_person_becomes_two_the_first_row_keeps_the_license() {
    let mut story = team(1, &["a|x@x.org", "b|x@x.org"]);
    story.people_are("2026-07-10", &["a|x@x.org", "b|b@x.org"]);
    assert_eq!(
        (story.role("a"), story.role("b"), story.in_use()),
        (Role::Team, Role::None, 1),
        "equal dates: by id"
    );
    let mut later = team(3, &["a|x@x.org", "b|x@x.org"]);
    later
        .book("2026-07-02", role(&["a"], "none"))
        .book("2026-07-03", role(&["a"], "team"));
    later.people_are("2026-07-10", &["a|a@x.org", "b|x@x.org"]);
    assert_eq!(
        (later.role("a"), later.role("b"), later.in_use()),
        (Role::None, Role::Team, 1),
        "b had it first"
    );
    let mut gone = team(1, &["a|x@x.org", "b|x@x.org"]);
    gone.people_are("2026-07-10", &["b|x@x.org"]);
    assert_eq!(
        (gone.role("a"), gone.role("b"), gone.in_use()),
        (Role::None, Role::Team, 1),
        "a row that has left gives way"
    );
    let mut trial = Story::new().with(&["a|x@x.org", "b|x@x.org"]);
    trial
        .book("2026-07-01", kind("start_trial"))
        .people_are("2026-07-10", &["a|x@x.org", "b|b@x.org"]);
    assert_eq!(trial.in_use(), 2, "before the first purchase everybody is on Default");
}

#[test]
fn lic_3_a_license_is_passed_on_with_its_role_and_a_reason() {
    let mut story = team(2, &["a", "b", "c"]);
    story.book("2026-07-02", role(&["a"], "product"));
    let without = json!({"kind": "reassign", "from": "a", "to": "c"});
    assert_eq!(story.refused("2026-07-03", without), "LIC 3 reason_missing");
    story.book("2026-07-03", reassign("a", "c"));
    assert_eq!(
        (story.role("a"), story.role("c"), story.in_use()),
        (Role::None, Role::Product, 2)
    );
    assert_eq!(
        story.refused("2026-07-03", reassign("a", "c")),
        "CHG 8 nothing_changed",
        "nothing to pass on"
    );
    assert_eq!(
        story.refused("2026-07-03", reassign("b", "c")),
        "CHG 8 nothing_changed",
        "c has one"
    );
    story.book("2026-07-04", role(&["b"], "none"));
    let Some(Event::RolesSet { reason, .. }) = story.events.last() else {
        panic!("a role was set")
    };
    assert_eq!(*reason, Some(FreeingReason::StoppedUsing));
}

#[test]
fn lic_3_a_person_with_two_rows_passes_one_license_on() {
    let mut story = team(1, &["a|x@x.org", "b|x@x.org", "c"]);
    story
        .book("2026-07-02", role(&["b"], "budget"))
        .book("2026-07-03", reassign("a", "c"));
    assert_eq!(
        (story.role("a"), story.role("c"), story.in_use()),
        (Role::None, Role::Budget, 1)
    );
}

#[test]
fn lic_4_ultimate_and_legacy_server_are_good_for_every_instance() {
    let catalogue = Catalogue::shipped().unwrap();
    for plan in PlanKey::ALL {
        let everywhere = matches!(plan, PlanKey::Ultimate | PlanKey::LegacyServer);
        assert_eq!(
            catalogue.plan(plan).unwrap().instances == Instances::Unlimited,
            everywhere,
            "{plan:?}"
        );
    }
}

#[test]
fn lic_5_nobody_is_added_beyond_the_licenses() {
    let mut story = team(3, &["a", "b"]);
    story.people_are("2026-07-02", &["a", "b", "c", "d"]);
    assert_eq!(
        story.refused("2026-07-02", role(&["c", "d"], "team")),
        "LIC 5 no_free_licence"
    );
    story.book("2026-07-02", role(&["c", "c"], "team"));
    assert_eq!(
        story.refused("2026-07-02", role(&["d"], "default")),
        "LIC 5 no_free_licence"
    );
    story
        .book("2026-07-02", licenses(4))
        .book("2026-07-02", role(&["d", "a"], "administrator"));
    assert_eq!(story.in_use(), 4);
}

#[test]
fn lic_6_a_trial_has_no_limit() {
    let mut story = Story::new().with(&["a", "b"]);
    assert_eq!(story.in_use(), 0);
    story
        .book("2026-07-01", kind("start_trial"))
        .people_are("2026-07-05", &["a", "b", "c", "d"]);
    story.book("2026-07-05", role(&["d"], "none"));
    assert_eq!((story.in_use(), story.account.licenses()), (3, None));
}

#[test]
fn lic_7_the_preselection_goes_by_last_access_never_seen_last_ties_by_id() {
    let people = ["d", "c", "b||2026-05-01", "a||2026-05-01", "e||2026-06-30"];
    assert_eq!(team(1, &people).with_access(), ["e"]);
    assert_eq!(team(2, &people).with_access(), ["a", "e"]);
    assert_eq!(team(4, &people).with_access(), ["a", "b", "c", "e"]);
    // Over several rows of a person, the latest access counts.
    assert_eq!(
        team(1, &["a|x@x.org", "b||2026-05-01", "c|x@x.org|2026-06-01"]).with_access(),
        ["a"]
    );
}

#[test]
fn lic_7_the_admin_chooses_who_keeps_access_in_the_same_booking() {
    let mut story = Story::new().with(&["a", "b", "c", "d"]);
    let choice = |keep: &[&str]| keeping(buy("team", "monthly", 2), keep);
    assert_eq!(
        story.refused("2026-07-01", choice(&["a", "b", "c"])),
        "LIC 5 no_free_licence"
    );
    assert_eq!(story.refused("2026-07-01", choice(&["zz"])), "LIC 1 unknown_person");
    story.book("2026-07-01", choice(&["c", "d"]));
    assert_eq!(story.with_access(), ["c", "d"]);
    let mut enough = Story::new().with(&["a", "b"]);
    enough.book("2026-07-01", choice(&["b"]));
    assert_eq!(enough.with_access(), ["a", "b"], "nobody has to go");
}

#[test]
fn lic_7_a_choice_for_the_end_of_the_term_is_kept_and_who_is_missing_replaced() {
    let people = ["a", "b", "c||2026-06-01", "d", "e||2026-05-01"];
    let mut story = team(10, &people);
    story
        .book("2026-07-02", kind("cancel"))
        .book("2026-07-03", keeping(kind("choose_free"), &["a", "b", "d"]));
    for same in [["a", "b", "d"], ["d", "a", "b"]] {
        assert_eq!(
            story.refused("2026-07-03", keeping(kind("choose_free"), &same)),
            "CHG 8 nothing_changed"
        );
    }
    assert_eq!(story.in_use(), 5);
    story.book("2026-07-04", role(&["b"], "none"));
    story.people_are("2026-08-01", &["b", "c||2026-06-01", "d", "e||2026-05-01"]);
    assert_eq!(story.status(), "free");
    assert_eq!(
        story.with_access(),
        ["c", "d", "e"],
        "a has left and b has no access any more"
    );
    assert_eq!(story.role("a"), Role::None);
}

#[test]
fn lic_8_everybody_is_on_default_until_the_first_purchase_and_nobody_new_after_it() {
    let mut story = Story::new().with(&["a", "b"]);
    story
        .book("2026-07-01", kind("start_trial"))
        .people_are("2026-07-02", &["a", "b", "c"]);
    assert_eq!(story.role("c"), Role::Team);
    story
        .book("2026-07-03", buy("team", "monthly", 10))
        .people_are("2026-07-04", &["a", "b", "c", "d"]);
    assert_eq!(
        (story.role("c"), story.role("d"), story.in_use()),
        (Role::Team, Role::None, 3)
    );
}

#[test]
fn lic_9_who_has_left_keeps_the_license_until_it_is_freed() {
    let mut story = team(2, &["a", "b"]);
    story.people_are("2026-07-02", &["a"]).pass("2026-09-02");
    assert_eq!((story.role("b"), story.in_use()), (Role::Team, 2));
    story.book("2026-09-02", role(&["b"], "none"));
    assert_eq!(story.in_use(), 1);
}

#[test]
fn rol_2_and_rol_3_default_resolves_to_team_until_it_is_changed() {
    let mut story = Story::new().with(&["a", "b"]);
    story
        .book("2026-07-01", kind("start_trial"))
        .book("2026-07-02", role(&["a"], "budget"));
    assert_eq!((story.role("a"), story.role("b")), (Role::Budget, Role::Team));
    story
        .book("2026-07-03", default_role("product"))
        .people_are("2026-07-04", &["a", "b", "c"]);
    assert_eq!(
        (story.role("a"), story.role("b"), story.role("c")),
        (Role::Budget, Role::Product, Role::Product)
    );
    assert_eq!(
        story.refused("2026-07-04", default_role("product")),
        "CHG 8 nothing_changed"
    );
}

#[test]
fn rol_4_default_as_none_frees_everybody_on_it_and_comes_back_while_licenses_last() {
    let mut story = team(3, &["a", "b", "c"]);
    story.book("2026-07-02", role(&["a"], "team"));
    assert_eq!(story.account.assignments().on_default_count(&story.people), 2);
    story.book("2026-07-03", default_role("none"));
    assert_eq!((story.in_use(), story.with_access()), (1, vec!["a".to_owned()]));
    story.book("2026-07-04", licenses(2));
    assert_eq!(
        story.refused("2026-07-05", default_role("team")),
        "LIC 5 no_free_licence"
    );
    story
        .book("2026-07-05", licenses(3))
        .book("2026-07-05", default_role("team"));
    assert_eq!(story.in_use(), 3);
}

#[test]
fn rol_5_one_action_for_many_people_books_only_what_changes() {
    let mut story = team(3, &["a", "b", "c"]);
    story
        .book("2026-07-02", role(&["a"], "product"))
        .book("2026-07-03", role(&["c", "a", "b"], "product"));
    let Some(Event::RolesSet { people, .. }) = story.events.last() else {
        panic!("a role was set")
    };
    assert_eq!(*people, PeopleSelector::These(vec![id("b"), id("c")]));
}

#[test]
fn rol_6_who_starts_the_trial_becomes_administrator_and_who_buys_does_not() {
    for (viewer, expected) in [("a", Role::Administrator), ("nobody", Role::Team)] {
        let mut story = Story::new().with(&["a", "b"]);
        story.viewer.id = Some(id(viewer));
        story.book("2026-07-01", kind("start_trial"));
        assert_eq!(story.role("a"), expected, "{viewer}");
        assert_eq!(
            story.role(viewer),
            if viewer == "a" { Role::Administrator } else { Role::None }
        );
    }
    let mut bought = Story::new().with(&["a"]);
    bought.viewer.id = Some(id("a"));
    bought.book("2026-07-01", buy("team", "monthly", 1));
    assert_eq!(bought.role("a"), Role::Team);
}

#[test]
fn act_2_the_id_catches_every_slip_and_every_swap_of_neighbors() {
    const LETTERS: &str = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    let good = "7T4K9QXM2HRA";
    let parse = |text: &str| SubscriptionId::parse(text).ok();
    assert_eq!(parse("7t4k-9qxm-2hra").unwrap().to_string(), "7T4K-9QXM-2HRA");
    assert_eq!(parse(good), Some(SubscriptionId::SAMPLE));
    for at in 0..good.len() {
        for letter in LETTERS.chars().filter(|letter| !good[at..].starts_with(*letter)) {
            let slip = [&good[..at], &letter.to_string(), &good[at + 1..]].concat();
            assert_eq!(parse(&slip).map(|it| it.to_string()), None, "{slip}");
        }
        if at + 1 < good.len() && good[at..=at] != good[at + 1..at + 2] {
            let swapped = [&good[..at], &good[at + 1..at + 2], &good[at..=at], &good[at + 2..]].concat();
            assert!(parse(&swapped).is_none(), "{swapped}");
        }
    }
}

#[test]
fn sup_1_the_catalogue_names_where_help_is() {
    let catalogue = changed(|catalogue| catalogue["support"]["email"] = json!("help@example.com"));
    assert_eq!(catalogue.support.email, "help@example.com");
    assert!(!catalogue.support.url.is_empty());
}
