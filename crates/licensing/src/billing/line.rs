//! Booked lines (CHG 2, CHG 6, INV 2).

use crate::catalogue::prices::PriceListId;
use crate::text::words::all;
use crate::value::date::Date;
use crate::value::ids::DocumentNumber;
use crate::value::money::Money;
use crate::value::percent::Percent;
use crate::value::plan::PlanKey;
use crate::value::term::BillingInterval;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// What a line stands for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumCount, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum LineKind {
    /// A whole term.
    Term,
    /// Unused time at the old terms, given back; negative (CHG 2).
    Unused,
    /// The remaining time at the new terms (CHG 2).
    Remaining,
}

impl LineKind {
    /// Every kind of line, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Its word in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A booked line, whether a document carries it or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// What it stands for.
    pub kind: LineKind,
    /// The plan.
    pub plan: PlanKey,
    /// The length of its term.
    pub length: BillingInterval,
    /// The licenses.
    #[serde(rename = "licences")]
    pub licenses: u32,
    /// The first day.
    pub from: Date,
    /// The day after the last one.
    pub to: Date,
    /// Days from `from` to `to`.
    pub days: i64,
    /// Days of the whole term.
    pub term_days: i64,
    /// The sum; negative for unused time, and the other way round on a document that reverses another (CHG 13).
    pub amount: Money,
    /// What it is taxed with (INV 6).
    pub tax: Option<Tax>,
    /// The `from` of the price list that prices it (PLN 3).
    pub price_list: PriceListId,
    /// The booked line that it gives back from; none for a charge (CHG 6).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gives_back: Option<GivesBack>,
}

impl Line {
    /// Whether it charges for time, or, reversed, gives such a charge back.
    pub fn is_charge(&self) -> bool {
        self.kind != LineKind::Unused
    }

    /// Whether it is the line of another document, the other way round (CHG 13).
    pub fn is_reversed(&self) -> bool {
        match self.kind {
            LineKind::Unused => self.gives_back.is_none() && !self.amount.is_zero(),
            LineKind::Term | LineKind::Remaining => self.gives_back.is_some(),
        }
    }
}

/// Which booked line another one gives back from (CHG 6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivesBack {
    /// The number of its document; none where no document carries it (PLN 5, CHG 7).
    pub document: Option<DocumentNumber>,
    /// Its place among the lines of its order, from 1.
    pub line: u32,
}

/// What a line is taxed with, as it was when the line was charged: it is given back with it (INV 6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tax {
    /// The id of the rate.
    pub rate: String,
    /// What is charged; none where reverse charge applies and the buyer accounts for it.
    pub percent: Option<Percent>,
}
