//! A status in a word or two.

use crate::dom::view;
use leptos::prelude::*;

use super::{Tone, icon::icon_view, ids};

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
            {with_icon.then(|| icon_view(tone.icon()))}
            {text}
        </span>
    }
}
