//! Reads JSON values. An error names its place, such as `steps[3].command.licences`.

use serde::de::{Deserialize, DeserializeOwned, Deserializer, IntoDeserializer};
use serde_json::Value;

/// One thing that is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{problem}", prefix(place))]
pub struct FileError {
    /// The place, such as `price_lists[0].from`; empty for the whole.
    pub place: String,
    /// What is wrong and what would be right.
    pub problem: String,
}

/// What stands before a problem that has a place: the place and a colon.
pub fn prefix(place: &str) -> String {
    if place.is_empty() {
        String::new()
    } else {
        format!("{place}: ")
    }
}

/// Reads a value.
///
/// # Errors
/// The first part that does not fit its type, with its place.
pub fn from_value<T: DeserializeOwned>(value: &Value) -> Result<T, FileError> {
    serde_path_to_error::deserialize(value).map_err(file_error)
}

fn file_error(error: serde_path_to_error::Error<serde_json::Error>) -> FileError {
    // The path of the whole is written as a point.
    let place = error.path().to_string().trim_start_matches('.').to_owned();
    let message = error.into_inner().to_string();
    // Words are never written as objects here, and JSON calls a map an object.
    let message = message
        .replace("string or map", "a string")
        .replace("expected a map", "expected an object");
    // An enum with a kind begins its message with the rest of the place (`tagged`).
    let parts = message.strip_prefix('.').and_then(|message| message.split_once(": "));
    let (inside, problem) = parts.unwrap_or(("", &message));
    let separator = if place.is_empty() || inside.is_empty() { "" } else { "." };
    FileError {
        place: [&place, separator, inside].concat(),
        problem: problem.to_owned(),
    }
}

/// A word as a key. It is read as text first, so that the place of an error names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        T::deserialize(text.into_deserializer()).map(Self)
    }
}

/// Reads a value that may be missing or `null`; both mean its default.
///
/// # Errors
/// The value does not fit its type.
pub fn or_default<'de, T: Deserialize<'de> + Default, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}
