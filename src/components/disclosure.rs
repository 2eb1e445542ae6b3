//! A line that expands to show its details.

use leptos::prelude::*;

use crate::components::icon::{Icon, IconName};

/// A line that expands to show its details, such as the calculation of an amount. The browser keeps track of its state.
#[component]
pub fn Disclosure(
    /// The line.
    #[prop(into)]
    summary: String,
    /// A number at the right end.
    #[prop(optional, into)]
    figure: String,
    /// The details.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure">
            <summary class="disclosure-line">
                <Icon name=IconName::ChevronRight />
                <span class="disclosure-text">{summary}</span>
                <span class="figure">{figure}</span>
            </summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
}
