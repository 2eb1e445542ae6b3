//! A status in a word or two.

use leptos::prelude::*;

use crate::components::icon::Icon;
use crate::components::ids;
use crate::components::tone::Tone;

/// A status in a word or two.
#[component]
pub fn Pill(
    /// How serious it is.
    #[prop(optional)]
    tone: Tone,
    /// Whether the icon of the tone stands before the words.
    #[prop(optional)]
    with_icon: bool,
    /// The words.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <span class=ids::joined(&["pill", tone.class()])>
            {with_icon.then(|| view! { <Icon name=tone.icon() /> })}
            {text}
        </span>
    }
}
