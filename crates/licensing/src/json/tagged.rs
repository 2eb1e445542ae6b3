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
    of_kind(Map::deserialize(deserializer)?).map_err(D::Error::custom)
}

fn of_kind<T: DeserializeOwned>(mut fields: Map<String, Value>) -> Result<T, String> {
    let kind = fields.remove("kind").ok_or("missing field `kind`")?;
    let kind = String::deserialize(kind).map_err(|error| format!(".kind: {error}"))?;
    let value = Value::from(Map::from_iter([(kind.clone(), Value::Object(fields))]));
    from_value(&value).map_err(|FileError { place, problem }| match place.strip_prefix(&kind) {
        // The kind is not known.
        None => format!(".kind: {problem}"),
        Some("") => problem,
        Some(inside) => format!("{inside}: {problem}"),
    })
}
