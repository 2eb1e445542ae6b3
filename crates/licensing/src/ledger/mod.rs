//! The journal: one record for each booking, chained by hashes, and the ledger that they fold into.
//!
//! A line is the record's JSON. Line 0 opens the account. Every other line holds a command, the person who gave it, and
//! its events.

pub mod chain;
pub mod completeness;
mod difference;
mod directory_delta;
pub mod entry;
pub mod journal_error;
pub mod line;
mod open;
pub mod order_file;
pub mod prepare;
pub mod proofs;
mod proved;
pub mod verify;

use crate::account::Account;
use crate::catalogue::Catalogue;
use crate::catalogue::status::CatalogueStatus;
use crate::directory::Directory;
use crate::ledger::entry::{Opening, Record};
use crate::ledger::journal_error::JournalError;
use crate::ledger::proofs::Proofs;
use crate::value::digest::{Digest, sha256};
use crate::value::ids::CommandId;
use line::{parse, read_catalogue};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A journal that was read up to some position: its lines and the state folded from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    account: Account,
    catalogue: Arc<Catalogue>,
    /// Every catalog that was in force, with the number of documents issued before it.
    catalogues: Vec<(usize, Arc<Catalogue>)>,
    people: Directory,
    opening: Arc<Opening>,
    records: Vec<Arc<Record>>,
    catalogue_sha256: Digest,
    last_sha256: Digest,
    command_ids: BTreeSet<CommandId>,
    proofs: Proofs,
    set_aside: BTreeSet<u32>,
}

impl Ledger {
    /// Reads a whole journal and folds its events. [`verify`](crate::ledger::verify::verify) checks that they follow
    /// the rules. What depends on a signature of the vendor is checked here ([`set_aside`](Self::set_aside)).
    ///
    /// # Errors
    /// At the first line that cannot be read or does not follow the previous one.
    pub fn read<'a>(lines: impl IntoIterator<Item = &'a str>) -> Result<Self, JournalError> {
        let mut lines = lines.into_iter();
        let first = lines
            .next()
            .ok_or_else(|| JournalError::new(0, "", "is missing".into()))?;
        let mut ledger = Self::open(first)?;
        for line in lines {
            let record = ledger.check(line)?;
            ledger.append(line, record)?;
        }
        Ok(ledger)
    }

    /// The account after the last line.
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// The catalog recorded last.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The directory recorded last.
    pub fn people(&self) -> &Directory {
        &self.people
    }

    /// Line 0.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// Every booking, in order. Copies of a ledger share the records.
    pub fn records(&self) -> &[Arc<Record>] {
        &self.records
    }

    /// The position of the next record.
    pub fn next_position(&self) -> u32 {
        u32::try_from(self.records.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// The position of the last line. 0 if there is only the opening.
    pub fn last_position(&self) -> u32 {
        self.next_position().saturating_sub(1)
    }

    /// The hash of the last line, which the next record refers to.
    pub fn last_sha256(&self) -> &Digest {
        &self.last_sha256
    }

    /// Whether a command with this ID has already been booked.
    pub fn has_booked(&self, command_id: &CommandId) -> bool {
        self.command_ids.contains(command_id)
    }

    /// The booking of the command with this ID.
    pub fn booked(&self, command_id: &CommandId) -> Option<&Arc<Record>> {
        self.records
            .iter()
            .rev()
            .find(|record| record.command_id == *command_id)
    }

    /// The catalog that the next booking must record. `None` if it was the last one recorded.
    pub fn catalogue_to_record(&self, current: &Value) -> Option<Value> {
        (sha256(&current.to_string()) != self.catalogue_sha256).then(|| current.clone())
    }

    /// The catalog that priced a document. `at` counts documents in the order of issue.
    pub fn catalogue_of_document(&self, at: usize) -> &Arc<Catalogue> {
        let mut in_force = self.catalogues.iter().rev().filter(|(before, _)| *before <= at);
        in_force.next().map_or(&self.catalogue, |(_, catalogue)| catalogue)
    }

    /// The JSON of the catalog recorded last.
    pub fn recorded_catalogue(&self) -> &Value {
        let brought = self.records.iter().rev().filter_map(|record| record.catalogue.as_ref());
        // A catalog that was not adopted does not count.
        let mut taken = brought.filter(|value| self.catalogue_to_record(value).is_none());
        taken.next().unwrap_or(&self.opening.catalogue)
    }

    /// Parses a line and checks that it follows the last one.
    ///
    /// # Errors
    /// If it cannot be read, or if its position, hash or command ID is wrong.
    pub fn check(&self, line: &str) -> Result<Record, JournalError> {
        let position = self.records.len() + 1;
        let follows = |value: &Value| {
            value.get("position") == Some(&Value::from(self.next_position()))
                && value.get("previous_sha256").and_then(Value::as_str) == Some(self.last_sha256.as_str())
        };
        let record: Record = parse(position, line, follows)?;
        let error = |field: &str, problem: String| JournalError::new(position, field, problem);
        if record.position != self.next_position() {
            return Err(error(
                "position",
                format!("is {}, expected {}", record.position, self.next_position()),
            ));
        }
        if record.previous_sha256 != self.last_sha256 {
            return Err(error(
                "previous_sha256",
                "isn't the hash of the previous line: a line was changed or is missing".into(),
            ));
        }
        if self.command_ids.contains(&record.command_id) {
            return Err(error("command_id", "is already used".into()));
        }
        Ok(record)
    }

    /// Folds in a checked record.
    ///
    /// # Errors
    /// If its catalog is faulty.
    pub fn append(&mut self, line: &str, record: Record) -> Result<(), JournalError> {
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

    /// Adopts a prepared booking after it was stored. Its events are already folded into `account_after`.
    ///
    /// # Errors
    /// If its catalog is faulty.
    pub fn take(&mut self, line: &str, record: Record, account_after: Account) -> Result<(), JournalError> {
        self.take_surroundings(&record)?;
        self.account = account_after;
        // A page decides with what it trusts itself. The ledger holds what the journal says.
        self.account.adopt_catalogue(&self.catalogue);
        self.account
            .set_activation(self.proofs.in_force(self.catalogue.activation.as_ref()));
        self.keep_proofs(&record);
        self.note(line, record);
        Ok(())
    }

    /// Appends a record whose events and surroundings are already folded in.
    pub(crate) fn note(&mut self, line: &str, record: Record) {
        // A line counts at least as one event, even if none of its events is accepted.
        self.account.count_line(record.position);
        self.last_sha256 = sha256(line);
        self.command_ids.insert(record.command_id.clone());
        self.records.push(Arc::new(record));
    }

    /// Adopts the directory and the catalog of a record.
    ///
    /// # Errors
    /// If its catalog is faulty.
    pub(crate) fn take_surroundings(&mut self, record: &Record) -> Result<(), JournalError> {
        if let Some(people) = &record.people {
            self.people = Directory::new(people.clone()).remembering(&self.people).into_owned();
        }
        if record.people_changed.is_some() || record.people_left.is_some() {
            let changed = record.people_changed.as_deref().unwrap_or_default();
            self.people
                .patch(changed, record.people_left.as_deref().unwrap_or_default());
        }
        if let Some(value) = &record.catalogue {
            let catalogue = read_catalogue(self.records.len() + 1, value)?;
            // An older catalog cannot have been recorded by this program. `verify` reports it, and it is ignored here.
            if CatalogueStatus::of(&self.catalogue, &catalogue) == CatalogueStatus::InForce {
                self.account.adopt_catalogue(&catalogue);
                self.catalogue = Arc::new(catalogue);
                self.catalogues
                    .push((self.account.documents().len(), Arc::clone(&self.catalogue)));
                self.catalogue_sha256 = sha256(&value.to_string());
                self.account
                    .set_activation(self.proofs.in_force(self.catalogue.activation.as_ref()));
            }
        }
        Ok(())
    }
}
