//! How many licenses are free, and when that is few (LIC 5).

use crate::account::Account;
use crate::directory::Directory;

impl Account {
    /// How many licenses are free; `None` where there is no limit (LIC 5, LIC 6).
    pub fn licenses_free(&self, people: &Directory) -> Option<u32> {
        let licenses = self.licenses()?;
        Some(licenses.saturating_sub(self.licenses_in_use(people)))
    }

    /// Whether free licenses run low, so that whoever manages users should think of more (LIC 5).
    pub fn runs_low(&self, people: &Directory) -> bool {
        let (free, licenses) = (self.licenses_free(people), self.licenses());
        free.zip(licenses)
            .is_some_and(|(free, licenses)| free <= low_mark(licenses))
    }
}

/// How many free licenses are few: 1 of up to 25, a tenth of up to 99, 8 % of up to 999, 5 % above; rounded down, and
/// never less than 1 (LIC 5).
pub fn low_mark(licenses: u32) -> u32 {
    let percent = match licenses {
        0..=25 => return 1,
        26..=99 => 10,
        100..=999 => 8,
        _ => 5,
    };
    // `licences × percent ÷ 100`: the product may have more than 32 bits, the two parts of it have not.
    let mark = licenses / 100 * percent + licenses % 100 * percent / 100;
    mark.max(1)
}

#[cfg(test)]
mod tests {
    use super::low_mark;

    #[test]
    fn lic_5_few_is_one_then_a_tenth_then_less() {
        for (licenses, mark) in [
            (0, 1),
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
            assert_eq!(low_mark(licenses), mark, "{licenses}");
        }
    }
}
