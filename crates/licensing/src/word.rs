//! Enums that stand in files as a word: one table each, of which everything else is made.

use super::source::{Outcome, Source};

/// Reads one of the words of a table; `what` says what they are words for.
///
/// # Errors
/// Where it is none of them.
pub fn read<T: Copy>(source: &mut dyn Source, what: &str, table: &[(&'static str, T)]) -> Outcome<T> {
    let text = source.text()?;
    find(&text, what, table).map_err(|problem| source.unknown(&[&problem]))
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
                $crate::word::find(&text, $what, Self::WORDS)
            }
        }

        impl $crate::source::Read for $name {
            fn read(
                source: &mut dyn $crate::source::Source,
            ) -> $crate::source::Outcome<Self> {
                $crate::word::read(source, $what, Self::WORDS)
            }
        }

        $crate::source::deserialize!($name);

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }
    };
}

pub(super) use words;
