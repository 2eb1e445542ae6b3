//! Values as one line of JSON.

use serde::ser::{Error, Serialize, Serializer};

/// The line of a record, an opening, an order or the parts of a certificate, with the fields in the order of their type.
/// A [`Value`](serde_json::Value) needs no such function: its `to_string` cannot fail.
///
/// # Errors
/// If a part of the value refuses to be written. No type of this crate does, but serde cannot know.
pub fn to_json_line<T: Serialize>(value: &T) -> serde_json::Result<String> {
    serde_json::to_string(value)
}

/// Writes a value with the keys of its objects in alphabetical order.
///
/// # Errors
/// If the serializer fails.
pub fn keys_in_order<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serde_json::to_value(value)
        .map_err(S::Error::custom)?
        .serialize(serializer)
}
