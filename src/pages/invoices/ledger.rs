//! The documents as they stand: all of them, and which of them the address and the search want.

use crate::components::GridState;
use crate::pages::saving::save_csv;
use crate::pages::scene::Ui;
use crate::pages::typed::Typed;
use crate::store::Snapshot;
use leptos::prelude::*;
use std::rc::Rc;
use view::invoices::{Invoices, Query, export, headline, name};
use view::words::invoices as words;

/// What every page of Invoices works with; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Ledger {
    pub ui: Ui,
    /// What is selected and where the focus is.
    pub grid: GridState,
    /// What is searched for.
    pub typed: Typed,
    query: Memo<Query>,
    known: StoredValue<Option<Rc<Found>>, LocalStorage>,
}

/// The list of a moment.
pub(super) struct Found {
    snapshot: Rc<Snapshot>,
    pub invoices: Rc<Invoices>,
    /// The answer to the page's question.
    pub headline: Rc<str>,
    pub query: Query,
    /// The documents that are wanted, by their place in the order of issue.
    pub keys: Rc<Vec<u32>>,
}

impl Ledger {
    pub fn new(ui: Ui) -> Self {
        let typed = Typed::new(ui, name::TEXT);
        Self {
            ui,
            grid: GridState::new(),
            typed,
            // A memo: with every letter many ask, and only one needs to read the address.
            query: Memo::new(move |_| {
                let params = ui.store.params();
                Query {
                    text: typed.text().get(),
                    ..Query::read(&|name| params.get(name))
                }
            }),
            known: StoredValue::new_local(None),
        }
    }

    /// What is wanted; tracked.
    pub fn query(self) -> Query {
        self.query.get()
    }

    /// The list; tracked. It is made once, however many ask: the documents once an account.
    pub fn found(self) -> Option<Rc<Found>> {
        let (snapshot, query) = (self.ui.store.snapshot()?, self.query());
        let known = self.known.try_get_value()?;
        let same = known.clone().filter(|known| Rc::ptr_eq(&known.snapshot, &snapshot));
        if let Some(known) = same.clone().filter(|known| known.query == query) {
            return Some(known);
        }
        let (invoices, headline) = match &same {
            Some(known) => (Rc::clone(&known.invoices), Rc::clone(&known.headline)),
            None => self.ui.model(|scene| {
                let invoices = Invoices::new(scene);
                let headline = headline(scene, &invoices).into();
                (Rc::new(invoices), headline)
            })?,
        };
        let keys = Rc::new(invoices.matching(&invoices.order(&query), &query));
        if let Some(known) = &known {
            // Places in the order of issue name the same documents for ever, but only of one account.
            if known.snapshot.place.account != snapshot.place.account {
                self.grid.select_only(&[]);
            }
            if known.query != query {
                self.grid.start_over();
            }
        }
        let found = Rc::new(Found {
            snapshot,
            invoices,
            headline,
            query,
            keys,
        });
        self.known.set_value(Some(Rc::clone(&found)));
        Some(found)
    }

    /// Another list, as a step that Back undoes.
    pub fn go(self, query: &Query) {
        self.ui.store.set_values(&query.values(), true);
    }

    /// The same list with nothing that narrows it.
    pub fn clear(self) {
        let query = untrack(|| self.query()).cleared();
        self.typed.clear();
        self.go(&query);
    }

    /// Saves some documents as a table for whoever keeps the books.
    pub fn export(self, keys: &[u32]) {
        let Some(found) = untrack(|| self.found()) else { return };
        if let Some((name, text)) = self.ui.now(|scene| export(scene, &found.invoices, keys)) {
            save_csv(self.ui, &name, &text, words::saved(&name));
        }
    }
}
