//! The bar above every page with the state of the activation, if administrators must act. It also keeps the activation
//! refreshed and sends orders (ACT 5, ACT 9).

use crate::app::context::{AppContext, tone};
use crate::components::{LinkButton, MessageCard, Tone, after};
use crate::pages::activation::apply::{Apply, RefreshButton};
use crate::pages::activation::failure::failure_text;
use leptos::prelude::*;
use view::activation::orders::{are_posted, newest_unsent};
use view::activation::{ActivationMode, Notice, notice};
use view::route::Route;
use view::words::activation as words;

/// The bar. Empty if no one must act.
#[component]
pub fn ActivationBar() -> impl IntoView {
    let ui = AppContext::get();
    ui.store.keep_refreshed();
    post_orders(ui);
    let apply = Apply::new(ui);
    let failed = move || matches!(ui.store.asked(), Some(Err(_)));
    // Why a certificate was rejected says more than that none was confirmed.
    let why = move || match ui.store.asked() {
        Some(Err(trouble)) if trouble.needs_somebody() => [" ", &failure_text(ui, &trouble)].concat(),
        _ => String::new(),
    };
    let told = Memo::new(move |_| {
        let Notice { mood, text } = ui.model(|scene| notice(scene, failed())).flatten()?;
        let text = text + &why();
        Some(Notice { mood, text })
    });
    move || {
        // The activation pages show the same state, with every remedy.
        let page = Route::from_path(&ui.store.path());
        told.get()
            .filter(|_| page != Route::Activation)
            .map(|Notice { mood, text }| {
                let action = move || {
                    view! {
                        {is_online(ui).then(|| view! { <RefreshButton apply=apply /> })}
                        <LinkButton href=move || ui.store.href(Route::Activation.path())>{words::SETTINGS}</LinkButton>
                    }
                };
                view! { <MessageCard tone=tone(mood) action=action>{text}</MessageCard> }
            })
    }
}

/// Whether the activation was made online.
fn is_online(ui: AppContext) -> bool {
    let way = ui.now(|scene| scene.account.activation().map(|it| it.mode));
    way.flatten() == Some(ActivationMode::Online)
}

/// Sends the unsent orders, once for each booking. An order that cannot be sent stays in the list of orders.
fn post_orders(ui: AppContext) {
    Effect::new(move |tried: Option<u32>| {
        let tried = tried.unwrap_or(0);
        let newest = ui.model(|scene| {
            let may = scene.access().subscription && are_posted(scene);
            may.then(|| newest_unsent(scene)).flatten()
        });
        let Some(newest) = newest.flatten().filter(|newest| *newest > tried) else {
            return tried;
        };
        after(ui.store.post_order(), move |posted| {
            if let Err(trouble) = posted {
                ui.tell(
                    Tone::Warning,
                    [words::NOT_POSTED, ": ", &failure_text(ui, &trouble)].concat(),
                );
            }
        });
        newest
    });
}
