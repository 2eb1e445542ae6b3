//! Everything written can be read back: dates, amounts, people, commands, events, records, catalogs. A value that could
//! not be read back is refused before it is written (SUB 7, CHG 3).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use crate::journal;
use common::{Story, adjust, buy, day, kind, licenses, schedule};
use journal::{Journal, shipped, with};
use licensing::ledger::verify::verify;
use licensing::value::percent::Percent;
use licensing::{Catalogue, Command, Date, Deployment, Event, Money, Person, PersonId};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;

/// A catalog in which every price is `price`, with a tax rate for the billing country DE.
fn priced(price: &str, percent: &str) -> Value {
    with(shipped(), |it| {
        for list in it["price_lists"].as_array_mut().unwrap() {
            for (_, lengths) in list["prices"].as_object_mut().unwrap() {
                for (_, bands) in lengths.as_object_mut().unwrap() {
                    *bands = json!([{"from": 1, "price": price}]);
                }
            }
        }
        it["plans"]["team"]["licences"]["max"] = Value::Null;
        it["tax_rates"] = json!([{"id": "de", "country": "DE", "percent": percent, "reverse_charge": false}]);
    })
}

fn read_again<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let text = serde_json::to_string(value).unwrap();
    match serde_json::from_str::<T>(&text) {
        Ok(read) => assert_eq!(read, *value, "{text}"),
        Err(error) => panic!("{error}: {text}"),
    }
}

#[test]
fn sub_7_nothing_is_booked_beyond_the_calendar() {
    let mut story = Story::new();
    assert_eq!(story.refused("2999-12-31", kind("start_trial")), "SUB 7 invalid_field");
    assert_eq!(
        story.refused("2999-12-10", buy("team", "monthly", 5)),
        "SUB 7 invalid_field",
        "the term would end in 3000"
    );
    assert_eq!(
        story.refused("2999-01-01", buy("team", "annual", 5)),
        "SUB 7 invalid_field"
    );
    story.book("2998-12-30", buy("team", "annual", 5));
    assert_eq!(story.refused("2999-06-01", kind("renew_now")), "SUB 7 invalid_field");
    story.book("2999-06-02", licenses(6));
    for command in [
        licenses(7),
        kind("cancel"),
        json!({"kind": "set_default_role", "role": "budget"}),
    ] {
        assert_eq!(
            story.refused("2999-12-30", command.clone()),
            "SUB 7 invalid_field",
            "the renewal before it would end in 3000: {command}"
        );
    }
    let mut ends = Story::new();
    ends.book("2999-11-10", buy("team", "monthly", 5))
        .book("2999-11-11", kind("cancel"))
        .book("2999-12-31", json!({"kind": "set_default_role", "role": "none"}));
    assert_eq!(ends.status(), "expired");
    // The due date.
    let mut due = Story::new();
    due.book("2999-11-30", buy("team", "monthly", 5));
    assert_eq!(due.refused("2999-12-18", licenses(6)), "SUB 7 invalid_field");
    due.book("2999-12-17", licenses(6));
}

#[test]
fn chg_3_nothing_is_booked_that_no_amount_can_hold() {
    let story = |price: &str, percent: &str| {
        let mut story = Story::of(
            Deployment::Services,
            Catalogue::from_value(&priced(price, percent)).unwrap(),
        );
        story.book("2026-07-01", json!({"kind": "set_billing", "country": "DE"}));
        story
    };
    let mut dear = story("1000000000.00", "19");
    assert_eq!(
        dear.refused("2026-08-01", buy("team", "annual", 10_000_000)),
        "CHG 3 invalid_field"
    );
    assert_eq!(
        dear.refused("2026-08-01", buy("team", "annual", u32::MAX)),
        "CHG 3 invalid_field"
    );
    assert_eq!(
        dear.refused("2026-08-01", buy("team", "annual", 9_000_000)),
        "CHG 3 invalid_field",
        "with the tax it has 19 digits"
    );
    dear.book("2026-08-01", buy("team", "annual", 8_000_000));
    assert_eq!(dear.document(), "INV-0001 2026-08-01 9520000000000000.00");
    assert_eq!(dear.refused("2026-08-02", licenses(9_900_000)), "CHG 3 invalid_field");
    assert_eq!(
        dear.refused("2026-08-02", schedule(json!({"licences": 99_000_000}))),
        "CHG 3 invalid_field",
        "what cannot be booked is not scheduled either"
    );
    let mut exact = story("1000000000.00", "19.000000000000001");
    exact.book("2026-08-01", buy("team", "annual", 8_000_000));
    assert_eq!(exact.document(), "INV-0001 2026-08-01 9520000000000000.08");
    assert_eq!(
        dear.refused(
            "2026-08-02",
            adjust(json!({"plan": "ultimate", "licences": 4_000_000_000_u32}))
        ),
        "CHG 3 invalid_field"
    );
}

#[test]
fn pln_3_a_renewal_that_no_amount_can_hold_stops_the_account_and_says_so() {
    let catalogue = with(priced("1.00", "19"), |it| {
        it["price_lists"][1]["prices"]["team"]["monthly"][0]["price"] = json!("1000000000.00");
    });
    let mut story = Story::of(Deployment::Services, Catalogue::from_value(&catalogue).unwrap());
    story.book("2026-06-20", buy("team", "monthly", 10_000_000));
    for command in [licenses(1), kind("cancel")] {
        assert_eq!(story.refused("2026-08-25", command), "CHG 3 invalid_field");
    }
    assert_eq!(story.end(), "2026-08-20", "nothing is booked that cannot be written");
    // With smaller prices, the account can continue.
    story.catalogue = Catalogue::from_value(&priced("1.00", "19")).unwrap();
    story.book("2026-08-25", licenses(1));
}

#[test]
fn pln_5_a_credit_that_cannot_be_booked_is_refused_and_not_dropped() {
    let import = |credit: &str| json!({"kind": "import", "plan": "legacy_services", "length": "annual", "licences": 5, "start": "2026-05-01", "credit": credit});
    for credit in ["1.001", "-1.00", "999999999999999999", "10000000000000000"] {
        assert_eq!(
            Story::new().refused("2026-07-01", import(credit)),
            "PLN 5 invalid_field",
            "{credit}"
        );
    }
    let mut most = Story::new();
    most.book("2026-07-01", import("9999999999999999.99"));
    // One more cent would give a balance of 19 digits.
    assert_eq!(most.refused("2026-07-02", licenses(4)), "CHG 3 invalid_field");
    most.book("2026-07-02", licenses(6)).book("2026-07-02", licenses(5));
}

#[test]
fn chg_3_arithmetic_of_amounts_never_wraps() {
    let most = Money::parse("9999999999999999.99", 2).unwrap();
    let product = most.checked_mul(u32::MAX).unwrap();
    assert_eq!(
        product.to_string(),
        "42949672949999999957050327.05",
        "exact, and refused"
    );
    assert!(!product.can_be_written() && product.with_digits(2).is_none());
    for amount in [product, -product, product + most, product - most] {
        assert_eq!(amount.checked_mul(u32::MAX), None);
        assert_eq!(amount.prorate(i64::MAX, 3), None);
        assert_eq!(amount.prorate(366, 1), None);
        assert_eq!(
            amount.prorate(365, 365),
            None,
            "what is multiplied first has more than 28 digits"
        );
        assert_eq!(amount.prorate(1, 0), Some(Money::zero(2)));
        assert_eq!(-(-amount) + most - most, amount);
    }
    assert_eq!(most.prorate(i64::MIN, -1), None);
    assert_eq!(most.prorate(365, 366).unwrap().to_string(), "9972677595628415.29");
    assert_eq!((-most).prorate(365, 366).unwrap().to_string(), "-9972677595628415.29");
    assert_eq!(Money::parse("999999999999999999", 2), None);
    assert_eq!(Money::parse("1", 40), None);
    assert_eq!(most.prorate(i32::MAX.into(), i32::MAX.into()), Some(most));
    let percent = Percent::parse("19.0000000000000000").unwrap();
    assert_eq!(percent.of(most).to_string(), "1900000000000000.00");
    assert_eq!(
        Percent::parse("99.9999999999999999").unwrap().of(most).to_string(),
        "9999999999999999.98"
    );
    assert_eq!(
        Percent::parse("0.00000000000000001").unwrap().of(most).to_string(),
        "0.00"
    );
}

#[test]
fn lic_3_days_beyond_the_calendar_free_nobody() {
    let early = day("2026-07-01").minus_days(u32::MAX);
    assert!(early < day("1900-01-01"), "{early}");
    let late = day("2026-07-01").plus_days(u32::MAX);
    assert!(late > day("2999-12-31"), "{late}");
    assert!(day("2026-07-01").plus_months(u32::MAX) > day("2999-12-31"));
}

#[test]
fn sub_2_an_id_of_a_command_is_written_once() {
    let mut journal = Journal::open(Deployment::Services, &shipped());
    journal
        .book("2026-07-01", &shipped(), &buy("team", "monthly", 10))
        .unwrap();
    journal.forge("2026-07-02", None, &licenses(20));
    let line = journal.lines.pop().unwrap();
    journal.ledger.check(&line).unwrap();
    let again = line.replace(r#""command_id":"c2""#, r#""command_id":"c1""#);
    assert_ne!(again, line);
    let damage = journal.ledger.check(&again).unwrap_err();
    assert_eq!(damage.field, "command_id", "{damage}");
    assert!(verify(journal.lines().chain([again.as_str()])).is_err());
}

fn any_day() -> impl Strategy<Value = Date> {
    prop_oneof![
        2 => (1900_i32..=2999, 1_u32..=12, 1_u32..=31),
        1 => (2998_i32..=2999, 1_u32..=12, 1_u32..=31),
        1 => (1900_i32..=1900, 1_u32..=2, 1_u32..=31),
    ]
    .prop_filter_map("there is such a day", |(year, month, day)| Date::new(year, month, day))
}

fn any_money() -> impl Strategy<Value = Money> {
    let most = 999_999_999_999_999_999_i128;
    (
        prop_oneof![-most..=most, Just(most), Just(-most), -200_i128..200],
        0_u32..=4,
    )
        .prop_map(|(minor, digits)| Money::from_minor(minor, digits))
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,12}", any::<String>()]
}

fn any_person() -> impl Strategy<Value = Person> {
    let id = any_text().prop_filter_map("an ID can't be empty", |text| PersonId::new(&text));
    (
        id,
        any_text(),
        prop::option::of(any_text()),
        prop::option::of(any_day()),
        prop::option::of(any_text()),
        prop::sample::select(vec!["active", "disabled", "deleted", "expired"]),
    )
        .prop_map(|(id, name, email, last_access, account, state)| {
            serde_json::from_value(
                json!({"id": id, "name": name, "email": email, "last_access": last_access,
                "account": account, "state": state}),
            )
            .unwrap()
        })
}

/// Any command about money or dates, at the limits.
fn any_command() -> impl Strategy<Value = Value> {
    let plan = || prop::sample::select(vec!["team", "start", "ultimate", "legacy_services"]);
    let length = || prop::sample::select(vec!["monthly", "annual"]);
    let number = || prop_oneof![1_u32..30, any::<u32>(), Just(u32::MAX), Just(10_000_000)];
    let who = || prop::sample::select(vec!["a", "b"]);
    prop_oneof![
        2 => prop::sample::select(vec!["start_trial", "unschedule", "resume", "renew_now", "choose_free"]).prop_map(kind),
        1 => any_text().prop_map(|reason| json!({"kind": "cancel", "reason": reason})),
        4 => (plan(), length(), number()).prop_map(|(plan, length, number)| buy(plan, length, number)),
        3 => number().prop_map(licenses),
        2 => (plan(), length(), number()).prop_map(|(plan, length, licenses)| adjust(json!({"plan": plan, "length": length, "licences": licenses}))),
        2 => (length(), number()).prop_map(|(length, licenses)| schedule(json!({"length": length, "licences": licenses}))),
        2 => (length(), number(), any_day(), prop::option::of(any_money())).prop_map(|(length, licenses, start, credit)| {
            json!({"kind": "import", "plan": "legacy_services", "length": length, "licences": licenses, "start": start, "credit": credit})
        }),
        1 => any_text().prop_map(|name| json!({"kind": "set_billing", "name": name, "country": "DE"})),
        1 => (who(), any_text()).prop_map(|(who, word)| json!({"kind": "answer_request", "person": who, "grant": false, "word": word})),
        1 => (number(), who()).prop_map(|(days, who)| json!({"kind": "free_inactive", "days": days, "keep": [who]})),
        1 => (any_day(), any_text()).prop_map(|(day, reference)| json!({"kind": "record_payment", "document": "INV-0001", "paid_on": day, "reference": reference})),
        1 => who().prop_map(|who| json!({"kind": "reassign", "from": who, "to": "c", "reason": "left"})),
    ]
}

fn any_catalogue() -> impl Strategy<Value = Value> {
    let price = prop::sample::select(vec!["0.00", "16.00", "1000000000.00", "999999.99"]);
    let percent = prop_oneof![
        Just("19".to_owned()),
        Just("0.00000000000000001".to_owned()),
        Just("99.9999999999999999".to_owned()),
        (0_u32..=99, 0_u64..=999_999_999_999_999).prop_map(|(whole, part)| format!("{whole}.{part:015}")),
    ];
    (price, percent, 0_u32..=365, 1_u32..=3650).prop_map(|(price, percent, payment, trial)| {
        with(priced(price, &percent), |it| {
            it["payment_days"] = json!(payment);
            it["trial_days"] = json!(trial);
        })
    })
}

/// The start of an account: today, and both ends of the calendar.
fn beginning() -> impl Strategy<Value = Date> {
    prop_oneof![
        2 => Just(day("2026-07-01")),
        2 => (0_u32..800).prop_map(|days| day("2999-12-31").minus_days(days)),
        1 => Just(day("2025-07-02")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sub_7_days_and_chg_3_amounts_are_read_again(date in any_day(), days in any::<u32>(), money in any_money(), other in any_money(), by in any::<u32>(), part in any::<i32>(), whole in any::<i32>()) {
        read_again(&date);
        read_again(&money);
        prop_assert_eq!(Money::parse(&money.to_string(), money.digits()), Some(money));
        prop_assert!(date.plus_days(days) >= date && date.minus_days(days) <= date);
        prop_assert!(date.plus_days(days) == date || days > 0);
        // A computed amount can be read back, or the program knows that it cannot.
        let computed = [money.checked_mul(by), money.prorate(part.into(), whole.into()), money.prorate(i64::MAX, whole.into())];
        for made in computed.into_iter().flatten().chain([money + other, money - other]) {
            let text = serde_json::to_string(&made);
            let read = text.ok().and_then(|text| serde_json::from_str::<Money>(&text).ok());
            prop_assert!(read == Some(made) || !made.can_be_written(), "{}", made);
        }
    }

    /// Compared with integers: half of a minor unit rounds away from zero.
    #[test]
    fn chg_3_shares_are_rounded_once(money in any_money(), part in 0_i64..=3660, whole in 1_i64..=3660) {
        let product = money.minor() * i128::from(part);
        let twice = product.abs() * 2 + i128::from(whole);
        let expected = Money::from_minor(twice / (2 * i128::from(whole)) * product.signum(), money.digits());
        prop_assert_eq!(money.prorate(part, whole), Some(expected));
    }

    #[test]
    fn lic_1_people_are_read_again(person in any_person()) {
        read_again(&person);
    }

    #[test]
    fn inv_6_percentages_are_read_again_and_never_wrap(whole in 0_u32..=99, part in 0_u64..=9_999_999_999_999_999, sum in any_money()) {
        let percent = Percent::parse(&format!("{whole}.{part:016}")).unwrap();
        read_again(&percent);
        let tax = percent.of(sum);
        prop_assert!(tax.can_be_written());
        prop_assert!(tax.minor().abs() <= sum.minor().abs());
        let expected = sum.minor().abs() / 100 * i128::from(whole) / 2;
        prop_assert!(tax.minor().abs() >= expected, "{tax} of {sum}");
    }

    /// Every booking of every story is read back and verified by the journal, and so is the catalog.
    #[test]
    fn chg_10_every_record_is_read_again(
        catalogue in any_catalogue(),
        first in beginning(),
        steps in prop::collection::vec((prop_oneof![3 => 0_u32..40, 1 => 40_u32..800], any_command()), 1..14),
    ) {
        let mut journal = Journal::open(Deployment::Services, &catalogue);
        let mut today = first;
        for (days, command) in steps {
            today = today.plus_days(days);
            if !today.can_be_written() {
                break;
            }
            let read: Command = serde_json::from_value(command.clone()).unwrap();
            read_again(&read);
            if let Ok(record) = journal.book(&today.to_string(), &catalogue, &command) {
                read_again(&record);
                record.events.iter().for_each(read_again::<Event>);
            }
            prop_assert!(journal.ledger.account().credit().balance().can_be_written());
        }
        let proof = verify(journal.lines());
        prop_assert!(proof.is_ok(), "{:?}", proof);
    }
}
