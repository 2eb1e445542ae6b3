//! Enums whose field `kind` says which other fields there are.
//!
//! serde's own `tag` reads the whole object into a buffer first, and then neither the place nor the line of a mistake is
//! known. Here the derived code reads and writes the enum as `{"buy": {…}}`, and what stands in the file is
//! `{"kind": "buy", …}`. Fields are read as they come once the kind is known; it stands first in all that is written here.

pub mod write;

pub use write::WithKind;

use crate::json::strict::Strict;
use serde::de::value::StrDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::Value;
use std::fmt;
use std::vec::IntoIter;

/// The field that names the kind.
pub const KIND: &str = "kind";

/// Reads `{"kind": "buy", …}` for code that reads `{"buy": {…}}`.
pub struct Tagged<D>(pub D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Tagged<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        // Never asked for: the derived code of an enum asks for an enum.
        self.0.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        kinds: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(Object { kinds, visitor })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// An object with a kind.
struct Object<V> {
    kinds: &'static [&'static str],
    visitor: V,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Object<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<V::Value, A::Error> {
        let mut before = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            if name == KIND {
                let kind = map.next_value_seed(OneOf(self.kinds))?;
                return self.visitor.visit_enum(Fields {
                    kind,
                    before: before.into_iter(),
                    value: None,
                    rest: map,
                });
            }
            before.push((name, map.next_value()?));
        }
        Err(Error::missing_field(KIND))
    }
}

/// One of these words.
struct OneOf(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for OneOf {
    type Value = &'static str;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<&'static str, D::Error> {
        let text = String::deserialize(deserializer)?;
        let known = self.0.iter().find(|word| **word == text);
        known.copied().ok_or_else(|| Error::unknown_variant(&text, self.0))
    }
}

/// The fields of an object whose kind is known: those that stood before it, then the others.
struct Fields<A> {
    kind: &'static str,
    before: IntoIter<(String, Value)>,
    value: Option<Value>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> Fields<A> {
    /// Refuses a field before the kind that the kind does not have, before any value is looked at.
    fn check(&self, names: &'static [&'static str]) -> Result<(), A::Error> {
        let mut before = self.before.as_slice().iter();
        match before.find(|(name, _)| !names.contains(&name.as_str())) {
            Some((name, _)) => Err(Error::unknown_field(name, names)),
            None => Ok(()),
        }
    }
}

impl<'de, A: MapAccess<'de>> EnumAccess<'de> for Fields<A> {
    type Error = A::Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), A::Error> {
        let kind: StrDeserializer<'_, A::Error> = self.kind.into_deserializer();
        seed.deserialize(kind).map(|kind| (kind, self))
    }
}

impl<'de, A: MapAccess<'de>> VariantAccess<'de> for Fields<A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.check(&[])
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, A::Error> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_map(self)
    }

    fn struct_variant<V: Visitor<'de>>(self, names: &'static [&'static str], visitor: V) -> Result<V::Value, A::Error> {
        self.check(names)?;
        visitor.visit_map(self)
    }
}

impl<'de, A: MapAccess<'de>> Deserializer<'de> for Fields<A> {
    type Error = A::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_map(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.struct_variant(names, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct
        seq tuple tuple_struct map enum identifier ignored_any
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Fields<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        let Some((name, value)) = self.before.next() else {
            return self.rest.next_key_seed(seed);
        };
        self.value = Some(value);
        let name: StrDeserializer<'_, A::Error> = name.as_str().into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            // Whoever tells a newer version by its names reads them first at every depth.
            Some(value) => seed.deserialize(Strict::names_first(&value)),
            None => self.rest.next_value_seed(seed),
        }
    }
}
