//! Notices on every page: notices of the store, missing prices, and an unknown membership.

use crate::app::context::AppContext;
use crate::components::{Button, MessageCard, Tone};
use crate::pages::access::no_access::AskAgain;
use crate::store::Notice;
use leptos::prelude::*;
use view::ProductAccess;
use view::prices::{Remedy, Unpriced, unpriced};
use view::words::{self, frame};

/// The notices of every page.
#[component]
pub fn Notices() -> impl IntoView {
    let ui = AppContext::get();
    let text = |notice: Notice| match notice {
        Notice::NotKept => frame::NOT_KEPT.to_owned(),
        Notice::SetAside(aside) => {
            let named: Vec<_> = aside.iter().map(|it| (it.id.as_str(), it.reason())).collect();
            frame::set_aside(&named)
        }
        Notice::Told(text) => text,
    };
    let notices = move || {
        let texts = ui.store.notices().into_iter().map(text);
        texts
            .map(|text| view! { <MessageCard tone=Tone::Warning>{text}</MessageCard> })
            .collect_view()
    };
    view! {
        {notices}
        <Prices />
        <NotEstablished />
    }
}

/// The membership of the viewer is unknown, but they have access anyway. A page that refuses access says so itself
/// (ACC 9).
#[component]
fn NotEstablished() -> impl IntoView {
    let ui = AppContext::get();
    let is_inside = ui.memo(|scene| matches!(scene.access().product, ProductAccess::Open(_)));
    move || {
        let why = ui.store.unanswered().filter(|_| is_inside.get() == Some(true))?;
        Some(
            view! { <MessageCard tone=Tone::Warning title=words::NOT_ESTABLISHED action=|| view! { <AskAgain /> }>{why}</MessageCard> },
        )
    }
}

/// Why nothing with a price can be booked, and how to resolve it. Empty if prices are available.
#[component]
fn Prices() -> impl IntoView {
    let ui = AppContext::get();
    let unpriced = ui.memo(unpriced);
    move || {
        let Unpriced { text, remedy } = unpriced.get().flatten()?;
        let action = match remedy {
            Remedy::TryAgain => {
                view! { <Button on_click=move |()| ui.store.reload()>{frame::TRY_AGAIN}</Button> }.into_any()
            }
            Remedy::Reload => {
                view! { <Button on_click=move |()| ui.store.reload_page()>{frame::RELOAD}</Button> }.into_any()
            }
            Remedy::Support => return Some(view! { <MessageCard tone=Tone::Warning>{text}</MessageCard> }.into_any()),
        };
        Some(view! { <MessageCard tone=Tone::Warning action=move || action>{text}</MessageCard> }.into_any())
    }
}
