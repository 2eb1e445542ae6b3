//! The credit ledger: every movement of the credit that the vendor owes (CRD).

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
    /// Opening balance from an import (PLN 5).
    Opening,
    /// A credit note (CHG 7).
    CreditNote,
    /// Spent on an invoice (CRD 1). Negative.
    Applied,
}

impl Reason {
    /// Every reason, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// One movement (CRD 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Movement {
    /// The day of the movement.
    pub date: Date,
    /// The reason.
    pub reason: Reason,
    /// The document, if there is one.
    pub document: Option<DocumentNumber>,
    /// The amount. Negative if credit was spent.
    pub amount: Money,
    /// The balance after the movement.
    pub balance: Money,
}

/// All movements, oldest first. The ledger is append-only (CRD 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditBalance {
    movements: Vec<Movement>,
    balance: Money,
}

impl CreditBalance {
    /// An empty ledger in a currency with `digits` minor digits.
    pub fn new(digits: u32) -> Self {
        Self {
            movements: Vec::new(),
            balance: Money::zero(digits),
        }
    }

    /// The credit that can be spent. Never negative.
    pub fn balance(&self) -> Money {
        self.balance
    }

    /// All movements, oldest first.
    pub fn movements(&self) -> &[Movement] {
        &self.movements
    }

    /// How much of `total` the credit pays (CRD 1).
    pub fn pays(&self, total: Money) -> Money {
        self.balance.min(total)
    }

    /// Adds a movement. An amount of zero is not recorded.
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
