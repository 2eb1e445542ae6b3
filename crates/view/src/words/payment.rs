//! Words of payments (INV 7): until when, since when, recorded or taken back.

/// Until when to pay.
pub fn due_by(day: &str) -> String {
    format!("Due {day}")
}

/// Since when it is overdue.
pub fn overdue_since(day: &str) -> String {
    format!("Overdue since {day}")
}

/// What is left to pay.
pub fn balance(sum: &str) -> String {
    format!("Balance {sum}")
}

/// What is left to pay, and until when.
pub fn balance_by(day: &str) -> String {
    format!("Balance, due {day}")
}

/// What is left to pay, and since when it is overdue.
pub fn balance_overdue(day: &str) -> String {
    format!("Balance, overdue since {day}")
}

/// Records a payment.
pub const RECORD: &str = "Record payment";
/// Corrects what is recorded.
pub const CORRECT: &str = "Edit payment";
/// Takes back what is recorded.
pub const TAKE_BACK: &str = "Remove payment";
/// The day.
pub const PAID_ON: &str = "Paid on";
/// How a day is written.
pub const PAID_ON_HINT: &str = "Use the format 2026-11-24.";
/// The reference.
pub const REFERENCE: &str = "Reference (optional)";
/// What a reference is for.
pub const REFERENCE_USE: &str = "From your bank or the payment page, so you can find the payment later.";
/// No day.
pub const NO_DAY: &str = "Enter a date as year, month, and day, such as 2026-11-24.";
/// What recording does.
pub const RECORD_MEANS: &str = "For your records only. Recording a payment doesn't charge anything.";
/// Goes back.
pub const KEEP: &str = "Cancel";
/// Taken back.
pub const TAKEN_BACK: &str = "Payment removed.";

/// Records a payment of a sum.
pub fn record(sum: &str) -> String {
    format!("Record {sum} as paid")
}

/// Recorded.
pub fn recorded(number: &str) -> String {
    format!("{number} recorded as paid.")
}

/// What is recorded.
pub fn paid(on: &str, reference: Option<&str>) -> String {
    match reference {
        Some(reference) => format!("Paid on {on}, reference {reference}"),
        None => format!("Paid on {on}"),
    }
}
