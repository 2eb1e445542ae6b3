//! What is open, and what became of the credit: lists for whoever keeps the books (INV 7, CRD 2).

use super::issued::Issued;
use super::words;
use licensing::billing::credit::Movement;
use licensing::billing::document::Document;
use licensing::billing::payment::PaymentStatus;
use licensing::value::ids::DocumentNumber;
use licensing::{Account, Catalogue, Date, Money};
use std::collections::VecDeque;
use std::sync::Arc;

/// One document in the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The document.
    pub document: Arc<Document>,
    /// What it is for, in a few words.
    pub what: String,
    /// Its status on the day of the overview.
    pub status: PaymentStatus,
    /// When it was paid.
    pub paid_on: Option<Date>,
    /// The reference of the payment.
    pub reference: Option<String>,
}

impl Entry {
    /// What is left to pay on the day of the overview.
    pub fn balance(&self) -> Money {
        self.status.balance(self.document.heading.due)
    }
}

/// The documents of a period and what is open of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The documents, in order of issue.
    pub entries: Vec<Entry>,
    /// What is due of invoices that are open or overdue.
    pub open: Money,
    /// How much of that is overdue.
    pub overdue: Money,
    /// What has been paid.
    pub paid: Money,
}

/// What a document is for: the text of its charge, else of its first line.
pub fn what_for(document: &Document, catalogue: &Catalogue) -> String {
    document
        .charge()
        .or(document.lines.first())
        .map_or_else(String::new, |line| {
            let text = words::line(catalogue.plan_name(line.plan), line);
            format!("{text}, {}", words::licenses(line.licenses))
        })
}

/// The documents from one day to another, both included, and their status on a day (INV 7).
pub fn overview(issued: &[Issued], account: &Account, (from, to): (Date, Date), today: Date) -> Overview {
    let inside = issued.iter().filter(|it| (from..=to).contains(&it.document.date));
    let entries: Vec<Entry> = inside
        .map(|it| {
            let payment = account.payment(&it.document);
            Entry {
                what: what_for(&it.document, &it.catalogue),
                status: account.payment_status(&it.document, today),
                paid_on: payment.map(|payment| payment.on),
                reference: payment.and_then(|payment| payment.reference.clone()),
                document: Arc::clone(&it.document),
            }
        })
        .collect();
    let nothing = Money::zero(account.credit.balance().digits());
    let sum = |of: &dyn Fn(&Entry) -> Money| entries.iter().fold(nothing, |sum, entry| sum + of(entry));
    let overdue = |entry: &Entry| {
        if entry.status == PaymentStatus::Overdue {
            entry.balance()
        } else {
            nothing
        }
    };
    Overview {
        open: sum(&Entry::balance),
        overdue: sum(&overdue),
        paid: sum(&|entry| entry.status.paid(entry.document.heading.due)),
        entries,
    }
}

/// Which credit an invoice has spent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spent {
    /// The document that gave the credit; none for what an import brought in.
    pub of: Option<DocumentNumber>,
    /// The invoice that it was spent on.
    pub on: DocumentNumber,
    /// How much.
    pub amount: Money,
}

/// Which credit was spent on what: the oldest credit first, since one pool pays as far as it reaches (CRD 1).
pub fn spending(movements: &[Movement]) -> Vec<Spent> {
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
            spent.push(Spent {
                of: of.clone(),
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

/// The movements of the credit from one day to another, both included, with the balance before them (CRD 2).
pub fn statement(account: &Account, (from, to): (Date, Date)) -> (Money, &[Movement]) {
    let all = account.credit.movements();
    let start = all.partition_point(|it| it.date < from);
    let end = all.partition_point(|it| it.date <= to).max(start);
    let before = start.checked_sub(1).and_then(|at| all.get(at));
    let nothing = Money::zero(account.credit.balance().digits());
    let balance = before.map_or(nothing, |movement| movement.balance);
    (balance, all.get(start..end).unwrap_or_default())
}
