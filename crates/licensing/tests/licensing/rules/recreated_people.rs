//! A person who is created again, with the same email or account but another ID, keeps their role (LIC 2, LIC 9): in
//! scenarios.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use common::{buy, kind, license_count, role};
use licensing::event::Event;
use licensing::scenario::Scenario;
use licensing::scenario::replay::{Run, run};
use serde_json::{Value, json};

/// Rows in the format of scenarios: `id`, then optionally `|e-mail` and `|last access`.
fn rows(rows: &[&str]) -> Value {
    let row = |row: &&str| {
        let parts: Vec<&str> = row.split('|').collect();
        let some = |at: usize| parts.get(at).filter(|it| !it.is_empty());
        json!({"id": parts[0], "name": parts[0], "email": some(1), "last_access": some(2)})
    };
    rows.iter().map(row).collect()
}

/// A step: the day, the directory from that day on, and the command.
fn step(on: &str, people: &[&str], command: Value) -> Value {
    let mut step = json!({"on": on});
    if !people.is_empty() {
        step["people"] = rows(people);
    }
    if !command.is_null() {
        step["command"] = command;
    }
    step
}

fn replayed(people: &[&str], steps: &[Value]) -> Run {
    let scenario = json!({"deployment": "services", "people": rows(people), "steps": steps});
    let scenario: Scenario = serde_json::from_value(scenario).unwrap();
    let run = run(&scenario, &scenario.check().unwrap());
    for step in &run.answer.steps {
        assert_eq!(step.message, None, "{step:?}");
    }
    run
}

/// The roles in the answer: `ada: default`, and the licenses in use.
fn told(run: &Run) -> String {
    let roles = serde_json::to_value(&run.answer.roles.people).unwrap();
    let roles = roles.as_object().unwrap().iter();
    let roles: Vec<String> = roles
        .map(|(id, role)| format!("{id} {}", role.as_str().unwrap()))
        .collect();
    format!(
        "{}; {} in use",
        roles.join(", "),
        run.answer.subscription.licenses_in_use
    )
}

fn passed_on(run: &Run) -> Vec<Value> {
    let events = run.events.iter().filter(|it| matches!(it, Event::Reassigned { .. }));
    events.map(|it| serde_json::to_value(it).unwrap()).collect()
}

const ADA: &str = "ada|ada@example.org";
const BEN_1: &str = "ben-1|ben@example.org";
const BEN_2: &str = "ben-2|Ben@example.org";
const BEN_3: &str = "ben-3|BEN@example.org";

fn two() -> Value {
    buy("team", "monthly", 2)
}

#[test]
fn lic_9_a_person_recreated_beside_the_old_row_keeps_the_license_when_that_is_gone() {
    let run = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], two()),
            step("2026-07-02", &[ADA, BEN_1, BEN_2], Value::Null),
            step("2026-07-03", &[ADA, BEN_2], Value::Null),
        ],
    );
    assert_eq!(told(&run), "ada default, ben-1 none, ben-2 default; 2 in use");
    assert_eq!(
        passed_on(&run),
        [
            json!({"kind": "reassigned", "on": "2026-07-03", "from": "ben-1", "to": "ben-2", "role": "default", "reason": "left", "since": "2026-07-01"})
        ]
    );
}

#[test]
fn lic_9_it_is_booked_before_the_command_of_the_day() {
    let run = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], two()),
            step("2026-07-01", &[ADA, BEN_2], role(&["ben-2"], "budget")),
        ],
    );
    assert_eq!(told(&run), "ada default, ben-1 none, ben-2 budget; 2 in use");
    let kinds: Vec<Value> = run
        .events
        .iter()
        .map(|it| serde_json::to_value(it).unwrap()["kind"].clone())
        .collect();
    assert_eq!(kinds, ["purchased", "reassigned", "roles_set"]);
}

#[test]
fn lic_9_a_role_of_their_own_goes_along_and_two_times_in_a_row() {
    let run = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], two()),
            step("2026-07-02", &[], role(&["ben-1"], "administrator")),
            step("2026-07-03", &[ADA, BEN_2], Value::Null),
            step("2026-07-04", &[ADA, BEN_3], Value::Null),
        ],
    );
    assert_eq!(
        told(&run),
        "ada default, ben-1 none, ben-2 none, ben-3 administrator; 2 in use"
    );
}

#[test]
fn lic_9_who_was_away_for_a_while_is_known_again() {
    let run = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], two()),
            step("2026-07-03", &[ADA], Value::Null),
            step("2026-09-04", &[ADA, BEN_2], Value::Null),
        ],
    );
    assert_eq!(told(&run), "ada default, ben-1 none, ben-2 default; 2 in use");
}

#[test]
fn lic_9_of_several_new_rows_one_holds_the_license_and_the_highest_role_counts() {
    let gone = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], two()),
            step("2026-07-02", &[ADA, BEN_1, BEN_2, BEN_3], role(&["ben-3"], "product")),
            step("2026-07-03", &[], role(&["ben-1"], "administrator")),
            step("2026-07-04", &[ADA, BEN_2, BEN_3], Value::Null),
        ],
    );
    assert_eq!(told(&gone), "ada default, ben-1 none, ben-3 administrator; 2 in use");
    let lower = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], two()),
            step("2026-07-02", &[ADA, BEN_1, BEN_2, BEN_3], role(&["ben-3"], "product")),
            step("2026-07-04", &[ADA, BEN_2, BEN_3], Value::Null),
        ],
    );
    assert_eq!(told(&lower), "ada default, ben-1 none, ben-3 product; 2 in use");
}

#[test]
fn lic_9_an_account_is_as_good_as_an_address_and_an_empty_one_is_nothing() {
    let account = replayed(
        &["a|CORP\\jsmith", "b|PARTNER\\jsmith"],
        &[
            step("2026-07-01", &[], two()),
            step("2026-07-02", &[], role(&["b"], "budget")),
            step("2026-07-03", &["c|corp\\JSmith", "b|PARTNER\\jsmith"], Value::Null),
        ],
    );
    assert_eq!(told(&account), "a none, b budget, c default; 2 in use");
    let nothing = replayed(
        &[ADA, "ben-1"],
        &[
            step("2026-07-01", &[], two()),
            step("2026-07-03", &[ADA, "ben-2"], Value::Null),
        ],
    );
    assert_eq!(told(&nothing), "ada default, ben-1 default; 2 in use", "listed as left");
}

#[test]
fn lic_9_a_role_of_a_trial_goes_along_so_that_a_purchase_counts_them_once() {
    let run = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], kind("start_trial")),
            step("2026-07-02", &[], role(&["ben-1"], "budget")),
            step("2026-07-03", &[ADA, BEN_1, BEN_2], Value::Null),
            step("2026-07-04", &[ADA, BEN_2], two()),
        ],
    );
    assert_eq!(told(&run), "ada default, ben-1 none, ben-2 budget; 2 in use");
}

#[test]
fn lic_9_in_a_trial_who_was_on_default_needs_no_booking() {
    let run = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], kind("start_trial")),
            step("2026-07-03", &[ADA, BEN_2], Value::Null),
        ],
    );
    assert_eq!(told(&run), "ada default, ben-2 default; 2 in use");
    assert!(passed_on(&run).is_empty());
}

#[test]
fn lic_9_on_free_and_after_the_end_the_row_that_is_there_keeps_it() {
    let free = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], kind("choose_free")),
            step("2026-07-03", &[ADA, BEN_2, "cleo"], Value::Null),
        ],
    );
    assert_eq!(told(&free), "ada default, ben-1 none, ben-2 default; 2 in use");
    let ended = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], two()),
            step("2026-07-02", &[], kind("cancel")),
            step("2026-09-03", &[ADA, BEN_2], Value::Null),
            step("2026-09-04", &[], two()),
        ],
    );
    assert_eq!(told(&ended), "ada default, ben-1 none, ben-2 default; 2 in use");
}

#[test]
fn lic_7_a_choice_for_the_end_of_the_term_means_the_row_that_is_there() {
    let people = [
        "ada|ada@example.org|2026-06-30",
        "cleo||2026-06-30",
        "dan||2026-06-30",
        BEN_1,
    ];
    let after = [
        "ada|ada@example.org|2026-06-30",
        "cleo||2026-06-30",
        "dan||2026-06-30",
        BEN_2,
    ];
    let choice = json!({"kind": "choose_free", "keep": ["ada", "cleo", "ben-1"]});
    for on in ["2026-07-20", "2026-08-01", "2026-08-02"] {
        let run = replayed(
            &people,
            &[
                step("2026-07-01", &[], buy("team", "monthly", 4)),
                step("2026-07-02", &[], kind("cancel")),
                step("2026-07-03", &[], choice.clone()),
                step(on, &after, Value::Null),
                step("2026-08-03", &[], Value::Null),
            ],
        );
        assert_eq!(
            told(&run),
            "ada default, ben-1 none, ben-2 default, cleo default, dan none; 3 in use",
            "{on}"
        );
    }
}

#[test]
fn lic_3_and_lic_7_who_uses_it_by_the_new_row_uses_it() {
    let old = "ben-1|ben@example.org|2026-01-01";
    let (ada, new, cleo) = (
        "ada|ada@example.org|2026-07-31",
        "ben-2|ben@example.org|2026-07-31",
        "cleo||2026-03-01",
    );
    let free = replayed(
        &[ada, old, cleo],
        &[
            step("2026-07-01", &[], buy("team", "monthly", 3)),
            step(
                "2026-07-31",
                &[ada, old, new, cleo],
                json!({"kind": "free_inactive", "days": 30}),
            ),
        ],
    );
    assert_eq!(told(&free), "ada default, ben-1 default, cleo none; 2 in use");
    let cut = replayed(
        &[ada, old, cleo],
        &[
            step("2026-07-01", &[], buy("team", "monthly", 3)),
            step("2026-07-02", &[], kind("cancel")),
            step("2026-09-01", &[ada, old, new, cleo], two()),
        ],
    );
    assert_eq!(told(&cut), "ada default, ben-1 default, cleo none; 2 in use");
}

#[test]
fn lic_8_a_recreated_person_is_not_new() {
    let automatic = json!({"kind": "set_setting", "setting": "license_new_people", "on": true});
    let run = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], buy("team", "monthly", 3)),
            step("2026-07-02", &[], automatic),
            step("2026-07-03", &[ADA, BEN_2, "cleo"], Value::Null),
        ],
    );
    assert_eq!(
        told(&run),
        "ada default, ben-1 none, ben-2 default, cleo default; 3 in use"
    );
}

#[test]
fn sub_5_a_renewal_on_the_way_counts_them_once() {
    let fewer = json!({"kind": "schedule", "licences": 2});
    for on in ["2026-07-20", "2026-08-01", "2026-10-05"] {
        let run = replayed(
            &[ADA, BEN_1],
            &[
                step("2026-07-01", &[], buy("team", "monthly", 3)),
                step("2026-07-02", &[ADA, BEN_1, BEN_2], role(&["ben-2"], "budget")),
                step("2026-07-03", &[], fewer.clone()),
                step(on, &[ADA, BEN_2], Value::Null),
                step("2026-10-06", &[], Value::Null),
            ],
        );
        assert_eq!(run.answer.subscription.licenses, Some(license_count(2)), "{on}");
        assert_eq!(told(&run), "ada default, ben-1 none, ben-2 budget; 2 in use", "{on}");
    }
}

#[test]
fn lic_9_a_command_that_names_the_old_row_means_the_one_that_is_there() {
    let run = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], two()),
            step("2026-07-03", &[ADA, BEN_2], role(&["ben-1"], "product")),
            step(
                "2026-07-04",
                &[ADA, BEN_2, "cleo"],
                json!({"kind": "reassign", "from": "ben-1", "to": "cleo", "reason": "left"}),
            ),
        ],
    );
    assert_eq!(
        told(&run),
        "ada default, ben-1 none, ben-2 none, cleo product; 2 in use"
    );
    let back = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], two()),
            step("2026-07-02", &[], role(&["ada"], "none")),
            step("2026-07-03", &[ADA, BEN_2], role(&["ben-1"], "none")),
            step(
                "2026-07-04",
                &[],
                json!({"kind": "set_role", "people": {"on": "none"}, "role": "team"}),
            ),
        ],
    );
    assert_eq!(told(&back), "ada team, ben-1 none, ben-2 team; 2 in use");
}

/// The last access also counts if its row is gone by now.
#[test]
fn lic_7_the_preselection_knows_when_somebody_was_last_there_by_a_row_that_is_gone() {
    let run = replayed(
        &["ada|ada@example.org|2026-05-01", "ben-1|ben@example.org|2026-06-30"],
        &[
            step("2026-07-01", &[], kind("start_trial")),
            step(
                "2026-07-05",
                &["ada|ada@example.org|2026-05-01", BEN_2],
                buy("team", "monthly", 1),
            ),
        ],
    );
    assert_eq!(told(&run), "ada none, ben-2 default; 1 in use");
}

#[test]
fn lic_2_who_is_left_out_is_left_out_by_every_row() {
    for except in ["ben-1", "ben-2"] {
        let run = replayed(
            &[ADA, BEN_1],
            &[
                step("2026-07-01", &[], two()),
                step(
                    "2026-07-02",
                    &[ADA, BEN_2],
                    json!({"kind": "set_role", "people": {"on": "default", "except": [except]}, "role": "budget"}),
                ),
            ],
        );
        assert_eq!(
            told(&run),
            "ada budget, ben-1 none, ben-2 default; 2 in use",
            "{except}"
        );
    }
}

#[test]
fn lic_9_before_a_purchase_a_role_of_ones_own_stays_with_the_person_none_included() {
    let run = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], kind("start_trial")),
            step("2026-07-02", &[], role(&["ben-1"], "none")),
            step("2026-07-03", &[ADA, BEN_2], Value::Null),
        ],
    );
    assert_eq!(told(&run), "ada default, ben-1 none, ben-2 none; 1 in use");
    let run = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], kind("start_trial")),
            step("2026-07-02", &[], json!({"kind": "set_default_role", "role": "budget"})),
            step("2026-07-02", &[], role(&["ben-1"], "team")),
            step("2026-07-03", &[ADA, BEN_2], Value::Null),
        ],
    );
    assert_eq!(told(&run), "ada default, ben-1 none, ben-2 team; 2 in use");
}

/// The holder of a license keeps its date, so a smaller certificate does not block them because of a new row (ACT 7).
#[test]
fn act_7_a_recreated_person_has_held_the_license_all_along() {
    let run = replayed(
        &[ADA, BEN_1],
        &[
            step("2026-07-01", &[], two()),
            step("2026-07-20", &[ADA, BEN_2], Value::Null),
        ],
    );
    let since = |row: &str| {
        let id = licensing::PersonId::new(row).unwrap();
        run.account.assignments().entry(&id).unwrap().since.to_string()
    };
    assert_eq!(
        (since("ada"), since("ben-2")),
        ("2026-07-01".to_owned(), "2026-07-01".to_owned())
    );
}

#[test]
fn acc_5_a_request_is_answered_whichever_row_it_names() {
    let ask = json!({"on": "2026-07-02", "by": {"collection_administrator": false, "id": "ben-1"}, "command": {"kind": "request_access"}});
    for named in ["ben-1", "ben-2"] {
        let run = replayed(
            &[ADA, BEN_1],
            &[
                step("2026-07-01", &[ADA], buy("team", "monthly", 2)),
                step("2026-07-02", &[ADA, BEN_1], Value::Null),
                ask.clone(),
                step(
                    "2026-07-03",
                    &[ADA, BEN_2],
                    json!({"kind": "answer_request", "person": named, "grant": true, "role": "team"}),
                ),
            ],
        );
        assert!(told(&run).contains("ben-2 team"), "{named}: {}", told(&run));
        assert!(run.account.requests().open().next().is_none(), "{named}");
    }
}
