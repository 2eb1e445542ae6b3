//! Nothing here, and what to do next.

use leptos::prelude::*;

use crate::components::icon::{Icon, IconName};

/// Nothing here: says so, and teaches the next step.
#[component]
pub fn EmptyState(
    /// A drawing above the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// What is the matter, a heading of the second level.
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
