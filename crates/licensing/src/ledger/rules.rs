//! The number of the rules that a line was written by. From the first release on every change of a rule gets a new one, and
//! old lines keep theirs.

use serde::{Deserialize, Serialize};

/// That a line was written by the rules that this version knows. It is read and written as their number; another number is
/// that of a newer version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Rules;

impl Rules {
    /// The number of the only rules that there are.
    pub const NUMBER: u32 = 1;
}

impl TryFrom<u32> for Rules {
    type Error = String;

    fn try_from(number: u32) -> Result<Self, String> {
        if number == Self::NUMBER {
            Ok(Self)
        } else {
            Err(format!("the rules {number} are not known"))
        }
    }
}

impl From<Rules> for u32 {
    fn from(_: Rules) -> Self {
        Rules::NUMBER
    }
}
