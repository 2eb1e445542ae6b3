//! Values as one line of JSON.

use serde::ser::{Error, Serialize, Serializer};

/// The line of a record or an opening. The value must be one that serde can always write.
pub fn to_json_line<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
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
