//! A search field.

use crate::components::hotkey::on_hotkey;
use crate::components::icon::{Icon, IconName};
use crate::components::ids;
use leptos::{ev, html, prelude::*};

/// A search field. `/` moves the focus to it, unless another field has the focus. Esc clears it.
#[component]
pub fn SearchBox(
    /// What is searched. It is also the placeholder.
    label: &'static str,
    /// The accessible name of the button that clears it.
    clear: &'static str,
    /// The search text.
    #[prop(into)]
    value: Signal<String>,
    /// Receives the search text on every keystroke.
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
    on_hotkey("/", focus);
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
