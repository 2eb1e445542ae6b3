//! The message of an empty view, with the next step.

use leptos::prelude::*;

use crate::components::icon::{Icon, IconName};

/// The message of an empty view, with the next step.
#[component]
pub fn EmptyState(
    /// An icon above the text.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// What is missing, a level 2 heading.
    #[prop(into)]
    title: String,
    /// The next step.
    #[prop(optional, into)]
    action: Option<ViewFnOnce>,
    /// A sentence or two.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="empty">
            {icon.map(|name| view! { <div class="empty-picture"><Icon name=name /></div> })}
            <h2 class="empty-title">{title}</h2>
            {children.map(|children| view! { <div class="empty-text">{children()}</div> })}
            {action.map(|action| view! { <div class="empty-action">{action.run()}</div> })}
        </section>
    }
}
