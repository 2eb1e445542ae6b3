//! A switch that takes effect immediately.

use leptos::prelude::*;

use crate::components::ids;

/// A switch that takes effect immediately.
#[component]
pub fn Switch(
    /// The label.
    #[prop(into)]
    label: String,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Receives the new state.
    #[prop(into)]
    on_change: Callback<bool>,
    /// Why it cannot be changed now.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
) -> impl IntoView {
    let reason_id = ids::unique("why");
    let described_by = reason_id.clone();
    let off = move || disabled_reason.get().is_some();
    let pressed = move |_| {
        if !off() {
            on_change.run(!on.get_untracked());
        }
    };
    view! {
        <span class="button-wrap">
            <button
                type="button"
                class="switch"
                role="switch"
                aria-checked=move || if on.get() { "true" } else { "false" }
                aria-disabled=move || off().then_some("true")
                aria-describedby=move || off().then(|| described_by.clone())
                on:click=pressed
            >
                <span class="switch-track"><span class="switch-knob"></span></span>
                <span>{label}</span>
            </button>
            <span class="reason" id=reason_id>{move || disabled_reason.get().unwrap_or_default()}</span>
        </span>
    }
}
