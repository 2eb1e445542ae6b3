//! A description list: terms and their values.

use leptos::prelude::*;

/// A description list of [`Fact`]s.
#[component]
pub fn Facts(
    /// The entries.
    children: Children,
) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// One entry: a term, its value, and the action that changes the value.
#[component]
pub fn Fact(
    /// The term.
    #[prop(into)]
    term: String,
    /// The action that changes the value.
    #[prop(optional_no_strip)]
    action: Option<AnyView>,
    /// The value.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="fact">
            <dt class="fact-term">{term}</dt>
            <dd class="fact-value">{children()}</dd>
            {action.map(|action| view! { <dd class="fact-action">{action}</dd> })}
        </div>
    }
}
