//! Texts about payments (INV 7): due dates, overdue invoices, recording and removing payments.

/// The due date.
pub fn due_by(day: &str) -> String {
    format!("Due {day}")
}

/// The first overdue day.
pub fn overdue_since(day: &str) -> String {
    format!("Overdue since {day}")
}

/// The balance.
pub fn balance(sum: &str) -> String {
    format!("Balance {sum}")
}

/// The label of the balance, with the due date.
pub fn balance_by(day: &str) -> String {
    format!("Balance, due {day}")
}

/// The label of the balance, with the first overdue day.
pub fn balance_overdue(day: &str) -> String {
    format!("Balance, overdue since {day}")
}

/// The button that records a payment.
pub const RECORD: &str = "Record payment";
/// The button that edits the recorded payment.
pub const CORRECT: &str = "Edit payment";
/// The button that removes the recorded payment.
pub const TAKE_BACK: &str = "Remove payment";
/// The label of the day.
pub const PAID_ON: &str = "Paid on";
/// The hint for the day.
pub const PAID_ON_HINT: &str = "Use the format 2026-11-24.";
/// The label of the reference.
pub const REFERENCE: &str = "Reference (optional)";
/// The hint for the reference.
pub const REFERENCE_USE: &str = "From your bank or the payment page, so you can find the payment later.";
/// The error if it is not a date.
pub const NO_DAY: &str = "Enter a date as year, month, and day, such as 2026-11-24.";
/// The explanation of recording.
pub const RECORD_MEANS: &str = "For your records only. Recording a payment doesn't charge anything.";
/// The button that leaves the dialog.
pub const KEEP: &str = "Cancel";
/// The payment was removed.
pub const TAKEN_BACK: &str = "Payment removed.";

/// The button that records a payment, with its amount.
pub fn record(sum: &str) -> String {
    format!("Record {sum} as paid")
}

/// The payment was recorded.
pub fn recorded(number: &str) -> String {
    format!("{number} recorded as paid.")
}

/// The recorded payment.
pub fn paid(on: &str, reference: Option<&str>) -> String {
    match reference {
        Some(reference) => format!("Paid on {on}, reference {reference}"),
        None => format!("Paid on {on}"),
    }
}
