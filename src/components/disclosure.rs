//! A line that opens to what is behind it.

use crate::dom::view;
use leptos::prelude::*;

use super::{Icon, IconName};

/// A line that opens to what is behind it: a sum to its arithmetic.
#[component]
pub fn Disclosure(
    /// The line.
    #[prop(into)]
    summary: Signal<String>,
    /// A number at its right end.
    #[prop(optional, into)]
    figure: MaybeProp<String>,
    /// Whether it starts open.
    #[prop(optional)]
    open: bool,
    /// What is behind it.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary class="disclosure-line">
                <Icon name=IconName::ChevronRight />
                <span class="disclosure-text">{move || summary.get()}</span>
                <span class="figure">{move || figure.get()}</span>
            </summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
}
