//! What happened in each organization, in order.

use super::commands::{ARABIC, FRENCH, GERMAN, JAPANESE, adjust, billed_to, buy, day, id, paid, person, role};
use crate::seed::Seed;
use crate::settings::{Org, ViewerKind};
use licensing::value::role::{Assigned, FreeingReason};
use licensing::{BillingInterval, Command, Date, Deployment, Money, PersonId, PlanKey, Role};

/// Increases and reduces the licenses ten times a day. Each produces an invoice or a credit note.
pub(super) fn documents(seed: &mut Seed<'_>) {
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
pub(super) fn many(seed: &mut Seed<'_>, licenses: u32) {
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
pub(super) fn trial(seed: &mut Seed<'_>, opened: Date) {
    seed.book(opened, &Command::StartTrial {});
    viewers(seed, opened.plus_days(1));
}

pub(super) fn viewers(seed: &mut Seed<'_>, today: Date) {
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
pub(super) fn team(seed: &mut Seed<'_>) {
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
pub(super) fn ultimate(seed: &mut Seed<'_>) {
    seed.book(day(2026, 1, 12), &billed_to(FRENCH));
    seed.book(day(2026, 1, 12), &buy(PlanKey::Ultimate, BillingInterval::Annual, 150));
    seed.book(day(2026, 1, 19), &role(&[1, 2, 30], Assigned::Own(Role::Product)));
    seed.book(day(2026, 3, 16), &adjust(180));
    seed.book(day(2026, 9, 8), &adjust(125));
    requests(seed);
}

/// Access requests of people who came later: two are open, and one was declined.
pub(super) fn requests(seed: &mut Seed<'_>) {
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
pub(super) fn legacy(seed: &mut Seed<'_>, opened: Date) {
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
