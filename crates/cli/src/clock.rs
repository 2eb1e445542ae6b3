//! The clock of the computer, for days and instants that are not given as options. The rules never use it.

use crate::error::CliError;
use licensing::Date;
use licensing::value::instant::Instant;
use std::time::{SystemTime, UNIX_EPOCH};

const DAY: u64 = 24 * 60 * 60;

/// Now, in UTC, to the second.
pub fn now() -> Result<Instant, CliError> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_err(|_| CliError::Clock)?.as_secs();
    let days = u32::try_from(seconds / DAY).map_err(|_| CliError::Clock)?;
    let (date, rest) = (Date::EPOCH.plus_days(days), seconds % DAY);
    let text = format!("{date}T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60);
    Instant::parse(&text).ok_or(CliError::ClockBeyondCalendar(text))
}

/// The given day, or today in UTC.
pub fn day_or_today(day: Option<Date>) -> Result<Date, CliError> {
    day.map_or_else(|| now().map(|now| now.date()), Ok)
}
