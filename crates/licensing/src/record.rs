//! The journal: one record a booking, chained by hashes, and the book that they fold into.
//!
//! A line is the record's JSON. Line 0 opens the account; every other line holds a command, who gave it, and the
//! events that it came to.

mod line;
mod open;
mod rules;

pub use line::unreadable;
pub use rules::Rules;

use super::access::Viewer;
use super::account::Account;
use super::activation::SubscriptionId;
use super::activation::proof::Proofs;
use super::catalogue::Catalogue;
use super::command::Command;
pub use super::damage::{Cause, Damage};
use super::date::Date;
use super::event::Event;
use super::json::from_value;
use super::named_user::{Directory, Person, PersonId};
use super::newer::is_newer;
use super::plan::Deployment;
use super::standing::Standing;
use line::{parse, read_catalogue};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Line 0: what the account starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// Always 0.
    pub position: u32,
    /// The number of the rules that it was written by.
    pub rules: Rules,
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

/// A booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Consecutive, from 1.
    pub position: u32,
    /// The number of the rules that it was decided by.
    pub rules: Rules,
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

/// A journal read up to here: its lines and what they fold into.
#[derive(Clone, Debug)]
pub struct Book {
    /// The account.
    pub account: Account,
    /// The catalogue recorded last.
    pub catalogue: Arc<Catalogue>,
    /// Every catalogue that was in force, each with the number of documents issued before it.
    catalogues: Vec<(usize, Arc<Catalogue>)>,
    /// The directory recorded last.
    pub people: Directory,
    /// Line 0.
    pub opening: Arc<Opening>,
    /// Every booking, in order. A book is copied with every booking, and these are not.
    pub records: Vec<Arc<Record>>,
    catalogue_sha256: String,
    last_sha256: String,
    command_ids: BTreeSet<String>,
    pub(super) proofs: Proofs,
    pub(super) set_aside: BTreeSet<u32>,
}

/// The SHA-256 of a text, in hexadecimal.
pub fn sha256(text: &str) -> String {
    format!("{:x}", Sha256::digest(text.as_bytes()))
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
        rules: Rules,
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
    /// Where it is no command, or one of a newer version.
    pub fn understood(&self) -> Result<Command, Damage> {
        let position = usize::try_from(self.position).unwrap_or(usize::MAX);
        from_value(&self.command).map_err(|fault| {
            let problem = format!("command: {fault}");
            if is_newer::<Command>(self.command.clone(), fault) {
                Damage::newer(position, "", &problem)
            } else {
                Damage::new(position, "", format!("cannot be read: {problem}"))
            }
        })
    }

    /// Whether it was a command of this kind.
    pub fn was(&self, kind: &str) -> bool {
        self.command.get("kind").and_then(Value::as_str) == Some(kind)
    }

    /// Whether its command was confirmed in an answer to a second question (LIC 3).
    pub fn is_recent_confirmed(&self) -> bool {
        self.command.get("recent_confirmed").and_then(Value::as_bool) == Some(true)
    }

    /// Whether it says anything of the directory.
    pub fn brings_people(&self) -> bool {
        self.people.is_some() || self.people_changed.is_some() || self.people_left.is_some()
    }
}

impl Book {
    /// Reads a whole journal, folding what its lines say. That they say what the rules say is
    /// [`verify`](super::verify::verify)'s to prove; what rests on a signature of the vendor is proved here already
    /// ([`set_aside`](Self::set_aside)).
    ///
    /// # Errors
    /// The first line that cannot be read or does not follow the one before it.
    pub fn read<'a>(lines: impl IntoIterator<Item = &'a str>) -> Result<Self, Damage> {
        let mut lines = lines.into_iter();
        let first = lines.next().ok_or_else(|| Damage::new(0, "", "is missing".into()))?;
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

    /// The position of the last line; 0 where there is only the opening.
    pub fn last_position(&self) -> u32 {
        self.next_position().saturating_sub(1)
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

    /// The catalogue by which a document was issued, by its place in the order of issue.
    pub fn catalogue_of_document(&self, at: usize) -> &Arc<Catalogue> {
        let mut in_force = self.catalogues.iter().rev().filter(|(before, _)| *before <= at);
        in_force.next().map_or(&self.catalogue, |(_, catalogue)| catalogue)
    }

    /// The catalogue recorded last, as it is written.
    pub fn recorded_catalogue(&self) -> &Value {
        let brought = self.records.iter().rev().filter_map(|record| record.catalogue.as_ref());
        // One that was not taken over is none.
        let mut taken = brought.filter(|value| self.catalogue_to_record(value).is_none());
        taken.next().unwrap_or(&self.opening.catalogue)
    }

    /// Reads a line and checks that it follows.
    ///
    /// # Errors
    /// Where it cannot be read, or position, chain or command id do not follow.
    pub fn check(&self, line: &str) -> Result<Record, Damage> {
        let position = self.records.len() + 1;
        let follows = |value: &Value| {
            value.get("position") == Some(&Value::from(self.next_position()))
                && value.get("previous_sha256").and_then(Value::as_str) == Some(self.last_sha256())
        };
        let record: Record = parse(position, line, follows)?;
        let damage = |field: &str, problem: String| Damage::new(position, field, problem);
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
        // Folding needs only the events, but what was asked for may have meant more than they say to this version.
        record.understood()?;
        Ok(record)
    }

    /// Folds a checked record in.
    ///
    /// # Errors
    /// Where its catalogue is faulty.
    pub fn append(&mut self, line: &str, record: Record) -> Result<(), Damage> {
        self.take_surroundings(&record)?;
        for event in &record.events {
            if self.counts(&record, event) {
                self.account.apply(event);
                self.keep_proof(&record, event);
            } else {
                self.set_aside.insert(record.position);
            }
        }
        self.note(line, record);
        Ok(())
    }

    /// Notes a record whose events and surroundings are folded in already.
    pub(super) fn note(&mut self, line: &str, record: Record) {
        // A line counts as one even where none of its events does.
        self.account.events = self.account.events.max(record.position);
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
            self.people = Directory::new(people.clone()).knowing(&self.people).into_owned();
        }
        if record.people_changed.is_some() || record.people_left.is_some() {
            let changed = record.people_changed.as_deref().unwrap_or_default();
            self.people
                .patch(changed, record.people_left.as_deref().unwrap_or_default());
        }
        if let Some(value) = &record.catalogue {
            let catalogue = read_catalogue(self.records.len() + 1, value)?;
            // Nobody who knows less than is recorded has recorded that: `verify` says so, and it changes nothing here.
            if Standing::of(&self.catalogue, &catalogue) == Standing::InForce {
                self.account.go_by(&catalogue);
                self.catalogue = Arc::new(catalogue);
                self.catalogues
                    .push((self.account.documents.len(), Arc::clone(&self.catalogue)));
                self.catalogue_sha256 = sha256(&line_of(value));
                self.account.activation = self.proofs.in_force(self.catalogue.activation.as_ref());
            }
        }
        Ok(())
    }
}
