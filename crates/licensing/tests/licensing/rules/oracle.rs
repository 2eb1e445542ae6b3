//! Compares the core with an oracle: vectors that `tests/oracle/proration.py` computes from the rule book alone, and
//! published cases.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use crate::common::license_count;
use licensing::account::access::Actor;
use licensing::billing::document::Document;
use licensing::billing::line::Line;
use licensing::catalogue::prices::{Band, Bands};
use licensing::decide::advance;
use licensing::decide::context::Surroundings;
use licensing::decide::decide;
use licensing::subscription::proration::{refundable, remaining_line, unused_line};
use licensing::subscription::{RefundableCharge, SubscriptionItem};
use licensing::value::subscription_id::SubscriptionId;
use licensing::value::term::{boundary, months_until};
use licensing::{Account, BillingInterval, Catalogue, Command, Date, Deployment, Directory, Money, PlanKey, Term};
use serde_json::Value;

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../../../../tests/oracle/proration-vectors.json")).unwrap()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().unwrap_or_else(|| panic!("`{name}` is no list"))
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name]
        .as_str()
        .unwrap_or_else(|| panic!("`{name}` is no text in {value}"))
}

fn date(value: &Value, name: &str) -> Date {
    Date::parse(text(value, name)).unwrap()
}

fn dollars(text: &str) -> Money {
    Money::parse(text, 2).unwrap()
}

/// One side of an adjustment: the subscribed item and its prices.
fn side(vector: &Value, name: &str) -> (SubscriptionItem, Bands) {
    let side = &vector[name];
    let band = |band: &Value| Band {
        from: number(band, "from"),
        price: dollars(text(band, "price")),
    };
    let item = SubscriptionItem {
        plan: serde_json::from_value::<PlanKey>(side["plan"].clone()).unwrap(),
        length: serde_json::from_value::<BillingInterval>(side["length"].clone()).unwrap(),
        licenses: license_count(number(side, "licences")),
        price_list: licensing::catalogue::prices::PriceListId::starting(date(vector, "price_list")),
    };
    (
        item,
        Bands::new(list(side, "bands").iter().map(band).collect()).unwrap(),
    )
}

fn number(value: &Value, name: &str) -> u32 {
    u32::try_from(value[name].as_u64().unwrap()).unwrap()
}

/// Compares a line with the line of the oracle.
fn same(line: &Line, expected: &Value, id: &str) {
    assert_eq!(
        line.amount,
        dollars(text(expected, "amount")),
        "{id}: amount of {expected}"
    );
    assert_eq!(Some(line.days), expected["days"].as_i64(), "{id}: days");
    assert_eq!(
        Some(line.term_days),
        expected["term_days"].as_i64(),
        "{id}: days of the term"
    );
    assert_eq!(serde_json::to_value(line.kind).unwrap(), expected["kind"], "{id}: kind");
}

#[test]
fn pln_2_the_oracle_agrees_on_graduated_prices() {
    for vector in list(&vectors(), "adjustments") {
        for name in ["before", "after"] {
            let (item, bands) = side(vector, name);
            let expected = dollars(text(&vector[name], "term_price"));
            assert_eq!(
                bands.term_price(item.licenses.get()).unwrap(),
                expected,
                "{} {name}",
                text(vector, "id")
            );
        }
    }
}

#[test]
fn chg_2_chg_3_and_chg_5_the_oracle_agrees_on_every_line() {
    let vectors = vectors();
    assert_eq!(list(&vectors, "adjustments").len(), 300);
    for vector in list(&vectors, "adjustments") {
        let id = text(vector, "id");
        let term = Term {
            start: date(&vector["term"], "start"),
            end: date(&vector["term"], "end"),
        };
        let today = date(vector, "date");
        let ((before, old), (after, new)) = (side(vector, "before"), side(vector, "after"));
        let open = RefundableCharge {
            amount: old.term_price(before.licenses.get()).unwrap(),
            days: term.days(),
            tax: None,
            named: None,
        };
        let unused = unused_line(&before, Some(&old), &open, term, today).unwrap();
        let new_term = if before.length == after.length {
            term
        } else {
            let anchor = date(vector, "anchor");
            let months = months_until(anchor, today);
            Term {
                start: boundary(anchor, months),
                end: boundary(anchor, months + after.length.months()),
            }
        };
        let charge = remaining_line(&after, &new, new_term, today).unwrap();
        let [expected_unused, expected_charge] = list(vector, "lines") else {
            panic!("{id}: two lines")
        };
        same(&unused, expected_unused, id);
        same(&charge, expected_charge, id);
        assert_eq!(unused.amount + charge.amount, dollars(text(vector, "sum")), "{id}: sum");
        let expected_term = &vector["new_term"];
        assert_eq!(serde_json::to_value(new_term).unwrap(), *expected_term, "{id}: term");
    }
}

#[test]
fn sub_1_the_oracle_agrees_on_anchors() {
    let vectors = vectors();
    assert_eq!(list(&vectors, "anchors").len(), 100);
    for vector in list(&vectors, "anchors") {
        let length = serde_json::from_value::<BillingInterval>(vector["length"].clone()).unwrap();
        for (months, expected) in (0_u32..)
            .step_by(length.months() as usize)
            .zip(list(vector, "boundaries"))
        {
            let got = boundary(date(vector, "anchor"), months);
            assert_eq!(
                got.to_string(),
                expected.as_str().unwrap(),
                "{} + {months} months",
                text(vector, "anchor")
            );
        }
    }
}

/// One side of a published case: its value for the rest of the term.
fn published_value(case: &Value, name: &str, digits: u32) -> Option<Money> {
    let side = case[name].as_object()?;
    let price = Money::parse(side["unit_price"].as_str().unwrap(), digits).unwrap();
    let whole = price
        .checked_mul(u32::try_from(side["quantity"].as_u64().unwrap()).unwrap())
        .unwrap();
    let end = date(case, "period_end");
    let days = date(case, "period_start").days_until(end);
    whole.prorate(date(case, "change_date").days_until(end), days)
}

#[test]
fn chg_3_the_published_cases_come_out() {
    let cases: Value = serde_json::from_str(include_str!("../../../../../tests/proration-cases.json")).unwrap();
    let mut proved = 0;
    for case in list(&cases, "cases") {
        let (id, expected, digits) = (text(case, "id"), &case["expected"], number(case, "minor_digits"));
        let money = |name: &str| expected[name].as_str().map(|text| Money::parse(text, digits).unwrap());
        proved += 1;
        match text(case, "type") {
            "proration" => {
                let (credit, charge) = (
                    published_value(case, "old", digits),
                    published_value(case, "new", digits),
                );
                let nothing = Money::zero(digits);
                let net = charge.unwrap_or(nothing) - credit.unwrap_or(nothing);
                let used = || Some(Money::parse(case["old"]["unit_price"].as_str()?, digits)? - credit?);
                for (name, got) in [
                    ("credit", credit),
                    ("charge", charge),
                    ("net", Some(net)),
                    ("used_value", used()),
                ] {
                    assert!(
                        money(name).is_none() || money(name) == got,
                        "{id}: {name} {got:?}, not {:?}",
                        money(name)
                    );
                }
            }
            "fraction" => {
                let (start, end) = (date(case, "period_start"), date(case, "period_end"));
                let term = Term { start, end };
                let used = term.days() - term.rest(date(case, "change_date"));
                assert_eq!(
                    format!("{used}/{}", term.days()),
                    text(expected, "fraction_used"),
                    "{id}"
                );
            }
            "day_count" => {
                let days = date(case, "period_start").days_until(date(case, "period_end"));
                assert_eq!(Some(days), expected["days_total"].as_i64(), "{id}");
            }
            "anchor" => {
                for (months, expected) in (0_u32..).zip(list(expected, "boundaries")) {
                    let got = boundary(date(case, "period_start"), months);
                    assert_eq!(got.to_string(), expected.as_str().unwrap(), "{id}");
                }
            }
            // CHG 6: never more than what is left of the booked line, and never negative.
            "credit_cap" => {
                let [value, paid, given] =
                    ["potential_credit", "originally_paid", "credits_already_given"].map(|name| money(name).unwrap());
                assert_eq!(Some(refundable(value, paid, given)), money("credit"), "{id}");
            }
            other => panic!("{id}: unknown type {other}"),
        }
    }
    assert_eq!(proved, list(&cases, "cases").len());
}

/// Replays a story of the oracle: a purchase, adjustments, and renewals as time passes.
fn told(catalogue: &Catalogue, story: &Value) -> Account {
    let people = Directory::default();
    let viewer = Actor::collection_administrator();
    let mut account = Account::new(SubscriptionId::SAMPLE, Deployment::Services, catalogue);
    let give = |account: &mut Account, today: Date, command: &Command| {
        advance(account, Surroundings::unchanged(catalogue, &people, today));
        let context = Surroundings::unchanged(catalogue, &people, today).of(account, &viewer);
        let events =
            decide(context, command).unwrap_or_else(|refusal| panic!("{today}: {}", refusal.message(catalogue)));
        events.iter().for_each(|event| account.apply(event));
    };
    let plan = serde_json::from_value(story["plan"].clone()).unwrap();
    let buy = Command::Buy {
        plan,
        length: BillingInterval::Monthly,
        licenses: number(story, "licences"),
        keep: None,
    };
    give(&mut account, date(story, "start"), &buy);
    for change in list(story, "changes") {
        let adjust = Command::Adjust {
            plan: None,
            length: None,
            licenses: Some(number(change, "licences")),
            drop_scheduled: None,
        };
        give(&mut account, date(change, "date"), &adjust);
    }
    advance(
        &mut account,
        Surroundings::unchanged(catalogue, &people, date(story, "until")),
    );
    account
}

/// A document in the format of the oracle.
fn as_oracle(document: &Document, credit_after: Money) -> Value {
    let heading = &document.heading;
    let lines: Vec<Value> = document
        .lines
        .iter()
        .map(|line| serde_json::json!({"kind": line.kind, "amount": line.amount}))
        .collect();
    serde_json::json!({
        "number": heading.number, "date": document.date, "lines": lines, "total": heading.total,
        "credit_applied": heading.credit_applied, "due": heading.due, "credit_after": credit_after,
    })
}

/// Also SUB 2 (renewals on their own days), CHG 7 and CRD 1 (documents and credit) and INV 3 (numbers).
#[test]
fn chg_12_the_oracle_tells_the_same_stories() {
    let catalogue = Catalogue::shipped().unwrap();
    let vectors = vectors();
    assert_eq!(text(&list(&vectors, "stories")[0], "name"), "CHG 12");
    for story in list(&vectors, "stories") {
        let (name, account) = (text(story, "name"), told(&catalogue, story));
        let expected = list(story, "documents");
        let mut movements = account.credit().movements().iter().peekable();
        let mut credit = dollars("0");
        for (document, expected) in account.documents().iter().zip(expected) {
            let number = Some(&document.heading.number);
            credit = movements
                .next_if(|it| it.document.as_ref() == number)
                .map_or(credit, |it| it.balance);
            assert_eq!(as_oracle(document, credit), *expected, "{name}");
        }
        assert_eq!(movements.next(), None, "{name}: a movement without its document");
        assert_eq!(account.documents().len(), expected.len(), "{name}");
        assert_eq!(
            account.credit().balance(),
            dollars(text(story, "credit")),
            "{name}: credit"
        );
        let term = account.paid().unwrap().term;
        assert_eq!(serde_json::to_value(term).unwrap(), story["term"], "{name}: term");
    }
}
