//! The number of the rules that a line was written by. From the first release on every change of a rule gets a new one, and
//! old lines keep theirs.

use super::super::source::{Outcome, Read, Source, deserialize};
use serde::{Serialize, Serializer};

/// That a line was written by the rules that this version knows. It is read and written as their number; another number is
/// that of a newer version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules;

impl Rules {
    /// The number of the only rules that there are.
    pub const NUMBER: u64 = 1;
}

impl Serialize for Rules {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(Self::NUMBER)
    }
}

impl Read for Rules {
    fn read(source: &mut dyn Source) -> Outcome<Self> {
        let number = source.count()?;
        if u64::from(number) == Self::NUMBER {
            Ok(Self)
        } else {
            Err(source.unknown(&["the rules ", &number.to_string(), " are not known"]))
        }
    }
}

deserialize!(Rules);
