//! Issued documents with the catalog and the buyer of their day. The journal contains all of this, so a document can
//! always be rendered again from the journal alone, byte for byte (INV 3, INV 5).

use licensing::billing::document::Document;
use licensing::ledger::Ledger;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{Account, Catalogue};
use std::sync::Arc;

/// A document and the data that was in force when it was issued.
#[derive(Clone, Debug)]
pub struct Issued {
    /// The subscription (INV 2).
    pub id: SubscriptionId,
    /// The document, with the buyer as of its day (INV 5).
    pub document: Arc<Document>,
    /// The catalog of its day: seller, names, tax rates.
    pub catalogue: Arc<Catalogue>,
}

/// All documents of an account whose events were decided with a single catalog, in order of issue.
pub fn of_account(account: &Account, catalogue: &Catalogue) -> Vec<Issued> {
    let catalogue = Arc::new(catalogue.clone());
    let documents = account.documents().iter();
    documents
        .map(|document| issued(account, document, &catalogue))
        .collect()
}

/// All documents of a journal, in order of issue. `account` may be ahead of the journal: documents that are due but not
/// stored yet use the catalog of `today` (SUB 2).
pub fn of_ledger(ledger: &Ledger, account: &Account, today: &Catalogue) -> Vec<Issued> {
    let stored = ledger.account().documents().len();
    let today = Arc::new(today.clone());
    let documents = account.documents().iter().enumerate();
    documents
        .map(|(at, document)| {
            let catalogue = if at < stored {
                ledger.catalogue_of_document(at)
            } else {
                &today
            };
            issued(account, document, catalogue)
        })
        .collect()
}

fn issued(account: &Account, document: &Arc<Document>, catalogue: &Arc<Catalogue>) -> Issued {
    Issued {
        id: account.id(),
        document: Arc::clone(document),
        catalogue: Arc::clone(catalogue),
    }
}
