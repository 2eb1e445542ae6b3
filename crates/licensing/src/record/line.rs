//! Reading one line: what is wrong with it, and whether only a newer version can tell.

use super::super::catalogue::Catalogue;
use super::super::damage::{Cause, Damage};
use super::super::duplicate_key;
use super::super::json::{Fault, from_value};
use super::super::newer::is_newer;
use super::{Opening, Record, Rules};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Why a line is damaged whatever stands before it; none where it can be read, or where another version has written it:
/// that counts, and is never set aside.
pub fn unreadable(position: usize, line: &str) -> Option<Damage> {
    let follows = |_: &Value| true;
    let catalogue = if position == 0 {
        parse(position, line, follows).map(|opening: Opening| Some(opening.catalogue))
    } else {
        parse(position, line, follows).and_then(|record: Record| record.understood().map(|_| record.catalogue))
    };
    let read = |catalogue: &Value| read_catalogue(position, catalogue).err();
    let damage = match catalogue {
        Ok(catalogue) => catalogue.as_ref().and_then(read),
        Err(damage) => Some(damage),
    };
    damage.filter(|it| it.cause == Cause::Damaged)
}

/// Reads a line. One that cannot be read is a newer version's only where it `follows` the line before it.
pub(super) fn parse<T: DeserializeOwned>(
    position: usize,
    line: &str,
    follows: impl Fn(&Value) -> bool,
) -> Result<T, Damage> {
    duplicate_key::check(line).map_err(|found| Damage::new(position, "", found.to_string()))?;
    serde_json::from_str(line).map_err(|error| {
        let value = serde_json::from_str::<Value>(line).ok();
        // The error of a value names its place.
        let fault = value.as_ref().and_then(|value| from_value::<T>(value).err());
        let problem = fault.as_ref().map_or_else(|| error.to_string(), Fault::to_string);
        let value = value.filter(follows);
        let rules = value.as_ref().map(|value| value.get("rules"));
        let is_unreleased = position == 0 && rules == Some(None);
        // Other rules may write every other field in another form.
        let is_known = |it: &Value| it.as_u64() == Some(Rules::NUMBER.into());
        let has_others = rules.flatten().is_some_and(|it| it.is_number() && !is_known(it));
        let is_unknown = || {
            value
                .zip(fault)
                .is_some_and(|(value, fault)| is_newer::<T>(value, fault))
        };
        if is_unreleased {
            Damage::unreleased()
        } else if has_others || is_unknown() {
            Damage::newer(position, "", &problem)
        } else {
            Damage::new(position, "", format!("cannot be read: {problem}"))
        }
    })
}

/// Reads a catalogue that a line has recorded.
pub(super) fn read_catalogue(position: usize, value: &Value) -> Result<Catalogue, Damage> {
    Catalogue::from_value(value).map_err(|faults| {
        let problem = faults.first().map(ToString::to_string).unwrap_or_default();
        if Catalogue::is_newer(value) {
            Damage::newer(position, "catalogue", &problem)
        } else {
            Damage::new(position, "catalogue", problem)
        }
    })
}
