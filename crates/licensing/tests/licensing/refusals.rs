//! Every refusal with its rule, code and message, compared with `tests/refusals.txt` byte for byte. Administrators read
//! these messages, so none may change by accident (SUB 8).
#![allow(clippy::unwrap_used, reason = "tests say what they expect")]

use crate::common::license_count;
use licensing::activation::check::FailedCheck;
use licensing::activation::grant::Grant;
use licensing::activation::proxy::ProxyError;
use licensing::billing::details::Detail;
use licensing::refusal::Dependent;
use licensing::refusal::field_error::{FieldError, TextField};
use licensing::refusal::state_refusal::StateRefusal;
use licensing::value::instance::{InstanceId, InstanceScope};
use licensing::value::instant::Instant;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{BillingInterval, Catalogue, Date, Money, PersonId, PlanKey, Refusal, Term};
use std::collections::BTreeSet;

/// The golden file.
const GOLDEN: &str = include_str!("refusals.txt");

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// A reminder to add each new variant to the list below: the compiler stops here.
fn is_listed(refusal: &Refusal) -> bool {
    match refusal {
        Refusal::State { code, .. } => match code {
            StateRefusal::TrialUsed
            | StateRefusal::AlreadySubscribed
            | StateRefusal::NoSubscription
            | StateRefusal::Canceled
            | StateRefusal::AlreadyCanceled
            | StateRefusal::NotCanceled
            | StateRefusal::CancelFirst
            | StateRefusal::NothingChanged
            | StateRefusal::NoLicensesInTrial
            | StateRefusal::Expired => true,
        },
        Refusal::Field(invalid) => match invalid {
            FieldError::TooLong { .. }
            | FieldError::Unprintable { .. }
            | FieldError::Country { .. }
            | FieldError::VatId { .. }
            | FieldError::Email { .. }
            | FieldError::Payment { .. }
            | FieldError::PaidOn { .. }
            | FieldError::NoDays
            | FieldError::Proxy(ProxyError::Address { .. } | ProxyError::Port | ProxyError::User)
            | FieldError::BeyondCalendar
            | FieldError::BeyondDigits
            | FieldError::Credit { .. } => true,
        },
        Refusal::NotCollectionAdministrator
        | Refusal::MayNotManageUsers
        | Refusal::ClockBehind { .. }
        | Refusal::NothingScheduled
        | Refusal::ZeroLicenses
        | Refusal::ChooseFree
        | Refusal::CancelFirst
        | Refusal::PlanNotAvailable { .. }
        | Refusal::PlanNotSold { .. }
        | Refusal::LicensesOutOfRange { .. }
        | Refusal::NoPriceList { .. }
        | Refusal::NotImportable { .. }
        | Refusal::NotRunning { .. }
        | Refusal::ReasonMissing
        | Refusal::NoFreeLicense { .. }
        | Refusal::LicensesInUse { .. }
        | Refusal::FirstDay { .. }
        | Refusal::DoesNotFitScheduled { .. }
        | Refusal::NothingChanged
        | Refusal::NothingToUndo
        | Refusal::TooLate { .. }
        | Refusal::DependsOnIt(_)
        | Refusal::UnknownDocument { .. }
        | Refusal::NothingDue { .. }
        | Refusal::ManagedElsewhere { .. }
        | Refusal::Certificate { .. }
        | Refusal::NotActivated
        | Refusal::OtherSubscription { .. }
        | Refusal::OlderCertificate
        | Refusal::UnknownOrder
        | Refusal::CatalogueOlder
        | Refusal::CatalogueUnreadable
        | Refusal::CurrencyChanged { .. }
        | Refusal::UnknownPosition { .. }
        | Refusal::UnknownPerson { .. } => true,
    }
}

/// Every refusal, in every form of its message.
fn every_refusal() -> Vec<Refusal> {
    let not_now = [
        StateRefusal::TrialUsed,
        StateRefusal::AlreadySubscribed,
        StateRefusal::NoSubscription,
        StateRefusal::Canceled,
        StateRefusal::AlreadyCanceled,
        StateRefusal::NotCanceled,
        StateRefusal::CancelFirst,
        StateRefusal::NothingChanged,
        StateRefusal::NoLicensesInTrial,
        StateRefusal::Expired,
    ];
    let with_end = |code| [None, Some(day("2026-12-24"))].map(|end| Refusal::State { code, end });
    let range = |licenses, min, max| Refusal::LicensesOutOfRange {
        plan: PlanKey::Team,
        licenses: license_count(licenses),
        min,
        max,
    };
    let unknown = |count: u32| Refusal::UnknownPerson {
        ids: (1..=count).filter_map(|it| PersonId::new(&format!("p{it}"))).collect(),
    };
    let mut all = vec![
        Refusal::NotCollectionAdministrator,
        Refusal::MayNotManageUsers,
        Refusal::ClockBehind {
            today: day("2026-11-23"),
            last: day("2026-11-24"),
        },
    ];
    all.extend(not_now.into_iter().flat_map(with_end));
    all.extend([
        Refusal::NothingScheduled,
        Refusal::ZeroLicenses,
        Refusal::ChooseFree,
        Refusal::CancelFirst,
    ]);
    all.extend([true, false].map(|on_server| Refusal::PlanNotAvailable {
        plan: PlanKey::Team,
        on_server,
    }));
    all.extend([
        Refusal::PlanNotSold { plan: PlanKey::Team },
        range(300, 1, Some(299)),
        range(4, 3, Some(3)),
        range(19, 20, None),
    ]);
    all.extend([None, Some(day("2026-07-01"))].map(|from| Refusal::NoPriceList {
        plan: PlanKey::Team,
        from,
    }));
    all.extend([
        Refusal::NotImportable { plan: PlanKey::Team },
        Refusal::NotRunning {
            start: day("2025-11-01"),
            end: day("2026-11-01"),
        },
        Refusal::ReasonMissing,
    ]);
    all.extend([(1, 1), (2, 10)].map(|(missing, licenses)| Refusal::NoFreeLicense {
        missing,
        licenses: license_count(licenses),
        needed: licenses + missing,
    }));
    all.extend([(10, 9), (10, 5)].map(|(in_use, licenses)| Refusal::LicensesInUse {
        in_use,
        licenses: license_count(licenses),
    }));
    all.push(Refusal::FirstDay {
        from: day("2026-11-25"),
    });
    all.extend([1, 20].map(|licenses| Refusal::DoesNotFitScheduled {
        plan: PlanKey::Team,
        licenses: license_count(licenses),
    }));
    all.extend([Refusal::NothingChanged, unknown(0), unknown(1), unknown(5), unknown(7)]);
    all.extend(every_invalid().map(Refusal::Field));
    all.extend([
        Refusal::UnknownDocument {
            number: "INV-0009".to_owned(),
        },
        Refusal::NothingDue {
            number: "CN-0001".into(),
        },
    ]);
    all.push(Refusal::NothingToUndo);
    all.push(Refusal::TooLate { on: day("2026-11-23") });
    let number = "INV-0002".into();
    all.extend(
        [
            Dependent::Payment { number },
            Dependent::EndOfTerm,
            Dependent::LicensesInUse {
                in_use: 12,
                licenses: license_count(10),
            },
        ]
        .map(Refusal::DependsOnIt),
    );
    let id = SubscriptionId::SAMPLE;
    all.push(Refusal::ManagedElsewhere { id });
    all.extend(FailedCheck::ALL.map(|check| Refusal::Certificate {
        check,
        grant: Some(Box::new(grant())),
    }));
    all.push(Refusal::Certificate {
        check: FailedCheck::Instance,
        grant: None,
    });
    all.extend([
        Refusal::NotActivated,
        Refusal::OtherSubscription { id },
        Refusal::OlderCertificate,
        Refusal::UnknownOrder,
        Refusal::CatalogueOlder,
        Refusal::CatalogueUnreadable,
        Refusal::CurrencyChanged {
            recorded: ("USD".to_owned(), 2),
            own: ("EUR".to_owned(), 2),
        },
        Refusal::UnknownPosition { position: 7 },
    ]);
    all
}

/// The content of a certificate.
fn grant() -> Grant {
    Grant {
        subscription_id: SubscriptionId::SAMPLE,
        product: "Another product".to_owned(),
        plan: PlanKey::Team,
        length: BillingInterval::Annual,
        licenses: license_count(10),
        term: Term {
            start: day("2026-07-01"),
            end: day("2027-07-01"),
        },
        canceled: false,
        instances: InstanceScope::Only(InstanceId::new("4f1c").into_iter().collect()),
        issued_at: Instant::morning_of(day("2026-07-01")),
        valid_until: day("2027-06-30"),
    }
}

/// Every error in a field that an administrator enters.
fn every_invalid() -> impl Iterator<Item = FieldError> {
    let ways = [vec![], vec!["bank_transfer"], vec!["bank_transfer", "payment_page"]];
    let others = [
        FieldError::TooLong {
            field: TextField::Billing(Detail::Name),
            most: 200,
        },
        FieldError::TooLong {
            field: TextField::RequestReason,
            most: 500,
        },
        FieldError::Unprintable {
            field: TextField::Billing(Detail::VatId),
        },
        FieldError::Country {
            text: "GERMANY".to_owned(),
            meant: None,
        },
        FieldError::Country {
            text: "UK".to_owned(),
            meant: Some("GB"),
        },
        FieldError::VatId {
            text: "DE12".to_owned(),
            example: "DE123456789".to_owned(),
        },
        FieldError::VatId {
            text: "1".repeat(100),
            example: "CHE123456789".to_owned(),
        },
        FieldError::Email {
            text: "ada@".to_owned(),
        },
        FieldError::Proxy(ProxyError::Address {
            text: "ftp://relay".to_owned(),
        }),
        FieldError::Proxy(ProxyError::Address { text: String::new() }),
        FieldError::Proxy(ProxyError::Port),
        FieldError::Proxy(ProxyError::User),
        FieldError::NoDays,
        FieldError::BeyondCalendar,
        FieldError::BeyondDigits,
        FieldError::Credit {
            credit: Money::from_minor(1001, 3),
            digits: 2,
        },
        FieldError::PaidOn {
            on: day("2026-11-25"),
            from: day("2026-11-01"),
            today: day("2026-11-24"),
        },
    ];
    let payment = ways.into_iter().map(|ways| FieldError::Payment { ways });
    others.into_iter().chain(payment)
}

/// One refusal in the format of the golden file.
fn shown(refusal: &Refusal) -> String {
    format!(
        "{} {}\n    {}\n",
        refusal.rule(),
        refusal.code(),
        refusal.message(&Catalogue::shipped().unwrap())
    )
}

#[test]
fn every_refusal_reads_as_the_golden_list_says() {
    let all = every_refusal();
    assert!(all.iter().all(is_listed));
    let mut seen = BTreeSet::new();
    let got: String = all.iter().map(shown).filter(|it| seen.insert(it.clone())).collect();
    if std::env::var_os("UPDATE").is_some() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/licensing/refusals.txt");
        std::fs::write(file, got).unwrap();
        return;
    }
    let (expected, got): (Vec<&str>, Vec<&str>) = (GOLDEN.lines().collect(), got.lines().collect());
    for (at, line) in got.iter().enumerate() {
        assert_eq!(
            Some(line),
            expected.get(at),
            "\ntests/licensing/refusals.txt:{}: if the new words are meant, accept them with\n    UPDATE=1 cargo test --package licensing --test licensing refusals\n",
            at + 1
        );
    }
    assert_eq!(
        got.len(),
        expected.len(),
        "tests/licensing/refusals.txt has lines that no refusal says"
    );
}

#[test]
fn the_codes_are_those_of_the_table_and_no_others() {
    // SUB 8: the cells of the table and "Other codes". INV 5, INV 7 and ACT have codes of their own.
    let expected = "trial_used already_subscribed no_subscription cancelled already_cancelled not_cancelled cancel_first \
                    nothing_changed no_licences_in_trial expired nothing_scheduled choose_free \
                    not_collection_administrator may_not_manage_users clock_behind zero_licences plan_not_available \
                    plan_not_sold licences_out_of_range no_price_list not_importable not_running reason_missing \
                    no_free_licence licences_in_use first_day does_not_fit_scheduled nothing_to_undo too_late depends_on_it unknown_person invalid_field \
                    unknown_document nothing_due managed_elsewhere not_activated other_subscription older_certificate \
                    unknown_order catalogue_older catalogue_unreadable currency_changed unknown_position";
    let checks = FailedCheck::ALL.map(FailedCheck::as_str);
    let expected: BTreeSet<&str> = expected.split_whitespace().chain(checks).collect();
    let got: BTreeSet<&str> = every_refusal().iter().map(Refusal::code).collect();
    assert_eq!(got, expected);
}

#[test]
fn every_message_is_a_sentence_that_fits_a_notice() {
    for refusal in every_refusal() {
        let message = refusal.message(&Catalogue::shipped().unwrap());
        let first = message.chars().next().unwrap();
        // The message quotes the entered text.
        assert!(
            first.is_uppercase() || first.is_ascii_digit() || first == '`',
            "{message}"
        );
        assert!(
            message.ends_with('.') && !message.contains("  ") && !message.contains(".."),
            "{message}"
        );
        assert!(message.len() <= 200, "{} letters: {message}", message.len());
    }
}
