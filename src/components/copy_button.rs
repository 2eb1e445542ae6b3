//! A short text that can be copied.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use crate::components::button::{Button, ButtonKind};
use crate::components::here::Here;
use crate::components::icon::IconName;
use crate::components::ids;

/// A text with a button that copies it. If the clipboard is not available, the button selects the text instead.
#[component]
pub fn CopyButton(
    /// The text to copy.
    #[prop(into)]
    text: Signal<String>,
    /// The accessible name of the text, for people who cannot see the heading beside it.
    #[prop(into)]
    name: String,
    /// The text of the button, such as "Copy".
    #[prop(into)]
    label: String,
    /// The confirmation after copying, such as "Copied".
    copied: &'static str,
    /// The hint if the text could only be selected, such as "Selected: press Ctrl+C".
    selected: &'static str,
    /// The number of visible lines. 0 shows a single-line field.
    #[prop(optional)]
    lines: u8,
) -> impl IntoView {
    let id = ids::unique("copy");
    let field = id.clone();
    let (said, here) = (RwSignal::new(String::new()), Here::new());
    let copy = move |()| {
        let (text, field) = (text.get_untracked(), field.clone());
        here.after(async move { write(&text).await.is_ok() }, move |done| {
            if !done {
                select(&field);
            }
            said.set(if done { copied } else { selected }.to_owned());
        });
    };
    let shown = if lines > 0 {
        view! {
            <textarea
                class="copy-text"
                readonly
                rows=lines.to_string()
                aria-label=name
                id=id
                prop:value=move || text.get()
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                class="copy-text"
                type="text"
                readonly
                aria-label=name
                id=id
                size=move || Some(text.get().chars().count().max(1).to_string())
                prop:value=move || text.get()
            />
        }
        .into_any()
    };
    view! {
        <span class="copy">
            {shown}
            <Button kind=ButtonKind::Subtle icon=IconName::Copy on_click=copy>{label}</Button>
            <span class="copy-said" role="status">{move || said.get()}</span>
        </span>
    }
}

/// Selects the text of a field.
fn select(id: &str) {
    let Some(field) = document().get_element_by_id(id) else {
        return;
    };
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        drop(input.focus());
        input.select();
    } else if let Some(lines) = field.dyn_ref::<HtmlTextAreaElement>() {
        drop(lines.focus());
        lines.select();
    }
}

/// Writes to the clipboard. Fails if the browser has no clipboard (an insecure address) or denies access to it.
async fn write(text: &str) -> Result<(), JsValue> {
    let navigator = window().navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))?;
    let clipboard: web_sys::Clipboard = clipboard.dyn_into()?;
    JsFuture::from(clipboard.write_text(text)).await.map(drop)
}
