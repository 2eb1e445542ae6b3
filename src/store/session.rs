//! The session and the host: who the viewer is, and what the host does for the page.

use crate::adapters::browser;
use crate::store::attempt::Work;
use crate::store::state::{Load, Notice, Store};
use exchange::host::ToastEnd;
use leptos::prelude::*;
use licensing::Deployment;

impl Store {
    /// Services or Server; tracked.
    pub fn deployment(self) -> Deployment {
        let shown = self.snapshot().map(|now| now.session.deployment);
        let session = || self.session().map(|session| session.deployment);
        shown.or_else(session).unwrap_or(Deployment::Services)
    }

    /// Whether the page is embedded in Azure DevOps. The answer never changes.
    pub fn is_embedded(self) -> bool {
        self.host().is_embedded()
    }

    /// Whether the page is a tab of a project in Azure DevOps, not of the settings. The answer never changes.
    pub fn is_in_project(self) -> bool {
        browser::hub().as_deref() == Some("time")
    }

    /// Why it is unknown whether the viewer is a collection administrator; tracked.
    pub fn unanswered(self) -> Option<String> {
        self.snapshot()?.session.unanswered.clone()
    }

    /// Asks the host again who the viewer is, and shows what they have access to (ACC 9).
    pub fn identify_again(self) {
        leptos::task::spawn_local(async move {
            self.load.set(Load::Loading);
            self.identify(true).await;
            self.read_account().await;
        });
    }

    /// Finds out who the viewer is, and shows the notices about that.
    pub(super) async fn identify(self, again: bool) {
        if let Some(notice) = self.host().identify(again).await {
            self.notify(Notice::Told(notice));
        }
    }

    /// Tells the host once the page is visible. From then on, the page checks what others have booked.
    pub(super) fn start_hosted(self) {
        let host = self.host();
        host.on_return(Box::new(move || {
            if let Some(session) = self.session() {
                self.account_changed(&session.account);
            }
        }));
        request_animation_frame(move || host.loaded());
    }

    /// Shows a toast of the host. Calls `missing` if the host has no toasts.
    pub fn toast_of_host(self, text: String, action: Option<(String, Work)>, missing: impl FnOnce() + 'static) {
        leptos::task::spawn_local(async move {
            let label = action.as_ref().map(|(label, _)| label.as_str());
            match (self.host().toast(&text, label).await, &action) {
                (ToastEnd::Missing, _) => missing(),
                (ToastEnd::Clicked, Some((_, work))) => work(),
                (ToastEnd::Clicked | ToastEnd::Passed, _) => {}
            }
        });
    }

    /// Shows the product's icon in the browser tab, or none (ACC 6).
    pub fn show_icon(self, shown: bool) {
        browser::show_icon(shown);
    }
}
