//! A status in a word or two.

use crate::dom::view;
use leptos::prelude::*;

use super::{Icon, Tone};

/// A status in a word or two.
#[component]
pub fn Pill(
    /// How serious it is.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// Whether the icon of the tone stands before the words.
    #[prop(optional)]
    with_icon: bool,
    /// The words.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! {
        <span class=move || format!("pill {}", tone.get().class())>
            {move || with_icon.then(|| view! { <Icon name=tone.get().icon() /> })}
            {move || text.get()}
        </span>
    }
}
