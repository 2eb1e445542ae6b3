//! Writes the journal of a seeded organization: real commands, each booked on its day, so that `verify` accepts it like any
//! other.

use crate::people;
use crate::settings::{Choice, Org, ViewerKind};
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

/// The inputs for making a sample journal.
#[derive(Clone, Copy)]
pub struct SeedContext<'a> {
    /// Services or Server.
    pub deployment: Deployment,
    /// The catalog in force.
    pub catalogue: &'a Catalogue,
    /// The JSON of the catalog in force.
    pub catalogue_value: &'a Value,
}

/// A journal in the making.
pub(crate) struct Seed<'a> {
    pub(crate) context: SeedContext<'a>,
    pub(crate) people: Directory,
    pub(crate) ledger: Ledger,
    pub(crate) lines: Vec<String>,
    pub(crate) refused: Vec<Refusal>,
}

impl<'a> Seed<'a> {
    pub(crate) fn open(org: Org, context: SeedContext<'a>, opened: Date, people: u32) -> Result<Self, JournalError> {
        let rows = rows(people, opened);
        let id = subscription_id(org, context.deployment);
        let catalogue = context.catalogue_value.clone();
        let opening = opening(instant(opened, 0), context.deployment, id, catalogue, rows);
        let (ledger, line) = Ledger::begin(opening)?;
        Ok(Self {
            context,
            people: ledger.people().clone(),
            ledger,
            lines: vec![line],
            refused: Vec::new(),
        })
    }

    /// Sets the number of people in the directory from this day on.
    pub(crate) fn grow(&mut self, people: u32, today: Date) {
        self.people = Directory::new(rows(people, today));
    }

    /// Books a command of the collection administrator.
    pub(crate) fn book(&mut self, today: Date, command: &Command) {
        let (id, name) = ViewerKind::Admin.person();
        self.book_by(PersonId::new(id), name, Membership::Yes, today, command);
    }

    /// Books the access request of a person.
    pub(crate) fn ask(&mut self, today: Date, person: &PersonId, why: &str) {
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

    /// Books a command.
    pub(crate) fn book_by(
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
            catalogue: self.context.catalogue,
            catalogue_value: self.context.catalogue_value,
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

/// The first people of the directory, without Eve. She is new, and no journal mentions her.
fn rows(count: u32, today: Date) -> Vec<Person> {
    let (eve, _) = ViewerKind::Unlicensed.person();
    people::people(count, today)
        .into_iter()
        .filter(|person| person.id.as_str() != eve)
        .collect()
}

/// A time in the morning that varies with the position.
fn instant(day: Date, position: u32) -> Instant {
    let minute = (position * 7) % 60;
    let zero = if minute < 10 { "0" } else { "" };
    let text = [&day.to_string(), "T09:", zero, &minute.to_string(), ":00Z"].concat();
    Instant::parse(&text).unwrap_or_else(|| Instant::morning_of(day))
}

/// A subscription ID that is always the same for an organization and deployment.
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
