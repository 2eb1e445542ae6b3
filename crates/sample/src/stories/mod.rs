//! The history of each sample organization, up to the demo's current day.

mod commands;
mod histories;

use crate::seed::{Seed, SeedContext};
use crate::settings::{Org, ViewerKind, present};
use commands::{BRITISH, SPANISH, billed_to, buy, day, id, role};
use histories::{documents, legacy, many, team, trial, ultimate};
use licensing::ledger::Ledger;
use licensing::ledger::journal_error::JournalError;
use licensing::value::role::Assigned;
use licensing::{BillingInterval, Command, Date, PlanKey, Role};

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

/// Every story is a journal that `verify` accepts.
#[cfg(test)]
mod tests {
    use super::*;
    use crate::people;
    use crate::settings::Choice;
    use licensing::decide::advance;
    use licensing::decide::context::Surroundings;
    use licensing::ledger::verify::verify;
    use licensing::subscription::status::Status;
    use licensing::{Account, Catalogue, Deployment, Directory, PersonId, Refusal, catalogue};

    /// Calls `look` with the inputs of sample journals.
    fn with_context<T>(deployment: Deployment, look: impl FnOnce(SeedContext<'_>) -> T) -> T {
        let catalogue = Catalogue::shipped().unwrap();
        let catalogue_value = serde_json::from_str(catalogue::read::SHIPPED).unwrap();
        look(SeedContext {
            deployment,
            catalogue: &catalogue,
            catalogue_value: &catalogue_value,
        })
    }

    /// A sample account, including everything that is due on the demo's current day.
    fn seeded(org: Org, deployment: Deployment) -> (Vec<String>, Account, Vec<Refusal>) {
        with_context(deployment, |context| {
            let (opened, people) = opening(org);
            let mut seed = Seed::open(org, context, opened, people).unwrap();
            tell(org, &mut seed);
            let mut account = seed.ledger.account().clone();
            let now = Directory::new(people::people(org.people(), present()));
            advance(
                &mut account,
                Surroundings::unchanged(context.catalogue, &now, present()),
            );
            (seed.lines, account, seed.refused)
        })
    }

    /// The organizations that differ in their stories. Larger ones with the same story prove nothing new.
    fn stories() -> impl Iterator<Item = &'static (Org, &'static str, &'static str)> {
        let told = |org: Org| opening(org).1 <= 1_000 && org != Org::Documents5000;
        Org::ALL.iter().filter(move |(org, ..)| told(*org))
    }

    #[test]
    fn every_seed_is_proven_and_nothing_of_its_story_is_refused() {
        for (org, name, _) in stories() {
            for deployment in Deployment::ALL {
                let (lines, account, refused) = seeded(*org, deployment);
                let proof =
                    verify(lines.iter().map(String::as_str)).unwrap_or_else(|doubt| panic!("{name}: {doubt:?}"));
                assert_eq!(proof.bookings + 1, lines.len());
                let free_on_server = *org == Org::Free && deployment == Deployment::Server;
                assert_eq!(refused.len(), usize::from(free_on_server), "{name}: {refused:?}");
                let size: usize = lines.iter().map(String::len).sum();
                // Everyone occurs once in the opening line, and once in the purchase that gave them a license.
                let most = 200_000 + 150 * usize::try_from(opening(*org).1).unwrap();
                assert!(size < most, "{name}: {size} bytes");
                let status = match org {
                    Org::New | Org::File => Status::None,
                    Org::TrialDay9 | Org::TrialLastDay => Status::Trial,
                    Org::TrialEnded => Status::TrialEnded,
                    Org::Canceled => Status::Canceling,
                    Org::Expired => Status::Expired,
                    Org::Free if free_on_server => Status::TrialEnded,
                    Org::Free => Status::Free,
                    _ => Status::Active,
                };
                assert_eq!(account.status(present()), status, "{name}");
            }
        }
    }

    #[test]
    fn the_book_of_a_story_is_what_its_lines_are_read_as() {
        for (org, name, _) in stories() {
            for deployment in Deployment::ALL {
                let (lines, told) = with_context(deployment, |context| story(*org, context)).unwrap();
                let read = Ledger::read(lines.iter().map(String::as_str)).unwrap();
                assert_eq!(format!("{told:?}"), format!("{read:?}"), "{name}");
            }
        }
    }

    #[test]
    fn an_organization_with_many_documents_has_as_many_as_it_says() {
        let (_, account, refused) = seeded(Org::Documents5000, Deployment::Services);
        assert!(refused.is_empty(), "{refused:?}");
        // The renewal is not stored yet.
        assert_eq!(account.documents().len(), 5_001);
    }

    #[test]
    fn the_people_of_the_demo_have_their_roles() {
        for (org, name, _) in stories().filter(|(org, ..)| !matches!(org, Org::New | Org::File)) {
            let (_, account, _) = seeded(*org, Deployment::Services);
            let people = Directory::new(people::people(org.people(), present()));
            let role = |kind: ViewerKind| {
                account
                    .assignments()
                    .role(&PersonId::new(kind.person().0).unwrap(), &people)
            };
            assert_eq!(role(ViewerKind::Administrator), Role::Administrator, "{name}");
            assert_eq!(
                (role(ViewerKind::Team), role(ViewerKind::None)),
                (Role::Team, Role::None),
                "{name}"
            );
            // In a trial everybody in the directory is on Default (TRI 4).
            let eve = if account.assignments().is_explicit() {
                Role::None
            } else {
                Role::Team
            };
            assert_eq!(role(ViewerKind::Unlicensed), eve, "{name}");
        }
    }

    #[test]
    fn the_viewers_of_the_demo_are_people_of_its_directory() {
        let people = Directory::new(people::people(26, present()));
        for (viewer, ..) in ViewerKind::ALL {
            let (id, name) = viewer.person();
            assert_eq!(people.get(&PersonId::new(id).unwrap()).unwrap().name, name);
        }
    }

    #[test]
    fn stories_come_to_what_they_promise() {
        let (_, team, _) = seeded(Org::TeamMonthly, Deployment::Services);
        let paid = team.paid().unwrap();
        assert_eq!((paid.item.plan, paid.item.licenses.get()), (PlanKey::Team, 45));
        assert_eq!(paid.scheduled().unwrap().licenses.map(u32::from), Some(42));
        assert!(team.documents().len() > 6);
        let (_, ultimate, _) = seeded(Org::UltimateAnnual, Deployment::Server);
        assert!(!ultimate.credit().balance().is_zero());
        let (_, legacy, _) = seeded(Org::Legacy, Deployment::Server);
        assert_eq!(legacy.paid().unwrap().item.plan, PlanKey::LegacyServer);
        assert_eq!(legacy.credit().balance().to_string(), "120.00");
        let (_, many, _) = seeded(Org::People100000, Deployment::Services);
        let everybody = Directory::new(people::people(Org::People100000.people(), present()));
        assert_eq!(
            many.licenses_in_use(&everybody),
            500,
            "the preselection of LIC 7 filled them"
        );
    }
}
