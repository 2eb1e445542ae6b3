//! The version of the rules that decided a line of a journal.

use serde::{Deserialize, Serialize};

/// A version of the rules. After the first release, every change of a rule gets a new number, and old lines keep
/// theirs. Files hold the number. An unknown number means that a newer version of this program wrote the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub enum RulesVersion {
    /// The rules of the first release.
    #[default]
    V1,
}

impl RulesVersion {
    /// The version that decides new lines.
    pub const CURRENT: Self = Self::V1;

    /// The number used in files.
    pub const fn number(self) -> u32 {
        match self {
            Self::V1 => 1,
        }
    }
}

/// The error for a number that this program does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the rules {0} are unknown")]
pub struct UnknownRulesVersion(u32);

impl TryFrom<u32> for RulesVersion {
    type Error = UnknownRulesVersion;

    fn try_from(number: u32) -> Result<Self, Self::Error> {
        match number {
            1 => Ok(Self::V1),
            _ => Err(UnknownRulesVersion(number)),
        }
    }
}

impl From<RulesVersion> for u32 {
    fn from(version: RulesVersion) -> Self {
        version.number()
    }
}
