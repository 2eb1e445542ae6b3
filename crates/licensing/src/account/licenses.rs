//! The number of free licenses, and when it is low (LIC 5).

use crate::account::Account;
use crate::directory::Directory;
use crate::value::license_count::LicenseCount;

impl Account {
    /// The number of free licenses. `None` if there is no limit (LIC 5, LIC 6).
    pub fn licenses_free(&self, people: &Directory) -> Option<u32> {
        let licenses = self.licenses()?;
        Some(licenses.get().saturating_sub(self.licenses_in_use(people)))
    }

    /// Whether free licenses are running low, so that administrators should consider buying more (LIC 5).
    pub fn runs_low(&self, people: &Directory) -> bool {
        let (free, licenses) = (self.licenses_free(people), self.licenses());
        free.zip(licenses)
            .is_some_and(|(free, licenses)| free <= low_mark(licenses))
    }
}

/// The number of free licenses that counts as low: 1 for up to 25 licenses, 10 % up to 99, 8 % up to 999, and 5 %
/// above. Rounded down, but at least 1 (LIC 5).
pub fn low_mark(licenses: LicenseCount) -> u32 {
    let licenses = licenses.get();
    let percent = match licenses {
        0..=25 => return 1,
        26..=99 => 10,
        100..=999 => 8,
        _ => 5,
    };
    // `licenses × percent ÷ 100`, computed in two parts: the full product may overflow 32 bits.
    let mark = licenses / 100 * percent + licenses % 100 * percent / 100;
    mark.max(1)
}

#[cfg(test)]
mod tests {
    use super::low_mark;

    #[test]
    fn lic_5_few_is_one_then_a_tenth_then_less() {
        for (licenses, mark) in [
            (1, 1),
            (25, 1),
            (26, 2),
            (39, 3),
            (99, 9),
            (100, 8),
            (999, 79),
            (1000, 50),
            (100_000, 5000),
            (u32::MAX, 214_748_364),
        ] {
            assert_eq!(low_mark(licenses.try_into().unwrap()), mark, "{licenses}");
        }
    }
}
