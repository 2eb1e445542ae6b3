//! A short text that can be copied.

use crate::dom::view;
use leptos::{html, prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{Button, ButtonKind, IconName};

/// A text with a button that copies it; where the clipboard is out of reach, the text is selected instead.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
    /// What the text is, for those who do not see it stand beside its heading.
    #[prop(into)]
    name: String,
    /// The words of the button: "Copy".
    #[prop(into)]
    label: String,
    /// What is said once it is copied: "Copied".
    #[prop(into)]
    copied: String,
    /// What is said where it could only be selected: "Selected: press Ctrl+C".
    #[prop(into)]
    selected: String,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let said = RwSignal::new(String::new());
    let copy = move |()| {
        let (copied, selected) = (copied.clone(), selected.clone());
        let text = text.get_untracked();
        spawn_local(async move {
            let done = write(&text).await.is_ok();
            if !done && let Some(field) = field.get_untracked() {
                drop(field.focus());
                field.select();
            }
            said.set(if done { copied } else { selected });
        });
    };
    view! {
        <span class="copy">
            <input
                class="copy-text"
                type="text"
                readonly
                aria-label=name
                node_ref=field
                size=move || Some(text.get().chars().count().max(1).to_string())
                prop:value=move || text.get()
            />
            <Button kind=ButtonKind::Subtle icon=IconName::Copy on_click=copy>{label}</Button>
            <span class="copy-said" role="status">{move || said.get()}</span>
        </span>
    }
}

/// Writes to the clipboard. Error: a browser without one (an insecure address), or one that forbids it.
async fn write(text: &str) -> Result<(), JsValue> {
    let navigator = window().navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))?;
    let clipboard: web_sys::Clipboard = clipboard.dyn_into()?;
    JsFuture::from(clipboard.write_text(text)).await.map(drop)
}
