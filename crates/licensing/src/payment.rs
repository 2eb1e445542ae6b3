//! Payments, and what is still open (INV 7).

use super::account::Account;
use super::date::Date;
use super::invoice::{Document, Heading};
use super::money::Money;
use super::words::all;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

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
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PaymentStatus {
    /// Nothing is due: credit paid all of it, it is over nothing, or it is a credit note, whose sum went into the credit.
    SettledByCredit,
    /// To be paid until its due date.
    Open,
    /// Not paid, and the due date has passed.
    Overdue,
    /// Paid, with date and reference.
    Paid,
    /// Undone by another document: nothing is owed of it, on either side (CHG 13).
    Reversed,
}

impl PaymentStatus {
    /// Every payment status, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Its word in files.
    pub fn key(self) -> &'static str {
        self.into()
    }
}

/// The first day on which a document is overdue (INV 7).
pub fn overdue_since(due: Date) -> Date {
    due.plus_days(1)
}

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

    /// A document by its number.
    pub fn document(&self, number: &str) -> Option<&Arc<Document>> {
        self.documents().iter().rev().find(|it| it.heading.number == number)
    }

    /// The number of the document that reverses another one (CHG 13).
    pub fn reversed_by(&self, number: &str) -> Option<&str> {
        self.reversed.get(number).map(String::as_str)
    }

    /// What a credit note brings: its sum, or exactly the credit that the invoice has spent which it reverses (CHG 13).
    pub fn credit_of(&self, credit_note: &Heading) -> Money {
        let reversed = credit_note.reverses.as_deref().and_then(|number| self.document(number));
        reversed.map_or(-credit_note.total, |document| document.heading.credit_applied)
    }

    /// Whether a document is paid on a day (INV 7).
    pub fn payment_status(&self, document: &Document, today: Date) -> PaymentStatus {
        if self.reversed_by(&document.heading.number).is_some() {
            PaymentStatus::Reversed
        } else if document.heading.due.is_zero() {
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
