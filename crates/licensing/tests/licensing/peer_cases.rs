//! Rows from the test suites of other billing engines and published examples, as scenarios with the figures expected
//! there. Each row names its source (repository, path, row) and its adaptations. `expect` lists the figures to compare.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use licensing::scenario::Scenario;
use licensing::scenario::replay::replay;
use rust_decimal::Decimal;
use serde_json::Value;
use std::str::FromStr;

fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// Whether a value contains everything expected. Objects may have additional fields, and a document additional lines.
fn agrees(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => expected
            .iter()
            .all(|(key, value)| found.get(key).is_some_and(|found| agrees(found, value))),
        (Value::Array(found), Value::Array(expected)) => {
            let mut rest = found.iter();
            expected.iter().all(|value| rest.any(|found| agrees(found, value)))
        }
        _ => found == expected,
    }
}

/// The sum of a figure over the documents of a range of days, both ends included.
fn sum(documents: &[Value], days: &Value, figure: &str) -> String {
    let (from, to) = (days["from"].as_str().unwrap(), days["to"].as_str().unwrap());
    let within = documents
        .iter()
        .filter(|it| (from..=to).contains(&it["date"].as_str().unwrap()));
    let sum: Decimal = within
        .map(|it| Decimal::from_str(it[figure].as_str().unwrap()).unwrap())
        .sum();
    sum.to_string()
}

/// The expected values that an answer lacks.
fn differences(answer: &Value, expect: &Value) -> Vec<String> {
    let documents = items(answer, "documents");
    let mut found = Vec::new();
    let mut differs = |what: &str, good: bool| {
        if !good {
            found.push(what.to_owned());
        }
    };
    for key in expect.as_object().unwrap().keys() {
        match key.as_str() {
            "documents" => {
                let mut rest = documents.iter();
                for document in items(expect, key) {
                    differs(&document.to_string(), rest.any(|it| agrees(it, document)));
                }
            }
            "complete" => differs("complete", documents.len() == items(expect, "documents").len()),
            "periods" => {
                let lines: Vec<&Value> = documents.iter().flat_map(|it| items(it, "lines")).collect();
                for period in items(expect, key) {
                    differs(&period.to_string(), lines.iter().any(|line| agrees(line, period)));
                }
            }
            "sums" => {
                for days in items(expect, key) {
                    for figure in ["net", "tax", "total"].into_iter().filter(|it| days.get(it).is_some()) {
                        let sum = sum(documents, days, figure);
                        differs(&format!("{days}: {figure} is {sum}"), days[figure] == sum.as_str());
                    }
                }
            }
            "term" => differs("term", agrees(&answer["subscription"]["term"], &expect[key])),
            "credit_balance" => differs("credit", answer["credit"]["balance"] == expect[key]),
            "term_documents" => {
                let has_term = |it: &&Value| items(it, "lines").iter().any(|line| line["kind"] == "term");
                let count = documents.iter().filter(has_term).count();
                differs("term documents", expect[key].as_u64() == u64::try_from(count).ok());
            }
            other => panic!("nothing is known of `{other}`"),
        }
    }
    found
}

#[test]
fn chg_3_every_row_of_other_engines_comes_out_as_there() {
    let rows: Vec<Value> = serde_json::from_str(include_str!("../../../../tests/peer-cases.json")).unwrap();
    assert_eq!(rows.len(), 84);
    for row in &rows {
        let scenario: Scenario = serde_json::from_value(row["scenario"].clone()).unwrap();
        let answer = replay(&scenario, &scenario.check().unwrap());
        let refused = answer.steps.iter().find_map(|step| step.message.clone());
        assert_eq!(refused, None, "{}", row["id"]);
        let answer = serde_json::to_value(answer).unwrap();
        let found = differences(&answer, &row["expect"]);
        assert!(
            found.is_empty(),
            "{} ({}): {found:#?}\n{answer:#}",
            row["id"],
            row["source"]
        );
    }
}

/// Proves that the comparison can fail.
#[test]
fn a_changed_figure_is_found() {
    let rows: Vec<Value> = serde_json::from_str(include_str!("../../../../tests/peer-cases.json")).unwrap();
    for row in &rows {
        let scenario: Scenario = serde_json::from_value(row["scenario"].clone()).unwrap();
        let answer = serde_json::to_value(replay(&scenario, &scenario.check().unwrap())).unwrap();
        for key in row["expect"]
            .as_object()
            .unwrap()
            .keys()
            .filter(|key| *key != "complete")
        {
            let changed = row["expect"].to_string().replace('1', "7").replace('2', "8");
            let changed: Value = serde_json::from_str(&changed).unwrap();
            if changed[key] != row["expect"][key] {
                let only = serde_json::json!({ key: changed[key] });
                assert!(!differences(&answer, &only).is_empty(), "{}: {key}", row["id"]);
            }
        }
    }
}
