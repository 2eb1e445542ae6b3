//! Instants: when a certificate was issued.

use crate::value::date::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// An instant in UTC, `2026-11-24T08:00:00Z`, kept as it was written. Rules about days use only its date (SUB 7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instant(String);

impl Instant {
    /// Parses an instant, with or without fractions of a second. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let digits = |part: &str| (1..=9).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit());
        let limits = [23_u32, 59, 59];
        let mut parts = clock.split(':');
        let within = |limit: &u32| {
            let part = parts.next().filter(|part| part.len() == 2 && digits(part));
            part.and_then(|part| part.parse().ok())
                .is_some_and(|it: u32| it <= *limit)
        };
        let sound = limits.iter().all(within) && parts.next().is_none() && digits(fraction);
        (sound && Date::parse(date).is_some()).then(|| Self(text.to_owned()))
    }

    /// The first instant of a day.
    pub fn morning_of(day: Date) -> Self {
        Self(format!("{day}T00:00:00Z"))
    }

    /// Whether it is earlier than another one.
    pub fn is_before(&self, other: &Self) -> bool {
        self.0.trim_end_matches('Z') < other.0.trim_end_matches('Z')
    }

    /// Its calendar date in UTC.
    pub fn date(&self) -> Date {
        self.0.get(..10).and_then(Date::parse).unwrap_or(Date::EPOCH)
    }
}

/// The error for a text that is not an instant in UTC.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` isn't a time in the format YYYY-MM-DDTHH:MM:SSZ")]
pub struct ParseInstantError(String);

impl FromStr for Instant {
    type Err = ParseInstantError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text).ok_or_else(|| ParseInstantError(text.to_owned()))
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sub_7_an_instant_is_utc_and_has_a_day() {
        for good in ["2026-11-24T08:00:00Z", "2026-11-24T23:59:59.123Z"] {
            let instant = Instant::parse(good).unwrap();
            assert_eq!(
                (instant.to_string().as_str(), instant.date().to_string().as_str()),
                (good, "2026-11-24")
            );
        }
        for bad in [
            "2026-11-24",
            "2026-11-24T08:00:00",
            "2026-11-24T24:00:00Z",
            "2026-11-24T08:00Z",
            "2026-02-30T08:00:00Z",
            "2026-11-24T08:00:00.Z",
            "2026-11-24T08:00:00:00Z",
            "2026-11-24T+8:00:00Z",
            "2026-11-24T08:00:00+01:00Z",
        ] {
            assert_eq!(Instant::parse(bad), None, "{bad}");
        }
    }
}
