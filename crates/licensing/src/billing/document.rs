//! Booked lines and the documents that carry them (CHG 2, CHG 7, INV 2–4).

use crate::billing::credit::CreditBalance;
use crate::billing::details::BillingDetails;
use crate::billing::line::{GivesBack, Line};
use crate::billing::tax::by_rate;
use crate::text::words::all;
use crate::value::date::Date;
use crate::value::ids::DocumentNumber;
use crate::value::money::Money;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// Invoice or credit note (CHG 7).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumCount, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum DocumentKind {
    /// A charge.
    Invoice,
    /// A credit. Its totals are negative.
    CreditNote,
}

impl DocumentKind {
    /// Every kind of document, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// The figures of a document. Its lines are in the [`Order`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    /// Consecutive per account and kind: `INV-0001`, `CN-0001` (INV 3).
    pub number: DocumentNumber,
    /// Invoice or credit note.
    pub kind: DocumentKind,
    /// The last day to pay (INV 4).
    pub due_date: Date,
    /// The sum of the lines.
    pub net: Money,
    /// Tax (INV 6).
    pub tax: Money,
    /// Net and tax.
    pub total: Money,
    /// The part that credit pays (CRD 1).
    pub credit_applied: Money,
    /// The amount left to pay.
    pub due: Money,
    /// The number of the document that this one reverses (CHG 13).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reverses: Option<DocumentNumber>,
}

/// The lines of one order and their document. A sum of zero has no document (CHG 7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// The lines. Unused time comes first.
    pub lines: Vec<Line>,
    /// The document, unless the sum is zero.
    pub document: Option<Heading>,
}

/// An issued document. It never changes (INV 3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its date.
    pub date: Date,
    /// Its figures.
    pub heading: Heading,
    /// Its lines.
    pub lines: Vec<Line>,
    /// The buyer's details at that time (INV 5).
    pub billing: Arc<BillingDetails>,
}

impl Document {
    /// The line that charges for time. `None` if the document only gives back.
    pub fn charge(&self) -> Option<&Line> {
        self.lines.iter().find(|line| line.is_charge())
    }
}

/// The last number of each kind of document. Numbers are consecutive (INV 3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DocumentNumbers {
    invoices: u32,
    credit_notes: u32,
}

impl DocumentNumbers {
    /// The next number of a kind.
    fn next(self, kind: DocumentKind) -> DocumentNumber {
        let (prefix, last) = match kind {
            DocumentKind::Invoice => ("INV-", self.invoices),
            DocumentKind::CreditNote => ("CN-", self.credit_notes),
        };
        let number = (last + 1).to_string();
        let zeros: String = "0".repeat(4_usize.saturating_sub(number.len()));
        DocumentNumber::new([prefix, &zeros, &number].concat())
    }

    /// Counts an issued document.
    pub(crate) fn count(&mut self, kind: DocumentKind) {
        match kind {
            DocumentKind::Invoice => self.invoices += 1,
            DocumentKind::CreditNote => self.credit_notes += 1,
        }
    }
}

impl Order {
    /// Puts lines on a document. A positive total makes an invoice, and available credit pays as much of it as it can.
    /// A negative total makes a credit note. If the sum of every tax rate is zero, the order has no document. Any other
    /// total of zero makes an invoice (CHG 7, CRD 1). Tax is rounded once per rate (INV 6).
    pub fn new(
        lines: Vec<Line>,
        date: Date,
        payment_days: u32,
        numbers: DocumentNumbers,
        credit: &CreditBalance,
    ) -> Self {
        let nothing = Money::zero(credit.balance().digits());
        let rates = by_rate(&lines);
        let net = rates.iter().fold(nothing, |sum, rate| sum + rate.net);
        let tax = rates.iter().fold(nothing, |sum, rate| sum + rate.amount);
        let total = net + tax;
        let heading = |kind, credit_applied, due| Heading {
            number: numbers.next(kind),
            kind,
            due_date: date.plus_days(payment_days),
            net,
            tax,
            total,
            credit_applied,
            due,
            reverses: None,
        };
        let document = if rates.iter().all(|rate| rate.net.is_zero()) {
            None
        } else if total.is_negative() {
            Some(heading(DocumentKind::CreditNote, nothing, nothing))
        } else {
            let paid = credit.pays(total);
            Some(heading(DocumentKind::Invoice, paid, total - paid))
        };
        Self { lines, document }
    }

    /// The order that undoes this one (CHG 13): the same lines with negated amounts, on a document of the other kind. A
    /// reversed invoice is no longer owed. A reversed credit note is paid with the credit that it gave.
    #[must_use]
    pub fn reversed(&self, date: Date, payment_days: u32, numbers: DocumentNumbers) -> Self {
        let document = self.document.as_ref();
        let number = document.map(|heading| heading.number.clone());
        let line = |(at, line): (u32, &Line)| {
            let gives_back = GivesBack {
                document: number.clone(),
                line: at,
            };
            Line {
                amount: -line.amount,
                gives_back: line.is_charge().then_some(gives_back),
                ..line.clone()
            }
        };
        let heading = |heading: &Heading| {
            let nothing = Money::zero(heading.total.digits());
            let (kind, credit_applied) = match heading.kind {
                DocumentKind::Invoice => (DocumentKind::CreditNote, nothing),
                DocumentKind::CreditNote => (DocumentKind::Invoice, -heading.total),
            };
            Heading {
                number: numbers.next(kind),
                kind,
                due_date: date.plus_days(payment_days),
                net: -heading.net,
                tax: -heading.tax,
                total: -heading.total,
                credit_applied,
                due: nothing,
                reverses: number.clone(),
            }
        };
        Self {
            lines: (1..).zip(&self.lines).map(line).collect(),
            document: document.map(heading),
        }
    }

    /// The sum of the lines. `None` if there are no lines.
    pub fn sum(&self) -> Option<Money> {
        self.lines.iter().map(|line| line.amount).reduce(|a, b| a + b)
    }

    /// The charge for the current term, with the reference that a later line uses to give part of it back (CHG 6).
    pub fn charge(&self) -> Option<(&Line, GivesBack)> {
        let mut lines = (1..).zip(&self.lines);
        let (at, line) = lines.find(|(_, line)| line.is_charge())?;
        let document = self.document.as_ref().map(|heading| heading.number.clone());
        Some((line, GivesBack { document, line: at }))
    }
}
