//! Documents of every sample organization, of unusual buyers, and with many lines: PDF, XML, and CSV are read back and
//! compared with the rules, to the cent. If the environment variable DOCUMENTS names a folder, they are also written
//! there, for scripts/check-documents.sh and for manual inspection.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

mod catalogues;
mod prove;
mod read_back;
mod reversing;

use crate::common::license_count;
use catalogues::{shipped, taxing};
use documents::{Issued, PrintedDocument, cii, csv, issued, pdf, statement};
use licensing::billing::details::Detail;
use licensing::billing::payment::{Payment, PaymentStatus};
use licensing::decide::advance;
use licensing::decide::context::Surroundings;
use licensing::ledger::Ledger;
use licensing::scenario::Scenario;
use licensing::scenario::replay::run;
use licensing::text::printable::printable;
use licensing::{Account, Catalogue, Date, Deployment, Directory, Money};
use prove::{FONTS, keep, prove};
use read_back::pdf_text;
use sample::seed::SeedContext;
use sample::settings::{Choice, Org, present};
use sample::stories::seed;
use serde_json::{Value, json};
/// The documents of an organization, from its journal.
fn organization(org: Org, catalogue: &Value) -> (Vec<Issued>, Account, Vec<Value>) {
    let checked = Catalogue::from_value(catalogue).unwrap();
    let context = SeedContext {
        deployment: Deployment::Services,
        catalogue: &checked,
        catalogue_value: catalogue,
    };
    let lines = seed(org, context).unwrap();
    let ledger = Ledger::read(lines.iter().map(String::as_str)).unwrap();
    let mut account = ledger.account().clone();
    let people = Directory::new(sample::people::people(org.people(), present()));
    advance(&mut account, Surroundings::unchanged(&checked, &people, present()));
    let steps = ledger
        .records()
        .iter()
        .map(|it| json!({"on": it.today, "command": it.command}));
    let steps = steps.chain([json!({"on": present()})]).collect();
    (issued::of_ledger(&ledger, &account, &checked), account, steps)
}

/// The organizations that differ in their stories. Larger ones add nothing.
fn organizations() -> impl Iterator<Item = (Org, &'static str)> {
    let told = Org::ALL.iter().map(|(org, name, _)| (*org, *name));
    told.filter(|(org, _)| !matches!(org, Org::Licensed10000 | Org::Enterprise | Org::Documents5000))
}

#[test]
fn inv_4_every_seeded_document_agrees_to_the_cent_in_pdf_xml_csv_and_replay() {
    let (mut with_xml, mut all) = (0, 0);
    for (of, catalogue) in [("shipped", shipped()), ("taxing", taxing())] {
        for (org, name) in organizations() {
            let (issued, account, steps) = organization(org, &catalogue);
            let from_journal: Vec<_> = issued.iter().map(|it| it.document.clone()).collect();
            assert_eq!(from_journal, account.documents(), "{name}");
            // The same commands as a scenario. The people have no effect on sums.
            let scenario: Scenario =
                serde_json::from_value(json!({"deployment": "services", "catalogue": catalogue, "steps": steps}))
                    .unwrap();
            let replayed = run(&scenario, &scenario.check().unwrap()).answer.documents;
            assert_eq!(replayed.len(), issued.len(), "{name}");
            for (document, answer) in issued.iter().zip(&replayed) {
                let printed = PrintedDocument::new(document, &account, present());
                assert_eq!(
                    (
                        &answer.number,
                        answer.net,
                        answer.tax,
                        answer.total,
                        answer.credit_applied,
                        answer.due
                    ),
                    (
                        &printed.number.as_str().into(),
                        printed.net,
                        printed.tax,
                        printed.total,
                        printed.credit_applied,
                        printed.due
                    )
                );
                with_xml += usize::from(prove(&format!("{of}-{name}-{}", printed.number), &printed));
                all += 1;
            }
        }
    }
    // The organization with very many people has no billing details.
    assert_eq!((with_xml, all), (36, 38), "documents with an XML, and all");
}

#[test]
fn inv_3_a_document_is_the_same_whenever_it_is_made_and_knows_the_buyer_of_its_day() {
    let (issued, account, _) = organization(Org::TeamMonthly, &taxing());
    let printed = PrintedDocument::new(&issued[0], &account, present());
    let xml = cii::write(&printed).unwrap();
    let once = pdf::write(&printed, Some(&xml), &FONTS).unwrap();
    assert_eq!(once, pdf::write(&printed, Some(&xml), &FONTS).unwrap());
    let run = scenario(&[
        json!({"on": "2026-07-01", "command": {"kind": "set_billing", "name": "Before GmbH", "country": "DE"}}),
        json!({"on": "2026-07-01", "command": {"kind": "buy", "plan": "team", "length": "monthly", "licences": 10}}),
        json!({"on": "2026-07-02", "command": {"kind": "set_billing", "name": "After AG", "country": "AT"}}),
        json!({"on": "2026-08-01"}),
    ]);
    let names: Vec<_> = run
        .0
        .iter()
        .map(|it| paper_of(it, &run.1).buyer.name.unwrap())
        .collect();
    assert_eq!(names, ["Before GmbH", "After AG"]);
}

/// The documents and the account of a scenario with the catalog for taxes.
fn scenario(steps: &[Value]) -> (Vec<Issued>, Account) {
    scenario_with(&taxing(), steps)
}

/// The same with another catalog.
fn scenario_with(catalogue: &Value, steps: &[Value]) -> (Vec<Issued>, Account) {
    let scenario: Scenario =
        serde_json::from_value(json!({"deployment": "services", "catalogue": catalogue, "steps": steps})).unwrap();
    let catalogue = scenario.check().unwrap();
    let run = run(&scenario, &catalogue);
    for step in &run.answer.steps {
        assert_eq!(step.code, None, "{:?}", step.message);
    }
    (issued::of_account(&run.account, &catalogue), run.account)
}

/// The XML without whitespace between its elements.
fn flat(xml: &str) -> String {
    xml.lines().map(str::trim).collect()
}

fn paper_of(issued: &Issued, account: &Account) -> PrintedDocument {
    PrintedDocument::new(issued, account, present())
}

/// A purchase of ten licenses and a reduction by five, billed to a buyer with these details.
fn billed_to(details: &Value) -> (Vec<Issued>, Account) {
    billed_with(&taxing(), details)
}

/// The same with another catalog.
fn billed_with(catalogue: &Value, details: &Value) -> (Vec<Issued>, Account) {
    let mut billing = details.clone();
    billing["kind"] = "set_billing".into();
    scenario_with(
        catalogue,
        &[
            json!({"on": "2026-07-01", "command": billing}),
            json!({"on": "2026-07-01", "command": {"kind": "buy", "plan": "team", "length": "monthly", "licences": 10}}),
            json!({"on": "2026-07-02", "command": {"kind": "adjust", "licences": 5}}),
            json!({"on": "2026-08-01"}),
        ],
    )
}

#[test]
fn inv_6_every_kind_of_tax_has_a_valid_document() {
    for (name, details) in [
        ("standard", json!({"name": "Standard GmbH", "country": "DE"})),
        (
            "reverse",
            json!({"name": "Reverse GmbH", "country": "AT", "vat_id": "ATU12345678"}),
        ),
        (
            "zero",
            json!({"name": "Null SA", "country": "CH", "vat_id": "CHE123456789MWST"}),
        ),
        (
            "none",
            json!({"name": "Nothing Inc.", "country": "US", "vat_id": "12-3456789", "payment": "payment_page"}),
        ),
    ] {
        let (issued, account) = billed_to(&details);
        assert_eq!(issued.len(), 3);
        for document in &issued {
            let printed = paper_of(document, &account);
            assert!(prove(&format!("tax-{name}-{}", printed.number), &printed), "{name}");
            assert_eq!(
                printed
                    .notes()
                    .contains(&"Reverse charge: the recipient is liable for the tax.".to_owned()),
                name == "reverse"
            );
        }
    }
}

#[test]
fn inv_4_a_credit_note_names_its_invoice_and_no_reference_stands_where_nothing_is_to_be_paid() {
    let (issued, account) = billed_to(&json!({"name": "Muster GmbH", "country": "DE"}));
    let (invoice, credit_note) = (paper_of(&issued[0], &account), paper_of(&issued[1], &account));
    let xml = flat(&cii::write(&credit_note).unwrap());
    let named = format!(
        "<ram:IssuerAssignedID>{}</ram:IssuerAssignedID>",
        invoice.printed_number
    );
    let reference = xml.split("<ram:InvoiceReferencedDocument>").nth(1).unwrap();
    assert!(reference.starts_with(&named), "BG-3: {xml}");
    assert!(
        reference.contains("<qdt:DateTimeString format=\"102\">20260701</qdt:DateTimeString>"),
        "{xml}"
    );
    assert!(!xml.contains("PaymentReference"), "BT-83 without BT-81: {xml}");
    assert!(!cii::write(&invoice).unwrap().contains("InvoiceReferencedDocument"));
    // Credit paid all of it. Nothing has to be paid, so there are no payment means either.
    let paid = paper_of(&issued[2], &account);
    let xml = cii::write(&paid).unwrap();
    assert_eq!(
        xml.contains("PaymentReference"),
        xml.contains("SpecifiedTradeSettlementPaymentMeans"),
        "{xml}"
    );
    let printed = credit_note.rows[0].gives_back.clone().unwrap();
    assert!(printed.contains(&invoice.printed_number), "{printed}");
}

#[test]
fn inv_6_a_tax_number_without_its_country_stands_where_the_standard_has_a_place_for_it() {
    let mut catalogue = taxing();
    catalogue["seller"]["country"] = json!("AU");
    catalogue["seller"]["vat_id"] = json!("51824753556");
    catalogue["tax_rates"] = json!([
        {"id": "au", "country": "AU", "percent": "10", "reverse_charge": false},
        {"id": "nz", "country": "NZ", "percent": "0", "reverse_charge": false},
    ]);
    for (name, details) in [
        (
            "au",
            json!({"name": "Buyer Pty", "country": "AU", "vat_id": "53004085616"}),
        ),
        (
            "nz",
            json!({"name": "Buyer Ltd", "country": "NZ", "vat_id": "123456789"}),
        ),
        (
            "us",
            json!({"name": "Buyer Inc.", "country": "US", "vat_id": "12-3456789"}),
        ),
    ] {
        let (issued, account) = billed_with(&catalogue, &details);
        for document in &issued {
            let printed = paper_of(document, &account);
            assert!(prove(&format!("number-{name}-{}", printed.number), &printed));
            let xml = flat(&cii::write(&printed).unwrap());
            let seller = xml.split("<ram:BuyerTradeParty>").next().unwrap();
            let buyer = xml.split("<ram:BuyerTradeParty>").nth(1).unwrap();
            // BR-CO-26 requires an identifier of the seller, and a tax number without a country is not one.
            assert!(
                seller.contains("<ram:SellerTradeParty><ram:ID>51824753556</ram:ID>"),
                "{xml}"
            );
            // A buyer has no element for a tax number (FX-SCH-A-000570), so it becomes the buyer's identifier.
            assert!(!buyer.contains("schemeID=\"FC\""), "{xml}");
            assert!(
                buyer.starts_with(&format!("<ram:ID>{}</ram:ID>", printed.buyer.vat_id.as_ref().unwrap())),
                "{xml}"
            );
        }
    }
}

#[test]
fn inv_6_rates_that_are_equal_are_one_group_however_they_are_written() {
    let mut catalogue = taxing();
    catalogue["tax_rates"] = json!([
        {"id": "at", "country": "AT", "percent": "20", "reverse_charge": false},
        {"id": "fr", "country": "FR", "percent": "20.0", "reverse_charge": false},
    ]);
    let (issued, account) = scenario_with(
        &catalogue,
        &[
            json!({"on": "2026-07-01", "command": {"kind": "set_billing", "name": "A", "country": "AT"}}),
            json!({"on": "2026-07-01", "command": {"kind": "buy", "plan": "team", "length": "monthly", "licences": 10}}),
            json!({"on": "2026-07-08", "command": {"kind": "set_billing", "name": "F", "country": "FR"}}),
            json!({"on": "2026-07-08", "command": {"kind": "adjust", "licences": 13}}),
        ],
    );
    let printed = paper_of(&issued[1], &account);
    assert!(prove("rates-equal", &printed));
    // -123.87 and 161.03: taxed separately, they would result in -24.77 and 32.21, together 7.44. The tax on their sum
    // of 37.16 is 7.43.
    assert_eq!(
        (printed.net.to_string().as_str(), printed.tax.to_string().as_str()),
        ("37.16", "7.43")
    );
    let xml = flat(&cii::write(&printed).unwrap());
    assert_eq!(xml.matches("<ram:BasisAmount>").count(), 1, "{xml}");
    assert_eq!(printed.rates.len(), 1);
}

#[test]
fn inv_3_what_no_document_can_carry_prints_as_a_replacement_and_stops_nothing() {
    let (mut issued, account) = billed_to(&json!({"name": "Muster GmbH", "country": "DE"}));
    // Such characters may occur in journals that were written before they were refused.
    let odd = "A\u{ffff}B\u{fdd0}C\u{1}D\u{1fffe}E";
    for document in &mut issued {
        let mut billing = (*document.document.billing).clone();
        for detail in [
            Detail::Name,
            Detail::Street,
            Detail::City,
            Detail::Contact,
            Detail::PoNumber,
        ] {
            billing.set(detail, odd.to_owned());
        }
        std::sync::Arc::make_mut(&mut document.document).billing = billing.into();
        let mut catalogue = (*document.catalogue).clone();
        catalogue.product = odd.to_owned();
        catalogue.seller.name = odd.to_owned();
        catalogue.seller.bank = Some(vec![odd.to_owned()]);
        document.catalogue = catalogue.into();
        let mut printed = paper_of(document, &account);
        printed.payment = Some(Payment {
            on: printed.date,
            reference: Some(printable(odd)),
        });
        assert!(prove(&format!("odd-{}", printed.number), &printed));
        assert_eq!(
            printed.buyer.name.as_deref(),
            Some("A\u{fffd}B\u{fffd}C\u{fffd}D\u{fffd}E")
        );
        let metadata = read_back::pdf_metadata(&pdf::write(&printed, None, &FONTS).unwrap());
        assert!(
            metadata.contains("A\u{fffd}B") && !metadata.contains('\u{ffff}'),
            "{metadata}"
        );
    }
}

#[test]
fn inv_6_several_rates_on_one_document_are_valid_too() {
    let mut steps = Vec::new();
    let places = [
        json!({"name": "A", "country": "DE"}),
        json!({"name": "B", "country": "US"}),
        json!({"name": "C", "country": "AT", "vat_id": "ATU12345678"}),
        json!({"name": "D", "country": "CH", "vat_id": "CHE123456789"}),
        json!({"name": "E", "country": "FR", "vat_id": "FR12345678901"}),
        json!({"name": "F", "country": "US", "vat_id": "FR12345678901"}),
    ];
    for (at, mut billing) in places.into_iter().enumerate() {
        billing["kind"] = "set_billing".into();
        let day = format!("2026-07-{:02}", at + 1);
        let licenses = if at % 2 == 0 { 10 + at } else { 20 - at };
        let order = match at {
            0 => json!({"kind": "buy", "plan": "team", "length": "monthly", "licences": licenses}),
            _ => json!({"kind": "adjust", "licences": licenses}),
        };
        steps.push(json!({"on": day, "command": billing}));
        steps.push(json!({"on": day, "command": order}));
    }
    let (issued, account) = scenario(&steps);
    let mut with_xml = Vec::new();
    for document in &issued {
        let printed = paper_of(document, &account);
        if prove(&format!("rates-{}", printed.number), &printed) {
            with_xml.push((printed.rates.len(), printed.kind));
        } else {
            // A credit under reverse charge needs a VAT ID with a country, but the buyer of that day has a different
            // one.
            assert!(cii::write(&printed).is_err());
        }
    }
    assert!(with_xml.iter().any(|(rates, _)| *rates == 2));
}

#[test]
fn inv_4_what_is_missing_for_an_xml_is_said_and_the_plain_pdf_stands() {
    for (details, missing) in [
        (json!({"country": "DE"}), "the billing details have no name"),
        (
            json!({"name": "Muster"}),
            "the billing details have no ISO 3166 country",
        ),
    ] {
        let (issued, account) = billed_to(&details);
        let printed = paper_of(&issued[0], &account);
        assert_eq!(cii::write(&printed).unwrap_err().to_string(), missing);
        assert!(!prove(&format!("plain-{}", missing.len()), &printed));
    }
}

#[test]
fn inv_4_names_outside_latin_1_are_shown_right() {
    for (name, buyer, shown) in [
        ("polish", "Łódź Źródło Sp. z o.o.", true),
        ("greek", "Παράδειγμα Α.Ε.", true),
        ("cyrillic", "ООО «Пример»", true),
        ("vietnamese", "Công ty Nguyễn Văn Mẫu", true),
        ("arabic", "شركة المثال للبرمجيات (Example LLC)", true),
        ("hebrew", "חברת דוגמה בע\"מ 2026", true),
        ("chinese", "示例软件有限公司 Example", false),
    ] {
        let details = json!({"name": buyer, "street": buyer, "city": "Ω", "country": "DE", "contact": buyer});
        let (issued, account) = billed_to(&details);
        let printed = paper_of(&issued[0], &account);
        assert!(prove(&format!("name-{name}"), &printed));
        let pdf = pdf::write(&printed, None, &FONTS).unwrap();
        let text = pdf_text(&pdf);
        assert_eq!(
            text.contains("does not include, such as Chinese characters"),
            !shown,
            "{name}"
        );
        // For right-to-left text, readers reorder the words, so this compares only the letters.
        let letters = |text: &str| {
            text.chars()
                .filter(|it| it.is_alphabetic())
                .collect::<std::collections::BTreeSet<char>>()
        };
        let in_pdf = letters(&text);
        let lost: Vec<char> = letters(buyer).into_iter().filter(|it| !in_pdf.contains(it)).collect();
        assert_eq!(lost.is_empty(), shown, "{name}: {lost:?}");
    }
}

#[test]
fn inv_4_a_long_document_goes_over_several_pages() {
    let long =
        "Very long name of a company that goes on and on, with a branch, a department and a cost centre ".repeat(2);
    let (issued, account) = billed_to(&json!({"name": long.trim(), "country": "DE", "po_number": "9".repeat(180)}));
    let mut printed = paper_of(&issued[0], &account);
    let row = printed.rows[0].clone();
    printed.rows = vec![row; 60];
    let pdf = pdf::write(&printed, None, &FONTS).unwrap();
    keep("long", "pdf", &pdf);
    let text = pdf_text(&pdf);
    assert!(text.contains("Page 1 of 5") && text.contains("Page 5 of 5"), "{text}");
    assert_eq!(
        text.matches("Description Period Days Licenses Amount").count(),
        4,
        "the head of the table stands on each page with lines"
    );
    assert_eq!(text.matches("31 / 31 10 160.00").count(), 60);
}

#[test]
fn inv_4_no_text_runs_into_another_however_wide_the_content_is() {
    let (issued, account) = billed_to(&json!({"name": "Wide GmbH", "country": "DE", "po_number": "9".repeat(60)}));
    let widest = Money::parse("-8888888888888888.88", 2).unwrap();
    let mut printed = paper_of(&issued[0], &account);
    printed.seller.name = Some("Seller with a name that is very long ".repeat(4));
    let mut row = printed.rows[0].clone();
    row.line.licenses = license_count(10_000_000);
    row.line.amount = widest;
    (row.line.days, row.line.term_days) = (366, 366);
    printed.rows = vec![row; 120];
    for rate in &mut printed.rates {
        (rate.net, rate.amount) = (widest, widest);
    }
    for sum in [
        &mut printed.net,
        &mut printed.tax,
        &mut printed.total,
        &mut printed.credit_applied,
        &mut printed.due,
    ] {
        *sum = widest;
    }
    let found = pdf::overlaps(&printed, &FONTS);
    assert!(found.is_empty(), "{found:#?}");
    let pdf = pdf::write(&printed, None, &FONTS).unwrap();
    keep("wide", "pdf", &pdf);
    assert!(pdf_text(&pdf).contains("366 / 366 10000000 -8888888888888888.88"));
}

/// An invoice for ten licenses and a credit note for four of them, as of a day. The invoice is paid if there is a
/// payment.
fn as_of(today: &str, payment: Option<Value>) -> (PrintedDocument, PrintedDocument) {
    let mut steps = vec![
        json!({"on": "2026-07-01", "command": {"kind": "set_billing", "name": "Muster GmbH", "country": "US"}}),
        json!({"on": "2026-07-01", "command": {"kind": "buy", "plan": "team", "length": "monthly", "licences": 10}}),
        json!({"on": "2026-07-02", "command": {"kind": "adjust", "licences": 6}}),
    ];
    steps.extend(payment.map(|command| json!({"on": "2026-07-10", "command": command})));
    let (issued, account) = scenario(&steps);
    let today = Date::parse(today).unwrap();
    let papers = [0, 1].map(|at| PrintedDocument::new(&issued[at], &account, today));
    let [invoice, credit_note] = papers;
    (invoice, credit_note)
}

#[test]
fn inv_7_a_pdf_says_what_was_paid_and_what_is_left_and_the_xml_stays_as_issued() {
    let payment =
        json!({"kind": "record_payment", "document": "INV-0001", "paid_on": "2026-07-09", "reference": "TRX 4711"});
    let (paid, credit_note) = as_of("2026-07-20", Some(payment));
    let (open, _) = as_of("2026-07-15", None);
    let (overdue, _) = as_of("2026-07-20", None);
    for (name, printed, wanted) in [
        (
            "paid",
            &paid,
            "Amount due 160.00 USD Paid on 2026-07-09, reference TRX 4711 160.00 USD Balance 0.00 USD",
        ),
        ("open", &open, "Amount due 160.00 USD Balance 160.00 USD Due 2026-07-15"),
        (
            "overdue",
            &overdue,
            "Amount due 160.00 USD Balance 160.00 USD Overdue since 2026-07-16, due 2026-07-15",
        ),
        (
            "credit-note",
            &credit_note,
            "Amount due 0.00 USD Added to credit 61.94 USD Balance 0.00 USD",
        ),
    ] {
        assert!(prove(&format!("settled-{name}"), printed));
        let text = pdf_text(&pdf::write(printed, None, &FONTS).unwrap());
        assert!(text.contains(wanted), "{name}: {text}");
    }
    let xml = [&paid, &open, &overdue].map(|printed| cii::write(printed).unwrap());
    assert!(xml.iter().all(|it| *it == xml[0]), "INV 3");
}

#[test]
fn inv_7_a_payment_with_a_reference_of_many_words_runs_into_nothing() {
    let reference = "a reference that goes on and on ".repeat(6);
    let payment = json!({"kind": "record_payment", "document": "INV-0001", "paid_on": "2026-07-09", "reference": reference.trim()});
    let (mut printed, _) = as_of("2026-07-20", Some(payment));
    let row = printed.rows[0].clone();
    // The sums start at various heights of the page.
    for rows in 1..20 {
        printed.rows = vec![row.clone(); rows];
        assert_eq!(pdf::overlaps(&printed, &FONTS), Vec::<String>::new(), "{rows}");
    }
}

#[test]
fn inv_7_and_crd_2_the_overview_and_the_statement_say_what_is_open() {
    let (issued, account, _) = organization(Org::TeamMonthly, &shipped());
    let day = |text: &str| Date::parse(text).unwrap();
    let year = (day("2026-01-01"), day("2026-12-31"));
    let overview = statement::overview(&issued, &account, year, present());
    let status = |status: PaymentStatus| overview.entries.iter().filter(|it| it.status == status).count();
    let [settled, open, overdue, paid, _] = PaymentStatus::ALL.map(status);
    assert_eq!((settled + open + overdue + paid, paid), (issued.len(), 4));
    assert!(open > 0 && overdue > 0 && settled > 0);
    assert!(overview.open > overview.overdue && !overview.overdue.is_zero());
    let text = csv::overview(&overview);
    keep("documents", "csv", text.as_bytes());
    assert!(text.contains("INV-0001,invoice,2026-07-01,2026-07-15,\"Team, monthly: full term, 10 licenses\",160.00,0.00,160.00,0.00,160.00,160.00,0.00,paid,2026-07-10,TRX-10021,\r\n"));
    let july = statement::overview(&issued, &account, (day("2026-07-01"), day("2026-07-31")), present());
    assert_eq!(july.entries.len(), 2);
    let (before, movements) = statement::credit_statement(&account, (day("2026-10-01"), day("2026-12-31")));
    assert_eq!(
        before + movements.iter().map(|it| it.amount).sum(),
        account.credit().balance()
    );
    assert!(csv::credit((before, movements)).starts_with("\u{feff}date,reason,document,amount,balance\r\n,before,,,"));
}
