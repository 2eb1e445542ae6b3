//! Finds a key that stands twice in one object of a JSON text. Readers of JSON take the last one in silence, and in a
//! catalog that changes what is charged.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::cell::RefCell;
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
    let found = RefCell::new(None);
    let walk = Walk {
        place: String::new(),
        found: &found,
    };
    let mut reader = serde_json::Deserializer::from_str(text);
    // What stops the walk is a key that was found, or a text that is no JSON.
    let _ = walk.deserialize(&mut reader);
    found.into_inner().map_or(Ok(()), Err)
}

/// Walks through one value and those inside it.
struct Walk<'f> {
    place: String,
    found: &'f RefCell<Option<DuplicateKey>>,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        for at in 0_u32.. {
            let item = Walk {
                place: format!("{}[{at}]", self.place),
                found: self.found,
            };
            if items.next_element_seed(item)?.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let mut seen = BTreeSet::new();
        while let Some(key) = entries.next_key::<String>()? {
            let dot = if self.place.is_empty() { "" } else { "." };
            let inside = Walk {
                place: [self.place.as_str(), dot, &key].concat(),
                found: self.found,
            };
            if !seen.insert(key.clone()) {
                *self.found.borrow_mut() = Some(DuplicateKey { place: self.place, key });
                return Err(A::Error::custom("a key stands twice"));
            }
            entries.next_value_seed(inside)?;
        }
        Ok(())
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
