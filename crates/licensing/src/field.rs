//! How JSON objects are read: structs, and enums whose `kind` says which fields there are. A type is a list of names.

use super::source::{Names, Outcome, Slot, Source, Stop};
use super::word::no_word;
use std::fmt;

/// Stops for want of a field.
pub fn missing(source: &mut dyn Source, name: &str) -> Stop {
    source.stop(&["missing field `", name, "`"])
}

/// Stops at a field that may be missing, but not `null`.
pub fn null(source: &mut dyn Source, name: &str) -> Stop {
    source.stop(&["`", name, "` must not be null"])
}

/// Which kind a word names; from then on the fields of that kind are expected.
pub struct Kind<'a> {
    /// Its place among the words.
    pub at: Option<usize>,
    /// Every word.
    pub words: &'static [&'static str],
    /// The fields of each.
    pub own: &'static [&'static [&'static str]],
    /// The names of all fields.
    pub names: &'a Names,
}

impl Slot for Kind<'_> {
    fn take(&mut self, source: &mut dyn Source) -> Outcome<()> {
        let text = source.text()?;
        let mut kinds = self.words.iter().zip(self.own).enumerate();
        let Some((at, (_, own))) = kinds.find(|(_, (word, _))| **word == text) else {
            return Err(source.unknown(&[&no_word(&text, "kind", self.words)]));
        };
        self.names.offer(own);
        self.at = Some(at);
        Ok(())
    }
}

/// What a kind must have, as the type that it has there.
///
/// # Errors
/// Where it was not given, or is no such thing.
#[inline(never)]
pub fn needed<T, U: TryFrom<T, Error: fmt::Display>>(
    source: &mut dyn Source,
    slot: &mut Option<T>,
    name: &str,
) -> Outcome<U> {
    optional(source, slot)?.ok_or_else(|| missing(source, name))
}

/// What a kind may have, as the type that it has there.
///
/// # Errors
/// Where it is no such thing.
#[inline(never)]
pub fn optional<T, U: TryFrom<T, Error: fmt::Display>>(
    source: &mut dyn Source,
    slot: &mut Option<T>,
) -> Outcome<Option<U>> {
    let value = slot.take().map(TryInto::try_into).transpose();
    // What is another type there is a word, or a list of people instead of a selection.
    value.map_err(|problem: U::Error| source.unknown(&[&problem.to_string()]))
}

/// What a struct must have; a field marked `optional` may be missing or `null`, so may one marked `absent`, which has
/// its default then; one marked `default` may be missing.
macro_rules! fields {
    ($name:ident { $($field:ident $(: $how:ident)?),+ $(,)? }) => {
        impl $crate::source::Read for $name {
            fn read(
                source: &mut dyn $crate::source::Source,
            ) -> $crate::source::Outcome<Self> {
                use $crate::{field, source::Names};
                let names = Names::new(&[$(stringify!($field)),+]);
                $(let mut $field = None;)+
                source.object(&names, &mut [$(&mut $field),+])?;
                Ok($name { $($field: field::take!(source, $field $(, $how names)?)),+ })
            }
        }

        $crate::source::deserialize!($name);
    };
}

/// The value of a field of [`fields`]: what was read, or what stands for it.
macro_rules! take {
    ($source:ident, $field:ident) => {
        match $field {
            Some(value) => value,
            None => return Err($crate::field::missing($source, stringify!($field))),
        }
    };
    ($source:ident, $field:ident, optional $names:ident) => {
        $field
    };
    ($source:ident, $field:ident, absent $names:ident) => {
        $field.unwrap_or_default()
    };
    ($source:ident, $field:ident, default $names:ident) => {
        match $field {
            Some(value) => value,
            None if $names.have_seen(stringify!($field)) => {
                return Err($crate::field::null($source, stringify!($field)))
            }
            None => Default::default(),
        }
    };
}

/// How an enum is read whose `kind` says which fields there are: all fields of all kinds with the types that they are
/// read as, then each kind with its own. `null` stands for a field that is missing. `with` puts several texts, in their
/// order, into one field.
macro_rules! kinds {
    (
        $name:ident reads { $($slot:ident: $type:ty),+ $(,)? }
        $($word:literal => $variant:ident { $($field:ident $(: $how:ident)?),* $(,)? }
            $(with $all:ident [$($text:ident)+])?)+
    ) => {
        impl $crate::source::Read for $name {
            fn read(
                source: &mut dyn $crate::source::Source,
            ) -> $crate::source::Outcome<Self> {
                use $crate::{field, source::Names};

                enum At { $($variant),+ }

                #[derive(Default)]
                struct Slots { $($slot: Option<$type>),+ }

                let names = Names::new(&["kind", $(stringify!($slot)),+]);
                let mut slots = Slots::default();
                let mut kind = field::Kind {
                    at: None,
                    words: &[$($word),+],
                    own: &[$(&[$(stringify!($field)),* $($(stringify!($text)),+)?]),+],
                    names: &names,
                };
                source.object(&names, &mut [&mut kind, $(&mut slots.$slot),+])?;
                $(if kind.at == Some(At::$variant as usize) {
                    return Ok($name::$variant {
                        $($field: field::slot!(source, slots.$field $(, $how)?),)*
                        $($all: [$(slots.$text.take()),+].into(),)?
                    });
                })+
                Err(field::missing(source, "kind"))
            }
        }

        $crate::source::deserialize!($name);
    };
}

/// The value of a field of [`kinds`].
macro_rules! slot {
    ($source:ident, $slots:ident.$field:ident) => {
        $crate::field::needed($source, &mut $slots.$field, stringify!($field))?
    };
    ($source:ident, $slots:ident.$field:ident, optional) => {
        $crate::field::optional($source, &mut $slots.$field)?
    };
}

pub(super) use {fields, kinds, slot, take};
