//! Payments, and what is still open (INV 7).

use crate::text::words::all;
use crate::value::date::Date;
use crate::value::money::Money;
use serde::{Deserialize, Serialize};
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
    pub fn as_str(self) -> &'static str {
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
