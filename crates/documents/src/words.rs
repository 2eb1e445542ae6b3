//! The texts on documents.

use licensing::billing::document::DocumentKind;
use licensing::billing::line::{Line, LineKind};
use licensing::billing::payment::{PaymentStatus, overdue_since};
use licensing::value::percent::Percent;
use licensing::{BillingInterval, Date, LicenseCount};

/// The title of a document.
pub fn kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Invoice => "Invoice",
        DocumentKind::CreditNote => "Credit note",
    }
}

/// The text of a payment status (INV 7).
pub fn status(status: PaymentStatus, kind: DocumentKind) -> &'static str {
    match (status, kind) {
        (PaymentStatus::SettledByCredit, DocumentKind::CreditNote) => BOOKED,
        (PaymentStatus::SettledByCredit, DocumentKind::Invoice) => "Paid with credit",
        (PaymentStatus::Open, _) => "Open",
        (PaymentStatus::Overdue, _) => "Overdue",
        (PaymentStatus::Paid, _) => "Paid",
        (PaymentStatus::Reversed, _) => "Reversed",
    }
}

/// The text of the payment status of a document that may reverse another one. A credit note that reverses an invoice
/// adds only the credit that was used on that invoice (CHG 13).
pub fn status_of(of: PaymentStatus, kind: DocumentKind, reverses: Option<&str>) -> String {
    match (of, kind, reverses) {
        (PaymentStatus::SettledByCredit, DocumentKind::CreditNote, Some(number)) => format!("Reverses {number}"),
        _ => status(of, kind).to_owned(),
    }
}

/// What a line is for: plan, interval, and part of the term.
pub fn line(plan: &str, line: &Line) -> String {
    let length = match line.length {
        BillingInterval::Monthly => "monthly",
        BillingInterval::Annual => "annual",
    };
    let part = match line.kind {
        LineKind::Term => "full term",
        LineKind::Unused => "unused time, credited",
        LineKind::Remaining => "remaining time of the term",
    };
    if line.is_reversed() {
        return format!("{plan}, {length}: {part}, reversed");
    }
    format!("{plan}, {length}: {part}")
}

/// `1 license`, `10 licenses`.
pub fn licenses(count: LicenseCount) -> String {
    format!("{count} {}", if count == 1 { "license" } else { "licenses" })
}

/// A period from its first to its last day.
pub fn period(from: Date, last: Date) -> String {
    format!("{from} to {last}")
}

/// `10 of 31 days`.
pub fn days(line: &Line) -> String {
    format!("{} of {} days", line.days, line.term_days)
}

/// Names the line whose charge is credited, by its document and that document's date.
pub fn gives_back(document: Option<(&str, Date)>, line: u32) -> String {
    match document {
        Some((number, on)) => format!("credits line {line} of {number} ({on})"),
        None => "credits a charge that has no document".to_owned(),
    }
}

/// Names the reversed document, and says how the sum is used (CHG 13).
pub fn reverses(number: &str, kind: DocumentKind) -> String {
    match kind {
        DocumentKind::CreditNote => {
            format!(
                "This credit note reverses invoice {number}. Nothing is owed on that invoice, and any credit used for it is available again."
            )
        }
        DocumentKind::Invoice => {
            format!("This invoice reverses credit note {number} and is paid with the credit from it.")
        }
    }
}

/// Names the document that reverses this one (CHG 13).
pub fn reversed_by(number: &str) -> String {
    format!("Reversed by {number}.")
}

/// The label of a tax rate in the sums.
pub fn rate(percent: Option<Percent>, reversed: bool) -> String {
    match percent {
        Some(percent) => format!("Tax {}%", percent.normalized()),
        None if reversed => "Reverse charge, 0%".to_owned(),
        None => "Not taxed".to_owned(),
    }
}

/// The mandatory note for reverse charge (INV 6).
pub const REVERSE_CHARGE: &str = "Reverse charge: the recipient is liable for the tax.";
/// The reason for a line without tax.
pub const NOT_TAXED: &str = "Not subject to VAT";
/// How the sum of a credit note is used (CRD 1).
pub const CREDIT: &str =
    "This amount is added to the subscription's credit. It is applied to the next invoices and is not paid out.";
/// The note about characters that the fonts lack.
pub const LETTERS_MISSING: &str = "\u{fffd} stands for characters that the font of this document does not include, such as Chinese characters. The XML and CSV files include them.";
/// The note on how days are counted (SUB 7).
pub const DATES: &str = "Dates are calendar days in UTC. A period includes its first and last day.";

/// The status of a credit note, and the label of its sum (CRD 1).
pub const BOOKED: &str = "Added to credit";
/// The label of the sum that is left to pay.
pub const BALANCE: &str = "Balance";

/// The last day for payment.
pub fn due(date: Date) -> String {
    format!("Due {date}")
}

/// The first overdue day, which is the day after `due`, and `due`.
pub fn overdue(due: Date) -> String {
    format!("Overdue since {}, due {due}", overdue_since(due))
}

/// A status with the day that it applies to.
pub fn as_of(status: &str, today: Date) -> String {
    format!("{status} (as of {today})")
}

/// The day and the reference of a payment.
pub fn paid(on: Date, reference: Option<&str>) -> String {
    reference.map_or_else(
        || format!("Paid on {on}"),
        |reference| format!("Paid on {on}, reference {reference}"),
    )
}
