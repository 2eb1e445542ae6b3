//! A number that matters.

use leptos::prelude::*;

use crate::components::ids;
use crate::components::tone::Tone;

/// A number that matters, with what it counts below; a row of them stands in `<div class="stats">`.
#[component]
pub fn Stat(
    /// The number, already in the reader's form.
    #[prop(into)]
    value: String,
    /// What it counts.
    #[prop(into)]
    label: String,
    /// A third line: a comparison, a date.
    #[prop(optional, into)]
    detail: Option<String>,
    /// Colors the number.
    #[prop(optional)]
    tone: Tone,
) -> impl IntoView {
    view! {
        <div class=ids::joined(&["stat", tone.class()])>
            <span class="stat-value">{value}</span>
            <span class="stat-label">{label}</span>
            {detail.map(|text| view! { <span class="stat-detail">{text}</span> })}
        </div>
    }
}
