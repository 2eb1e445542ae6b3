//! A panel beside the list. Its heading receives the focus, and Esc and its button close it.

use crate::components::{Icon, IconName, on_hotkey};
use leptos::{ev, prelude::*};
use view::words::people as words;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

#[component]
pub(crate) fn SidePanel(
    /// The id of the heading.
    id: &'static str,
    /// The heading.
    #[prop(into)]
    title: String,
    /// The content below the heading.
    #[prop(optional)]
    below: Option<AnyView>,
    /// Closes it.
    #[prop(into)]
    on_close: Callback<()>,
    /// The content.
    children: Children,
) -> impl IntoView {
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            on_close.run(());
        }
    };
    // The focus may be in the list beside it.
    on_hotkey("Escape", move || on_close.run(()));
    view! {
        <aside class="panel" aria-labelledby=id on:keydown=on_key>
            <header class="panel-header">
                <div class="panel-titles">
                    <h2 class="panel-title" id=id tabindex="-1" dir="auto">{title}</h2>
                    {below}
                </div>
                <button
                    type="button"
                    class="button subtle icon-only"
                    aria-label=words::CLOSE
                    title=words::CLOSE
                    on:click=move |_| on_close.run(())
                >
                    <Icon name=IconName::Close />
                </button>
            </header>
            <div class="panel-body">{children()}</div>
        </aside>
    }
}

/// Moves the focus to an element by its id, or to the button inside of it, after the page is drawn.
pub(crate) fn focus(id: &'static str) {
    request_animation_frame(move || {
        let element = document().get_element_by_id(id);
        let inside = element
            .as_ref()
            .and_then(|it| it.query_selector("button").ok().flatten());
        if let Some(element) = inside.or(element).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            drop(element.focus());
        }
    });
}
