//! How JSON objects are read: structs, and enums whose `kind` says which fields there are.
//!
//! serde's derive writes a reader of its own for every type, reads arrays where objects are meant, and reads a tagged
//! enum twice. In the page that was more code than the rules themselves. Here a type is a table of names, and whatever
//! does not depend on the type stands once. Writing is derived: it weighs little.

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use std::fmt;

/// Reads the name of a field as its place in `names`, and notes it in `seen`: a field stands there once.
pub struct Name<'a> {
    /// Every name that is known.
    pub names: &'static [&'static str],
    /// The names to offer for an unknown one.
    pub expected: &'static [&'static str],
    /// A bit for every name read so far.
    pub seen: &'a mut u32,
}

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        let at = (0..).zip(self.names).find(|(_, known)| **known == name);
        let (at, known) = at.ok_or_else(|| E::unknown_field(name, self.expected))?;
        let bit = 1_u32 << at;
        if *self.seen & bit != 0 {
            return Err(E::duplicate_field(known));
        }
        *self.seen |= bit;
        Ok(at)
    }
}

/// Reads the word of a kind as its place in the table.
pub struct Kind(pub &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Kind {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        let text: String = Deserialize::deserialize(deserializer)?;
        let at = self.0.iter().position(|kind| *kind == text);
        at.ok_or_else(|| Error::unknown_variant(&text, self.0))
    }
}

/// Refuses a field that was read and that the kind does not have.
///
/// # Errors
/// The first such field.
pub fn only<E: Error>(seen: u32, names: &'static [&'static str], expected: &'static [&'static str]) -> Result<(), E> {
    let foreign = |(at, name): &(u32, &&str)| seen >> at & 1 == 1 && !expected.contains(*name);
    match (0..).zip(names).skip(1).find(foreign) {
        Some((_, name)) => Err(E::unknown_field(name, expected)),
        None => Ok(()),
    }
}

/// Reads the value of a field into its slot; `null` leaves it empty. Stands once for a type, not once for a field.
///
/// # Errors
/// Where it is no such value.
#[inline(never)]
pub fn read<'de, T: Deserialize<'de>, A: MapAccess<'de>>(slot: &mut Option<T>, map: &mut A) -> Result<(), A::Error> {
    *slot = map.next_value()?;
    Ok(())
}

/// That a field is missing; one call where it is said.
#[inline(never)]
pub fn missing<E: Error>(name: &'static str) -> E {
    E::missing_field(name)
}

/// What a kind must have, as the type that it has there.
///
/// # Errors
/// Where it was not given, or is no such thing.
#[inline(never)]
pub fn needed<T, U: TryFrom<T, Error: fmt::Display>, E: Error>(
    slot: &mut Option<T>,
    name: &'static str,
) -> Result<U, E> {
    let value = slot.take().ok_or_else(|| missing(name))?;
    value.try_into().map_err(E::custom)
}

/// What a kind may have, as the type that it has there.
///
/// # Errors
/// Where it is no such thing.
#[inline(never)]
pub fn optional<T, U: TryFrom<T, Error: fmt::Display>, E: Error>(
    slot: &mut Option<T>,
    _name: &'static str,
) -> Result<Option<U>, E> {
    slot.take().map(TryInto::try_into).transpose().map_err(E::custom)
}

/// How a struct is read: its fields by name, each once, no others. `optional` fields may be missing or `null`; those
/// marked `default` may be missing only, and are the default of their type then.
macro_rules! fields {
    ($name:ident { $($field:ident $(: $how:ident)?),+ $(,)? }) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Object;

                impl<'de> serde::de::Visitor<'de> for Object {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("struct ", stringify!($name)))
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        use $crate::licensing::field;
                        #[allow(non_camel_case_types, reason = "they are the names of the fields")]
                        enum At { $($field),+ }
                        const NAMES: &[&str] = &[$(stringify!($field)),+];
                        let mut seen = 0;
                        $(let mut $field = None;)+
                        while let Some(at) =
                            map.next_key_seed(field::Name { names: NAMES, expected: NAMES, seen: &mut seen })?
                        {
                            $(if at == At::$field as usize {
                                field::read(&mut $field, &mut map)?;
                            })+
                        }
                        Ok($name { $($field: field::take!($field, seen $(, $how At::$field)?)),+ })
                    }
                }

                deserializer.deserialize_map(Object)
            }
        }
    };
}

/// The value of a field of [`fields`]: what was read, or what stands for it.
macro_rules! take {
    ($field:ident, $seen:ident) => {
        match $field {
            Some(value) => value,
            None => return Err($crate::licensing::field::missing(stringify!($field))),
        }
    };
    ($field:ident, $seen:ident, optional $at:path) => {
        $field
    };
    ($field:ident, $seen:ident, default $at:path) => {
        match $field {
            Some(value) => value,
            None if $seen >> $at as u32 & 1 == 0 => Default::default(),
            None => {
                return Err(serde::de::Error::invalid_type(
                    serde::de::Unexpected::Unit,
                    &concat!("a value of `", stringify!($field), "`"),
                ));
            }
        }
    };
}

/// How an enum is read whose `kind` says which fields there are: all fields of all kinds with the types that they are
/// read as, then each kind with its own. `null` stands for a field that is missing.
macro_rules! kinds {
    (
        $name:ident reads { $($slot:ident: $type:ty),+ $(,)? }
        $($word:literal => $variant:ident { $($field:ident $(: $how:ident)?),* $(,)? })+
    ) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Object;

                #[derive(Default)]
                struct Slots { $($slot: Option<$type>),+ }

                #[allow(non_camel_case_types, reason = "they are the names of the fields")]
                enum At { kind, $($slot),+ }
                const NAMES: &[&str] = &["kind", $(stringify!($slot)),+];

                enum Kind { $($variant),+ }
                const KINDS: &[&str] = &[$($word),+];
                const OWN: &[&[&str]] = &[$(&[$(stringify!($field)),*]),+];

                impl<'de> serde::de::Visitor<'de> for Object {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("enum ", stringify!($name)))
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        use $crate::licensing::field;
                        let (mut kind, mut slots, mut seen) = (None, Slots::default(), 0);
                        loop {
                            let expected = kind.and_then(|kind: usize| OWN.get(kind)).unwrap_or(&NAMES);
                            let name = field::Name { names: NAMES, expected, seen: &mut seen };
                            let Some(at) = map.next_key_seed(name)? else { break };
                            if at == At::kind as usize {
                                kind = Some(map.next_value_seed(field::Kind(KINDS))?);
                            }
                            $(if at == At::$slot as usize {
                                field::read(&mut slots.$slot, &mut map)?;
                            })+
                        }
                        let missing = || field::missing("kind");
                        let kind = kind.ok_or_else(missing)?;
                        field::only(seen, NAMES, OWN.get(kind).unwrap_or(&NAMES))?;
                        $(if kind == Kind::$variant as usize {
                            return Ok($name::$variant {
                                $($field: field::slot!(slots.$field $(, $how)?)),*
                            });
                        })+
                        Err(missing())
                    }
                }

                deserializer.deserialize_map(Object)
            }
        }
    };
}

/// The value of a field of [`kinds`].
macro_rules! slot {
    ($slots:ident.$field:ident) => {
        $crate::licensing::field::needed(&mut $slots.$field, stringify!($field))?
    };
    ($slots:ident.$field:ident, optional) => {
        $crate::licensing::field::optional(&mut $slots.$field, stringify!($field))?
    };
}

pub(super) use {fields, kinds, slot, take};
