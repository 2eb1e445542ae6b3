//! The credit ledger: what the vendor owes, movement by movement (CRD).

use crate::text::words::all;
use crate::value::date::Date;
use crate::value::ids::DocumentNumber;
use crate::value::money::Money;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// Why credit moved.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumCount, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Reason {
    /// Brought in by an import (PLN 5).
    Opening,
    /// A credit note (CHG 7).
    CreditNote,
    /// Spent on an invoice (CRD 1); negative.
    Applied,
}

impl Reason {
    /// Every reason, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Its word in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// One movement (CRD 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Movement {
    /// The day.
    pub date: Date,
    /// Why.
    pub reason: Reason,
    /// The document, where there is one.
    pub document: Option<DocumentNumber>,
    /// How much; negative when spent.
    pub amount: Money,
    /// The balance after it.
    pub balance: Money,
}

/// Every movement, oldest first; only ever added to (CRD 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditBalance {
    movements: Vec<Movement>,
    balance: Money,
}

impl CreditBalance {
    /// An empty ledger of a currency with `digits` minor digits.
    pub fn new(digits: u32) -> Self {
        Self {
            movements: Vec::new(),
            balance: Money::zero(digits),
        }
    }

    /// What is there to be spent; never negative.
    pub fn balance(&self) -> Money {
        self.balance
    }

    /// Every movement, oldest first.
    pub fn movements(&self) -> &[Movement] {
        &self.movements
    }

    /// How much of `total` the credit pays (CRD 1).
    pub fn pays(&self, total: Money) -> Money {
        self.balance.min(total)
    }

    /// Adds a movement; a movement of nothing is none.
    pub(crate) fn record(&mut self, date: Date, reason: Reason, document: Option<DocumentNumber>, amount: Money) {
        if !amount.is_zero() {
            self.balance = self.balance + amount;
            self.movements.push(Movement {
                date,
                reason,
                document,
                amount,
                balance: self.balance,
            });
        }
    }
}
