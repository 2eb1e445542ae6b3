//! Words of payments (INV 7): until when, since when, recorded or taken back.

/// Until when to pay.
pub fn due_by(day: &str) -> String {
    format!("Due by {day}")
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
    format!("Balance, due by {day}")
}

/// What is left to pay, and since when it is overdue.
pub fn balance_overdue(day: &str) -> String {
    format!("Balance, overdue since {day}")
}

/// Records a payment.
pub const RECORD: &str = "Record payment";
/// Corrects what is recorded.
pub const CORRECT: &str = "Correct payment";
/// Takes back what is recorded.
pub const TAKE_BACK: &str = "Not paid after all";
/// The day.
pub const PAID_ON: &str = "Paid on";
/// How a day is written.
pub const PAID_ON_HINT: &str = "Year, month, day: 2026-11-24.";
/// The reference.
pub const REFERENCE: &str = "Reference (optional)";
/// What a reference is for.
pub const REFERENCE_USE: &str = "The bank's or the payment page's, to find it again.";
/// No day.
pub const NO_DAY: &str = "This is no day: write it as year, month and day, such as 2026-11-24.";
/// What recording does.
pub const RECORD_MEANS: &str = "It is noted for your books; nothing is charged or blocked by it (INV 7).";
/// Goes back.
pub const KEEP: &str = "Cancel";
/// Taken back.
pub const TAKEN_BACK: &str = "The payment is taken back.";

/// Records a payment of a sum.
pub fn record(sum: &str) -> String {
    format!("Record {sum} as paid")
}

/// Recorded.
pub fn recorded(number: &str) -> String {
    format!("{number} is recorded as paid.")
}

/// What is recorded.
pub fn paid(on: &str, reference: Option<&str>) -> String {
    match reference {
        Some(reference) => format!("Paid on {on}, reference {reference}"),
        None => format!("Paid on {on}"),
    }
}
