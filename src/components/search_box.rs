//! A field that is searched with.

use super::{Icon, IconName, ids};
use crate::dom::view;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A field that is searched with: `/` brings the focus to it from wherever nothing else is being typed, Esc empties it.
#[component]
pub fn SearchBox(
    /// What is searched; stands in the empty field as well.
    label: &'static str,
    /// What empties it is called.
    clear: &'static str,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// Told what stands in it, with every letter.
    #[prop(into)]
    on_input: Callback<String>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let focus = move || {
        if let Some(input) = node.get_untracked() {
            drop(input.focus());
            input.select();
        }
    };
    let slash = window_event_listener(ev::keydown, move |event| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        if event.key() == "/" && plain && !is_typed_in(&event) {
            event.prevent_default();
            focus();
        }
    });
    on_cleanup(move || slash.remove());
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !value.get_untracked().is_empty() {
            event.prevent_default();
            on_input.run(String::new());
        }
    };
    let emptied = move |_| {
        on_input.run(String::new());
        focus();
    };
    view! {
        <span class="input-box search">
            <Icon name=IconName::Search />
            <input
                class="input"
                type="text"
                role="searchbox"
                inputmode="search"
                autocomplete="off"
                spellcheck="false"
                dir="auto"
                aria-label=label
                placeholder=label
                aria-keyshortcuts="/"
                node_ref=node
                prop:value=move || value.get()
                on:input=move |event| on_input.run(event_target_value(&event))
                on:keydown=on_key
            />
            <button
                type="button"
                class="button subtle icon-only"
                aria-label=clear
                title=clear
                hidden=move || ids::flag(true).filter(|_| value.get().is_empty())
                on:click=emptied
            >
                <Icon name=IconName::Close />
            </button>
        </span>
    }
}

/// Whether a key is meant for something that is typed in, or a dialog stands above the page.
fn is_typed_in(event: &ev::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let typed = target.is_some_and(|target| {
        target
            .matches("input, textarea, select, [contenteditable]")
            .unwrap_or(false)
    });
    typed
        || document()
            .query_selector("dialog[open]")
            .is_ok_and(|dialog| dialog.is_some())
}
