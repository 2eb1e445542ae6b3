//! Enums that stand in files as a word: one table each, of which everything else is made.

use serde::de::{Deserializer, Error};

/// Reads one of the words of a table; `what` says what they are words for.
pub fn word<'de, D: Deserializer<'de>, T: Copy>(
    deserializer: D,
    what: &str,
    table: &[(&'static str, T)],
) -> Result<T, D::Error> {
    let text: String = serde::Deserialize::deserialize(deserializer)?;
    find(&text, what, table).map_err(Error::custom)
}

/// The value of a word.
pub fn find<T: Copy>(text: &str, what: &str, table: &[(&'static str, T)]) -> Result<T, String> {
    let found = table.iter().find(|(word, _)| *word == text);
    found.map(|(_, value)| *value).ok_or_else(|| {
        let words: Vec<&str> = table.iter().map(|(word, _)| *word).collect();
        no_word(text, what, &words)
    })
}

/// That a text is none of the words, and which they are.
pub fn no_word(text: &str, what: &str, words: &[&str]) -> String {
    let (last, others) = words.split_last().unwrap_or((&"", &[]));
    ["`", text, "` is no ", what, ": use ", &others.join(", "), " or ", last].concat()
}

/// The words of an enum: its `ALL`, its `key`, and how it is read and written.
macro_rules! words {
    ($name:ident, $what:literal, $($word:literal => $variant:ident $(($own:path))?),+ $(,)?) => {
        impl $name {
            const WORDS: &[(&'static str, Self)] = &[$(($word, Self::$variant $(($own))?)),+];

            #[doc = concat!("Every ", $what, ", in order.")]
            pub const ALL: [Self; Self::WORDS.len()] = [$(Self::$variant $(($own))?),+];

            /// Its word in files.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$variant $(($own))? => $word),+
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(text: String) -> Result<Self, String> {
                $crate::licensing::word::find(&text, $what, Self::WORDS)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::licensing::word::word(deserializer, $what, Self::WORDS)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }
    };
}

pub(super) use words;
