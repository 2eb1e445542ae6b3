//! The history of each sample organization, up to the demo's current day.

use crate::seed::{Seed, SeedContext};
use crate::settings::{Org, ViewerKind, present};
use licensing::billing::details::{BillingDetails, Detail};
use licensing::ledger::Ledger;
use licensing::ledger::journal_error::JournalError;
use licensing::value::role::{Assigned, FreeingReason};
use licensing::{BillingInterval, Command, Date, Deployment, Money, PeopleSelector, PersonId, PlanKey, Role};

/// The lines of an organization's journal. Steps that the catalog does not allow are omitted.
///
/// # Errors
/// The catalog is invalid.
pub fn seed(org: Org, context: SeedContext<'_>) -> Result<Vec<String>, JournalError> {
    story(org, context).map(|(lines, _)| lines)
}

/// The lines of an organization's journal, and the ledger that they produce.
///
/// # Errors
/// The catalog is invalid.
pub fn story(org: Org, context: SeedContext<'_>) -> Result<(Vec<String>, Ledger), JournalError> {
    let (opened, people) = opening(org);
    let mut seed = Seed::open(org, context, opened, people)?;
    tell(org, &mut seed);
    Ok((seed.lines, seed.ledger))
}

/// The day on which an organization's journal begins, and how many people its directory had then.
fn opening(org: Org) -> (Date, u32) {
    match org {
        Org::New => (present(), 26),
        Org::File => (present(), 0),
        Org::TrialDay9 => (day(2026, 11, 16), 26),
        Org::TrialLastDay => (day(2026, 10, 28), 26),
        Org::TrialEnded => (day(2026, 10, 12), 26),
        Org::TeamMonthly => (day(2026, 6, 4), 14),
        Org::UltimateAnnual => (day(2025, 12, 18), 121),
        Org::Canceled => (day(2026, 1, 26), 25),
        Org::Expired => (day(2026, 4, 10), 18),
        Org::Free => (day(2026, 7, 6), 26),
        Org::Legacy => (day(2026, 8, 3), 30),
        Org::Documents5000 => (day(2025, 7, 7), 26),
        Org::People100000 => (day(2026, 8, 3), 620),
        Org::Licensed1000 | Org::Licensed10000 | Org::Enterprise => (day(2026, 8, 3), org.people()),
    }
}

/// Books the history of an organization.
fn tell(org: Org, seed: &mut Seed<'_>) {
    let (opened, _) = opening(org);
    match org {
        Org::New | Org::File => return,
        Org::Legacy => return legacy(seed, opened),
        _ => trial(seed, opened),
    }
    match org {
        Org::TeamMonthly => team(seed),
        Org::UltimateAnnual => ultimate(seed),
        Org::Canceled => {
            seed.book(day(2026, 2, 19), &billed_to(SPANISH));
            seed.book(day(2026, 2, 20), &buy(PlanKey::Team, BillingInterval::Annual, 30));
            let reason = Some("Moving to another time-tracking tool".to_owned());
            seed.book(day(2026, 11, 10), &Command::Cancel { reason });
        }
        Org::Expired => {
            seed.book(day(2026, 5, 4), &billed_to(BRITISH));
            seed.book(day(2026, 5, 4), &buy(PlanKey::Team, BillingInterval::Monthly, 20));
            seed.book(
                day(2026, 9, 21),
                &Command::Cancel {
                    reason: Some("Project finished".to_owned()),
                },
            );
            seed.book(day(2026, 10, 12), &role(&[4], Assigned::Own(Role::None)));
        }
        Org::Free => {
            let keep = [ViewerKind::Admin, ViewerKind::Administrator, ViewerKind::Team]
                .into_iter()
                .filter_map(id)
                .collect();
            seed.book(day(2026, 7, 31), &Command::ChooseFree { keep: Some(keep) });
        }
        // At the purchase, there were 620 people, and the preselection selected 500 of them. All others came later.
        Org::People100000 => seed.book(day(2026, 9, 2), &buy(PlanKey::Ultimate, BillingInterval::Annual, 500)),
        Org::Licensed1000 | Org::Licensed10000 | Org::Enterprise => many(seed, org.people()),
        Org::Documents5000 => documents(seed),
        _ => {}
    }
}

/// Increases and reduces the licenses ten times a day. Each produces an invoice or a credit note.
fn documents(seed: &mut Seed<'_>) {
    let first = day(2025, 7, 14);
    seed.book(first, &billed_to(FRENCH));
    seed.book(first, &buy(PlanKey::Team, BillingInterval::Annual, 30));
    for place in 0..DOCUMENTS - 1 {
        let licenses = if place % 2 == 0 { 31 + place % 7 } else { 30 };
        seed.book(first.plus_days(place / 10), &adjust(licenses));
    }
}

/// The minimum number of documents of the organization with many documents. Renewals add more.
const DOCUMENTS: u32 = 5_000;

/// A purchase for everyone in the directory, and roles for a few people.
fn many(seed: &mut Seed<'_>, licenses: u32) {
    seed.book(day(2026, 9, 1), &billed_to(JAPANESE));
    seed.book(
        day(2026, 9, 2),
        &buy(PlanKey::Ultimate, BillingInterval::Annual, licenses),
    );
    seed.book(
        day(2026, 9, 7),
        &role(&Vec::from_iter(11..=40), Assigned::Own(Role::Product)),
    );
    seed.book(
        day(2026, 9, 8),
        &role(&Vec::from_iter(41..=50), Assigned::Own(Role::Budget)),
    );
}

/// Starts a trial. Ben, Cleo, and Dan get the roles of the demo's viewers.
fn trial(seed: &mut Seed<'_>, opened: Date) {
    seed.book(opened, &Command::StartTrial {});
    viewers(seed, opened.plus_days(1));
}

fn viewers(seed: &mut Seed<'_>, today: Date) {
    for (viewer, role) in [
        (ViewerKind::Administrator, Role::Administrator),
        (ViewerKind::Team, Role::Team),
        (ViewerKind::None, Role::None),
    ] {
        let people: Vec<PersonId> = id(viewer).into_iter().collect();
        seed.book(
            today,
            &Command::SetRole {
                people: people.into(),
                role: Assigned::Own(role),
                reason: None,
                licenses: None,
                recent_confirmed: None,
            },
        );
    }
}

/// Ten licenses, then fifty, then fewer: changes during the term and at its end.
fn team(seed: &mut Seed<'_>) {
    seed.book(day(2026, 7, 1), &billed_to(GERMAN));
    seed.book(day(2026, 7, 1), &buy(PlanKey::Team, BillingInterval::Monthly, 10));
    seed.book(day(2026, 7, 13), &paid("INV-0001", day(2026, 7, 10), "TRX-10021"));
    seed.book(day(2026, 7, 22), &adjust(50));
    seed.grow(45, day(2026, 7, 23));
    seed.book(day(2026, 7, 23), &role(&Vec::from_iter(10..=36), Assigned::Default));
    seed.book(day(2026, 8, 12), &role(&[3, 12], Assigned::Own(Role::Budget)));
    seed.book(day(2026, 8, 12), &paid("INV-0002", day(2026, 8, 4), "TRX-10388"));
    seed.book(day(2026, 8, 12), &paid("INV-0003", day(2026, 8, 11), "TRX-10402"));
    seed.book(day(2026, 9, 10), &adjust(40));
    if let (Some(from), Some(to)) = (person(15), person(40)) {
        seed.book(
            day(2026, 10, 6),
            &Command::Reassign {
                from,
                to,
                reason: Some(FreeingReason::Left),
                recent_confirmed: None,
            },
        );
    }
    seed.book(day(2026, 10, 6), &paid("INV-0004", day(2026, 9, 14), "TRX-10777"));
    seed.book(day(2026, 11, 12), &adjust(45));
    seed.book(
        day(2026, 11, 18),
        &Command::Schedule {
            plan: None,
            length: None,
            licenses: Some(42),
        },
    );
}

/// Bought at the previous price list and reduced during the term. The credit is used for the renewal at the new prices.
fn ultimate(seed: &mut Seed<'_>) {
    seed.book(day(2026, 1, 12), &billed_to(FRENCH));
    seed.book(day(2026, 1, 12), &buy(PlanKey::Ultimate, BillingInterval::Annual, 150));
    seed.book(day(2026, 1, 19), &role(&[1, 2, 30], Assigned::Own(Role::Product)));
    seed.book(day(2026, 3, 16), &adjust(180));
    seed.book(day(2026, 9, 8), &adjust(125));
    requests(seed);
}

/// Access requests of people who came later: two are open, and one was declined.
fn requests(seed: &mut Seed<'_>) {
    let today = day(2026, 11, 9);
    seed.grow(Org::UltimateAnnual.people(), today);
    let (Some(declined), Some(first), Some(second)) = (person(127), person(124), person(133)) else {
        return;
    };
    seed.ask(today, &declined, "I need to check last month's hours once.");
    seed.book(
        day(2026, 11, 10),
        &Command::AnswerRequest {
            person: declined,
            grant: false,
            role: None,
            word: Some("The monthly report goes to everyone by email and already includes these hours.".to_owned()),
            licenses: None,
        },
    );
    seed.ask(
        day(2026, 11, 18),
        &first,
        "I joined the platform team and will track my hours starting in December.",
    );
    seed.ask(
        day(2026, 11, 23),
        &second,
        "I'm covering for a colleague who's on leave until March.",
    );
}

/// A legacy plan, imported during its term with its credit.
fn legacy(seed: &mut Seed<'_>, opened: Date) {
    seed.book(opened, &billed_to(ARABIC));
    let plan = match seed.context.deployment {
        Deployment::Services => PlanKey::LegacyServices,
        Deployment::Server => PlanKey::LegacyServer,
    };
    let credit = Money::parse("120", seed.context.catalogue.minor_digits);
    let (length, start) = (BillingInterval::Annual, day(2026, 3, 1));
    seed.book(
        opened,
        &Command::Import {
            plan,
            length,
            licenses: 40,
            start,
            credit,
        },
    );
    viewers(seed, opened.plus_days(1));
}

const GERMAN: &[(Detail, &str)] = &[
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

const FRENCH: &[(Detail, &str)] = &[
    (Detail::Name, "Exemple Industries SA"),
    (Detail::Street, "12 rue de l’Échantillon"),
    (Detail::PostalCode, "69001"),
    (Detail::City, "Lyon"),
    (Detail::Country, "FR"),
    (Detail::VatId, "FR12345678901"),
];

const SPANISH: &[(Detail, &str)] = &[
    (Detail::Name, "Muñoz Ejemplo S.L."),
    (Detail::Street, "Calle de la Muestra 8"),
    (Detail::PostalCode, "28001"),
    (Detail::City, "Madrid"),
    (Detail::Country, "ES"),
];

const BRITISH: &[(Detail, &str)] = &[
    (Detail::Name, "Sample Traders Ltd"),
    (Detail::Street, "1 Example Row"),
    (Detail::PostalCode, "EC1A 1AA"),
    (Detail::City, "London"),
    (Detail::Country, "GB"),
    (Detail::PoNumber, "4500012345"),
];

const ARABIC: &[(Detail, &str)] = &[
    (Detail::Name, "شركة المثال للبرمجيات"),
    (Detail::Street, "شارع النموذج ١٢"),
    (Detail::City, "دبي"),
    (Detail::Country, "AE"),
];

const JAPANESE: &[(Detail, &str)] = &[
    (Detail::Name, "株式会社サンプル (Sample K.K.)"),
    (Detail::City, "Tōkyō"),
    (Detail::Country, "JP"),
];

fn billed_to(details: &[(Detail, &str)]) -> Command {
    let mut billing = BillingDetails::default();
    for (detail, text) in details {
        billing.set(*detail, (*text).to_owned());
    }
    Command::SetBilling { billing }
}

fn paid(document: &str, on: Date, reference: &str) -> Command {
    Command::RecordPayment {
        document: document.to_owned(),
        paid_on: Some(on),
        reference: Some(reference.to_owned()),
    }
}

fn buy(plan: PlanKey, length: BillingInterval, licenses: u32) -> Command {
    Command::Buy {
        plan,
        length,
        licenses,
        keep: None,
    }
}

fn adjust(licenses: u32) -> Command {
    Command::Adjust {
        plan: None,
        length: None,
        licenses: Some(licenses),
        drop_scheduled: None,
    }
}

fn role(numbers: &[u32], role: Assigned) -> Command {
    Command::SetRole {
        people: PeopleSelector::These(numbers.iter().filter_map(|number| person(*number)).collect()),
        role,
        reason: None,
        licenses: None,
        recent_confirmed: None,
    }
}

/// The person with a number. Number 12 is `p000012`.
fn person(number: u32) -> Option<PersonId> {
    let digits = number.to_string();
    PersonId::new(&["p", "000000".get(digits.len()..).unwrap_or_default(), &digits].concat())
}

fn id(viewer: ViewerKind) -> Option<PersonId> {
    PersonId::new(viewer.person().0)
}

fn day(year: i32, month: u32, day: u32) -> Date {
    Date::new(year, month, day).unwrap_or(Date::EPOCH)
}

#[cfg(test)]
mod tests;
