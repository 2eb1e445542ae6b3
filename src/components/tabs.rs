//! Several views of the same thing, shown one at a time.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::ids;

/// Several views of the same thing, shown one at a time: the tab bar and the panel below it.
#[component]
pub fn Tabs(
    /// The accessible name of the tab bar.
    #[prop(into)]
    label: String,
    /// The tabs: the value of each, and its text, which may contain a number that changes.
    tabs: Vec<(&'static str, Signal<String>)>,
    /// The value of the selected tab.
    #[prop(into)]
    selected: Signal<String>,
    /// Receives the new value.
    #[prop(into)]
    on_select: Callback<String>,
    /// The panel of the selected tab.
    children: Children,
) -> impl IntoView {
    let panel = ids::unique("panel");
    let controls = panel.clone();
    let tab = move |(own, words): (&'static str, Signal<String>)| {
        let chosen = move || selected.with(|selected| selected == own);
        view! {
            <button
                type="button"
                class="tab"
                role="tab"
                aria-controls=controls.clone()
                aria-selected=move || ids::flag(chosen())
                tabindex=move || if chosen() { "0" } else { "-1" }
                on:click=move |_| on_select.run(own.to_owned())
            >
                {words}
            </button>
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=label.clone() on:keydown=on_arrow>
            {tabs.into_iter().map(tab).collect_view()}
        </div>
        <div class="tab-panel" role="tabpanel" id=panel aria-label=label>{children()}</div>
    }
}

/// The left and right arrow keys select the adjacent tab.
fn on_arrow(event: ev::KeyboardEvent) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let next = match event.key().as_str() {
        "ArrowRight" => target.next_element_sibling(),
        "ArrowLeft" => target.previous_element_sibling(),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        drop(next.focus());
        next.click();
    }
}
