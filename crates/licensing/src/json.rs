//! Reads a JSON value and says where it stops: what people write is read from values, so that every message has its place.

use serde::de::{Deserialize, DeserializeOwned, Deserializer, IntoDeserializer};
use serde_json::Value;
use std::fmt;

/// One thing that is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place, such as `price_lists[0].from`; empty for the whole.
    pub place: String,
    /// What is wrong and what would be right.
    pub problem: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() {
            f.write_str(&self.problem)
        } else {
            write!(f, "{}: {}", self.place, self.problem)
        }
    }
}

/// Reads a value.
///
/// # Errors
/// The first thing that is something else than it should be.
pub fn from_value<T: DeserializeOwned>(value: &Value) -> Result<T, Fault> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        // The path of the whole is a point.
        let place = error.path().to_string().trim_start_matches('.').to_owned();
        let told = error.into_inner().to_string();
        // An enum with a kind begins its message with the place inside of it (`tagged`).
        let parts = told.strip_prefix('.').and_then(|told| told.split_once(": "));
        let (inside, problem) = parts.unwrap_or(("", &told));
        let place = if place.is_empty() || inside.is_empty() {
            place + inside
        } else {
            [&place, ".", inside].concat()
        };
        Fault {
            place,
            problem: problem.to_owned(),
        }
    })
}

/// A word as the key of a table. It is read as a text, which stands in the place of a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        T::deserialize(text.into_deserializer()).map(Self)
    }
}

/// Reads what may be missing and may be `null`: then it is what it is by default.
///
/// # Errors
/// It is something else.
pub fn or_default<'de, T: Deserialize<'de> + Default, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}
