//! All documents, and the ones that match the address and the search.

use crate::app::context::AppContext;
use crate::components::{GridState, Rows};
use crate::pages::shared::download::save_csv;
use crate::pages::shared::list_page::ListPage;
use crate::store::Snapshot;
use leptos::prelude::*;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;
use view::invoices::{Invoices, Query, export, headline};
use view::words::invoices as words;

/// The state that every page of Invoices works with. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct DocumentList {
    page: ListPage<Query>,
    documents: Documents,
    known: StoredValue<Option<Rc<Found>>, LocalStorage>,
}

/// A document list is a list page with additions.
impl Deref for DocumentList {
    type Target = ListPage<Query>;

    fn deref(&self) -> &Self::Target {
        &self.page
    }
}

/// All documents of an account, computed once for each snapshot. Cheap to copy.
#[derive(Clone, Copy)]
struct Documents {
    ui: AppContext,
    known: StoredValue<Option<Rc<Issued>>, LocalStorage>,
}

/// All documents of an account in one snapshot.
struct Issued {
    snapshot: Rc<Snapshot>,
    account: Arc<str>,
    invoices: Rc<Invoices>,
    /// The line that answers the main question of the page.
    headline: Rc<str>,
}

/// The list for one snapshot and query.
pub(crate) struct Found {
    issued: Rc<Issued>,
    pub invoices: Rc<Invoices>,
    /// The line that answers the main question of the page.
    pub headline: Rc<str>,
    pub query: Query,
    /// The matching documents, by their index in the order of issue.
    pub keys: Rc<Vec<u32>>,
}

/// Within one account, an index in the order of issue always identifies the same document.
impl Rows for Issued {
    type Id = (Arc<str>, u32);

    fn count(&self) -> u32 {
        self.invoices.count()
    }

    fn id(&self, key: u32) -> Option<Self::Id> {
        Some((Arc::clone(&self.account), key))
    }
}

impl Documents {
    fn new(ui: AppContext) -> Self {
        Self {
            ui,
            known: StoredValue::new_local(None),
        }
    }

    /// All documents; tracked. Computed once, however many callers need them.
    fn get(self) -> Option<Rc<Issued>> {
        let snapshot = self.ui.store.snapshot()?;
        let known = self.known.try_get_value()?;
        if let Some(known) = known.filter(|known| Rc::ptr_eq(&known.snapshot, &snapshot)) {
            return Some(known);
        }
        let (invoices, headline) = self.ui.model(|scene| {
            let invoices = Invoices::new(scene);
            let headline = headline(scene, &invoices).into();
            (Rc::new(invoices), headline)
        })?;
        let issued = Rc::new(Issued {
            account: snapshot.session.account.as_str().into(),
            snapshot,
            invoices,
            headline,
        });
        self.known.set_value(Some(Rc::clone(&issued)));
        Some(issued)
    }
}

impl DocumentList {
    pub fn new(ui: AppContext) -> Self {
        let documents = Documents::new(ui);
        Self {
            page: ListPage::new(ui, GridState::new(move || documents.get())),
            documents,
            known: StoredValue::new_local(None),
        }
    }

    /// The list; tracked. Computed once, however many callers need it.
    pub fn found(self) -> Option<Rc<Found>> {
        let (issued, query) = (self.documents.get()?, self.query());
        let known = self.known.try_get_value()?;
        let is_same = |known: &Rc<Found>| Rc::ptr_eq(&known.issued, &issued) && known.query == query;
        if let Some(known) = known.filter(is_same) {
            return Some(known);
        }
        let invoices = Rc::clone(&issued.invoices);
        let keys = Rc::new(invoices.matching(&invoices.order(&query), &query));
        let found = Rc::new(Found {
            invoices,
            headline: Rc::clone(&issued.headline),
            issued,
            query,
            keys,
        });
        self.known.set_value(Some(Rc::clone(&found)));
        Some(found)
    }

    /// Saves some documents as a table for accounting.
    pub fn export(self, keys: &[u32]) {
        let Some(found) = untrack(|| self.found()) else { return };
        if let Some((name, text)) = self.ui.now(|scene| export(scene, &found.invoices, keys)) {
            save_csv(self.ui, &name, &text, words::saved(&name));
        }
    }
}
