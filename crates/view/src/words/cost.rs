//! Texts about what a subscription costs, and when it is to be paid.

use crate::words::{billed, licenses_count};
use licensing::value::term::BillingInterval;

/// The label of the cost of the next 12 months.
pub const YEAR: &str = "Next 12 months";
/// How that cost is calculated.
pub const YEAR_MEANS: &str =
    "What these 12 months cost at the prices known today, including tax. Credit lowers what you pay, not the cost.";
/// The label of the amount that is due today.
pub const DUE_NOW: &str = "Due now";
/// The label of the amount that is due with the next invoice.
pub const THEN: &str = "Then";
/// The label of what is to be paid with the renewals of the next 12 months.
pub const DUE_LATER: &str = "Due with renewals";
/// The label of the tax that the cost contains.
pub const TAX_INCLUDED: &str = "Including tax";
/// No invoice follows.
pub const NOTHING_LATER: &str = "No further invoice";
/// The button that schedules.
pub const SCHEDULE: &str = "Schedule";
/// The cost does not change.
pub const SAME: &str = "Same as now";

/// The button that pays.
pub fn pay(sum: &str) -> String {
    format!("Pay {sum}")
}

/// The cost of the next 12 months, compared with the cost without the change.
pub fn compared(difference: &str, less: bool) -> String {
    format!("{difference} {} than now", if less { "less" } else { "more" })
}

/// What a part of the cost is for: "Team plan, 45 licenses, billed monthly".
pub fn part(plan: &str, licenses: u32, length: BillingInterval) -> String {
    format!("{plan} plan, {}, {}", licenses_count(licenses), billed(length))
}

/// Announced when a choice or a price has changed.
pub fn said(now: &str, then: Option<&str>, year: Option<&str>) -> String {
    let then = then.map(|then| format!(", then {then}")).unwrap_or_default();
    let year = year
        .map(|year| format!(" The next 12 months cost {year}."))
        .unwrap_or_default();
    format!("{now}{then}.{year}")
}

/// An amount that is due now, in that announcement.
pub fn due_now(sum: &str) -> String {
    format!("{sum} due now")
}

/// A credit that is given now, in that announcement.
pub fn credit_now(sum: &str) -> String {
    format!("{sum} credit now")
}

/// Nothing is due now, in that announcement.
pub const NOTHING_NOW: &str = "Nothing due now";
