//! A line that opens to what is behind it.

use leptos::prelude::*;

use crate::components::icon::{Icon, IconName};

/// A line that opens to what is behind it: a sum to its arithmetic. The browser opens it and keeps it open.
#[component]
pub fn Disclosure(
    /// The line.
    #[prop(into)]
    summary: String,
    /// A number at its right end.
    #[prop(optional, into)]
    figure: String,
    /// What is behind it.
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
