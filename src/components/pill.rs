//! A badge: a status in one or two words.

use leptos::prelude::*;

use crate::components::icon::Icon;
use crate::components::ids;
use crate::components::tone::Tone;

/// A badge: a status in one or two words.
#[component]
pub fn Pill(
    /// The severity.
    #[prop(optional)]
    tone: Tone,
    /// Whether the icon of the tone is shown before the text.
    #[prop(optional)]
    with_icon: bool,
    /// The text.
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
