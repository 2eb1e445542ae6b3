//! Values as one line of JSON.

use serde::Serialize;

/// A record or an opening as its line; a value that serde can always write.
pub fn to_json_line<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
