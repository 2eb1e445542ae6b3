//! The list of documents: its rows, their order, and their sums (INV 1, INV 7).

use super::query::{Period, Query, Sort};
use crate::key::{folded, holds};
use crate::words::{invoices as words, payment};
use crate::{Date, Day, Money, Mood, Scene};
use documents::statement::{Overview, OverviewEntry, overview};
use documents::{Issued, csv, issued, words as document_words};
use licensing::billing::document::DocumentKind;
use licensing::billing::payment::{PaymentStatus, overdue_since};
use std::cmp::Reverse;

/// All documents of the account, in order of issue. Built once per change of the account.
#[derive(Clone, Debug)]
pub struct Invoices {
    issued: Vec<Issued>,
    overview: Overview,
    /// The searchable text of each document.
    texts: Vec<String>,
}

impl Invoices {
    /// The documents, including those that are due but not stored yet (SUB 2).
    pub fn new(scene: &Scene<'_>) -> Self {
        let issued = issued::of_ledger(scene.ledger, scene.account, scene.catalogue);
        let always = issued.first().zip(issued.last());
        let always = always.map_or((scene.today, scene.today), |(first, last)| {
            (first.document.date, last.document.date)
        });
        let overview = overview(&issued, scene.account, always, scene.today);
        let texts = overview.entries.iter().map(|entry| text(scene, entry)).collect();
        Self {
            issued,
            overview,
            texts,
        }
    }

    /// A document by its index in the order of issue.
    pub fn get(&self, number: u32) -> Option<&OverviewEntry> {
        self.overview.entries.get(usize::try_from(number).ok()?)
    }

    /// The number of documents.
    pub fn count(&self) -> u32 {
        u32::try_from(self.issued.len()).unwrap_or(u32::MAX)
    }

    /// An issued document, by its number.
    pub fn issued(&self, number: &str) -> Option<&Issued> {
        self.issued.iter().find(|it| it.document.heading.number == number)
    }

    /// The number of the previous or next document in the order of issue.
    pub(super) fn neighbor(&self, number: &str, step: fn(usize) -> Option<usize>) -> Option<String> {
        let at = self.issued.iter().position(|it| it.document.heading.number == number)?;
        let other = self.issued.get(step(at)?)?;
        Some(other.document.heading.number.to_string())
    }

    /// The periods in which documents were issued, latest first. Each year comes before its months.
    pub fn periods(&self) -> Vec<Period> {
        let mut periods: Vec<Period> = Vec::new();
        for day in self.issued.iter().rev().map(|it| it.document.date) {
            for month in [None, Some(day.month())] {
                let period = Period {
                    year: day.year(),
                    month,
                };
                if !periods.contains(&period) {
                    periods.push(period);
                }
            }
        }
        periods
    }

    /// The indexes of all documents in the requested order. Equal ones stay in the order of issue.
    pub fn order(&self, query: &Query) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.count()).collect();
        let entry = |place: &u32| self.get(*place);
        let sum = |of: fn(&OverviewEntry) -> Money| move |place: &u32| entry(place).map(|it| of(it).minor());
        match query.sort {
            Sort::Date => {}
            Sort::Number => order.sort_by_key(|it| {
                entry(it).map(|it| {
                    (
                        it.document.heading.kind == DocumentKind::CreditNote,
                        it.document.heading.number.len(),
                        it.document.heading.number.clone(),
                    )
                })
            }),
            Sort::What => order.sort_by_cached_key(|it| entry(it).map(|it| folded(&it.what))),
            Sort::Total => order.sort_by_key(sum(|it| it.document.heading.total)),
            Sort::Credit => order.sort_by_key(sum(|it| it.document.heading.credit_applied)),
            Sort::Due => order.sort_by_key(sum(|it| it.document.heading.due)),
            Sort::DueDate => order.sort_by_key(|it| entry(it).and_then(due_date)),
            Sort::Status => order.sort_by_key(|it| entry(it).map(|it| Reverse(urgency(it.status)))),
        }
        if query.descending() {
            order.reverse();
        }
        order
    }

    /// The indexes in `order` that match a query.
    pub fn matching(&self, order: &[u32], query: &Query) -> Vec<u32> {
        let text = folded(&query.text);
        let text = text.trim();
        let wanted = |place: &&u32| {
            let at = usize::try_from(**place).unwrap_or(usize::MAX);
            self.overview.entries.get(at).is_some_and(|entry| {
                query.period.is_none_or(|period| period.has(entry.document.date))
                    && query.kind.is_none_or(|kind| entry.document.heading.kind == kind)
                    && query.status.is_none_or(|status| status.lets(entry.status))
                    && (text.is_empty()
                        || self
                            .texts
                            .get(at)
                            .is_some_and(|it| holds(it.as_bytes(), text.as_bytes())))
            })
        };
        order.iter().filter(wanted).copied().collect()
    }

    /// The entries of documents, in order of issue.
    fn of(&self, places: &[u32]) -> Vec<&OverviewEntry> {
        let mut places = places.to_vec();
        places.sort_unstable();
        places.iter().filter_map(|place| self.get(*place)).collect()
    }
}

/// The urgency of a status. Overdue is the highest.
fn urgency(status: PaymentStatus) -> u8 {
    match status {
        PaymentStatus::Overdue => 3,
        PaymentStatus::Open => 2,
        PaymentStatus::Paid => 1,
        PaymentStatus::SettledByCredit | PaymentStatus::Reversed => 0,
    }
}

/// The searchable text: number, dates, description, sums, and the reference of the payment.
fn text(scene: &Scene<'_>, entry: &OverviewEntry) -> String {
    let heading = &entry.document.heading;
    let day = Day::new(scene, entry.document.date);
    folded(
        &[
            &scene.account.id().to_string(),
            "-",
            &heading.number,
            " ",
            &day.text,
            " ",
            &day.iso,
            " ",
            &entry.what,
            " ",
            &heading.total.to_string(),
            " ",
            &scene.money(heading.total),
            " ",
            &scene.money(heading.due),
            " ",
            document_words::kind(heading.kind),
            " ",
            entry.reference.as_deref().unwrap_or_default(),
        ]
        .concat(),
    )
}

/// A row for display.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowView {
    /// The number.
    pub number: String,
    /// The date.
    pub day: Day,
    /// Invoice or credit note.
    pub kind: &'static str,
    /// What it is for.
    pub what: String,
    /// The total.
    pub total: String,
    /// The credit that pays a part of it. `None` if no credit was used.
    pub credit: Option<String>,
    /// The amount due when it was issued. `None` if nothing was due.
    pub due: Option<String>,
    /// The due date. `None` if nothing was due.
    pub due_date: Option<Day>,
    /// The balance. `None` if nothing was due.
    pub balance: Option<String>,
    /// The status (INV 7).
    pub status: String,
    /// The due date, the first overdue day, or the day of payment. `None` if credit paid all of it.
    pub settled: Option<String>,
    /// The tone of the status.
    pub mood: Mood,
}

/// Converts a document to a row for display.
pub fn row_view(scene: &Scene<'_>, entry: &OverviewEntry) -> RowView {
    let heading = &entry.document.heading;
    let some = |sum: Money| (!sum.is_zero()).then(|| scene.money(sum));
    RowView {
        number: heading.number.to_string(),
        day: Day::new(scene, entry.document.date),
        kind: document_words::kind(heading.kind),
        what: entry.what.clone(),
        total: scene.money(heading.total),
        credit: some(-heading.credit_applied),
        due: some(heading.due),
        due_date: due_date(entry).map(|on| Day::new(scene, on)),
        balance: some(heading.due).map(|_| payment::balance(&scene.money(entry.balance()))),
        status: document_words::status_of(entry.status, heading.kind, heading.reverses.as_deref()),
        settled: settled(scene, entry),
        mood: mood(entry.status),
    }
}

/// The due date. `None` if nothing was due.
fn due_date(entry: &OverviewEntry) -> Option<Date> {
    let heading = &entry.document.heading;
    (!heading.due.is_zero()).then_some(heading.due_date)
}

/// The due date, the first overdue day, or the day of payment.
fn settled(scene: &Scene<'_>, entry: &OverviewEntry) -> Option<String> {
    let due = entry.document.heading.due_date;
    match entry.status {
        PaymentStatus::Open => Some(payment::due_by(&scene.date(due))),
        PaymentStatus::Overdue => Some(payment::overdue_since(&scene.date(overdue_since(due)))),
        PaymentStatus::Paid => entry.paid_on.map(|on| payment::paid(&scene.date(on), None)),
        PaymentStatus::Reversed => scene
            .account
            .reversed_by(&entry.document.heading.number)
            .map(|number| words::reversed_by(number)),
        PaymentStatus::SettledByCredit => None,
    }
}

/// The tone of a status.
pub(super) fn mood(status: PaymentStatus) -> Mood {
    match status {
        PaymentStatus::SettledByCredit | PaymentStatus::Reversed => Mood::Neutral,
        PaymentStatus::Open => Mood::Info,
        PaymentStatus::Overdue => Mood::Bad,
        PaymentStatus::Paid => Mood::Good,
    }
}

/// A summary of what was billed and what is open.
pub fn headline(scene: &Scene<'_>, invoices: &Invoices) -> String {
    let Overview {
        entries, open, overdue, ..
    } = &invoices.overview;
    if entries.is_empty() {
        return words::NOTHING_YET.to_owned();
    }
    let count = |wanted: fn(PaymentStatus) -> bool| {
        let count = entries.iter().filter(|entry| wanted(entry.status)).count();
        scene.format.number(u32::try_from(count).unwrap_or(u32::MAX))
    };
    if open.is_zero() {
        return words::NOTHING_OPEN.to_owned();
    }
    let open = (count(PaymentStatus::is_unpaid), scene.money(*open));
    let late = (!overdue.is_zero()).then(|| (count(|it| it == PaymentStatus::Overdue), scene.money(*overdue)));
    words::open(&open, late.as_ref())
}

/// The sums of selected documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums {
    /// The sum of their totals. Credit notes are negative.
    pub total: String,
    /// The credit that was used for them.
    pub credit: String,
    /// The sum of their balances.
    pub open: String,
}

/// The exact sums of selected documents.
pub fn sums(scene: &Scene<'_>, invoices: &Invoices, places: &[u32]) -> Sums {
    let entries = invoices.of(places);
    let sum = |of: &dyn Fn(&OverviewEntry) -> Money| {
        let each = entries.iter().map(|entry| of(entry));
        scene.money(each.fold(scene.catalogue.zero(), |sum, it| sum + it))
    };
    Sums {
        total: sum(&|it| it.document.heading.total),
        credit: sum(&|it| -it.document.heading.credit_applied),
        open: sum(&OverviewEntry::balance),
    }
}

/// Selected documents as a CSV for bookkeeping, in order of issue, and the file name.
pub fn export(scene: &Scene<'_>, invoices: &Invoices, places: &[u32]) -> (String, String) {
    let entries: Vec<OverviewEntry> = invoices.of(places).into_iter().cloned().collect();
    let day = |entry: Option<&OverviewEntry>| entry.map_or(scene.today, |it| it.document.date);
    let (from, to): (Date, Date) = (day(entries.first()), day(entries.last()));
    let overview = Overview {
        entries,
        ..invoices.overview.clone()
    };
    (
        words::file_name(&from.to_string(), &to.to_string()),
        csv::overview(&overview),
    )
}
