//! The last confirmation, and how long it stays valid while the activation service is unreachable (ACT 5).

use crate::activation::grant::Grant;
use crate::text::words::all;
use crate::value::date::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// How a certificate was obtained.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumCount, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ActivationMode {
    /// Downloaded from the activation service, and refreshed regularly (ACT 1).
    Online,
    /// Loaded as a file, and valid until it ends (ACT 3).
    Offline,
}

impl ActivationMode {
    /// Every mode, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A certificate that has passed every check, and the day of its last confirmation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// The grant.
    pub grant: Grant,
    /// How it was obtained.
    pub mode: ActivationMode,
    /// The last day on which it was downloaded or loaded.
    pub on: Date,
}

/// The status of a confirmation on a day (ACT 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfirmationStatus {
    /// Confirmed recently, or valid without another confirmation.
    Good,
    /// The service was unreachable. Administrators see the days left, including today.
    OutOfReach {
        /// The days left. 1 on the last day.
        days_left: u32,
    },
    /// The license is inactive.
    Inactive,
}

impl Confirmation {
    /// The last valid day. An online confirmation is valid for some days (ACT 5), but no longer than the signed content
    /// allows.
    pub fn last_day(&self, grace_days: u32) -> Date {
        let signed = self.grant.last_day();
        match self.mode {
            ActivationMode::Online => signed.min(self.on.plus_days(grace_days)),
            ActivationMode::Offline => signed,
        }
    }

    /// The status on a day.
    pub fn status(&self, grace_days: u32, today: Date) -> ConfirmationStatus {
        let last = self.last_day(grace_days);
        if today > last {
            ConfirmationStatus::Inactive
        } else if self.mode == ActivationMode::Online && today > self.on {
            let days = today.days_until(last).saturating_add(1);
            ConfirmationStatus::OutOfReach {
                days_left: u32::try_from(days).unwrap_or(0),
            }
        } else {
            ConfirmationStatus::Good
        }
    }

    /// The number of licenses on a day.
    pub fn licenses(&self, grace_days: u32, today: Date) -> u32 {
        if today <= self.last_day(grace_days) {
            self.grant.licenses.get()
        } else {
            0
        }
    }
}
