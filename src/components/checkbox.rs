//! A yes-or-no field of a form.

use leptos::prelude::*;

/// The browser's own checkbox, in the color of the page.
#[component]
pub fn Checkbox(
    /// The label.
    label: String,
    /// A secondary text after the label.
    #[prop(optional, into)]
    detail: Signal<String>,
    /// Whether it is checked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Receives the new state.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="checkbox">
            <input type="checkbox" prop:checked=checked on:change=move |event| on_change.run(event_target_checked(&event)) />
            <span dir="auto" class="checkbox-label">{label}</span>
            <span class="soft">{detail}</span>
        </label>
    }
}
