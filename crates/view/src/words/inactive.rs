//! Texts for choosing whose unused licenses are removed (LIC 3, LIC 10).

use crate::people::Count;

/// The title of the histogram.
pub const HISTOGRAM: &str = "Licensed people by last access";
/// What the histogram counts.
pub const COUNTS: &str = "Days since the last access or, if later, since the license was given";
/// The label of the cut-off.
pub const CUT_OFF: &str = "Remove licenses not used for";
/// The label of the search.
pub const SEARCH: &str = "Search people";
/// People who have never signed in.
pub const NEVER: &str = "Never signed in";
/// Nobody matches.
pub const NOBODY: &str = "No one beyond this cut-off matches that name.";

/// A bucket of the histogram.
pub fn days(from: u32, through: u32) -> String {
    format!("{from}–{through} days")
}

/// The last bucket.
pub fn days_or_more(from: u32) -> String {
    format!("{from} days or more")
}

/// A bar as text: how many people, and how many of them are beyond the cut-off.
pub fn bar(label: &str, count: &Count, beyond: &Count) -> String {
    let people = if count.number == 1 { "person" } else { "people" };
    format!("{label}: {} {people}, {} beyond the cut-off", count.text, beyond.text)
}

/// The money that fewer licenses save.
pub fn saves(sum: &str, renewal: &str, from: &str, to: &str) -> String {
    format!("Save {sum} a year by renewing with {to} instead of {from} licenses on {renewal}")
}
