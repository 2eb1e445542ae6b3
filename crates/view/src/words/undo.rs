//! Texts about undoing a change on its day (CHG 13), and about a scheduled change next to it (SUB 5).

/// A button, and the title of its dialog.
pub const UNDO: &str = "Undo";
/// A button of the page.
pub const UNDO_CHANGE: &str = "Undo today's change…";
/// The title of the dialog.
pub const TITLE: &str = "Undo today's change";
/// The button that confirms.
pub const CONFIRM: &str = "Undo change";
/// The choice: the invoice was not paid.
pub const NOT_PAID: &str = "No";
/// The choice: the invoice was paid.
pub const PAID: &str = "Yes";
/// Why a paid change cannot be undone.
pub const PAID_STAYS: &str = "A paid change can't be undone. Change the subscription back instead. You get the unused part as credit for your next invoices.";
/// Another change was booked since Undo was offered.
pub const NOT_THE_LATEST: &str =
    "Another change has been made since then. To see what can be undone, check the history on the Subscription page.";
/// The note before an increase (CRD 1).
pub const FREE_TODAY: &str =
    "You can undo this today at no cost. From tomorrow, you get the unused part as credit only, not as a refund.";
/// The choice: keep the scheduled change.
pub const KEEP_SCHEDULED: &str = "Keep it";
/// The choice: remove the scheduled change.
pub const DROP_SCHEDULED: &str = "Remove it";

/// The change that is undone.
pub fn undoes(what: &str) -> String {
    format!("This undoes the latest change: {what}. People keep their roles.")
}

/// The question about the invoice.
pub fn was_paid(number: &str, due: &str) -> String {
    format!("Has invoice {number} for {due} already been paid?")
}

/// An entry of the history that was undone.
pub fn undone(what: &str) -> String {
    format!("{what} (undone)")
}

/// The question about the scheduled change.
pub fn scheduled(change: &str, day: &str) -> String {
    format!("Scheduled for {day}: {change}")
}

/// The consequence of keeping the scheduled change while changing the number of licenses.
pub fn stays_scheduled(change: &str, day: &str) -> String {
    format!("Even if you change the subscription today, it renews on {day} with {change}.")
}

/// The consequence of keeping it while the subscription is canceled.
pub fn stays_asleep(change: &str) -> String {
    format!(
        "It's on hold while the subscription is canceled. If you undo the cancellation, the subscription renews with {change}."
    )
}

/// What happens to the document of the undone change.
pub fn reverses(number: &str) -> String {
    format!("{number} is reversed, and nothing is owed on it.")
}
