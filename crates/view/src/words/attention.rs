//! Texts about what needs attention.

use super::licenses_count;

/// The name of the strip.
pub const TITLE: &str = "Needs attention";
/// Nothing needs attention.
pub const CALM: &str = "Nothing needs your attention.";
/// An action: pay an invoice.
pub const PAY: &str = "Pay";
/// An action: open an invoice if there is no payment page.
pub const VIEW_INVOICE: &str = "View invoice";
/// An action: open the overdue invoices.
pub const VIEW_INVOICES: &str = "View overdue invoices";
/// An action: look at the scheduled change.
pub const REVIEW_CHANGE: &str = "Review change";
/// An action: look at the cancellation.
pub const REVIEW_CANCELLATION: &str = "Review cancellation";
/// An action: answer the only request.
pub const ANSWER_REQUEST: &str = "Answer request";
/// An action: answer the requests.
pub const ANSWER_REQUESTS: &str = "Answer requests";
/// An action: activate.
pub const ACTIVATE: &str = "Activate";
/// An action: increase the licenses.
pub const ADD_LICENSES: &str = "Add licenses";
/// An action: buy.
pub const BUY: &str = "Buy Now";
/// An action: complete the data of people.
pub const SHOW_PEOPLE: &str = "Show people";

/// An overdue invoice (INV 7).
pub fn overdue(number: &str, sum: &str, due: &str) -> String {
    format!("{number} is overdue. {sum} was due on {due}")
}

/// Several overdue invoices (INV 7).
pub fn overdue_many(count: &str, sum: &str) -> String {
    format!("{count} invoices are overdue, {sum} in total")
}

/// The trial ends soon, or today if there is no later day (TRI 4).
pub fn trial_ends(last: Option<&str>) -> String {
    let when = last.map_or_else(|| "today".to_owned(), |last| format!("on {last}"));
    format!("The trial ends {when}. After that, no one has access until you buy")
}

/// A person waits for access (ACC 5).
pub fn waits(name: &str) -> String {
    format!("{name} is waiting for access")
}

/// Several people wait for access (ACC 5).
pub fn wait(count: &str) -> String {
    format!("{count} people are waiting for access")
}

/// Few licenses are left (LIC 5).
pub fn few_left(free: u32, licenses: &str) -> String {
    match free {
        0 => format!("No licenses are available. All {licenses} are in use"),
        1 => format!("Only 1 of {licenses} licenses is available"),
        _ => format!("Only {free} of {licenses} licenses are available"),
    }
}

/// More people have a license than there are licenses (LIC 2).
pub fn short(people: &str, licenses: u32) -> String {
    format!(
        "{people} people have a role, but there are only {}",
        licenses_count(licenses)
    )
}

/// People with a license have neither an email address nor an account in the directory (LIC 2).
pub fn no_address(count: u32, number: &str) -> String {
    match count {
        1 => "1 licensed person has no email or account in the directory and may be counted twice".to_owned(),
        _ => format!("{number} licensed people have no email or account in the directory and may be counted twice"),
    }
}
