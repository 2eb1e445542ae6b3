//! The journal: one record a booking, chained by hashes, and the book that they fold into.
//!
//! A line is the record's JSON. Line 0 opens the account; every other line holds a command, who gave it, and the
//! events that it came to.

use super::access::Viewer;
use super::account::Account;
use super::activation::SubscriptionId;
use super::catalogue::Catalogue;
use super::command::Command;
use super::date::Date;
use super::event::Event;
use super::field::fields;
use super::named_user::{Directory, Person, PersonId};
use super::plan::Deployment;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// Line 0: what the account starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Opening {
    /// Always 0.
    pub position: u32,
    /// Always `null`.
    pub previous_sha256: Option<String>,
    /// When it was written, ISO 8601 in UTC.
    pub instant: String,
    /// Where the account lives.
    pub deployment: Deployment,
    /// The subscription ID, for life (ACT 2).
    pub subscription_id: SubscriptionId,
    /// The catalogue as it was.
    pub catalogue: Value,
    /// Its hash: of its JSON without blanks, keys in order.
    pub catalogue_sha256: String,
    /// The directory as it was.
    pub people: Vec<Person>,
}

fields!(Opening {
    position,
    previous_sha256: optional,
    instant,
    deployment,
    subscription_id,
    catalogue,
    catalogue_sha256,
    people
});

/// A booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    /// Consecutive, from 1.
    pub position: u32,
    /// The hash of the line before.
    pub previous_sha256: String,
    /// The command's own id: a retry with the same id books nothing twice.
    pub command_id: String,
    /// When it was booked, ISO 8601 in UTC.
    pub instant: String,
    /// The day it was decided for (SUB 7).
    pub today: Date,
    /// Who gave it, by name.
    pub actor: String,
    /// Who gave it, as the rules see them.
    pub viewer: Viewer,
    /// What was asked for, as it is written: folding a journal needs only what came of it, so that a page that shows an
    /// account need not know every command ([`understood`](Self::understood)).
    pub command: Value,
    /// What it came to: everything that was due first, each on its own day, then the command's own.
    pub events: Vec<Event>,
    /// The directory, where the booking would have come out differently with the one recorded last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<Vec<Person>>,
    /// Instead of the whole directory, rows that are new or another than recorded last, as far as the booking depends on
    /// them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people_changed: Option<Vec<Person>>,
    /// With them, the ids of rows recorded last that are gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people_left: Option<Vec<PersonId>>,
    /// The catalogue, where it is another one than the one recorded last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catalogue: Option<Value>,
}

fields!(Record {
    position,
    previous_sha256,
    command_id,
    instant,
    today,
    actor,
    viewer,
    command,
    events,
    people: optional,
    people_changed: optional,
    people_left: optional,
    catalogue: optional
});

/// Why a journal cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The position of the line.
    pub position: usize,
    /// The field, or empty for the whole line.
    pub field: String,
    /// What is wrong.
    pub problem: String,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            position,
            field,
            problem,
        } = self;
        if field.is_empty() {
            write!(f, "line {position}: {problem}")
        } else {
            write!(f, "line {position}: {field}: {problem}")
        }
    }
}

/// A journal read up to here: its lines and what they fold into.
#[derive(Clone, Debug)]
pub struct Book {
    /// The account.
    pub account: Account,
    /// The catalogue recorded last.
    pub catalogue: Arc<Catalogue>,
    /// The directory recorded last.
    pub people: Directory,
    /// Line 0.
    pub opening: Arc<Opening>,
    /// Every booking, in order. A book is copied with every booking, and these are not.
    pub records: Vec<Arc<Record>>,
    catalogue_sha256: String,
    last_sha256: String,
    command_ids: BTreeSet<String>,
}

/// The SHA-256 of a text, in hexadecimal.
pub fn sha256(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| HEX.get(usize::from(nibble)).map_or('0', |it| char::from(*it));
    Sha256::digest(text.as_bytes())
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// A record or an opening as its line; a value that serde can always write.
pub fn line_of<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The opening of a new account.
pub fn opening(
    instant: String,
    deployment: Deployment,
    subscription_id: SubscriptionId,
    catalogue: Value,
    people: Vec<Person>,
) -> Opening {
    let catalogue_sha256 = sha256(&line_of(&catalogue));
    Opening {
        position: 0,
        previous_sha256: None,
        instant,
        deployment,
        subscription_id,
        catalogue,
        catalogue_sha256,
        people,
    }
}

impl Record {
    /// What was asked for.
    ///
    /// # Errors
    /// Where it is no command.
    pub fn understood(&self) -> Result<Command, Damage> {
        serde_json::from_value(self.command.clone()).map_err(|error| Damage {
            position: usize::try_from(self.position).unwrap_or(usize::MAX),
            field: String::new(),
            problem: format!("cannot be read: command: {error}"),
        })
    }

    /// Whether it was a command of this kind.
    pub fn was(&self, kind: &str) -> bool {
        self.command.get("kind").and_then(Value::as_str) == Some(kind)
    }

    /// Whether it says anything of the directory.
    pub fn brings_people(&self) -> bool {
        self.people.is_some() || self.people_changed.is_some() || self.people_left.is_some()
    }
}

impl Book {
    /// Opens a book with its first line.
    ///
    /// # Errors
    /// Where the line cannot be read, or its catalogue is faulty or not the one hashed.
    pub fn open(line: &str) -> Result<Self, Damage> {
        let opening: Opening = parse(0, line)?;
        let damage = |field: &str, problem: String| Damage {
            position: 0,
            field: field.to_owned(),
            problem,
        };
        if opening.position != 0 || opening.previous_sha256.is_some() {
            return Err(damage("position", "a journal starts with position 0".into()));
        }
        if opening.catalogue_sha256 != sha256(&line_of(&opening.catalogue)) {
            return Err(damage("catalogue_sha256", "is not the hash of the catalogue".into()));
        }
        let catalogue = read_catalogue(0, &opening.catalogue)?;
        Ok(Self {
            account: Account::new(opening.subscription_id, opening.deployment, &catalogue),
            catalogue: Arc::new(catalogue),
            people: Directory::new(opening.people.clone()),
            catalogue_sha256: opening.catalogue_sha256.clone(),
            last_sha256: sha256(line),
            command_ids: BTreeSet::new(),
            records: Vec::new(),
            opening: Arc::new(opening),
        })
    }

    /// Reads a whole journal, folding what its lines say. That they say what the rules say is
    /// [`verify`](super::verify::verify)'s to prove.
    ///
    /// # Errors
    /// The first line that cannot be read or does not follow the one before it.
    pub fn read<'a>(lines: impl IntoIterator<Item = &'a str>) -> Result<Self, Damage> {
        let mut lines = lines.into_iter();
        let first = lines.next().ok_or_else(|| Damage {
            position: 0,
            field: String::new(),
            problem: "is missing".into(),
        })?;
        let mut book = Self::open(first)?;
        for line in lines {
            let record = book.check(line)?;
            book.append(line, record)?;
        }
        Ok(book)
    }

    /// The position that the next record gets.
    pub fn next_position(&self) -> u32 {
        u32::try_from(self.records.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// The hash that the next record names.
    pub fn last_sha256(&self) -> &str {
        &self.last_sha256
    }

    /// Whether a command with this id is booked already.
    pub fn has_booked(&self, command_id: &str) -> bool {
        self.command_ids.contains(command_id)
    }

    /// The booking of the command with this id.
    pub fn booked(&self, command_id: &str) -> Option<&Arc<Record>> {
        self.records.iter().rev().find(|record| record.command_id == command_id)
    }

    /// The catalogue to record with the next booking: none where it is the one recorded last.
    pub fn catalogue_to_record(&self, current: &Value) -> Option<Value> {
        (sha256(&line_of(current)) != self.catalogue_sha256).then(|| current.clone())
    }

    /// Reads a line and checks that it follows.
    ///
    /// # Errors
    /// Where it cannot be read, or position, chain or command id do not follow.
    pub fn check(&self, line: &str) -> Result<Record, Damage> {
        let position = self.records.len() + 1;
        let record: Record = parse(position, line)?;
        let damage = |field: &str, problem: String| Damage {
            position,
            field: field.to_owned(),
            problem,
        };
        if record.position != self.next_position() {
            return Err(damage(
                "position",
                format!("is {}, expected {}", record.position, self.next_position()),
            ));
        }
        if record.previous_sha256 != self.last_sha256 {
            return Err(damage(
                "previous_sha256",
                "is not the hash of the line before: a line was changed or is missing".into(),
            ));
        }
        if self.command_ids.contains(&record.command_id) {
            return Err(damage("command_id", "is booked already".into()));
        }
        Ok(record)
    }

    /// Folds a checked record in.
    ///
    /// # Errors
    /// Where its catalogue is faulty.
    pub fn append(&mut self, line: &str, record: Record) -> Result<(), Damage> {
        self.take_surroundings(&record)?;
        record.events.iter().for_each(|event| self.account.apply(event));
        self.note(line, record);
        Ok(())
    }

    /// Notes a record whose events and surroundings are folded in already.
    pub(super) fn note(&mut self, line: &str, record: Record) {
        self.last_sha256 = sha256(line);
        self.command_ids.insert(record.command_id.clone());
        self.records.push(Arc::new(record));
    }

    /// Takes over the directory and the catalogue that a record brings.
    ///
    /// # Errors
    /// Where its catalogue is faulty.
    pub fn take_surroundings(&mut self, record: &Record) -> Result<(), Damage> {
        if let Some(people) = &record.people {
            self.people = Directory::new(people.clone());
        }
        if record.people_changed.is_some() || record.people_left.is_some() {
            let changed = record.people_changed.as_deref().unwrap_or_default();
            self.people
                .patch(changed, record.people_left.as_deref().unwrap_or_default());
        }
        if let Some(catalogue) = &record.catalogue {
            self.catalogue = Arc::new(read_catalogue(self.records.len() + 1, catalogue)?);
            self.catalogue_sha256 = sha256(&line_of(catalogue));
        }
        Ok(())
    }
}

fn parse<T: for<'de> Deserialize<'de>>(position: usize, line: &str) -> Result<T, Damage> {
    serde_json::from_str(line).map_err(|error| Damage {
        position,
        field: String::new(),
        problem: format!("cannot be read: {error}"),
    })
}

fn read_catalogue(position: usize, value: &Value) -> Result<Catalogue, Damage> {
    Catalogue::from_value(value).map_err(|faults| Damage {
        position,
        field: "catalogue".into(),
        problem: faults.first().map(ToString::to_string).unwrap_or_default(),
    })
}
