//! A number that matters.

use crate::dom::view;
use leptos::prelude::*;

use super::Tone;

/// A number that matters, with what it counts below; a row of them stands in `<div class="stats">`.
#[component]
pub fn Stat(
    /// The number, already in the reader's form.
    #[prop(into)]
    value: Signal<String>,
    /// What it counts.
    #[prop(into)]
    label: Signal<String>,
    /// A third line: a comparison, a date.
    #[prop(optional, into)]
    detail: MaybeProp<String>,
    /// Colours the number.
    #[prop(optional, into)]
    tone: Signal<Tone>,
) -> impl IntoView {
    view! {
        <div class=move || format!("stat {}", tone.get().class())>
            <span class="stat-value">{move || value.get()}</span>
            <span class="stat-label">{move || label.get()}</span>
            {move || detail.get().map(|text| view! { <span class="stat-detail">{text}</span> })}
        </div>
    }
}
