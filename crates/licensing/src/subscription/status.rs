//! The status of a subscription on a day (SUB 1).

use crate::text::words::all;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// The status of an account on a day.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Neither trial nor subscription yet.
    None,
    /// In the trial.
    Trial,
    /// After the trial.
    TrialEnded,
    /// Paid, and renews automatically.
    Active,
    /// Paid, and ends with the term.
    #[serde(rename = "cancelling")]
    #[strum(serialize = "cancelling")]
    Canceling,
    /// Ended.
    Expired,
    /// Free.
    Free,
}

impl Status {
    /// Every status, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl Status {
    /// Whether people may use the product (ACC 7).
    pub fn is_usable(self) -> bool {
        matches!(self, Self::Trial | Self::Active | Self::Canceling | Self::Free)
    }

    /// Whether every page shows the trial ribbon (TRI 2).
    pub fn shows_trial_banner(self) -> bool {
        matches!(self, Self::None | Self::Trial | Self::TrialEnded | Self::Expired)
    }
}
