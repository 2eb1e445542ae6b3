//! Terms and what they stand for.

use leptos::prelude::*;

/// A list of [`Fact`]s.
#[component]
pub fn Facts(
    /// The facts.
    children: Children,
) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// One fact: its term, its value, and the action that changes it beside it.
#[component]
pub fn Fact(
    /// The term.
    #[prop(into)]
    term: String,
    /// The action that changes it.
    #[prop(optional_no_strip)]
    action: Option<AnyView>,
    /// Its value.
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
