//! Yes or no, as part of a form.

use leptos::prelude::*;

/// A box to tick; the browser's own, in the page's color.
#[component]
pub fn Checkbox(
    /// What is ticked.
    label: String,
    /// A soft remark after it.
    #[prop(optional, into)]
    detail: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Told the new state.
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
