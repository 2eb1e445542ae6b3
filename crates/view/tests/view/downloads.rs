//! The files of a document in the page: INV 3, INV 4, INV 5.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use documents::{PrintedDocument, issued};
use licensing::catalogue::read::SHIPPED;
use licensing::scenario::Scenario;
use licensing::scenario::replay::run;
use serde_json::{Value, json};
use view::downloads::{Files, files};
use view::words::{downloads as words, saving};

/// The files of the first invoice, with these billing details and a changed catalog.
fn first(billing: Option<Value>, change: impl FnOnce(&mut Value)) -> Files {
    let mut catalogue: Value = serde_json::from_str(SHIPPED).unwrap();
    change(&mut catalogue);
    let mut steps: Vec<Value> = Vec::new();
    if let Some(mut billing) = billing {
        billing["kind"] = "set_billing".into();
        steps.push(json!({"on": "2026-07-01", "command": billing}));
    }
    let buy = json!({"kind": "buy", "plan": "team", "length": "monthly", "licences": 10});
    steps.push(json!({"on": "2026-07-01", "command": buy}));
    let scenario: Scenario =
        serde_json::from_value(json!({"deployment": "services", "catalogue": catalogue, "steps": steps})).unwrap();
    let catalogue = scenario.check().unwrap();
    let run = run(&scenario, &catalogue);
    let issued = issued::of_account(&run.account, &catalogue);
    files(&PrintedDocument::new(&issued[0], &run.account, run.today.unwrap()))
}

fn untouched(_: &mut Value) {}

#[test]
fn inv_3_files_are_called_by_the_number_that_the_seller_has_once() {
    let files = first(Some(json!({"name": "Muster", "country": "DE"})), untouched);
    assert_eq!(
        (files.number.as_str(), files.name.as_str()),
        ("INV-0001", "7T4K-9QXM-2HRA-INV-0001")
    );
    assert!(files.csv.starts_with("\u{feff}document,kind,date,"));
    assert!(files.xml.unwrap().contains("<ram:ID>7T4K-9QXM-2HRA-INV-0001</ram:ID>"));
}

#[test]
fn inv_4_without_an_xml_the_reason_is_said_and_what_helps() {
    let muster = || Some(json!({"name": "Muster", "country": "DE"}));
    let no_country = |catalogue: &mut Value| catalogue["seller"]["country"] = Value::Null;
    for (files, begins, add_billing) in [
        (first(None, untouched), "No XML: the billing details had no name", true),
        (
            first(Some(json!({"name": "Muster"})), untouched),
            "No XML: the billing address had no country",
            true,
        ),
        (first(muster(), no_country), "No XML: the seller's address", false),
    ] {
        let no_xml = files.xml.unwrap_err();
        assert!(no_xml.why.starts_with(begins), "{}", no_xml.why);
        assert_eq!(no_xml.add_billing, add_billing, "{begins}");
        assert!(!files.csv.is_empty());
    }
}

#[test]
fn what_went_wrong_names_the_way_out() {
    let texts = [words::MISSING, words::LATE, words::NOT_OPENED].map(str::to_owned);
    for text in texts
        .into_iter()
        .chain([words::refused("there is no document INV-0009")])
    {
        assert!(text.contains("try again"), "{text}");
    }
    assert!(saving::saved("INV-0001.pdf").starts_with("INV-0001.pdf "));
}
