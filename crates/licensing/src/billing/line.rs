//! Booked lines (CHG 2, CHG 6, INV 2).

use crate::catalogue::prices::PriceListId;
use crate::text::words::all;
use crate::value::date::Date;
use crate::value::ids::DocumentNumber;
use crate::value::license_count::LicenseCount;
use crate::value::money::Money;
use crate::value::percent::Percent;
use crate::value::plan::PlanKey;
use crate::value::term::BillingInterval;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// The kind of a line.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumCount, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum LineKind {
    /// A whole term.
    Term,
    /// Unused time at the old terms, given back. Negative (CHG 2).
    Unused,
    /// The remaining time at the new terms (CHG 2).
    Remaining,
}

impl LineKind {
    /// Every kind of line, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A booked line, with or without a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The kind of the line.
    pub kind: LineKind,
    /// The plan.
    pub plan: PlanKey,
    /// The billing interval of the plan.
    pub length: BillingInterval,
    /// The number of licenses.
    #[serde(rename = "licences")]
    pub licenses: LicenseCount,
    /// The first day.
    pub from: Date,
    /// The day after the last one.
    pub to: Date,
    /// Days from `from` to `to`.
    pub days: i64,
    /// Days in the whole term.
    pub term_days: i64,
    /// The amount. Negative for unused time. A line that reverses another one has the opposite sign (CHG 13).
    pub amount: Money,
    /// The tax rate (INV 6). `None` if no rate applies.
    pub tax: Option<Tax>,
    /// The ID of the price list that prices the line (PLN 3).
    pub price_list: PriceListId,
    /// The booked line that this line gives back. `None` for a charge (CHG 6).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gives_back: Option<GivesBack>,
}

impl Line {
    /// Whether the line charges for time, or reverses such a charge.
    pub fn is_charge(&self) -> bool {
        self.kind != LineKind::Unused
    }

    /// Whether the line reverses a line of another document (CHG 13).
    pub fn is_reversed(&self) -> bool {
        match self.kind {
            LineKind::Unused => self.gives_back.is_none() && !self.amount.is_zero(),
            LineKind::Term | LineKind::Remaining => self.gives_back.is_some(),
        }
    }
}

/// A reference to the booked line that another line gives back (CHG 6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivesBack {
    /// The number of its document. `None` if no document carries the line (PLN 5, CHG 7).
    pub document: Option<DocumentNumber>,
    /// Its position among the lines of its order, counted from 1.
    pub line: u32,
}

/// The tax of a line at the time of the charge. Giving the line back uses the same tax (INV 6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tax {
    /// The ID of the rate.
    pub rate: String,
    /// The percentage. `None` under reverse charge: the buyer accounts for the tax.
    pub percent: Option<Percent>,
}
