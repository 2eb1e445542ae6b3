//! What the viewer has chosen before, on this page or an earlier one.

use crate::store::state::Store;

impl Store {
    /// A preference of the viewer. `None` outside of Azure DevOps, which keeps them.
    pub async fn preference(self, name: &'static str) -> Option<String> {
        self.host().preference(name).await
    }

    /// Keeps a preference of the viewer for their next visit in Azure DevOps.
    pub fn set_preference(self, name: &'static str, value: String) {
        leptos::task::spawn_local(async move { self.host().set_preference(name, &value).await });
    }
}
