//! The documents as they stand: all of them, and which of them the address and the search want.

use crate::app::context::AppContext;
use crate::components::{GridState, Rows};
use crate::pages::shared::download::save_csv;
use crate::pages::shared::list_page::{ListPage, ListQuery};
use crate::store::Snapshot;
use leptos::prelude::*;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;
use view::invoices::{Invoices, Query, export, headline, name};
use view::words::invoices as words;

/// What every page of Invoices works with; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct DocumentList {
    page: ListPage<Query>,
    documents: Documents,
    known: StoredValue<Option<Rc<Found>>, LocalStorage>,
}

/// The documents are a list page, with more.
impl Deref for DocumentList {
    type Target = ListPage<Query>;

    fn deref(&self) -> &Self::Target {
        &self.page
    }
}

impl ListQuery for Query {
    const TEXT: &'static str = name::TEXT;

    fn read<'a>(value: &dyn Fn(&str) -> Option<&'a str>, text: String) -> Self {
        Self {
            text,
            ..Self::read(value)
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        self.values().into()
    }

    fn cleared(&self) -> Self {
        self.cleared()
    }

    fn narrows(&self) -> bool {
        self.narrows()
    }
}

/// All documents of an account, made once for it; cheap to copy.
#[derive(Clone, Copy)]
struct Documents {
    ui: AppContext,
    known: StoredValue<Option<Rc<Issued>>, LocalStorage>,
}

/// All documents of an account at a moment.
struct Issued {
    snapshot: Rc<Snapshot>,
    account: Arc<str>,
    invoices: Rc<Invoices>,
    /// The answer to the page's question.
    headline: Rc<str>,
}

/// The list of a moment.
pub(crate) struct Found {
    issued: Rc<Issued>,
    pub invoices: Rc<Invoices>,
    /// The answer to the page's question.
    pub headline: Rc<str>,
    pub query: Query,
    /// The documents that are wanted, by their place in the order of issue.
    pub keys: Rc<Vec<u32>>,
}

/// Places in the order of issue name the same documents for ever, but only of one account.
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

    /// All of them; tracked. They are read once, however many ask.
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

    /// The list; tracked. It is made once, however many ask.
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

    /// Saves some documents as a table for whoever keeps the books.
    pub fn export(self, keys: &[u32]) {
        let Some(found) = untrack(|| self.found()) else { return };
        if let Some((name, text)) = self.ui.now(|scene| export(scene, &found.invoices, keys)) {
            save_csv(self.ui, &name, &text, words::saved(&name));
        }
    }
}
