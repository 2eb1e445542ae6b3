//! A message in its place: what, why, the way out.

use leptos::prelude::*;

use crate::components::icon::Icon;
use crate::components::ids;
use crate::components::tone::Tone;

/// A message in its place: what is the matter, why, and the way out as a button.
///
/// A warning or an error is said at once (`alert`), anything else when there is time (`status`), unless it is `quiet`:
/// then it is part of the page, as a ribbon that always stands there.
#[component]
pub fn MessageCard(
    /// How serious it is.
    #[prop(optional)]
    tone: Tone,
    /// The first words, in bold.
    #[prop(optional, into)]
    title: Option<String>,
    /// Whether it is part of the page and not news.
    #[prop(optional)]
    quiet: bool,
    /// The way out.
    #[prop(optional, into)]
    action: Option<ViewFnOnce>,
    /// The message.
    children: Children,
) -> impl IntoView {
    let role = match tone {
        _ if quiet => "note",
        Tone::Error | Tone::Warning => "alert",
        _ => "status",
    };
    view! {
        <div class=ids::joined(&["message", tone.class()]) role=role>
            <div class="message-main">
                <Icon name=tone.icon() />
                <div class="message-text">
                    {title.map(|text| view! { <strong class="message-title">{text}</strong> })}
                    <div>{children()}</div>
                </div>
            </div>
            {action.map(|action| view! { <div class="message-action">{action.run()}</div> })}
        </div>
    }
}
