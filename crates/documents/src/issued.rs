//! Issued documents with what held when they were issued: the catalogue and the buyer. All of it stands in the journal, so
//! that a document can be made again from the journal alone, the same for ever (INV 3, INV 5).

use licensing::billing::document::Document;
use licensing::ledger::Ledger;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{Account, Catalogue};
use std::sync::Arc;

/// A document as it was issued.
#[derive(Clone, Debug)]
pub struct Issued {
    /// The subscription (INV 2).
    pub id: SubscriptionId,
    /// The document itself, with the buyer as known then (INV 5).
    pub document: Arc<Document>,
    /// The catalogue that was in force: seller, names, tax rates.
    pub catalogue: Arc<Catalogue>,
}

/// Every document of an account whose events were decided with one catalogue, in order of issue.
pub fn of_account(account: &Account, catalogue: &Catalogue) -> Vec<Issued> {
    let catalogue = Arc::new(catalogue.clone());
    let documents = account.documents().iter();
    documents
        .map(|document| issued(account, document, &catalogue))
        .collect()
}

/// Every document of a journal, in order of issue. `account` may be further than the journal: what is due but not stored yet
/// goes by the catalogue of `today` (SUB 2).
pub fn of_book(book: &Ledger, account: &Account, today: &Catalogue) -> Vec<Issued> {
    let stored = book.account.documents().len();
    let today = Arc::new(today.clone());
    let documents = account.documents().iter().enumerate();
    documents
        .map(|(at, document)| {
            let catalogue = if at < stored {
                book.catalogue_of_document(at)
            } else {
                &today
            };
            issued(account, document, catalogue)
        })
        .collect()
}

fn issued(account: &Account, document: &Arc<Document>, catalogue: &Arc<Catalogue>) -> Issued {
    Issued {
        id: account.id,
        document: Arc::clone(document),
        catalogue: Arc::clone(catalogue),
    }
}
