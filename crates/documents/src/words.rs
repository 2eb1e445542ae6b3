//! The words on documents.

use licensing::billing::document::DocumentKind;
use licensing::billing::line::{Line, LineKind};
use licensing::billing::payment::{PaymentStatus, overdue_since};
use licensing::value::percent::Percent;
use licensing::{BillingInterval, Date};

/// What a document is called.
pub fn kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Invoice => "Invoice",
        DocumentKind::CreditNote => "Credit note",
    }
}

/// A status (INV 7).
pub fn status(status: PaymentStatus, kind: DocumentKind) -> &'static str {
    match (status, kind) {
        (PaymentStatus::SettledByCredit, DocumentKind::CreditNote) => BOOKED,
        (PaymentStatus::SettledByCredit, DocumentKind::Invoice) => "Settled by credit",
        (PaymentStatus::Open, _) => "Open",
        (PaymentStatus::Overdue, _) => "Overdue",
        (PaymentStatus::Paid, _) => "Paid",
        (PaymentStatus::Reversed, _) => "Reversed",
    }
}

/// The same of one document: a credit note that reverses an invoice books nothing but the credit that the invoice had used
/// (CHG 13).
pub fn status_of(of: PaymentStatus, kind: DocumentKind, reverses: Option<&str>) -> String {
    match (of, kind, reverses) {
        (PaymentStatus::SettledByCredit, DocumentKind::CreditNote, Some(number)) => format!("Reverses {number}"),
        _ => status(of, kind).to_owned(),
    }
}

/// What a line is for: plan, length, and which part of the term.
pub fn line(plan: &str, line: &Line) -> String {
    let length = match line.length {
        BillingInterval::Monthly => "monthly",
        BillingInterval::Annual => "annual",
    };
    let part = match line.kind {
        LineKind::Term => "whole term",
        LineKind::Unused => "unused time, given back",
        LineKind::Remaining => "remaining time of the term",
    };
    if line.is_reversed() {
        return format!("{plan}, {length}: {part}, reversed");
    }
    format!("{plan}, {length}: {part}")
}

/// The licenses of a line.
pub fn licenses(count: u32) -> String {
    format!("{count} {}", if count == 1 { "licence" } else { "licences" })
}

/// The dates of a line, both days included.
pub fn period(from: Date, last: Date) -> String {
    format!("{from} to {last}")
}

/// `10 of 31 days`.
pub fn days(line: &Line) -> String {
    format!("{} of {} days", line.days, line.term_days)
}

/// That a line gives back what a line of another document has charged.
pub fn gives_back(document: Option<(&str, Date)>, line: u32) -> String {
    match document {
        Some((number, on)) => format!("gives back from line {line} of {number} of {on}"),
        None => "gives back from what was booked without a document".to_owned(),
    }
}

/// That a document undoes another one, and what becomes of its sum (CHG 13).
pub fn reverses(number: &str, kind: DocumentKind) -> String {
    match kind {
        DocumentKind::CreditNote => {
            format!(
                "This credit note reverses the invoice {number}. Nothing of that invoice is owed; credit that it used is available again."
            )
        }
        DocumentKind::Invoice => {
            format!("This invoice reverses the credit note {number} and is settled with the credit that it gave.")
        }
    }
}

/// That a document was undone by another one (CHG 13).
pub fn reversed_by(number: &str) -> String {
    format!("Reversed by {number}.")
}

/// What a tax rate is called in the sums.
pub fn rate(percent: Option<Percent>, reversed: bool) -> String {
    match percent {
        Some(percent) => format!("Tax {} %", percent.normalized()),
        None if reversed => "Reverse charge, 0 %".to_owned(),
        None => "Not taxed".to_owned(),
    }
}

/// What a document with reverse charge must say (INV 6).
pub const REVERSE_CHARGE: &str = "Reverse charge: the recipient is liable for the tax.";
/// Why a document or line is not taxed.
pub const NOT_TAXED: &str = "Not subject to VAT";
/// What becomes of a credit note's sum (CRD 1).
pub const CREDIT: &str = "This sum is booked to the credit of the subscription. It pays the next invoices as far as it reaches and is not paid out.";
/// That the fonts of the document do not have every letter that somebody has typed.
pub const LETTERS_MISSING: &str = "\u{fffd} stands for letters that the font of this document does not have, such as Chinese ones. The XML and the CSV have them.";
/// What the days are (SUB 7).
pub const DATES: &str = "Dates are calendar days in UTC; both days of a period are included.";

/// What becomes of the sum of a credit note (CRD 1).
pub const BOOKED: &str = "Booked to the credit";
/// What is left to pay.
pub const BALANCE: &str = "Balance";

/// Until when to pay.
pub fn due(date: Date) -> String {
    format!("Due by {date}")
}

/// Since when it is overdue: from the day after the one by which it was due.
pub fn overdue(due: Date) -> String {
    format!("Overdue since {}, due by {due}", overdue_since(due))
}

/// What a status is as of a day.
pub fn as_of(status: &str, today: Date) -> String {
    format!("{status} (as of {today})")
}

/// When and how it was paid.
pub fn paid(on: Date, reference: Option<&str>) -> String {
    reference.map_or_else(
        || format!("Paid on {on}"),
        |reference| format!("Paid on {on}, reference {reference}"),
    )
}
