//! Finds a key that stands twice in one object of a JSON text. Readers of JSON take the last one in silence, and in a
//! catalog that changes what is charged.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::BTreeSet;
use std::fmt;

/// A key that stands twice in one object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuplicateKey {
    /// Where the object stands: `price_lists[0].prices.team`; empty for the whole text.
    pub place: String,
    /// The key.
    pub key: String,
}

impl DuplicateKey {
    /// What is wrong and what to do, without the place.
    pub fn problem(&self) -> String {
        format!("`{}` stands twice: keep one of them", self.key)
    }
}

impl fmt::Display for DuplicateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = self.problem();
        if self.place.is_empty() {
            f.write_str(&problem)
        } else {
            write!(f, "{}: {problem}", self.place)
        }
    }
}

impl std::error::Error for DuplicateKey {}

/// Looks through a JSON text at every depth. A text that is no JSON passes: whoever reads it says what is wrong with it.
///
/// # Errors
/// The first key that stands twice.
pub fn check(text: &str) -> Result<(), DuplicateKey> {
    within(text, "")
}

/// The same for the text of one value, and the place where it stands.
fn within(text: &str, place: &str) -> Result<(), DuplicateKey> {
    match text.trim_start().chars().next() {
        Some('{') => {
            let Ok(Entries(entries)) = serde_json::from_str(text) else {
                return Ok(());
            };
            let mut seen = BTreeSet::new();
            for (key, value) in &entries {
                if !seen.insert(key) {
                    return Err(DuplicateKey {
                        place: place.to_owned(),
                        key: key.clone(),
                    });
                }
                let dot = if place.is_empty() { "" } else { "." };
                within(value.get(), &[place, dot, key].concat())?;
            }
            Ok(())
        }
        Some('[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text).unwrap_or_default();
            let mut items = items.iter().enumerate();
            items.try_for_each(|(at, item)| within(item.get(), &format!("{place}[{at}]")))
        }
        _ => Ok(()),
    }
}

/// The entries of an object as they are written, those of one key included.
struct Entries<'t>(Vec<(String, &'t RawValue)>);

impl<'t> Deserialize<'t> for Entries<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;

        impl<'t> Visitor<'t> for Written {
            type Value = Entries<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Entries<'t>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(Written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_stands_twice_is_found_at_every_depth_with_its_place() {
        for (text, place, key) in [
            (r#"{"a": 1, "a": 1}"#, "", "a"),
            (r#"{"a": {"b": [{}, {"c": 1, "d": 2, "c": 3}]}}"#, "a.b[1]", "c"),
            (r#"[{"x": null, "\u0078": 1.5}]"#, "[0]", "x"),
        ] {
            let found = check(text).unwrap_err();
            assert_eq!((found.place.as_str(), found.key.as_str()), (place, key), "{text}");
        }
        for text in [
            r#"{"a": {"a": [1, true, "a", null, -1, 1e9]}, "b": {"a": 1}}"#,
            "[]",
            "",
            "{",
            "no JSON",
        ] {
            assert_eq!(check(text), Ok(()), "{text}");
        }
    }
}
