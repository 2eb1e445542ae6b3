//! Parses one line, and distinguishes damaged lines from lines of a newer version.

use crate::catalogue::Catalogue;
use crate::json::duplicate_key;
use crate::json::newer::is_newer;
use crate::json::read::{FileError, from_value};
use crate::ledger::entry::{Opening, Record};
use crate::ledger::journal_error::{Cause, JournalError};
use crate::value::rules_version::RulesVersion;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Why a line is damaged, regardless of the lines before it. `None` if it can be read, or if another version has
/// written it. Such a line is valid and is never set aside.
pub fn unreadable(position: usize, line: &str) -> Option<JournalError> {
    let follows = |_: &Value| true;
    let catalogue = if position == 0 {
        parse(position, line, follows).map(|opening: Opening| Some(opening.catalogue))
    } else {
        parse(position, line, follows).map(|record: Record| record.catalogue)
    };
    let read = |catalogue: &Value| read_catalogue(position, catalogue).err();
    let error = match catalogue {
        Ok(catalogue) => catalogue.as_ref().and_then(read),
        Err(error) => Some(error),
    };
    error.filter(|it| it.cause == Cause::Damaged)
}

/// Parses a line. If it fails, the line counts as written by a newer version only if it `follows` the previous line.
pub(crate) fn parse<T: DeserializeOwned>(
    position: usize,
    line: &str,
    follows: impl Fn(&Value) -> bool,
) -> Result<T, JournalError> {
    duplicate_key::check(line).map_err(|found| JournalError::new(position, "", found.to_string()))?;
    serde_json::from_str(line).map_err(|error| {
        let value = serde_json::from_str::<Value>(line).ok();
        // The error for a JSON value includes the path.
        let placed = value.as_ref().and_then(|value| from_value::<T>(value).err());
        let problem = placed.as_ref().map_or_else(|| error.to_string(), FileError::to_string);
        let value = value.filter(follows);
        let rules = value.as_ref().map(|value| value.get("rules"));
        let is_unreleased = position == 0 && rules == Some(None);
        // Other rules may change the form of any other field.
        let is_known = |it: &Value| {
            let number = it.as_u64().and_then(|it| u32::try_from(it).ok());
            number.is_some_and(|it| RulesVersion::try_from(it).is_ok())
        };
        let has_others = rules.flatten().is_some_and(|it| it.is_number() && !is_known(it));
        let is_unknown = || {
            value
                .zip(placed)
                .is_some_and(|(value, error)| is_newer::<T>(value, error))
        };
        if is_unreleased {
            JournalError::unreleased()
        } else if has_others || is_unknown() {
            JournalError::newer(position, "", &problem)
        } else {
            JournalError::new(position, "", format!("can't be read: {problem}"))
        }
    })
}

/// Reads a recorded catalog.
pub(crate) fn read_catalogue(position: usize, value: &Value) -> Result<Catalogue, JournalError> {
    Catalogue::from_value(value).map_err(|errors| {
        let problem = errors.first().map(ToString::to_string).unwrap_or_default();
        if Catalogue::is_newer(value) {
            JournalError::newer(position, "catalogue", &problem)
        } else {
            JournalError::new(position, "catalogue", problem)
        }
    })
}
