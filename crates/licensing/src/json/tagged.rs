//! Enums whose field `kind` names the variant: `{"kind": "buy", "plan": "team", …}`.
//!
//! serde's `tag` writes them. It could read them, too, but it reads through a buffer, and the place of an error is lost. So
//! the reader takes the kind out and reads `{"buy": {"plan": "team", …}}`, serde's default form of an enum.

use crate::json::read::{FileError, from_value};
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error};
use serde_json::{Map, Value};

/// Defines such an enum with `Serialize` and `Deserialize`. serde has one form of an enum for writing and reading, so a private
/// twin of the enum is read.
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

/// Reads an object with a kind. An error message begins with the place inside the object, such as `.licences: `;
/// [`from_value`] joins it to the place of the object.
///
/// # Errors
/// The object has no known kind, or not the fields of its kind.
pub fn read<'de, T: DeserializeOwned, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    of_kind(Map::deserialize(deserializer)?).map_err(|FileError { place, problem }| {
        let separator = if place.is_empty() { "" } else { ": " };
        D::Error::custom([&place, separator, &problem].concat())
    })
}

/// Reads the fields of a kind. The place of an error begins with a point where it is not the whole object.
fn of_kind<T: DeserializeOwned>(mut fields: Map<String, Value>) -> Result<T, FileError> {
    let fault = |place: &str, problem: String| FileError {
        place: place.to_owned(),
        problem,
    };
    let kind = fields
        .remove("kind")
        .ok_or_else(|| fault("", "missing field `kind`".to_owned()))?;
    let kind = String::deserialize(kind).map_err(|error| fault(".kind", error.to_string()))?;
    let value = Value::from(Map::from_iter([(kind.clone(), Value::Object(fields))]));
    from_value(&value).map_err(|FileError { place, problem }| match place.strip_prefix(&kind) {
        // The kind is not known.
        None => fault(".kind", problem),
        Some(inside) => fault(inside, problem),
    })
}
