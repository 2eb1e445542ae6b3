//! Parses the values of options and of CSV cells.

use licensing::value::instance::InstanceId;
use licensing::value::instant::Instant;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{BillingInterval, Date, PlanKey};
use thiserror::Error;

/// Why a text is not a valid value.
#[derive(Debug, Error)]
pub enum ValueError {
    /// It is not a date.
    #[error("use a date such as 2026-11-24")]
    Day,
    /// It is neither a date nor an instant.
    #[error("use a date such as 2026-11-24 or a time such as 2026-11-24T08:00:00Z")]
    Instant,
    /// It is not a plan.
    #[error("`{0}` isn't a plan: use {words}", words = choice(&PlanKey::ALL.map(PlanKey::as_str)))]
    Plan(String),
    /// It is not a billing interval.
    #[error("`{0}` isn't a length: use {words}", words = choice(&BillingInterval::ALL.map(BillingInterval::as_str)))]
    Interval(String),
    /// It is not a subscription ID.
    #[error("`{0}` isn't a subscription ID: a character is wrong or missing. Copy it from the invoice")]
    SubscriptionId(String),
    /// It is not an instance ID.
    #[error("`{0}` isn't an instance ID: use up to 100 characters without spaces")]
    InstanceId(String),
    /// A cell is not a date.
    #[error("{column}: `{text}` isn't a date. Use the format 2026-11-24")]
    DayCell {
        /// The column.
        column: &'static str,
        /// The content of the cell.
        text: String,
    },
    /// A cell is not a number of licenses.
    #[error("licences: `{0}` isn't a whole number")]
    Licenses(String),
    /// A cell does not say whether a subscription is canceled.
    #[error("cancelled: `{0}` must be true or false")]
    Canceled(String),
}

/// Parses a date.
pub fn day(text: &str) -> Result<Date, ValueError> {
    Date::parse(text).ok_or(ValueError::Day)
}

/// Parses an instant. A date stands for its first moment.
pub fn instant(text: &str) -> Result<Instant, ValueError> {
    let morning = || Date::parse(text).map(Instant::morning_of);
    Instant::parse(text).or_else(morning).ok_or(ValueError::Instant)
}

/// Parses a plan.
pub fn plan(text: &str) -> Result<PlanKey, ValueError> {
    text.parse().map_err(|_| ValueError::Plan(text.to_owned()))
}

/// Parses a billing interval.
pub fn interval(text: &str) -> Result<BillingInterval, ValueError> {
    text.parse().map_err(|_| ValueError::Interval(text.to_owned()))
}

/// Parses a subscription ID.
pub fn subscription_id(text: &str) -> Result<SubscriptionId, ValueError> {
    SubscriptionId::parse(text).map_err(|_| ValueError::SubscriptionId(text.to_owned()))
}

/// Parses an instance ID.
pub fn instance_id(text: &str) -> Result<InstanceId, ValueError> {
    InstanceId::new(text).ok_or_else(|| ValueError::InstanceId(text.to_owned()))
}

/// Parses a date in a cell of a column.
pub fn day_cell(column: &'static str, text: &str) -> Result<Date, ValueError> {
    Date::parse(text).ok_or_else(|| ValueError::DayCell {
        column,
        text: text.to_owned(),
    })
}

/// Parses a number of licenses.
pub fn licenses(text: &str) -> Result<u32, ValueError> {
    text.parse().map_err(|_| ValueError::Licenses(text.to_owned()))
}

/// Parses whether a subscription is canceled. An empty cell means no.
pub fn canceled(text: Option<&str>) -> Result<bool, ValueError> {
    match text {
        None | Some("false") => Ok(false),
        Some("true") => Ok(true),
        Some(other) => Err(ValueError::Canceled(other.to_owned())),
    }
}

/// A list of words: `a, b or c`.
fn choice(words: &[&str]) -> String {
    let (last, others) = words.split_last().unwrap_or((&"", &[]));
    format!("{} or {last}", others.join(", "))
}
