//! Terms: the current period of a subscription and its anchored boundaries (SUB 1).

use crate::text::words::all;
use crate::value::date::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// How long a term lasts (SUB 1).
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum BillingInterval {
    /// One month.
    Monthly,
    /// One year.
    Annual,
}

impl BillingInterval {
    /// Every length, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl BillingInterval {
    /// The number of months.
    pub fn months(self) -> u32 {
        match self {
            Self::Monthly => 1,
            Self::Annual => 12,
        }
    }
}

/// A period `[start, end)`. `end` is the day of expiry and is not part of the term (SUB 7).
///
/// ```
/// use licensing::{BillingInterval, Date, Term};
///
/// let start = Date::parse("2026-11-24").ok_or("not a date")?;
/// let term = Term::starting(start, BillingInterval::Monthly);
/// assert_eq!(term.end.to_string(), "2026-12-24");
/// assert_eq!(term.last_day().to_string(), "2026-12-23");
/// assert_eq!(term.days(), 30);
/// // On December 1 the rest of the term includes that day (CHG 2).
/// assert_eq!(Date::parse("2026-12-01").map(|today| term.rest(today)), Some(23));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The first day.
    pub start: Date,
    /// The day of expiry: the day after the last one.
    pub end: Date,
}

impl Term {
    /// A term of `length` that starts on `start` and has its anchor there (SUB 1).
    pub fn starting(start: Date, length: BillingInterval) -> Self {
        Self {
            start,
            end: boundary(start, length.months()),
        }
    }

    /// The number of days.
    pub fn days(self) -> i64 {
        self.start.days_until(self.end)
    }

    /// The days from `today` to the end. The day of the change counts (CHG 2).
    pub fn rest(self, today: Date) -> i64 {
        today.days_until(self.end)
    }

    /// Whether `day` lies in the term.
    pub fn contains(self, day: Date) -> bool {
        self.start <= day && day < self.end
    }

    /// The last day on which licenses work (SUB 7: "paid through").
    pub fn last_day(self) -> Date {
        self.end.minus_days(1)
    }
}

/// The largest number of months after `anchor` whose boundary is not after `day`. Requires `anchor <= day` (CHG 5).
pub fn months_until(anchor: Date, day: Date) -> u32 {
    let of = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
    let months = u32::try_from(of(day) - of(anchor)).unwrap_or(0);
    if boundary(anchor, months) > day {
        months.saturating_sub(1)
    } else {
        months
    }
}

/// The boundary `months` months after `anchor`, with the day clamped to the month's length (SUB 1). It is always
/// counted from the anchor, so a short month never shifts the later boundaries.
pub fn boundary(anchor: Date, months: u32) -> Date {
    anchor.plus_months(months)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn sub_1_boundaries_are_clamped_and_keep_the_anchor() {
        let january = date("2023-01-31");
        let expected = ["2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30"];
        for (months, day) in (0_u32..).zip(expected) {
            assert_eq!(boundary(january, months), date(day));
        }
        let leap = date("2024-02-29");
        assert_eq!(boundary(leap, 12), date("2025-02-28"));
        assert_eq!(boundary(leap, 48), date("2028-02-29"));
    }

    #[test]
    fn chg_5_the_months_until_a_day_are_those_whose_boundary_it_has_reached() {
        let january = date("2027-01-31");
        for (day, months) in [
            ("2027-01-31", 0),
            ("2027-02-27", 0),
            ("2027-02-28", 1),
            ("2027-03-30", 1),
            ("2027-03-31", 2),
            ("2028-01-31", 12),
        ] {
            assert_eq!(months_until(january, date(day)), months, "{day}");
        }
    }

    #[test]
    fn sub_7_the_end_is_exclusive() {
        let term = Term::starting(date("2026-11-24"), BillingInterval::Monthly);
        assert_eq!(term.end, date("2026-12-24"));
        assert_eq!(term.last_day(), date("2026-12-23"));
        assert!(term.contains(date("2026-12-23")) && !term.contains(term.end));
    }
}
