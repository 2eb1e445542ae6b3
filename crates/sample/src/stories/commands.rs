//! The commands that the histories consist of, and the billing details in them.

use crate::settings::ViewerKind;
use licensing::billing::details::{BillingDetails, Detail};
use licensing::value::role::Assigned;
use licensing::{BillingInterval, Command, Date, PeopleSelector, PersonId, PlanKey};

pub(super) const GERMAN: &[(Detail, &str)] = &[
    (Detail::Name, "Müller & Söhne GmbH"),
    (Detail::Street, "Musterstraße 5"),
    (Detail::PostalCode, "10115"),
    (Detail::City, "Berlin"),
    (Detail::Country, "DE"),
    (Detail::VatId, "DE123456789"),
    (Detail::PoNumber, "PO-2026-17"),
    (Detail::Contact, "Ada Lindqvist"),
    (Detail::Email, "billing@mueller.example.org"),
];

pub(super) const FRENCH: &[(Detail, &str)] = &[
    (Detail::Name, "Exemple Industries SA"),
    (Detail::Street, "12 rue de l’Échantillon"),
    (Detail::PostalCode, "69001"),
    (Detail::City, "Lyon"),
    (Detail::Country, "FR"),
    (Detail::VatId, "FR12345678901"),
];

pub(super) const SPANISH: &[(Detail, &str)] = &[
    (Detail::Name, "Muñoz Ejemplo S.L."),
    (Detail::Street, "Calle de la Muestra 8"),
    (Detail::PostalCode, "28001"),
    (Detail::City, "Madrid"),
    (Detail::Country, "ES"),
];

pub(super) const BRITISH: &[(Detail, &str)] = &[
    (Detail::Name, "Sample Traders Ltd"),
    (Detail::Street, "1 Example Row"),
    (Detail::PostalCode, "EC1A 1AA"),
    (Detail::City, "London"),
    (Detail::Country, "GB"),
    (Detail::PoNumber, "4500012345"),
];

pub(super) const ARABIC: &[(Detail, &str)] = &[
    (Detail::Name, "شركة المثال للبرمجيات"),
    (Detail::Street, "شارع النموذج ١٢"),
    (Detail::City, "دبي"),
    (Detail::Country, "AE"),
];

pub(super) const JAPANESE: &[(Detail, &str)] = &[
    (Detail::Name, "株式会社サンプル (Sample K.K.)"),
    (Detail::City, "Tōkyō"),
    (Detail::Country, "JP"),
];

pub(super) fn billed_to(details: &[(Detail, &str)]) -> Command {
    let mut billing = BillingDetails::default();
    for (detail, text) in details {
        billing.set(*detail, (*text).to_owned());
    }
    Command::SetBilling { billing }
}

pub(super) fn paid(document: &str, on: Date, reference: &str) -> Command {
    Command::RecordPayment {
        document: document.to_owned(),
        paid_on: Some(on),
        reference: Some(reference.to_owned()),
    }
}

pub(super) fn buy(plan: PlanKey, length: BillingInterval, licenses: u32) -> Command {
    Command::Buy {
        plan,
        length,
        licenses,
        keep: None,
    }
}

pub(super) fn adjust(licenses: u32) -> Command {
    Command::Adjust {
        plan: None,
        length: None,
        licenses: Some(licenses),
        drop_scheduled: None,
    }
}

pub(super) fn role(numbers: &[u32], role: Assigned) -> Command {
    Command::SetRole {
        people: PeopleSelector::These(numbers.iter().filter_map(|number| person(*number)).collect()),
        role,
        reason: None,
        licenses: None,
        recent_confirmed: None,
    }
}

/// The person with a number. Number 12 is `p000012`.
pub(super) fn person(number: u32) -> Option<PersonId> {
    let digits = number.to_string();
    PersonId::new(&["p", "000000".get(digits.len()..).unwrap_or_default(), &digits].concat())
}

pub(super) fn id(viewer: ViewerKind) -> Option<PersonId> {
    PersonId::new(viewer.person().0)
}

pub(super) fn day(year: i32, month: u32, day: u32) -> Date {
    Date::new(year, month, day).unwrap_or(Date::EPOCH)
}
