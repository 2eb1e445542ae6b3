//! Selects the activation page that the address names.

use crate::pages::activation::settings::SettingsPage;
use crate::pages::activation::troubleshooting::{self, TroubleshootingPage};

use crate::app::context::AppContext;
use leptos::prelude::*;

/// The activation page that the address names.
#[component]
pub fn ActivationPage() -> impl IntoView {
    let ui = AppContext::get();
    let troubled = Memo::new(move |_| ui.store.path().ends_with(troubleshooting::PATH));
    view! {
        <Show when=move || troubled.get() fallback=SettingsPage>
            <TroubleshootingPage />
        </Show>
    }
}
