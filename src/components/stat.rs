//! A metric: an important number.

use leptos::prelude::*;

use crate::components::ids;
use crate::components::tone::Tone;

/// A metric: an important number, with its label below. A row of metrics goes into `<div class="stats">`.
#[component]
pub fn Stat(
    /// The number, formatted for the viewer.
    #[prop(into)]
    value: String,
    /// What it counts.
    #[prop(into)]
    label: String,
    /// A third line, such as a comparison or a date.
    #[prop(optional, into)]
    detail: Option<String>,
    /// The color of the number.
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
