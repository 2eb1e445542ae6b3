//! Enums whose field `kind` says which other fields there are: `{"kind": "buy", "plan": "team", …}`.
//!
//! serde's `tag` writes them. It reads them, too, but through a buffer in which the place of a mistake is lost. So they are
//! read as `{"buy": {"plan": "team", …}}`, which is serde's own form of an enum.

use super::json::{Fault, from_value};
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error};
use serde_json::{Map, Value};

/// Defines such an enum. It is written out twice, as `tag` is good for writing only.
macro_rules! tagged {
    ($(#[$attribute:meta])* pub enum $name:ident { $($variants:tt)* }) => {
        $(#[$attribute])*
        #[derive(serde::Serialize)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        pub enum $name { $($variants)* }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                type Written = $name;

                #[derive(serde::Deserialize)]
                #[serde(remote = "Written", rename_all = "snake_case", deny_unknown_fields)]
                enum Twin { $($variants)* }

                #[derive(serde::Deserialize)]
                struct Read(#[serde(deserialize_with = "Twin::deserialize")] $name);

                $crate::tagged::read(deserializer).map(|Read(it)| it)
            }
        }
    };
}
pub(crate) use tagged;

/// Reads the form with a kind. A message begins with the place inside of the object, such as `.licences: `, which
/// [`from_value`] adds to the place of the object.
///
/// # Errors
/// It is something else.
pub fn read<'de, T: DeserializeOwned, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    of_kind(Map::deserialize(deserializer)?).map_err(D::Error::custom)
}

fn of_kind<T: DeserializeOwned>(mut fields: Map<String, Value>) -> Result<T, String> {
    let kind = fields.remove("kind").ok_or("missing field `kind`")?;
    let kind = String::deserialize(kind).map_err(|error| format!(".kind: {error}"))?;
    let value = Value::from(Map::from_iter([(kind.clone(), Value::Object(fields))]));
    from_value(&value).map_err(|Fault { place, problem }| match place.strip_prefix(&kind) {
        // Nothing was read of a kind that is none.
        None => format!(".kind: {problem}"),
        Some("") => problem,
        Some(inside) => format!("{inside}: {problem}"),
    })
}
