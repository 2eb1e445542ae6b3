//! Billing details, tax and payments: INV 5–7, CHG 7 and CRD 1 with tax, ACC 1.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use common::{Story, buy, changed, day, kind, licenses};
use licensing::account::access::Membership;
use licensing::billing::details::Detail;
use licensing::billing::document::{Document, DocumentKind};
use licensing::billing::tax::by_rate;
use licensing::{Catalogue, Deployment};
use serde_json::{Value, json};

/// Rates for Germany (the second is never used), France, and Austria with reverse charge, and payment methods.
fn taxing() -> Catalogue {
    changed(|catalogue| {
        let rate = |id: &str, country: &str, percent: &str, reverse: bool| json!({"id": id, "country": country, "percent": percent, "reverse_charge": reverse});
        catalogue["tax_rates"] = json!([
            rate("de", "DE", "19", false),
            rate("de-reduced", "DE", "7", false),
            rate("fr", "FR", "20", false),
            rate("at", "AT", "20", true),
            rate("zero", "CH", "0", false),
        ]);
        catalogue["seller"]["bank"] = json!(["IBAN DE02 1203 0000 0000 2020 51"]);
    })
}

fn story() -> Story {
    Story::of(Deployment::Services, taxing())
}

fn billing(fields: Value) -> Value {
    let mut command = fields;
    command["kind"] = "set_billing".into();
    command
}

fn country(country: &str) -> Value {
    billing(json!({ "country": country }))
}

fn last(story: &Story) -> &Document {
    story.account.documents().last().unwrap()
}

/// Net, tax, total, applied credit and amount due of the last document.
fn sums(story: &Story) -> [String; 5] {
    let it = &last(story).heading;
    [it.net, it.tax, it.total, it.credit_applied, it.due].map(|sum| sum.to_string())
}

/// The rates on the last document: ID, percentage, sum and tax.
fn rates(story: &Story) -> Vec<String> {
    let shown = by_rate(&last(story).lines).into_iter().map(|rate| {
        let (id, percent) = rate.tax.map_or(("none".to_owned(), String::new()), |tax| {
            let percent = tax.percent.map_or("reverse".to_owned(), |it| it.to_string());
            (tax.rate, percent)
        });
        format!("{id} {percent}: {} {}", rate.net, rate.amount)
    });
    shown.collect()
}

#[test]
fn inv_6_the_first_rate_of_the_billing_country_counts_and_none_is_0() {
    for (billed, expected) in [
        (None, "none : 160.00 0.00"),
        (Some("US"), "none : 160.00 0.00"),
        (Some("DE"), "de 19: 160.00 30.40"),
        (Some("FR"), "fr 20: 160.00 32.00"),
        (Some("AT"), "at 20: 160.00 32.00"),
        (Some("CH"), "zero 0: 160.00 0.00"),
    ] {
        let mut story = story();
        if let Some(billed) = billed {
            story.book("2026-07-01", country(billed));
        }
        story.book("2026-07-01", buy("team", "monthly", 10));
        assert_eq!(rates(&story), [expected], "{billed:?}");
    }
}

#[test]
fn inv_6_reverse_charge_is_charged_at_0_with_a_vat_id_and_the_line_says_so() {
    let mut story = story();
    story
        .book(
            "2026-07-01",
            billing(json!({"country": "AT", "vat_id": "ATU 1234 5678"})),
        )
        .book("2026-07-01", buy("team", "monthly", 10));
    assert_eq!(rates(&story), ["at reverse: 160.00 0.00"]);
    // A refund of that line has no tax, whatever the details are now.
    story.book("2026-07-02", country("AT")).book("2026-07-11", licenses(20));
    assert_eq!(rates(&story), ["at reverse: -108.39 0.00", "at 20: 216.77 43.35"]);
    assert_eq!(sums(&story), ["108.38", "43.35", "151.73", "0.00", "151.73"]);
}

#[test]
fn inv_6_an_unused_line_carries_the_rate_of_the_line_it_gives_back() {
    let mut story = story();
    story
        .book("2026-07-01", country("DE"))
        .book("2026-07-01", buy("team", "monthly", 10))
        .book("2026-07-05", country("FR"))
        .book("2026-07-11", licenses(20));
    assert_eq!(rates(&story), ["de 19: -108.39 -20.59", "fr 20: 216.77 43.35"]);
    assert_eq!(sums(&story), ["108.38", "22.76", "131.14", "0.00", "131.14"]);
    // The same if the catalog has another percentage now.
    story
        .catalogue
        .tax_rates
        .iter_mut()
        .for_each(|rate| rate.percent = licensing::value::percent::Percent::parse("10").unwrap());
    story.book("2026-07-12", licenses(10));
    assert_eq!(rates(&story), ["fr 20: -206.45 -41.29", "fr 10: 103.23 10.32"]);
    assert_eq!(sums(&story), ["-103.22", "-30.97", "-134.19", "0.00", "0.00"]);
    assert_eq!(story.credit(), "134.19");
}

#[test]
fn inv_6_tax_is_rounded_once_for_each_rate_and_document() {
    let mut story = story();
    // 4.51 and -3.00 would each round up: 0.857 and -0.57. Their sum is 1.51 with a tax of 0.2869.
    story
        .book("2026-07-01", country("DE"))
        .book("2026-07-01", buy("start", "monthly", 1))
        .book("2026-07-15", licenses(2));
    let lines: Vec<String> = last(&story).lines.iter().map(|line| line.amount.to_string()).collect();
    assert_eq!(lines, ["-4.94", "9.87"]);
    assert_eq!(rates(&story), ["de 19: 4.93 0.94"]);
}

#[test]
fn crd_1_credit_is_booked_and_spent_including_tax() {
    let mut story = story();
    story
        .book("2026-07-01", country("DE"))
        .book("2026-07-01", buy("team", "monthly", 10))
        .book("2026-07-02", licenses(5));
    assert_eq!(sums(&story), ["-77.42", "-14.71", "-92.13", "0.00", "0.00"]);
    assert_eq!(story.credit(), "92.13");
    story.pass("2026-08-01");
    assert_eq!(sums(&story), ["80.00", "15.20", "95.20", "92.13", "3.07"]);
    assert_eq!(story.credit(), "0.00");
}

#[test]
fn chg_7_a_zero_total_with_sums_of_several_rates_is_an_invoice_over_nothing() {
    // 10 licenses for the whole month at 19 %, then on the same day the same number in another country without tax, at
    // a price that is 19 % higher. The totals cancel out.
    let dearer = |catalogue: &mut Value| {
        catalogue["tax_rates"] = json!([{"id": "de", "country": "DE", "percent": "25", "reverse_charge": false}]);
        catalogue["price_lists"][1]["prices"]["team"]["monthly"] = json!([{"from": 1, "price": "16.00"}]);
        catalogue["price_lists"][1]["prices"]["start"]["monthly"] = json!([{"from": 1, "price": "20.00"}]);
    };
    let mut story = Story::of(Deployment::Services, changed(dearer));
    story
        .book("2026-07-01", country("DE"))
        .book("2026-07-01", buy("team", "monthly", 10))
        .book("2026-07-01", country("US"))
        .book("2026-07-01", json!({"kind": "adjust", "plan": "start"}));
    assert_eq!(rates(&story), ["de 25: -160.00 -40.00", "none : 200.00 0.00"]);
    assert_eq!(last(&story).heading.kind, DocumentKind::Invoice);
    assert_eq!(sums(&story), ["40.00", "-40.00", "0.00", "0.00", "0.00"]);
    let invoice = story.account.documents().last().unwrap();
    let status = story.account.payment_status(invoice, day("2027-01-01"));
    assert_eq!(status.as_str(), "settled_by_credit", "INV 7: nothing is due");
}

#[test]
fn chg_7_zero_sums_of_every_rate_make_no_document() {
    let mut story = story();
    story
        .book("2026-07-01", country("DE"))
        .book("2026-07-01", buy("team", "monthly", 10));
    let same = |catalogue: &mut Value| {
        catalogue["price_lists"][1]["prices"]["start"]["monthly"] = json!([{"from": 1, "price": "16.00"}]);
    };
    let rates = story.catalogue.tax_rates.clone();
    story.catalogue = changed(same);
    story.catalogue.tax_rates = rates;
    story.book("2026-07-01", json!({"kind": "adjust", "plan": "start"}));
    assert_eq!(story.account.documents().len(), 1);
    assert_eq!(story.lines()[0].tax, story.lines()[1].tax);
}

#[test]
fn inv_5_billing_details_are_set_whole_and_tidied() {
    let mut story = story();
    let full = json!({"name": " Muster GmbH ", "street": "Musterweg 1", "postal_code": "12345", "city": "Musterstadt",
        "country": "de", "vat_id": "de 123.456-789", "po_number": "PO-7", "email": "ada@example.org", "contact": "Ada",
        "recipients": "ben@example.org, cleo@example.org", "payment": "bank_transfer"});
    story.book("2026-07-01", billing(full));
    let known = story.account.billing();
    assert_eq!(known.iter().count(), Detail::ALL.len());
    assert_eq!(known.get(Detail::Name), Some("Muster GmbH"));
    assert_eq!(
        (known.get(Detail::Country), known.get(Detail::VatId)),
        (Some("DE"), Some("DE123456789"))
    );
    assert_eq!(known.get(Detail::Payment), Some("bank_transfer"));
    // A missing detail is removed, and whitespace counts as missing.
    story.book(
        "2026-07-02",
        billing(json!({"name": "Muster AG", "city": "  ", "vat_id": null})),
    );
    let known: Vec<_> = story.account.billing().iter().collect();
    assert_eq!(known, [(Detail::Name, "Muster AG")]);
    assert_eq!(
        story.refused("2026-07-02", billing(json!({"name": "Muster AG "}))),
        "CHG 8 nothing_changed"
    );
}

#[test]
fn inv_5_what_cannot_be_is_refused() {
    let mut story = story();
    for fields in [
        json!({"name": "x".repeat(201)}),
        json!({"name": "Muster\nGmbH"}),
        json!({"country": "Germany"}),
        json!({"country": "DE", "vat_id": "ATU12345678"}),
        json!({"vat_id": "DE12"}),
        json!({"email": "ada"}),
        json!({"email": "ada@b@c"}),
        json!({"recipients": "ada@example.org, ben"}),
        json!({"recipients": "ada@example.org,"}),
        json!({"payment": "payment_page"}),
        json!({"payment": "card"}),
    ] {
        assert_eq!(
            story.refused("2026-07-01", billing(fields.clone())),
            "INV 5 invalid_field",
            "{fields}"
        );
    }
    let letters = json!({"name": "株式会社サンプル", "street": "شارع ١", "city": "Łódź", "contact": "é".repeat(200)});
    story.book("2026-07-01", billing(letters));
}

#[test]
fn inv_5_details_hold_for_later_documents_only() {
    let mut story = story();
    story
        .book("2026-07-01", country("DE"))
        .book("2026-07-01", buy("team", "monthly", 10));
    let issued = last(&story).clone();
    // Renewals due before the change still have the old details (SUB 2).
    story.book("2026-09-15", country("US")).pass("2026-10-01");
    assert_eq!(*story.account.documents()[0], issued);
    let taxes: Vec<String> = story
        .account
        .documents()
        .iter()
        .map(|it| it.heading.tax.to_string())
        .collect();
    assert_eq!(taxes, ["30.40", "30.40", "30.40", "0.00"]);
}

#[test]
fn acc_1_and_inv_5_only_collection_administrators_change_billing_data_and_record_payments() {
    let mut story = story();
    story.book("2026-07-01", buy("team", "monthly", 10));
    story.viewer.collection_administrator = Membership::Unknown;
    story.viewer.role = Some(licensing::Role::Administrator);
    for command in [country("DE"), paid("INV-0001", json!("2026-07-01"), json!(null))] {
        assert_eq!(
            story.refused("2026-07-01", command),
            "ACC 1 not_collection_administrator"
        );
    }
}

fn paid(document: &str, paid_on: Value, reference: Value) -> Value {
    json!({"kind": "record_payment", "document": document, "paid_on": paid_on, "reference": reference})
}

/// The status of a document on a day, by its index.
fn status(story: &Story, at: usize, today: &str) -> &'static str {
    story
        .account
        .payment_status(&story.account.documents()[at], day(today))
        .as_str()
}

#[test]
fn inv_7_open_overdue_paid_and_settled_by_credit() {
    let mut story = Story::new();
    story.book("2026-07-01", buy("team", "monthly", 10));
    assert_eq!(
        status(&story, 0, "2026-07-15"),
        "open",
        "the due date itself is in time"
    );
    assert_eq!(status(&story, 0, "2026-07-16"), "overdue");
    story.book("2026-07-20", paid("INV-0001", json!("2026-07-14"), json!(" 4711 ")));
    assert_eq!(status(&story, 0, "2026-07-20"), "paid");
    let payment = story.account.payment(&story.account.documents()[0]).unwrap();
    assert_eq!(
        (payment.on, payment.reference.as_deref()),
        (day("2026-07-14"), Some("4711"))
    );
    story.book("2026-07-20", licenses(1)).pass("2026-08-01");
    assert_eq!(
        story.documents()[1..],
        ["CN-0001 2026-07-20 -55.75", "INV-0002 2026-08-01 16.00 -16.00"]
    );
    for at in [1, 2] {
        assert_eq!(status(&story, at, "2027-01-01"), "settled_by_credit");
    }
    // An overdue invoice blocks nothing.
    let mut late = Story::new();
    late.book("2026-07-01", buy("team", "monthly", 10)).pass("2027-07-01");
    assert_eq!((status(&late, 0, "2027-07-01"), late.status()), ("overdue", "active"));
    late.book("2027-07-01", licenses(20));
}

#[test]
fn inv_7_a_payment_can_be_corrected_and_taken_back() {
    let mut story = Story::new();
    story.book("2026-07-01", buy("team", "monthly", 10));
    story.book(
        "2026-07-10",
        paid("7T4K-9QXM-2HRA-INV-0001", json!("2026-07-09"), json!(null)),
    );
    story.book("2026-07-10", paid("INV-0001", json!("2026-07-08"), json!("B-1")));
    let same = paid("INV-0001", json!("2026-07-08"), json!("B-1"));
    assert_eq!(story.refused("2026-07-11", same), "CHG 8 nothing_changed");
    story.book("2026-07-11", paid("INV-0001", json!(null), json!(null)));
    assert_eq!(status(&story, 0, "2026-07-11"), "open");
    let again = paid("INV-0001", json!(null), json!(null));
    assert_eq!(story.refused("2026-07-11", again), "CHG 8 nothing_changed");
}

#[test]
fn inv_7_what_cannot_be_paid_is_refused() {
    let mut story = Story::new();
    story
        .book("2026-07-01", buy("team", "monthly", 10))
        .book("2026-07-02", licenses(5));
    for (document, paid_on, expected) in [
        ("INV-0002", "2026-07-02", "INV 7 unknown_document"),
        ("CN-0001", "2026-07-02", "INV 7 nothing_due"),
        ("INV-0001", "2026-06-30", "INV 7 invalid_field"),
        ("INV-0001", "2026-07-04", "INV 7 invalid_field"),
    ] {
        assert_eq!(
            story.refused("2026-07-03", paid(document, json!(paid_on), json!(null))),
            expected
        );
    }
    story.book("2026-07-03", kind("cancel"));
    story.book("2026-12-24", paid("INV-0001", json!("2026-12-24"), json!(null)));
}
