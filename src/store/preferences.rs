//! The viewer's preferences, kept from this page or an earlier one.

use crate::store::state::Store;

impl Store {
    /// A preference of the viewer. `None` outside of Azure DevOps, which stores them.
    pub async fn preference(self, name: &'static str) -> Option<String> {
        self.host().preference(name).await
    }

    /// Stores a preference of the viewer for the next visit in Azure DevOps.
    pub fn set_preference(self, name: &'static str, value: String) {
        leptos::task::spawn_local(async move { self.host().set_preference(name, &value).await });
    }
}
