//! Activation: the card on Subscription, the page behind it, the bar above every page, and Troubleshooting (ACT).

mod apply;
mod bar;
mod instances;
mod offline;
mod orders;
mod password;
mod proxy;
mod settings;
mod troubleshooting;

pub use bar::ActivationBar;
pub use orders::WaitingCard;
pub use settings::ActivationCard;

use settings::SettingsPage;
use troubleshooting::TroubleshootingPage;

use super::confirm::trouble as not_booked;
use super::scene::Ui;
use crate::store::ActivationError;
use leptos::prelude::*;
use view::route::Route;
use view::words::activation as words;

/// Where Troubleshooting stands below the page.
const TROUBLESHOOTING: &str = "/troubleshooting";

/// The page of activation that the address names.
#[component]
pub fn ActivationPage() -> impl IntoView {
    let ui = Ui::get();
    let troubled = Memo::new(move |_| ui.store.path().ends_with(TROUBLESHOOTING));
    view! {
        <Show when=move || troubled.get() fallback=SettingsPage>
            <TroubleshootingPage />
        </Show>
    }
}

/// The address of Troubleshooting.
fn troubleshooting(ui: Ui) -> String {
    ui.store.href(&[Route::Activation.path(), TROUBLESHOOTING].concat())
}

/// Why nothing was applied, in words (ACT 8).
fn said(ui: Ui, trouble: &ActivationError) -> String {
    match trouble {
        ActivationError::Unreached(why, via_relay) => why.words(*via_relay),
        ActivationError::Failed(check, grant) => check.message(grant.as_deref()),
        ActivationError::OtherSubscription(id) => words::other_subscription(&id.to_string()),
        ActivationError::NotBooked(sent) => not_booked(ui, sent).unwrap_or_default(),
    }
}
