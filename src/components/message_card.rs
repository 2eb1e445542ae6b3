//! A message in its place: what, why, the way out.

use crate::dom::view;
use leptos::prelude::*;

use super::{Icon, Tone};

/// A message in its place: what is the matter, why, and the way out as a button.
///
/// A warning or an error is said at once (`alert`), anything else when there is time (`status`), unless it is `quiet`:
/// then it is part of the page, as a ribbon that always stands there.
#[component]
pub fn MessageCard(
    /// How serious it is.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// The first words, in bold.
    #[prop(optional, into)]
    title: MaybeProp<String>,
    /// Whether it is part of the page and not news.
    #[prop(optional)]
    quiet: bool,
    /// The way out.
    #[prop(optional, into)]
    action: Option<ViewFn>,
    /// The message.
    children: Children,
) -> impl IntoView {
    let role = move || match tone.get() {
        _ if quiet => "note",
        Tone::Error | Tone::Warning => "alert",
        _ => "status",
    };
    view! {
        <div class=move || format!("message {}", tone.get().class()) role=role>
            <div class="message-main">
                {move || view! { <Icon name=tone.get().icon() /> }}
                <div class="message-text">
                    {move || title.get().map(|text| view! { <strong class="message-title">{text}</strong> })}
                    <div>{children()}</div>
                </div>
            </div>
            {action.map(|action| view! { <div class="message-action">{action.run()}</div> })}
        </div>
    }
    .into_any()
}
