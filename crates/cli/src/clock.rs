//! The computer's clock, for what is not told otherwise. The rules never ask it.

use licensing::Date;
use licensing::value::instant::Instant;
use std::time::{SystemTime, UNIX_EPOCH};

const DAY: u64 = 24 * 60 * 60;

/// Now, in UTC, to the second.
pub fn now() -> Result<Instant, String> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since
        .map_err(|_| "the clock of this computer is wrong: set it right")?
        .as_secs();
    let days = u32::try_from(seconds / DAY).map_err(|error| error.to_string())?;
    let (date, rest) = (Date::EPOCH.plus_days(days), seconds % DAY);
    let text = format!("{date}T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60);
    Instant::parse(&text).ok_or_else(|| format!("the clock of this computer says {text}: set it right"))
}

/// Reads an instant, or a day, which stands for its first moment.
pub fn instant(text: &str) -> Result<Instant, String> {
    let morning = || Date::parse(text).map(Instant::morning_of);
    Instant::parse(text)
        .or_else(morning)
        .ok_or_else(|| "use a day as 2026-11-24 or an instant as 2026-11-24T08:00:00Z".into())
}

/// Reads a day.
pub fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "use a day as 2026-11-24".into())
}
