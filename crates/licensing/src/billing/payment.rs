//! Payments and the amounts still open (INV 7).

use crate::text::words::all;
use crate::value::date::Date;
use crate::value::money::Money;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// A recorded payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Payment {
    /// The day of the payment.
    #[serde(rename = "paid_on")]
    pub on: Date,
    /// The reference of the bank or the payment page.
    pub reference: Option<String>,
}

/// The payment status of a document (INV 7). It never blocks anything.
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
    /// Nothing is due: credit paid everything, the total is zero, or the document is a credit note and its total became
    /// credit.
    SettledByCredit,
    /// Not paid, and the due date has not passed.
    Open,
    /// Not paid, and the due date has passed.
    Overdue,
    /// Paid, with date and reference.
    Paid,
    /// Reversed by another document. Neither side owes anything (CHG 13).
    Reversed,
}

impl PaymentStatus {
    /// Every payment status, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// The first day on which a document is overdue (INV 7).
pub fn overdue_since(due: Date) -> Date {
    due.plus_days(1)
}

impl PaymentStatus {
    /// Whether an amount is still to be paid.
    pub fn is_unpaid(self) -> bool {
        matches!(self, Self::Open | Self::Overdue)
    }

    /// The paid part of `due`: all or nothing.
    pub fn paid(self, due: Money) -> Money {
        if self == Self::Paid {
            due
        } else {
            Money::zero(due.digits())
        }
    }

    /// The unpaid part of `due`.
    pub fn balance(self, due: Money) -> Money {
        if self.is_unpaid() {
            due
        } else {
            Money::zero(due.digits())
        }
    }
}
