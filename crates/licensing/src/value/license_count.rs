//! The number of licenses of a subscription.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;
use std::num::NonZeroU32;

/// A number of licenses that is bought or granted: at least 1 (CHG 8). Files hold the plain number. A command holds the
/// number that was asked for, which may be 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct LicenseCount(NonZeroU32);

impl LicenseCount {
    /// One license.
    pub const ONE: Self = Self(NonZeroU32::MIN);

    /// The plain number.
    pub const fn get(self) -> u32 {
        self.0.get()
    }

    /// How many people can have access with these licenses (LIC 1).
    pub fn people(self) -> usize {
        usize::try_from(self.get()).unwrap_or(usize::MAX)
    }
}

/// The error for zero licenses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be at least 1 license")]
pub struct ZeroLicenses;

impl TryFrom<u32> for LicenseCount {
    type Error = ZeroLicenses;

    fn try_from(number: u32) -> Result<Self, Self::Error> {
        NonZeroU32::new(number).map(Self).ok_or(ZeroLicenses)
    }
}

impl From<LicenseCount> for u32 {
    fn from(licenses: LicenseCount) -> Self {
        licenses.get()
    }
}

impl fmt::Display for LicenseCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Allows a comparison with a number of people.
impl PartialEq<u32> for LicenseCount {
    fn eq(&self, number: &u32) -> bool {
        self.get() == *number
    }
}

/// Allows a comparison with a number of people.
impl PartialOrd<u32> for LicenseCount {
    fn partial_cmp(&self, number: &u32) -> Option<Ordering> {
        self.get().partial_cmp(number)
    }
}

#[cfg(test)]
mod tests {
    use super::{LicenseCount, ZeroLicenses};

    #[test]
    fn chg_8_is_at_least_one_and_a_plain_number_in_files() {
        assert_eq!(LicenseCount::try_from(0), Err(ZeroLicenses));
        assert_eq!(LicenseCount::try_from(1), Ok(LicenseCount::ONE));
        let twelve: LicenseCount = serde_json::from_str("12").unwrap();
        assert!(twelve == 12 && twelve < 13 && twelve > 11);
        assert_eq!(serde_json::to_string(&twelve).unwrap(), "12");
        let zero = serde_json::from_str::<LicenseCount>("0").unwrap_err();
        assert!(zero.to_string().starts_with("must be at least 1 license"), "{zero}");
    }
}
