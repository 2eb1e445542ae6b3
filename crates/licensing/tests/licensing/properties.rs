//! Properties of every sequence of commands: money adds up, licenses suffice, and the journal can be verified.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use crate::random;
use common::{Story, buy, day, licenses};
use licensing::account::access::Actor;
use licensing::billing::document::DocumentKind;
use licensing::billing::line::LineKind;
use licensing::decide::context::Surroundings;
use licensing::decide::decide;
use licensing::event::Event;
use licensing::ledger::verify::verify;
use licensing::scenario::Scenario;
use licensing::{Account, Catalogue, Command, Date, Directory, Money, catalogue};
use proptest::prelude::*;
use random::{DIRECTORIES, Step, journal, parts, steps, tell};
use serde_json::{Value, json};

/// Any JSON, including the limits of numbers, dates and amounts.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop::sample::select(vec![0, 1, 4, u32::MAX]).prop_map(Value::from),
        prop::sample::select(vec![
            "1900-01-01",
            "2999-12-31",
            "2028-02-29",
            "0.00",
            "1000000000",
            "a",
            "none",
            "ultimate"
        ])
        .prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map("[a-z_]{1,8}", inner, 0..3).prop_map(|map| json!(map)),
        ]
    })
}

fn sum(amounts: impl Iterator<Item = Money>) -> Money {
    amounts.fold(Money::zero(2), |a, b| a + b)
}

/// INV 3, CHG 7, CRD 1 and CRD 2: consecutive numbers, matching sums, and a balance equal to the sum of the movements.
fn documents_and_credit_agree(account: &Account) {
    for (document_kind, prefix) in [(DocumentKind::Invoice, "INV"), (DocumentKind::CreditNote, "CN")] {
        let of_kind = account.documents().iter().filter(|it| it.heading.kind == document_kind);
        for (count, document) in (1..).zip(of_kind) {
            assert_eq!(document.heading.number.as_str(), format!("{prefix}-{count:04}"));
        }
    }
    for document in account.documents() {
        let heading = &document.heading;
        assert_eq!(heading.net, sum(document.lines.iter().map(|line| line.amount)));
        assert_eq!(heading.total, heading.net + heading.tax);
        assert!(!heading.due.is_negative() && !heading.credit_applied.is_negative());
        let paid = heading.credit_applied + heading.due;
        let invoice = heading.kind == DocumentKind::Invoice;
        assert_eq!(paid, if invoice { heading.total } else { Money::zero(2) });
        assert_eq!(heading.total.is_negative(), !invoice);
    }
    let mut balance = Money::zero(2);
    for movement in account.credit().movements() {
        balance = balance + movement.amount;
        assert_eq!(balance, movement.balance);
        assert!(!balance.is_negative());
    }
    assert_eq!(balance, account.credit().balance());
}

/// CHG 6: a charge is never refunded beyond its amount, and the used parts add up to the sum of the lines.
fn parts_add_up(events: &[Event]) {
    let mut open: Option<Money> = None;
    let mut used = Money::zero(2);
    let mut booked = Money::zero(2);
    let mut before = Vec::new();
    for event in events {
        if let Event::Undone { order, .. } = event {
            booked = booked + sum(order.lines.iter().map(|line| line.amount));
            (open, used) = before.pop().unwrap();
            continue;
        }
        if event.order().is_some() {
            before.push((open, used));
        }
        let lines = match event {
            Event::Imported { opening_line, .. } => std::slice::from_ref(opening_line),
            _ => event.order().map_or(&[][..], |order| &order.lines),
        };
        for line in lines {
            booked = booked + line.amount;
            assert!(line.days > 0 && line.days <= line.term_days && line.from < line.to);
            if line.kind == LineKind::Unused {
                let Some(paid) = open.take() else {
                    panic!("an unused line gives back from a charge")
                };
                assert!(!(paid + line.amount).is_negative(), "gives back more than the line");
                used = used + paid + line.amount;
            } else {
                assert!(!line.amount.is_negative());
                used = used + open.replace(line.amount).unwrap_or(Money::zero(2));
            }
        }
    }
    assert_eq!(booked, used + open.unwrap_or(Money::zero(2)));
}

/// The pointers of all plain values in a JSON value.
fn leaves(value: &Value, place: String, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => map
            .iter()
            .for_each(|(key, value)| leaves(value, format!("{place}/{key}"), found)),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(at, value)| leaves(value, format!("{place}/{at}"), found)),
        _ => found.push(place),
    }
}

/// Another value of the same type.
fn other(value: &Value) -> Value {
    match value {
        Value::String(text) if Date::parse(text).is_some() => json!("2026-01-17"),
        Value::String(text) if text.contains('.') => json!("123.45"),
        Value::Number(number) => json!(number.as_i64().unwrap() + 1),
        Value::Bool(value) => json!(!value),
        Value::Null => json!("x"),
        _ => json!("somebody else"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn crd_2_inv_3_and_chg_6_money_adds_up_after_every_command(steps in steps(30)) {
        let story = tell(&steps, |story| documents_and_credit_agree(&story.account));
        parts_add_up(&story.events);
    }

    #[test]
    fn lic_5_and_lic_2_there_are_never_more_in_use_than_licenses(steps in steps(40)) {
        tell(&steps, |story| {
            let (in_use, licenses) = (story.in_use(), story.account.licenses());
            assert!(licenses.is_none_or(|licenses| licenses >= in_use), "{in_use} of {licenses:?}");
            let counted = story.account.assignments().with_access(&story.people).len();
            let none = story.status() == "none";
            assert_eq!(usize::try_from(in_use).unwrap(), if none { 0 } else { counted }, "kept count and walk agree");
        });
    }

    #[test]
    fn chg_13_undo_restores_what_was_there_and_costs_nothing(steps in steps(30)) {
        let story = tell(&steps, |_| ());
        let catalogue = Catalogue::shipped().unwrap();
        let owed = |account: &Account| sum(account.documents().iter().filter(|it| account.reversed_by(&it.heading.number).is_none()).map(|it| it.heading.due));
        let mut account = Story::new().account;
        for event in &story.events {
            let before = account.clone();
            account.apply(event);
            let may = matches!(event, Event::Adjusted { .. } | Event::IntervalChanged { .. } | Event::RenewedNow { .. });
            let people = Directory::default();
            let viewer = Actor::collection_administrator();
            let context = Surroundings::unchanged(&catalogue, &people, event.on()).of(&account, &viewer);
            let undone = decide(context, &Command::Undo {});
            let Some(undone) = undone.ok().filter(|_| may) else { continue };
            let mut after = account.clone();
            undone.iter().for_each(|event| after.apply(event));
            prop_assert_eq!(after.tranches(), before.tranches());
            prop_assert_eq!(after.credit().balance(), before.credit().balance());
            prop_assert_eq!(owed(&after), owed(&before));
            let dropped = matches!(event, Event::Adjusted { dropped: Some(_), .. } | Event::IntervalChanged { dropped: Some(_), .. });
            prop_assert!(dropped || after.subscription() == before.subscription());
            documents_and_credit_agree(&after);
        }
    }

    #[test]
    fn chg_4_and_chg_5_the_expiry_moves_by_nothing_else(steps in steps(30)) {
        let story = tell(&steps, |_| ());
        let mut account = Story::new().account;
        for event in &story.events {
            let before = account.paid().map(|paid| paid.term.end);
            account.apply(event);
            let moved = account.paid().map(|paid| paid.term.end) != before;
            let may = matches!(event, Event::Purchased { .. } | Event::Imported { .. } | Event::Renewed { .. }
                | Event::RenewedNow { .. } | Event::IntervalChanged { .. } | Event::Undone { .. } | Event::FreeStarted { .. } | Event::Expired { .. });
            prop_assert!(!moved || may, "{:?}", event);
            prop_assert!(account.paid().is_none_or(|paid| paid.term.contains(event.on())));
        }
        prop_assert_eq!(&account, &story.account, "the account is the fold of its events");
    }

    #[test]
    fn chg_6_there_and_back_on_one_day_nets_to_nothing(number in 1_u32..280, other in 1_u32..280, day in 0_u32..28, annual: bool) {
        let mut story = Story::new();
        story.book("2026-07-01", buy("team", if annual { "annual" } else { "monthly" }, number));
        let on = common::day("2026-07-01").plus_days(day).to_string();
        if other != number {
            story.book(&on, licenses(other)).book(&on, licenses(number));
        }
        let total = sum(story.account.documents().iter().map(|it| it.heading.total));
        prop_assert_eq!(total, story.account.documents()[0].heading.total);
    }

    #[test]
    fn chg_3_more_rest_never_makes_an_increase_cheaper_or_a_credit_smaller(low in 20_u32..299, more in 1_u32..299, early in 0_u32..364, later in 0_u32..364) {
        let (early, later) = (early.min(later), early.max(later) + 1);
        for plan in ["ultimate", "legacy_services"] {
            let change = |from: u32, to: u32, after: u32| {
                let mut story = Story::new();
                let start = json!({"kind": "import", "plan": plan, "length": "annual", "licences": from, "start": "2026-07-01"});
                story.book("2026-07-01", if plan == "ultimate" { buy(plan, "annual", from) } else { start });
                story.book(&day("2026-07-01").plus_days(after).to_string(), licenses(to));
                sum(story.lines().iter().map(|line| line.amount))
            };
            prop_assert!(change(low, low + more, early) >= change(low, low + more, later));
            prop_assert!(change(low + more, low, early) <= change(low + more, low, later));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn inv_3_every_journal_is_proven_and_every_tampering_noticed(steps in steps(24), pick: prop::sample::Index, at: prop::sample::Index) {
        let lines = journal(&steps);
        let proof = verify(lines.iter().map(String::as_str)).map_err(|doubt| TestCaseError::fail(format!("{doubt:?}")))?;
        prop_assert_eq!(proof.bookings, lines.len() - 1);
        prop_assume!(lines.len() > 1);
        let mut changed = lines.clone();
        let line = pick.index(lines.len());
        let mut value: Value = serde_json::from_str(&lines[line]).unwrap();
        let mut places = Vec::new();
        leaves(&value, String::new(), &mut places);
        if line + 1 == lines.len() {
            // No line follows the last one, so the chain does not protect its actor and time.
            places.retain(|place| place.starts_with("/events") || place.starts_with("/p"));
            places.retain(|place| !place.starts_with("/people"));
        }
        let place = &places[at.index(places.len())];
        let spot = value.pointer_mut(place).unwrap();
        let instead = other(spot);
        prop_assume!(instead != *spot);
        *spot = instead;
        changed[line] = serde_json::to_string(&value).unwrap();
        prop_assert!(verify(changed.iter().map(String::as_str)).is_err(), "line {} {}", line, place);
    }

    #[test]
    fn inv_3_a_missing_or_doubled_line_is_noticed(steps in steps(20), pick: prop::sample::Index) {
        let lines = journal(&steps);
        let Some(inner) = lines.len().checked_sub(2).filter(|inner| *inner > 0) else { return Ok(()) };
        let at = 1 + pick.index(inner);
        let mut without = lines.clone();
        without.remove(at);
        prop_assert!(verify(without.iter().map(String::as_str)).is_err());
        let mut doubled = lines.clone();
        doubled.insert(at, lines[at].clone());
        prop_assert!(verify(doubled.iter().map(String::as_str)).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sub_7_reading_never_panics(text in "\\PC*", date in "[0-9-]{0,12}", amount in "[-0-9.]{0,24}") {
        let _ = serde_json::from_str::<Scenario>(&text);
        let _ = Date::parse(&date);
        let _ = Money::parse(&amount, 2);
        let _ = verify(text.lines());
        let scenario = json!({"deployment": "services", "people": [], "steps": [{"on": date, "command": {
            "kind": "import", "plan": "legacy_services", "length": "annual", "licences": u32::MAX, "start": date, "credit": amount}}]});
        if let Ok(scenario) = serde_json::from_value::<Scenario>(scenario)
            && let Ok(catalogue) = scenario.check()
        {
            licensing::scenario::replay::replay(&scenario, &catalogue);
        }
    }

    /// With any value anywhere in a scenario, the scenario is replayed or its error is reported.
    #[test]
    fn sub_7_a_scenario_with_anything_in_it_never_panics(steps in steps(6), at: prop::sample::Index, instead in anything()) {
        let mut today = day("2026-07-01");
        let dated = |(days, people, command): &Step| {
            today = today.plus_days(*days);
            let (_, command, by) = parts(command);
            json!({"on": today, "command": command, "by": by, "people": people.map(|at| common::directory(DIRECTORIES[at]).people().to_vec())})
        };
        let steps: Vec<Value> = steps.iter().map(dated).collect();
        let mut scenario = json!({"deployment": "services", "people": common::directory(DIRECTORIES[0]).people(), "steps": steps,
            "catalogue": serde_json::from_str::<Value>(catalogue::read::SHIPPED).unwrap()});
        let mut places = Vec::new();
        leaves(&scenario, String::new(), &mut places);
        *scenario.pointer_mut(&places[at.index(places.len())]).unwrap() = instead;
        if let Ok(scenario) = serde_json::from_value::<Scenario>(scenario)
            && let Ok(catalogue) = scenario.check()
        {
            licensing::scenario::replay::replay(&scenario, &catalogue);
        }
    }
}
