//! Words of undoing a change on its day (CHG 13), and of a change that is scheduled beside it (SUB 5).

/// A button, and the title of its dialog.
pub const UNDO: &str = "Undo";
/// A button of the page.
pub const UNDO_CHANGE: &str = "Undo today's change…";
/// The title of the dialog.
pub const TITLE: &str = "Undo today's change";
/// The button that confirms it.
pub const CONFIRM: &str = "Undo change";
/// The choice: it was not paid.
pub const NOT_PAID: &str = "No";
/// The choice: it was paid.
pub const PAID: &str = "Yes";
/// Why a paid invoice stays.
pub const PAID_STAYS: &str = "A paid change can't be undone. Change the subscription back instead. You get the unused part as credit for your next invoices.";
/// Something else was booked since it was offered.
pub const NOT_THE_LATEST: &str =
    "Another change has been made since then. To see what can be undone, check the history on the Subscription page.";
/// Before an increase (CRD 1).
pub const FREE_TODAY: &str =
    "You can undo this today at no cost. From tomorrow, you get the unused part as credit only, not as a refund.";
/// A choice: the scheduled change stays.
pub const KEEP_SCHEDULED: &str = "Keep it";
/// A choice: the scheduled change goes.
pub const DROP_SCHEDULED: &str = "Remove it";

/// What is undone.
pub fn undoes(what: &str) -> String {
    format!("This undoes the latest change: {what}. People keep their roles.")
}

/// The question for the invoice.
pub fn was_paid(number: &str, due: &str) -> String {
    format!("Has invoice {number} for {due} already been paid?")
}

/// What happened, and that it was undone.
pub fn undone(what: &str) -> String {
    format!("{what} (undone)")
}

/// The question for the scheduled change.
pub fn scheduled(change: &str, day: &str) -> String {
    format!("Scheduled for {day}: {change}")
}

/// What follows where the scheduled change stays beside another number.
pub fn stays_scheduled(change: &str, day: &str) -> String {
    format!("Even if you change the subscription today, it renews on {day} with {change}.")
}

/// What follows where it stays while the subscription is canceled.
pub fn stays_asleep(change: &str) -> String {
    format!(
        "It's on hold while the subscription is canceled. If you undo the cancellation, the subscription renews with {change}."
    )
}

/// What becomes of the document that is undone.
pub fn reverses(number: &str) -> String {
    format!("{number} is reversed, and nothing is owed on it.")
}
