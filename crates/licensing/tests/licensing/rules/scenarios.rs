//! Replays the scenarios next to this file and compares their answers: readable examples of the rules. `UPDATE=1 cargo
//! test --package licensing --test licensing scenarios` rewrites the answers.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

use licensing::Role;
use licensing::scenario::Scenario;
use licensing::scenario::replay::replay;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// Every scenario, by its path.
fn scenarios() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> = files
        .filter(|path| {
            path.extension().is_some_and(|it| it == "json") && !path.to_string_lossy().ends_with(".expected.json")
        })
        .collect();
    found.sort();
    found
}

/// CHG 12 (`faq`), TRI 5 and LIC 7 (`trial-to-team`), SUB 1, SUB 5 and CHG 5 (`annual-switch`), PLN 4
/// (`free-at-the-end`), PLN 5 (`legacy-import`).
#[test]
fn chg_12_and_every_other_scenario_comes_out_as_written() {
    assert!(scenarios().len() >= 5);
    for path in scenarios() {
        let scenario: Scenario = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let catalogue = scenario.check().unwrap();
        let mut answer = replay(&scenario, &catalogue);
        // The messages of refusals have their own golden file.
        answer.steps.iter_mut().for_each(|step| step.message = None);
        let answer = serde_json::to_string_pretty(&answer).unwrap() + "\n";
        let golden = path.with_extension("expected.json");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&golden, &answer).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        assert_eq!(
            answer,
            expected,
            "{}: is this what the rules say? then UPDATE=1",
            path.display()
        );
    }
}

/// A chosen person leaves: before Free starts, or only after it.
#[test]
fn lic_7_a_directory_counts_from_its_day_on() {
    let kept = |on: &str| {
        let everybody = json!([{"id": "ada"}, {"id": "ben"}, {"id": "cleo"}, {"id": "dora"}]);
        let scenario: Scenario = serde_json::from_value(json!({
            "deployment": "services",
            "people": everybody,
            "steps": [
                {"on": "2026-07-01", "command": {"kind": "buy", "plan": "start", "length": "monthly", "licences": 4}},
                {"on": "2026-07-05", "command": {"kind": "cancel"}},
                {"on": "2026-07-05", "command": {"kind": "choose_free", "keep": ["ada", "ben", "dora"]}},
                {"on": on, "people": [{"id": "ben"}, {"id": "cleo"}, {"id": "dora"}]},
                {"on": "2027-03-01"}
            ]
        }))
        .unwrap();
        let answer = replay(&scenario, &scenario.check().unwrap());
        assert_eq!(answer.subscription.licenses_in_use, 3);
        let cleo = answer.roles.people.iter().find(|(id, _)| id.as_str() == "cleo");
        cleo.map(|(_, role)| role.resolve(answer.roles.default))
    };
    for (on, cleo) in [
        ("2026-08-01", Role::Team),
        ("2026-08-02", Role::None),
        ("2027-03-01", Role::None),
    ] {
        assert_eq!(kept(on).unwrap_or(Role::None), cleo, "{on}");
    }
}
