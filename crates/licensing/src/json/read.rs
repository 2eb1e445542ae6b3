//! Reads JSON values. An error includes its path, such as `steps[3].command.licences`.

use serde::de::{Deserialize, DeserializeOwned, Deserializer, IntoDeserializer};
use serde_json::Value;

/// An error in a file, with its path.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{problem}", prefix(place))]
pub struct FileError {
    /// The path, such as `price_lists[0].from`. Empty for the whole file.
    pub place: String,
    /// The problem and the expected value.
    pub problem: String,
}

/// The prefix of a problem: the path and a colon. Empty without a path.
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
/// At the first part that does not fit its type, with its path.
pub fn from_value<T: DeserializeOwned>(value: &Value) -> Result<T, FileError> {
    serde_path_to_error::deserialize(value).map_err(file_error)
}

fn file_error(error: serde_path_to_error::Error<serde_json::Error>) -> FileError {
    // serde writes the path of the whole value as a point.
    let place = error.path().to_string().trim_start_matches('.').to_owned();
    let message = error.into_inner().to_string();
    // Words here are never objects, and JSON calls a map an object.
    let message = message
        .replace("string or map", "a string")
        .replace("expected a map", "expected an object");
    // The message of an enum with a kind begins with the rest of the path (`tagged`).
    let parts = message.strip_prefix('.').and_then(|message| message.split_once(": "));
    let (inside, problem) = parts.unwrap_or(("", &message));
    let separator = if place.is_empty() || inside.is_empty() { "" } else { "." };
    FileError {
        place: [&place, separator, inside].concat(),
        problem: problem.to_owned(),
    }
}

/// A word as a key. It is read as a string first, so the path of an error includes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        T::deserialize(text.into_deserializer()).map(Self)
    }
}

/// Reads a value that may be missing or `null`, both of which mean its default.
///
/// # Errors
/// If the value does not fit its type.
pub fn or_default<'de, T: Deserialize<'de> + Default, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}
