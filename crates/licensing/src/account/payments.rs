//! The payments of an account's documents (INV 7).

use crate::account::Account;
use crate::billing::document::{Document, Heading};
use crate::billing::payment::{Payment, PaymentStatus};
use crate::value::date::Date;
use crate::value::ids::DocumentNumber;
use crate::value::money::Money;
use std::sync::Arc;

impl Account {
    /// The recorded payment of a document, if any.
    pub fn payment(&self, document: &Document) -> Option<&Payment> {
        self.payments.get(&document.heading.number)
    }

    /// A document by its number.
    pub fn document(&self, number: &str) -> Option<&Arc<Document>> {
        self.documents().iter().rev().find(|it| it.heading.number == number)
    }

    /// The number of the document that reverses another one (CHG 13).
    pub fn reversed_by(&self, number: &str) -> Option<&DocumentNumber> {
        self.reversed.get(number)
    }

    /// The credit from a credit note: its total, or the credit that the reversed invoice had used (CHG 13).
    pub fn credit_of(&self, credit_note: &Heading) -> Money {
        let reversed = credit_note.reverses.as_deref().and_then(|number| self.document(number));
        reversed.map_or(-credit_note.total, |document| document.heading.credit_applied)
    }

    /// The payment status of a document on a day (INV 7).
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
