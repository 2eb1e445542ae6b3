//! Payments, and what is still open (INV 7).

use super::account::Account;
use super::date::Date;
use super::invoice::Document;
use super::money::Money;
use super::word::words;
use serde::Serialize;

/// A payment as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Payment {
    /// The day on which it was paid.
    #[serde(rename = "paid_on")]
    pub on: Date,
    /// The bank's or the payment page's reference.
    pub reference: Option<String>,
}

/// Whether a document is paid (INV 7). Nothing is blocked by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaymentStatus {
    /// Nothing is due: credit paid all of it, it is over nothing, or it is a credit note, whose sum went into the credit.
    SettledByCredit,
    /// To be paid until its due date.
    Open,
    /// Not paid, and the due date has passed.
    Overdue,
    /// Paid, with date and reference.
    Paid,
}

words!(PaymentStatus, "payment status",
    "settled_by_credit" => SettledByCredit,
    "open" => Open,
    "overdue" => Overdue,
    "paid" => Paid,
);

impl PaymentStatus {
    /// Whether something is still to be paid.
    pub fn is_unpaid(self) -> bool {
        matches!(self, Self::Open | Self::Overdue)
    }

    /// What was paid of what was due: all of it or nothing.
    pub fn paid(self, due: Money) -> Money {
        if self == Self::Paid {
            due
        } else {
            Money::zero(due.digits())
        }
    }

    /// What is left to pay of what was due.
    pub fn balance(self, due: Money) -> Money {
        if self.is_unpaid() {
            due
        } else {
            Money::zero(due.digits())
        }
    }
}

impl Account {
    /// The payment of a document, where one is recorded.
    pub fn payment(&self, document: &Document) -> Option<&Payment> {
        self.payments.get(&document.heading.number)
    }

    /// Whether a document is paid on a day (INV 7).
    pub fn payment_status(&self, document: &Document, today: Date) -> PaymentStatus {
        if document.heading.due.is_zero() {
            PaymentStatus::SettledByCredit
        } else if self.payment(document).is_some() {
            PaymentStatus::Paid
        } else if today > document.heading.due_date {
            PaymentStatus::Overdue
        } else {
            PaymentStatus::Open
        }
    }
}
