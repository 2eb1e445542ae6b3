//! Texts of charts: captions, labels, and the same content in sentences.

/// A caption: a change was undone.
pub const UNDONE: &str = "Undone";
/// A caption: the subscription was canceled.
pub const CANCELED: &str = "Canceled";
/// A caption: the subscription was renewed.
pub const RENEWED: &str = "Renewed";
/// The caption of the time after the term: it renews unchanged.
pub const RENEWS: &str = "renews";
/// The caption of the time after a canceled term.
pub const ENDS: &str = "ends";
/// The caption of the time after a canceled term that Free follows.
pub const THEN_FREE: &str = "then Free";
/// The caption of the next price list.
pub const NEW_PRICES: &str = "new prices";
/// The title of the chart of licenses.
pub const LICENSES: &str = "Licenses over the last 12 months";
/// A series: licenses bought.
pub const BOUGHT: &str = "Bought";
/// A series: licenses in use.
pub const IN_USE: &str = "In use";
/// A series: what the licenses cost.
pub const COST: &str = "Cost";
/// A column heading.
pub const MONTH: &str = "Month";
/// The table with the content of a chart.
pub const AS_TABLE: &str = "View as table";
/// The title of the picture of a change within a term.
pub const PRORATION: &str = "How this is calculated";
/// A legend: days that were already used.
pub const USED: &str = "Used";
/// A legend: days that are given back.
pub const UNUSED: &str = "Credited";
/// A legend: days that are charged.
pub const CHARGED: &str = "Charged";

/// A change and its sum: "+5 · US$50.67".
pub fn with_sum(what: &str, sum: &str) -> String {
    format!("{what} · {sum}")
}

/// A change and the credit that it gave.
pub fn with_credit(what: &str, credit: &str) -> String {
    format!("{what} · {credit} credit")
}

/// A difference of licenses: "+5", "−3".
pub fn difference(number: &str, fewer: bool) -> String {
    let sign = if fewer { "−" } else { "+" };
    format!("{sign}{number}")
}

/// The caption of the time after the term, with a scheduled change: "then 42".
pub fn then(what: &str) -> String {
    format!("then {what}")
}

/// A month. The current one is not over.
pub fn month(month: &str, to_date: bool) -> String {
    if to_date {
        format!("{month} (to date)")
    } else {
        month.to_owned()
    }
}

/// The chart of licenses in a sentence: since when, how many at first and now, and what they cost.
pub fn licenses(since: &str, bought: &[String; 2], in_use: &[Option<String>; 2], total: &str) -> String {
    let [first, last] = bought;
    let bought = if first == last {
        format!("{last} licenses since {since}")
    } else {
        format!("Licenses went from {first} on {since} to {last} today")
    };
    let in_use = match in_use {
        [Some(first), Some(last)] if first == last => format!(", {last} in use"),
        [Some(first), Some(last)] => format!(", and licenses in use from {first} to {last}"),
        _ => String::new(),
    };
    format!("{bought}{in_use}. Cost in that time: {total}.")
}

/// What the picture of a change within a term says.
pub struct ProrationWords<'a> {
    /// The old rate: "45 licenses".
    pub old: &'a str,
    /// The new rate.
    pub new: &'a str,
    /// The day of the change.
    pub on: &'a str,
    /// The days that are given back, the days of the old term, and the amount.
    pub unused: (i64, i64, &'a str),
    /// The days that are charged, the days of the new term, and the amount.
    pub charged: (i64, i64, &'a str),
    /// The difference, without a sign.
    pub difference: &'a str,
    /// Whether the difference is a credit.
    pub is_credit: bool,
}

/// The picture of a change within a term in sentences.
pub fn proration(it: &ProrationWords<'_>) -> String {
    let ProrationWords {
        old,
        new,
        on,
        unused: (unused_days, old_days, given),
        charged: (days, new_days, charged),
        difference,
        is_credit,
    } = it;
    let result = if *is_credit { "credit" } else { "to pay" };
    format!(
        "From {old} to {new} on {on}. Credited: {given} for {unused_days} of {old_days} days. Charged: {charged} for {days} of {new_days} days. Difference: {difference} {result}, before tax."
    )
}
