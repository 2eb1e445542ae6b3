//! Input is checked when it is entered: countries, currencies, characters that no document can contain, and duplicate
//! keys. Every error has its path and says what to do.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests say what they expect")]

use licensing::Catalogue;
use licensing::catalogue::read::SHIPPED;
use licensing::ledger::Ledger;
use licensing::scenario::Scenario;
use licensing::scenario::replay::replay;
use serde_json::{Value, json};

fn shipped() -> Value {
    serde_json::from_str(SHIPPED).unwrap()
}

/// The errors of the shipped catalog with one value changed.
fn faults(place: &str, value: Value) -> Vec<String> {
    let mut catalogue = shipped();
    catalogue["tax_rates"] = json!([{"id": "de", "country": "DE", "percent": "19", "reverse_charge": false}]);
    *catalogue.pointer_mut(place).unwrap() = value;
    let faults = Catalogue::from_json(&catalogue.to_string()).err().unwrap_or_default();
    faults.iter().map(ToString::to_string).collect()
}

/// The code and the message of the last step.
fn last(steps: &Value) -> (Option<String>, String) {
    let scenario: Scenario = serde_json::from_value(json!({"deployment": "services", "steps": steps})).unwrap();
    let step = replay(&scenario, &scenario.check().unwrap()).steps.pop().unwrap();
    (step.code.map(|code| code.to_string()), step.message.unwrap_or_default())
}

#[test]
fn inv_5_a_country_is_one_of_iso_3166_wherever_it_is_typed() {
    for (written, meant) in [
        ("UK", "GB"),
        ("EL", "GR"),
        ("XX", ""),
        ("de", "DE"),
        ("DEU", "DE"),
        ("", ""),
    ] {
        let told = faults("/tax_rates/0/country", json!(written));
        assert_eq!(told.len(), 1, "{written}: {told:?}");
        assert!(told[0].starts_with("tax_rates[0].country: "), "{told:?}");
        assert_eq!(
            told[0].contains(&format!("did you mean {meant}?")),
            !meant.is_empty(),
            "{told:?}"
        );
    }
    let told = faults("/seller/country", json!("UK"));
    assert_eq!(
        told,
        ["seller.country: `UK` isn't an ISO 3166 country: did you mean GB?"]
    );
    let billing = |country: &str| {
        last(&json!([{"on": "2026-07-01", "command": {"kind": "set_billing", "name": "A", "country": country}}]))
    };
    for (country, said) in [
        ("UK", "Use GB instead."),
        ("XX", "ISO 3166"),
        ("DEU", "Use DE instead."),
    ] {
        let (code, message) = billing(country);
        assert_eq!(code.as_deref(), Some("invalid_field"), "{country}");
        assert!(message.contains(said), "{message}");
    }
    assert_eq!(billing("gb").0, None, "codes may be typed in any case");
}

#[test]
fn inv_4_a_currency_is_one_that_is_in_use() {
    for (written, meant) in [
        ("EUX", ""),
        ("DEM", "EUR"),
        ("usd", "USD"),
        ("XXX", ""),
        ("EURO", "EUR"),
        ("HRK", "EUR"),
    ] {
        let told = faults("/currency", json!(written));
        assert_eq!(told.len(), 1, "{written}: {told:?}");
        assert!(told[0].starts_with("currency: "), "{told:?}");
        assert_eq!(
            told[0].contains(&format!("did you mean {meant}?")),
            !meant.is_empty(),
            "{told:?}"
        );
    }
    assert_eq!(faults("/currency", json!("JPY")), Vec::<String>::new());
}

#[test]
fn inv_3_what_no_document_can_carry_is_refused_where_it_is_typed() {
    for odd in ["A\u{ffff}", "\u{fdd0}", "a\u{1}b", "a\nb", "\u{1fffe}"] {
        for place in [
            "/product",
            "/seller/name",
            "/plans/team/name",
            "/support/email",
            "/tax_rates/0/id",
        ] {
            let told = faults(place, json!(odd));
            assert!(
                told.iter().any(|it| it.contains("documents can't include")),
                "{place}: {told:?}"
            );
        }
        for field in ["name", "street", "city", "po_number", "contact"] {
            let mut command = json!({"kind": "set_billing"});
            command[field] = odd.into();
            let inside = format!("x{odd}x");
            command[field] = inside.into();
            assert_eq!(
                last(&json!([{"on": "2026-07-01", "command": command}])).0.as_deref(),
                Some("invalid_field"),
                "{field}"
            );
        }
        let paid = json!({"kind": "record_payment", "document": "INV-0001", "paid_on": "2026-07-01", "reference": format!("x{odd}x")});
        let buy = json!({"kind": "buy", "plan": "team", "length": "monthly", "licences": 1});
        let told = last(&json!([{"on": "2026-07-01", "command": buy}, {"on": "2026-07-01", "command": paid}]));
        assert_eq!(told.0.as_deref(), Some("invalid_field"));
    }
    let mut catalogue = shipped();
    catalogue["product"] = json!("A\u{ffff}");
    let scenario: Scenario =
        serde_json::from_value(json!({"deployment": "services", "catalogue": catalogue, "steps": []})).unwrap();
    assert_eq!(scenario.check().unwrap_err()[0].place, "catalogue.product");
}

#[test]
fn inv_3_what_stands_in_a_journal_already_is_read_all_the_same() {
    let mut catalogue = shipped();
    catalogue["product"] = json!("A\u{ffff}");
    assert!(Catalogue::from_value(&catalogue).is_ok());
}

#[test]
fn pln_2_a_key_that_stands_twice_is_a_fault_with_its_place() {
    let twice = SHIPPED.replacen(
        "\"monthly\":",
        "\"monthly\": [{\"from\": 1, \"price\": \"1.00\"}], \"monthly\":",
        1,
    );
    assert_ne!(twice, SHIPPED);
    let told = Catalogue::from_json(&twice).unwrap_err();
    assert_eq!(told.len(), 1);
    assert!(told[0].place.starts_with("price_lists[0].prices."), "{told:?}");
    assert!(told[0].problem.contains("`monthly` appears twice"), "{told:?}");
    // A line of a journal has no duplicate keys.
    let line = r#"{"position": 0, "position": 0}"#;
    let told = Ledger::read([line]).unwrap_err().to_string();
    assert!(told.contains("`position` appears twice"), "{told}");
}

#[test]
fn inv_5_what_cannot_be_seen_makes_no_difference() {
    let steps = json!([
        {"on": "2026-07-01", "command": {"kind": "set_billing", "name": "Muster GmbH\u{200b}", "country": "DE\u{200b}",
            "vat_id": "DE\u{200b}123\u{ad}456789", "email": "a\u{200e}da@example.org"}},
        {"on": "2026-07-01", "command": {"kind": "buy", "plan": "team", "length": "monthly", "licences": 10}},
        {"on": "2026-07-02", "command": {"kind": "record_payment", "document": "INV-0001\u{200b}", "paid_on": "2026-07-02"}},
    ]);
    let scenario: Scenario = serde_json::from_value(json!({"deployment": "services", "steps": steps})).unwrap();
    let answer = replay(&scenario, &scenario.check().unwrap());
    assert!(
        answer.steps.iter().all(|step| step.code.is_none()),
        "{:?}",
        answer.steps
    );
    let billing = serde_json::to_value(answer.billing).unwrap();
    assert_eq!(
        billing,
        json!({"name": "Muster GmbH", "country": "DE", "vat_id": "DE123456789", "email": "ada@example.org"})
    );
    assert!(answer.payments.unwrap().contains_key("INV-0001"));
}

#[test]
fn inv_3_every_text_of_a_catalog_is_checked() {
    for (place, value) in [
        ("/plans/start/remark", json!("1,000 worklogs\u{7}")),
        ("/plans/team/name", json!("Team\u{2028}")),
        ("/activation/url", json!("https://example.com/\u{ffff}")),
    ] {
        let told = faults(place, value);
        assert!(
            told.iter().any(|it| it.contains("documents can't include")),
            "{place}: {told:?}"
        );
    }
}
