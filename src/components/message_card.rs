//! A message at the place it concerns: what happened, why, and how to resolve it.

use leptos::prelude::*;

use crate::components::icon::Icon;
use crate::components::ids;
use crate::components::tone::Tone;

/// A message at the place it concerns: what happened, why, and a button that resolves it.
///
/// Screen readers announce a warning or an error immediately (`alert`), and anything else at the next pause (`status`).
/// A `quiet` message is not announced, because it is a permanent part of the page, such as a banner.
#[component]
pub fn MessageCard(
    /// The severity.
    #[prop(optional)]
    tone: Tone,
    /// The first words, in bold.
    #[prop(optional, into)]
    title: Option<String>,
    /// Whether it is a permanent part of the page instead of news.
    #[prop(optional)]
    quiet: bool,
    /// The button that resolves it.
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
