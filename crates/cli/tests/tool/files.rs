//! The command-line tool and the files it writes or checks.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use licensing::catalogue::read::SHIPPED;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// An empty folder for a test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn tool(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_licensing"))
        .args(arguments)
        .output()
        .unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = files.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn replay_leaves_no_documents_of_an_earlier_run_and_says_in_one_line_which_have_no_xml() {
    let folder = folder("replay-documents");
    let documents = folder.join("documents");
    std::fs::create_dir(&documents).unwrap();
    for name in [
        "INV-0009.pdf",
        "INV-0009.xml",
        "CN-0001.csv",
        "credit.csv",
        "notes.txt",
        "INV-x.pdf",
        "INV-0001.png",
    ] {
        std::fs::write(documents.join(name), "old").unwrap();
    }
    let scenario = folder.join("scenario.json");
    let steps = json!([
        {"on": "2026-07-01", "command": {"kind": "buy", "plan": "team", "length": "monthly", "licences": 10}},
        {"on": "2026-09-01"},
    ]);
    std::fs::write(&scenario, json!({"deployment": "services", "steps": steps}).to_string()).unwrap();
    let run = tool(&[
        "replay",
        scenario.to_str().unwrap(),
        "--documents",
        documents.to_str().unwrap(),
    ]);
    assert!(run.status.success());
    let told = String::from_utf8(run.stderr).unwrap();
    assert_eq!(
        told,
        "licensing: 3 documents are plain PDFs without XML, INV-0001 and others: the billing details have no name\n"
    );
    assert_eq!(
        names(&documents),
        [
            "INV-0001.csv",
            "INV-0001.pdf",
            "INV-0001.png",
            "INV-0002.csv",
            "INV-0002.pdf",
            "INV-0003.csv",
            "INV-0003.pdf",
            "INV-x.pdf",
            "credit.csv",
            "documents.csv",
            "notes.txt",
        ]
    );
    assert_ne!(std::fs::read_to_string(documents.join("credit.csv")).unwrap(), "old");
}

#[test]
fn a_catalogue_is_checked_alone_and_every_fault_is_told() {
    let folder = folder("catalogue");
    let file = folder.join("catalogue.json");
    std::fs::write(&file, SHIPPED).unwrap();
    let run = tool(&["catalogue", file.to_str().unwrap()]);
    assert!(run.status.success());
    let told = String::from_utf8(run.stdout).unwrap();
    assert_eq!(told, "valid: 6 plans, 2 price lists, 0 tax rates, prices in USD\n");
    let mut faulty: Value = serde_json::from_str(SHIPPED).unwrap();
    faulty["currency"] = json!("EURO");
    faulty["tax_rates"] = json!([{"id": "uk", "country": "UK", "percent": "120", "reverse_charge": false}]);
    std::fs::write(&file, faulty.to_string()).unwrap();
    let run = tool(&["catalogue", file.to_str().unwrap()]);
    assert_eq!((run.status.code(), run.stdout.len()), (Some(2), 0));
    let told = String::from_utf8(run.stderr).unwrap();
    for place in ["currency: ", "tax_rates[0].country: ", "tax_rates[0].percent: "] {
        assert!(told.contains(place), "{told}");
    }
    assert_eq!(told.lines().count(), 3, "{told}");
    std::fs::write(
        &file,
        SHIPPED.replacen("\"product\":", "\"product\": \"Other\", \"product\":", 1),
    )
    .unwrap();
    let run = tool(&["catalogue", file.to_str().unwrap()]);
    assert_eq!(run.status.code(), Some(2));
    assert!(
        String::from_utf8(run.stderr)
            .unwrap()
            .contains("`product` appears twice")
    );
}

#[test]
fn a_scenario_with_a_key_that_stands_twice_is_unusable() {
    let folder = folder("twice");
    let file = folder.join("scenario.json");
    let text = r#"{"deployment": "services", "steps": [{"on": "2026-07-01", "command": {"kind": "buy", "plan": "team", "length": "monthly", "licences": 10, "licences": 11}}]}"#;
    std::fs::write(&file, text).unwrap();
    let run = tool(&["replay", file.to_str().unwrap()]);
    assert_eq!((run.status.code(), run.stdout.len()), (Some(2), 0));
    let told = String::from_utf8(run.stderr).unwrap();
    assert!(
        told.contains("steps[0].command: `licences` appears twice: keep only one"),
        "{told}"
    );
}
