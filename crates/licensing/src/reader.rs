//! The [`Source`] that reads from serde: JSON text, or in the tool and its tests whatever else serde reads.

use super::source::{KeyedSlot, Names, Outcome, Read, Slot, Source, Stop};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// Reads one from what serde reads from.
///
/// # Errors
/// Where it is something else.
pub fn read<'de, T: Read, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut made = None;
    One(&mut made).deserialize(deserializer)?;
    made.ok_or_else(|| Error::custom("nothing was read"))
}

/// A value of serde's, until it is read or has failed.
struct Reader<D, E> {
    deserializer: Option<D>,
    error: Option<E>,
}

impl<'de, D: Deserializer<'de>> Reader<D, D::Error> {
    fn take<T>(&mut self, read: impl FnOnce(D) -> Result<T, D::Error>) -> Outcome<T> {
        let deserializer = self.deserializer.take().ok_or(Stop)?;
        read(deserializer).map_err(|error| {
            self.error = Some(error);
            Stop
        })
    }
}

impl<'de, D: Deserializer<'de>> Source for Reader<D, D::Error> {
    fn text(&mut self) -> Outcome<String> {
        self.take(Deserialize::deserialize)
    }

    fn count(&mut self) -> Outcome<u32> {
        self.take(Deserialize::deserialize)
    }

    fn number(&mut self) -> Outcome<i64> {
        self.take(Deserialize::deserialize)
    }

    fn flag(&mut self) -> Outcome<bool> {
        self.take(Deserialize::deserialize)
    }

    fn json(&mut self) -> Outcome<Value> {
        self.take(Deserialize::deserialize)
    }

    fn list(&mut self, slot: &mut dyn Slot) -> Outcome<()> {
        self.take(|it| it.deserialize_seq(List(slot)))
    }

    fn map(&mut self, slot: &mut dyn KeyedSlot) -> Outcome<()> {
        self.take(|it| it.deserialize_map(Map(slot)))
    }

    fn object(&mut self, names: &Names, slots: &mut [&mut dyn Slot]) -> Outcome<()> {
        self.take(|it| it.deserialize_map(Object(names, slots)))
    }

    fn list_or_object(&mut self, list: &mut dyn Slot, names: &Names, slots: &mut [&mut dyn Slot]) -> Outcome<bool> {
        self.take(|it| it.deserialize_any(Either(List(list), Object(names, slots))))
    }

    fn stop(&mut self, problem: &[&str]) -> Stop {
        self.error = Some(Error::custom(problem.concat()));
        Stop
    }
}

/// A value for a slot.
struct One<'a>(&'a mut dyn Slot);

impl<'de> DeserializeSeed<'de> for One<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let mut reader = Reader {
            deserializer: Some(deserializer),
            error: None,
        };
        self.0
            .take(&mut reader)
            .map_err(|Stop| reader.error.unwrap_or_else(|| Error::custom("a value is read once")))
    }
}

/// A value for a slot, or `null`.
struct Optional<'a>(&'a mut dyn Slot);

impl<'de> DeserializeSeed<'de> for Optional<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Optional<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        One(self.0).deserialize(deserializer)
    }
}

/// The entries of a list.
struct List<'a>(&'a mut dyn Slot);

impl<'de> Visitor<'de> for List<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(One(self.0))?.is_some() {}
        Ok(())
    }
}

/// The entries of a map.
struct Map<'a>(&'a mut dyn KeyedSlot);

/// A map's slot once the key is known.
struct Keyed<'a>(&'a mut dyn KeyedSlot, String);

impl Slot for Keyed<'_> {
    fn take(&mut self, source: &mut dyn Source) -> Outcome<()> {
        self.0.take(std::mem::take(&mut self.1), source)
    }
}

impl<'de> Visitor<'de> for Map<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key()? {
            map.next_value_seed(One(&mut Keyed(self.0, key)))?;
        }
        Ok(())
    }
}

/// The fields of an object.
struct Object<'a, 'b>(&'a Names, &'a mut [&'b mut dyn Slot]);

impl<'de> Visitor<'de> for Object<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(at) = map.next_key_seed(self.0)? {
            if let Some(slot) = self.1.get_mut(at) {
                map.next_value_seed(Optional(*slot))?;
            }
        }
        self.0.check()
    }
}

/// The entries of a list, or the fields of an object.
struct Either<'a, 'b>(List<'a>, Object<'a, 'b>);

impl<'de> Visitor<'de> for Either<'_, '_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of ids or a selection")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<bool, A::Error> {
        self.0.visit_seq(list).map(|()| false)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<bool, A::Error> {
        self.1.visit_map(map).map(|()| true)
    }
}

/// The name of a field: its place.
impl<'de> DeserializeSeed<'de> for &Names {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for &Names {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        self.note(name)
    }
}
