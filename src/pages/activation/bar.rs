//! What stands above every page: how the activation stands, as far as administrators have to do something. It keeps the
//! activation refreshed and sends orders, for whoever looks (ACT 5, ACT 9).

use super::apply::Apply;
use super::{link, said};
use crate::components::{ButtonKind, MessageCard, Tone, after};
use crate::dom::view;
use crate::pages::scene::{Ui, tone};
use leptos::prelude::*;
use view::activation::orders::{are_posted, newest_unsent};
use view::activation::{Notice, Way, notice};
use view::route::Page;
use view::words::activation as words;

/// The bar; nothing while there is nothing to do.
#[component]
pub fn ActivationBar() -> impl IntoView {
    let ui = Ui::get();
    ui.store.keep_refreshed();
    post_orders(ui);
    let apply = Apply::new(ui);
    let failed = move || matches!(ui.store.asked(), Some(Err(_)));
    // A certificate that came and was refused says more than that none was confirmed.
    let why = move || match ui.store.asked() {
        Some(Err(trouble)) if trouble.needs_somebody() => [" ", &said(ui, &trouble)].concat(),
        _ => String::new(),
    };
    let told = Memo::new(move |_| {
        let Notice { mood, text } = ui.model(|scene| notice(scene, failed())).flatten()?;
        let text = text + &why();
        Some(Notice { mood, text })
    });
    let shown = move || {
        // The pages of activation say it themselves, with everything to do about it.
        let page = Page::from_path(&ui.store.path());
        told.get()
            .filter(|_| page != Page::Activation)
            .map(|it| message(ui, apply, it))
    };
    view! { {shown} }
}

fn message(ui: Ui, apply: Apply, Notice { mood, text }: Notice) -> AnyView {
    let online = ui.now(|scene| {
        scene
            .account
            .activation
            .as_ref()
            .is_some_and(|it| it.way == Way::Online)
    });
    let refresh = online.unwrap_or(false).then(|| apply.refresh_button());
    let settings = link(
        ui.store.href(Page::Activation.path()),
        words::SETTINGS,
        ButtonKind::Default,
    );
    let action = view! { {refresh}{settings} };
    view! { <MessageCard tone=tone(mood) action=action.into_any()>{text}</MessageCard> }.into_any()
}

/// Sends what the vendor has not learnt yet, once for each booking; what fails stays in the list of orders.
fn post_orders(ui: Ui) {
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
                ui.tell(Tone::Warning, [words::NOT_POSTED, ": ", &said(ui, &trouble)].concat());
            }
        });
        newest
    });
}
