//! The journals of the seeded organizations: real commands, each booked on its day, so that they prove like any other.

mod stories;

use super::demo::{Choice, Org, ViewerKind};
use licensing::account::access::{Actor, Membership};
use licensing::ledger::Ledger;
use licensing::ledger::entry::opening;
use licensing::ledger::journal_error::JournalError;
use licensing::ledger::prepare::Preparation;
use licensing::value::ids::CommandId;
use licensing::value::instant::Instant;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{Catalogue, Command, Date, Deployment, Directory, Person, PersonId, Refusal};
use serde_json::Value;

/// The first so many people of the demo's directory on a day.
pub type People = fn(u32, Date) -> Vec<Person>;

/// What the seeds are made with.
#[derive(Clone, Copy)]
pub struct Soil<'a> {
    /// Services or Server.
    pub deployment: Deployment,
    /// The catalogue in force.
    pub catalogue: &'a Catalogue,
    /// The same as it is written.
    pub catalogue_value: &'a Value,
    /// Where people come from.
    pub people: People,
}

/// The lines of the journal of an organization. Steps that the catalog does not allow are left out.
///
/// # Errors
/// The catalog is faulty.
pub fn seed(org: Org, soil: Soil<'_>) -> Result<Vec<String>, JournalError> {
    story(org, soil).map(|(lines, _)| lines)
}

/// The lines of the journal of an organization, and the ledger that they make.
///
/// # Errors
/// The catalog is faulty.
pub fn story(org: Org, soil: Soil<'_>) -> Result<(Vec<String>, Ledger), JournalError> {
    let (opened, people) = stories::opening(org);
    let mut seed = Seed::open(org, soil, opened, people)?;
    stories::tell(org, &mut seed);
    Ok((seed.lines, seed.ledger))
}

/// A journal that grows.
struct Seed<'a> {
    soil: Soil<'a>,
    people: Directory,
    ledger: Ledger,
    lines: Vec<String>,
    refused: Vec<Refusal>,
}

impl<'a> Seed<'a> {
    fn open(org: Org, soil: Soil<'a>, opened: Date, people: u32) -> Result<Self, JournalError> {
        let rows = rows(soil.people, people, opened);
        let id = subscription_id(org, soil.deployment);
        let catalogue = soil.catalogue_value.clone();
        let opening = opening(instant(opened, 0), soil.deployment, id, catalogue, rows);
        let (ledger, line) = Ledger::begin(opening)?;
        Ok(Self {
            soil,
            people: ledger.people().clone(),
            ledger,
            lines: vec![line],
            refused: Vec::new(),
        })
    }

    /// From now on the directory has so many people.
    fn grow(&mut self, people: u32, today: Date) {
        self.people = Directory::new(rows(self.soil.people, people, today));
    }

    /// Books a command of the collection administrator.
    fn book(&mut self, today: Date, command: &Command) {
        let (id, name) = ViewerKind::Admin.person();
        self.book_by(PersonId::new(id), name, Membership::Yes, today, command);
    }

    /// Somebody of the directory asks for access.
    fn ask(&mut self, today: Date, person: &PersonId, why: &str) {
        let Some(name) = self.people.get(person).map(|person| person.name.clone()) else {
            return;
        };
        let why = Some(why.to_owned());
        self.book_by(
            Some(person.clone()),
            &name,
            Membership::No,
            today,
            &Command::RequestAccess { why },
        );
    }

    /// Books a command of somebody.
    fn book_by(
        &mut self,
        id: Option<PersonId>,
        name: &str,
        collection_administrator: Membership,
        today: Date,
        command: &Command,
    ) {
        let viewer = Actor {
            id,
            collection_administrator,
            role: None,
        };
        let position = self.ledger.next_position();
        let preparation = Preparation {
            ledger: &self.ledger,
            catalogue: self.soil.catalogue,
            catalogue_value: self.soil.catalogue_value,
            people: &self.people,
            viewer: &viewer,
            actor: name,
            command_id: &CommandId::new(["seed-", &position.to_string()].concat()),
            instant: &instant(today, position),
            today,
            command,
        };
        match preparation.prepare() {
            Err(refusal) => self.refused.push(refusal),
            Ok(booked) => {
                if let Ok((record, line)) = preparation.entry(&booked)
                    && self.ledger.append(&line, record).is_ok()
                {
                    self.lines.push(line);
                }
            }
        }
    }
}

/// Everybody but Eve, who is new and in no journal yet.
fn rows(people: People, count: u32, today: Date) -> Vec<Person> {
    let (eve, _) = ViewerKind::Unlicensed.person();
    people(count, today)
        .into_iter()
        .filter(|person| person.id.as_str() != eve)
        .collect()
}

/// Some time in the morning, later with every line.
fn instant(day: Date, position: u32) -> Instant {
    let minute = (position * 7) % 60;
    let zero = if minute < 10 { "0" } else { "" };
    let text = [&day.to_string(), "T09:", zero, &minute.to_string(), ":00Z"].concat();
    Instant::parse(&text).unwrap_or_else(|| Instant::morning_of(day))
}

/// The same for the same organization, another for every other.
fn subscription_id(org: Org, deployment: Deployment) -> SubscriptionId {
    let mut state = [org.as_str(), deployment.as_str()]
        .concat()
        .bytes()
        .fold(5381_u32, |state, byte| state.wrapping_mul(33) ^ u32::from(byte));
    SubscriptionId::from_random(std::array::from_fn(|_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24).to_le_bytes()[0]
    }))
}

#[cfg(test)]
mod tests {
    use super::super::demo::present;
    use super::*;
    use crate::directory::sample;
    use licensing::decide::advance;
    use licensing::decide::context::Surroundings;
    use licensing::ledger::verify::verify;
    use licensing::subscription::status::Status;
    use licensing::{Account, PlanKey, Role, catalogue};

    /// Looks at what the seeds are made with.
    fn with_soil<T>(deployment: Deployment, look: impl FnOnce(Soil<'_>) -> T) -> T {
        let catalogue = Catalogue::shipped().unwrap();
        let catalogue_value = serde_json::from_str(catalogue::read::SHIPPED).unwrap();
        look(Soil {
            deployment,
            catalogue: &catalogue,
            catalogue_value: &catalogue_value,
            people: sample::people,
        })
    }

    /// A seeded account with everything booked that is due at the demo's present.
    fn seeded(org: Org, deployment: Deployment) -> (Vec<String>, Account, Vec<Refusal>) {
        with_soil(deployment, |soil| {
            let (opened, people) = stories::opening(org);
            let mut seed = Seed::open(org, soil, opened, people).unwrap();
            stories::tell(org, &mut seed);
            let mut account = seed.ledger.account().clone();
            let now = Directory::new(sample::people(org.people(), present()));
            advance(&mut account, Surroundings::unchanged(soil.catalogue, &now, present()));
            (seed.lines, account, seed.refused)
        })
    }

    /// The seeds that differ by their stories: more of the same people prove nothing new.
    fn stories() -> impl Iterator<Item = &'static (Org, &'static str, &'static str)> {
        let told = |org: Org| stories::opening(org).1 <= 1_000 && org != Org::Documents5000;
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
                // Everybody stands in the opening line once, and once in the purchase that licensed them.
                let most = 200_000 + 150 * usize::try_from(stories::opening(*org).1).unwrap();
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
                let (lines, told) = with_soil(deployment, |soil| story(*org, soil)).unwrap();
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
            let people = Directory::new(sample::people(org.people(), present()));
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
        let people = Directory::new(sample::people(26, present()));
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
        let everybody = Directory::new(sample::people(Org::People100000.people(), present()));
        assert_eq!(
            many.licenses_in_use(&everybody),
            500,
            "the preselection of LIC 7 filled them"
        );
    }
}
