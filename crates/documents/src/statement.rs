//! Lists for bookkeeping: documents with their balances (INV 7), and the movements of the credit (CRD 2).

use super::issued::Issued;
use super::words;
use licensing::billing::credit::Movement;
use licensing::billing::document::Document;
use licensing::billing::payment::PaymentStatus;
use licensing::value::ids::DocumentNumber;
use licensing::{Account, Catalogue, Date, Money};
use std::collections::VecDeque;
use std::sync::Arc;

/// A document in the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewEntry {
    /// The document.
    pub document: Arc<Document>,
    /// What it is for: plan, interval, and licenses.
    pub what: String,
    /// Its status on the day of the overview.
    pub status: PaymentStatus,
    /// The day of the payment.
    pub paid_on: Option<Date>,
    /// The reference of the payment.
    pub reference: Option<String>,
}

impl OverviewEntry {
    /// The sum that is left to pay on the day of the overview.
    pub fn balance(&self) -> Money {
        self.status.balance(self.document.heading.due)
    }
}

/// The documents of a period and their totals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The documents, in order of issue.
    pub entries: Vec<OverviewEntry>,
    /// The sum of all balances, including overdue ones.
    pub open: Money,
    /// The part of `open` that is overdue.
    pub overdue: Money,
    /// The sum of all payments.
    pub paid: Money,
}

/// What a document is for: the text of its charge or, if it has no charge, of its first line.
pub fn what_for(document: &Document, catalogue: &Catalogue) -> String {
    document
        .charge()
        .or(document.lines.first())
        .map_or_else(String::new, |line| {
            let text = words::line(catalogue.plan_name(line.plan), line);
            format!("{text}, {}", words::licenses(line.licenses))
        })
}

/// The documents issued between two days, inclusive, with their status on the day `today` (INV 7).
pub fn overview(issued: &[Issued], account: &Account, (from, to): (Date, Date), today: Date) -> Overview {
    let inside = issued.iter().filter(|it| (from..=to).contains(&it.document.date));
    let entries: Vec<OverviewEntry> = inside
        .map(|it| {
            let payment = account.payment(&it.document);
            OverviewEntry {
                what: what_for(&it.document, &it.catalogue),
                status: account.payment_status(&it.document, today),
                paid_on: payment.map(|payment| payment.on),
                reference: payment.and_then(|payment| payment.reference.clone()),
                document: Arc::clone(&it.document),
            }
        })
        .collect();
    let zero = Money::zero(account.credit().balance().digits());
    let sum = |of: &dyn Fn(&OverviewEntry) -> Money| entries.iter().fold(zero, |sum, entry| sum + of(entry));
    let overdue = |entry: &OverviewEntry| {
        if entry.status == PaymentStatus::Overdue {
            entry.balance()
        } else {
            zero
        }
    };
    Overview {
        open: sum(&OverviewEntry::balance),
        overdue: sum(&overdue),
        paid: sum(&|entry| entry.status.paid(entry.document.heading.due)),
        entries,
    }
}

/// A part of a credit and the invoice that used it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditUse {
    /// The document that gave the credit. `None` for imported credit.
    pub of: Option<DocumentNumber>,
    /// The invoice that used it.
    pub on: DocumentNumber,
    /// The sum.
    pub amount: Money,
}

/// Matches credit with the invoices that used it, oldest credit first (CRD 1).
pub fn credit_uses(movements: &[Movement]) -> Vec<CreditUse> {
    let mut left: VecDeque<(Option<DocumentNumber>, Money)> = VecDeque::new();
    let mut spent = Vec::new();
    for movement in movements {
        if !movement.amount.is_negative() {
            left.push_back((movement.document.clone(), movement.amount));
            continue;
        }
        let mut open = -movement.amount;
        while let Some((of, rest)) = left.front_mut().filter(|_| !open.is_zero()) {
            let part = open.min(*rest);
            spent.push(CreditUse {
                of: of.clone(),
                // Only invoices use credit, so there is always a document.
                on: movement.document.clone().unwrap_or_default(),
                amount: part,
            });
            (open, *rest) = (open - part, *rest - part);
            if rest.is_zero() {
                left.pop_front();
            }
        }
    }
    spent
}

/// The credit movements between two days, inclusive, and the balance before them (CRD 2).
pub fn credit_statement(account: &Account, (from, to): (Date, Date)) -> (Money, &[Movement]) {
    let all = account.credit().movements();
    let start = all.partition_point(|it| it.date < from);
    let end = all.partition_point(|it| it.date <= to).max(start);
    let before = start.checked_sub(1).and_then(|at| all.get(at));
    let zero = Money::zero(account.credit().balance().digits());
    let balance = before.map_or(zero, |movement| movement.balance);
    (balance, all.get(start..end).unwrap_or_default())
}
