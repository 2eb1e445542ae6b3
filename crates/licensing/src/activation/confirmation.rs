//! The last confirmation, and how long it stays good when the activation service is out of reach (ACT 5).

use crate::activation::grant::Grant;
use crate::text::words::all;
use crate::value::date::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// How a certificate came here.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumCount, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ActivationMode {
    /// Fetched from the activation service, which is asked again and again (ACT 1).
    Online,
    /// Loaded as a file; nobody is asked again until it ends (ACT 3).
    Offline,
}

impl ActivationMode {
    /// Every way of activation, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Its word in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A certificate that has passed every check, and when it last did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// What it grants.
    pub grant: Grant,
    /// How it came.
    pub way: ActivationMode,
    /// The last day on which it was confirmed: fetched, or loaded.
    pub on: Date,
}

/// How a confirmation stands on a day (ACT 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfirmationStatus {
    /// Confirmed, or not to be confirmed again.
    Good,
    /// The service has been out of reach: administrators are told how many days are left, today included.
    OutOfReach {
        /// 1 on the last day.
        days_left: u32,
    },
    /// The license is inactive.
    Inactive,
}

impl Confirmation {
    /// The last day on which it is good: online so many days after it was confirmed (ACT 5), and never longer than what
    /// was signed.
    pub fn last_day(&self, grace_days: u32) -> Date {
        let signed = self.grant.last_day();
        match self.way {
            ActivationMode::Online => signed.min(self.on.plus_days(grace_days)),
            ActivationMode::Offline => signed,
        }
    }

    /// How it stands on a day.
    pub fn standing(&self, grace_days: u32, today: Date) -> ConfirmationStatus {
        let last = self.last_day(grace_days);
        if today > last {
            ConfirmationStatus::Inactive
        } else if self.way == ActivationMode::Online && today > self.on {
            let days = today.days_until(last).saturating_add(1);
            ConfirmationStatus::OutOfReach {
                days_left: u32::try_from(days).unwrap_or(0),
            }
        } else {
            ConfirmationStatus::Good
        }
    }

    /// How many licenses it gives on a day.
    pub fn licenses(&self, grace_days: u32, today: Date) -> u32 {
        if today <= self.last_day(grace_days) {
            self.grant.licenses
        } else {
            0
        }
    }
}
