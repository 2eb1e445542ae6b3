//! Calendar dates in UTC (SUB 7), read and written as `YYYY-MM-DD`.
//!
//! The reader and writer are our own: chrono's formatting also accepts other forms and adds much code to a page.

use chrono::{Datelike, Months, NaiveDate};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A calendar date, without time or time zone (SUB 7). A date that is parsed or built from its parts lies between
/// 1900-01-01 and 2999-12-31. For computed dates see [`can_be_written`](Self::can_be_written).
///
/// ```
/// use licensing::Date;
///
/// let date = Date::parse("2027-01-31").ok_or("not a date")?;
/// assert_eq!(date.plus_days(1).to_string(), "2027-02-01");
/// // A shorter month ends sooner (SUB 1).
/// assert_eq!(date.plus_months(1).to_string(), "2027-02-28");
/// assert_eq!(date.days_until(date.plus_months(1)), 28);
/// assert_eq!(Date::parse("2027-02-29"), None);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// The years that a date may have. A year outside this range is a typing error.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2999;

impl Date {
    /// 1970-01-01: a placeholder if a date is required but unknown.
    pub const EPOCH: Self = match NaiveDate::from_ymd_opt(1970, 1, 1) {
        Some(date) => Self(date),
        None => Self(NaiveDate::MIN),
    };

    /// A date from its parts. `None` if there is no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day)
            .filter(|_| YEARS.contains(&year))
            .map(Self)
    }

    /// Parses `YYYY-MM-DD`. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return None;
        };
        let (year, month, day) = (number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?);
        Self::new(i32::try_from(year).ok()?, month, day)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Whole days from `self` to `later`. Negative if `later` is earlier.
    pub fn days_until(self, later: Self) -> i64 {
        later.0.signed_duration_since(self.0).num_days()
    }

    /// Whether the date can be read back after it is written. A computed date may lie outside 1900 to 2999: it can be
    /// compared, but is refused before it is booked.
    pub fn can_be_written(self) -> bool {
        YEARS.contains(&self.year())
    }

    /// The date `days` days later. On overflow, a date after all others.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        let days = chrono::Days::new(days.into());
        Self(self.0.checked_add_days(days).unwrap_or(NaiveDate::MAX))
    }

    /// The date `days` days earlier. On overflow, a date before all others.
    #[must_use]
    pub fn minus_days(self, days: u32) -> Self {
        let days = chrono::Days::new(days.into());
        Self(self.0.checked_sub_days(days).unwrap_or(NaiveDate::MIN))
    }

    /// The date `months` months later, with the day clamped to the month's length (SUB 1). On overflow, a date after
    /// all others.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        let months = Months::new(months);
        Self(self.0.checked_add_months(months).unwrap_or(NaiveDate::MAX))
    }
}

/// The number that a few digits spell. `None` if one of them is not a digit.
fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number, digit| {
        digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
    })
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pad = |number: u32| if number < 10 { "0" } else { "" };
        let (month, day) = (self.month(), self.day());
        write!(f, "{}-{}{month}-{}{day}", self.year(), pad(month), pad(day))
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(format!("`{text}` isn't a date in the format YYYY-MM-DD")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sub_7_reads_and_writes_iso_dates_only() {
        for good in ["2026-11-24", "2024-02-29", "1900-01-01", "2999-12-31"] {
            assert_eq!(Date::parse(good).unwrap().to_string(), good);
        }
        for bad in [
            "2026-2-1",
            "2025-02-29",
            "26-11-24",
            "2026/11/24",
            "2026-11-24T00",
            "+026-11-24",
            "1899-12-31",
            "",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }
}
