//! Enums whose field `kind` names the variant: `{"kind": "buy", "plan": "team", …}`.
//!
//! serde's `tag` writes them. It could also read them, but it uses a buffer and loses the path of an error. The reader
//! here removes the kind and reads `{"buy": {"plan": "team", …}}`, serde's default form of an enum.

use crate::json::read::{FileError, from_value};
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error};
use serde_json::{Map, Value};

/// Defines such an enum with `Serialize` and `Deserialize`. serde uses the same form of an enum for writing and
/// reading, so a private copy of the enum is used for reading.
macro_rules! tagged {
    ($(#[$attribute:meta])* pub enum $name:ident { $($variants:tt)* }) => {
        $(#[$attribute])*
        #[derive(serde::Serialize)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        pub enum $name { $($variants)* }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                type Original = $name;

                #[derive(serde::Deserialize)]
                #[serde(remote = "Original", rename_all = "snake_case", deny_unknown_fields)]
                enum Twin { $($variants)* }

                #[derive(serde::Deserialize)]
                struct Read(#[serde(deserialize_with = "Twin::deserialize")] $name);

                $crate::json::tagged::read(deserializer).map(|Read(it)| it)
            }
        }
    };
}
pub(crate) use tagged;

/// Reads an object with a kind. An error message begins with the path inside the object, such as `.licences: `.
/// [`from_value`] appends it to the path of the object.
///
/// # Errors
/// If the object has no known kind, or not the fields of its kind.
pub fn read<'de, T: DeserializeOwned, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    of_kind(Map::deserialize(deserializer)?).map_err(|FileError { place, problem }| {
        let separator = if place.is_empty() { "" } else { ": " };
        D::Error::custom([&place, separator, &problem].concat())
    })
}

/// Reads the fields of a kind. The path of an error begins with a point unless it is the whole object.
fn of_kind<T: DeserializeOwned>(mut fields: Map<String, Value>) -> Result<T, FileError> {
    let error_at = |place: &str, problem: String| FileError {
        place: place.to_owned(),
        problem,
    };
    let kind = fields
        .remove("kind")
        .ok_or_else(|| error_at("", "missing field `kind`".to_owned()))?;
    let kind = String::deserialize(kind).map_err(|error| error_at(".kind", error.to_string()))?;
    let value = Value::from(Map::from_iter([(kind.clone(), Value::Object(fields))]));
    from_value(&value).map_err(|FileError { place, problem }| match place.strip_prefix(&kind) {
        // The kind is unknown.
        None => error_at(".kind", problem),
        Some(inside) => error_at(inside, problem),
    })
}
