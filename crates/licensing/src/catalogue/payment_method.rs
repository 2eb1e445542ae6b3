//! How invoices are paid (INV 5).

use crate::text::words::all;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// A way to pay (INV 5).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumCount, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PaymentMethod {
    /// To the bank account that the catalogue names.
    BankTransfer,
    /// On the payment page that the catalogue names.
    PaymentPage,
}

impl PaymentMethod {
    /// Every way to pay, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Its word in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}
