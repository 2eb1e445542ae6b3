//! The page's own catalog.

use crate::adapters::files_beside::read_own_catalogue;
use crate::store::state::{OwnCatalogue, Store};
use std::rc::Rc;

impl Store {
    /// The page's own catalog. If it could not be read, it is requested again.
    pub(super) async fn own_catalogue(self) -> Option<OwnCatalogue> {
        let known = self.with(|inner| inner.catalogue.clone());
        if let Some(known) = known.filter(|(catalogue, _)| !catalogue.is_unreadable()) {
            return Some(known);
        }
        let found = match self.change(|inner| inner.catalogue_ahead.take()) {
            Some(ahead) => ahead.await,
            None => read_own_catalogue().await,
        };
        let found = found.map(|(catalogue, value)| (Rc::new(catalogue), value));
        self.change(|inner| inner.catalogue.clone_from(&found));
        found
    }
}
