//! Opens a ledger with an existing first line or with that of a new account.

use crate::account::Account;
use crate::json::line::to_json_line;
use crate::ledger::entry::Opening;
use crate::ledger::journal_error::JournalError;
use crate::ledger::line::{parse, read_catalogue};
use crate::ledger::{Directory, Ledger, Proofs};
use crate::value::digest::sha256;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Ledger {
    /// Opens a ledger with its first line.
    ///
    /// # Errors
    /// If the line cannot be read, or if its catalog is faulty or does not match its hash.
    pub fn open(line: &str) -> Result<Self, JournalError> {
        let first = |value: &Value| {
            let hash = value.get("catalogue").map(|it| sha256(&it.to_string()));
            value.get("position") == Some(&Value::from(0))
                && value.get("previous_sha256").is_none_or(Value::is_null)
                && hash.is_some_and(|hash| value.get("catalogue_sha256") == Some(&Value::from(hash.as_str())))
        };
        let opening: Opening = parse(0, line, first)?;
        Self::opened(opening, line)
    }

    /// Opens the ledger of a new account and writes its first line.
    ///
    /// # Errors
    /// If its catalog is faulty, or if the line cannot be written.
    pub fn begin(opening: Opening) -> Result<(Self, String), JournalError> {
        let line = to_json_line(&opening).map_err(JournalError::unwritten)?;
        Ok((Self::opened(opening, &line)?, line))
    }

    /// A ledger with its first line, which is the JSON of the opening.
    fn opened(opening: Opening, line: &str) -> Result<Self, JournalError> {
        let error = |field: &str, problem: String| JournalError::new(0, field, problem);
        if opening.position != 0 || opening.previous_sha256.is_some() {
            return Err(error("position", "a journal starts with position 0".into()));
        }
        if opening.catalogue_sha256 != sha256(&opening.catalogue.to_string()) {
            return Err(error("catalogue_sha256", "isn't the hash of the catalog".into()));
        }
        let catalogue = Arc::new(read_catalogue(0, &opening.catalogue)?);
        Ok(Self {
            account: Account::new(opening.subscription_id, opening.deployment, &catalogue),
            catalogues: vec![(0, Arc::clone(&catalogue))],
            catalogue,
            people: Directory::new(opening.people.clone()),
            catalogue_sha256: opening.catalogue_sha256.clone(),
            last_sha256: sha256(line),
            command_ids: BTreeSet::new(),
            records: Vec::new(),
            opening: Arc::new(opening),
            proofs: Proofs::default(),
            set_aside: BTreeSet::new(),
        })
    }
}
