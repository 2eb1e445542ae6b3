//! Issued documents with what held when they were issued: the catalogue, the buyer, and what was given back. All of it
//! stands in the journal, so that a document can be made again from the journal alone, the same for ever (INV 3, INV 5).

use crate::licensing::activation::SubscriptionId;
use crate::licensing::billing::Billing;
use crate::licensing::event::Event;
use crate::licensing::invoice::{Document, LineKind, Order};
use crate::licensing::record::Book;
use crate::licensing::{Catalogue, Date};
use std::sync::Arc;

/// The booked line that an unused line gives back from (CHG 6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The day it was booked.
    pub on: Date,
    /// The document that charged it; none for a booked line without one.
    pub document: Option<String>,
}

/// A document as it was issued.
#[derive(Clone, Debug)]
pub struct Issued {
    /// The subscription (INV 2).
    pub id: SubscriptionId,
    /// The document itself.
    pub document: Document,
    /// The catalogue that was in force: seller, names, tax rates.
    pub catalogue: Arc<Catalogue>,
    /// The buyer as known then (INV 5).
    pub billing: Arc<Billing>,
    /// Where its unused line comes from.
    pub origin: Option<Origin>,
}

/// Follows events and keeps what holds.
struct Walk {
    id: SubscriptionId,
    catalogue: Arc<Catalogue>,
    billing: Arc<Billing>,
    charge: Option<Origin>,
    issued: Vec<Issued>,
}

impl Walk {
    fn new(id: SubscriptionId, catalogue: Arc<Catalogue>) -> Self {
        Self {
            id,
            catalogue,
            billing: Arc::default(),
            charge: None,
            issued: Vec::new(),
        }
    }

    fn follow(&mut self, event: &Event) {
        match event {
            Event::BillingSet { billing, .. } => self.billing = Arc::new(billing.clone()),
            Event::Imported { on, .. } => {
                self.charge = Some(Origin {
                    on: *on,
                    document: None,
                });
            }
            _ => {}
        }
        if let Some(order) = event.order() {
            self.take(order, event.on());
        }
    }

    fn take(&mut self, order: &Order, on: Date) {
        let gives_back = order.lines.iter().any(|line| line.kind == LineKind::Unused);
        if let Some(heading) = &order.document {
            self.issued.push(Issued {
                id: self.id,
                document: Document {
                    date: on,
                    heading: heading.clone(),
                    lines: order.lines.clone(),
                },
                catalogue: Arc::clone(&self.catalogue),
                billing: Arc::clone(&self.billing),
                origin: self.charge.clone().filter(|_| gives_back),
            });
        }
        if order.charge().is_some() {
            let document = order.document.as_ref().map(|heading| heading.number.clone());
            self.charge = Some(Origin { on, document });
        }
    }
}

/// Every document of events that were decided with one catalogue, in order of issue.
pub fn of_events<'a>(
    id: SubscriptionId,
    catalogue: &Catalogue,
    events: impl IntoIterator<Item = &'a Event>,
) -> Vec<Issued> {
    let mut walk = Walk::new(id, Arc::new(catalogue.clone()));
    events.into_iter().for_each(|event| walk.follow(event));
    walk.issued
}

/// Every document of a journal, in order of issue, and of what is `due` but not stored yet, by the catalogue of today.
pub fn of_book(book: &Book, today: &Catalogue, due: &[Event]) -> Vec<Issued> {
    let read = |value| Catalogue::from_value(value).ok().map(Arc::new);
    // A book is opened with a catalogue that can be read.
    let opened = read(&book.opening.catalogue).unwrap_or_else(|| Arc::clone(&book.catalogue));
    let mut walk = Walk::new(book.account.id, opened);
    for record in &book.records {
        if let Some(catalogue) = record.catalogue.as_ref().and_then(read) {
            walk.catalogue = catalogue;
        }
        record.events.iter().for_each(|event| walk.follow(event));
    }
    if !due.is_empty() {
        walk.catalogue = Arc::new(today.clone());
        due.iter().for_each(|event| walk.follow(event));
    }
    walk.issued
}
