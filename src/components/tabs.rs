//! Views of the same thing, one at a time.

use crate::dom::view;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Choice, ids};

/// Views of the same thing, one at a time: the tab bar and the panel below it.
#[component]
pub fn Tabs(
    /// What they are views of.
    #[prop(into)]
    label: String,
    /// The tabs.
    tabs: Vec<Choice>,
    /// The value of the chosen one.
    #[prop(into)]
    selected: Signal<String>,
    /// Told the value of the new one.
    #[prop(into)]
    on_select: Callback<String>,
    /// The panel of the chosen one.
    children: Children,
) -> impl IntoView {
    let panel = ids::unique("panel");
    let controls = panel.clone();
    let tab = move |tab: Choice| {
        let own = StoredValue::new(tab.value);
        let chosen = Memo::new(move |_| selected.with(|value| own.with_value(|own| own == value)));
        view! {
            <button
                type="button"
                class="tab"
                role="tab"
                aria-controls=controls.clone()
                aria-selected=move || if chosen.get() { "true" } else { "false" }
                tabindex=move || if chosen.get() { "0" } else { "-1" }
                on:click=move |_| on_select.run(own.get_value())
            >
                {tab.label}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="tabs" role="tablist" aria-label=label.clone() on:keydown=on_arrow>
            {tabs.into_iter().map(tab).collect::<Vec<_>>()}
        </div>
        <div class="tab-panel" role="tabpanel" id=panel aria-label=label tabindex="0">{children()}</div>
    }
    .into_any()
}

/// Left and right choose the neighbour.
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
