//! A sheet with a title.

use leptos::prelude::*;

use crate::components::ids;
use crate::components::tone::Tone;

/// A sheet with a title; the page's unit of layout.
#[component]
pub fn Card(
    /// Its title, a heading of the second level.
    #[prop(into)]
    title: String,
    /// A second line under the title.
    #[prop(optional, into)]
    subtitle: Option<String>,
    /// A warning or an error colors its upper edge.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// Whether the content reaches the edges: for tables.
    #[prop(optional)]
    flush: bool,
    /// What stands at the right end of the header: a pill, the action that changes the card.
    #[prop(optional, into)]
    action: Option<ViewFnOnce>,
    /// The content.
    children: Children,
) -> impl IntoView {
    let id = ids::unique("card");
    let heading = id.clone();
    let class = move || ids::joined(&["card", tone.get().class(), if flush { "flush" } else { "" }]);
    view! {
        <section class=class aria-labelledby=id>
            <header class="card-header">
                <div class="card-titles">
                    <h2 class="card-title" id=heading>{title}</h2>
                    {subtitle.map(|text| view! { <p class="card-subtitle">{text}</p> })}
                </div>
                {action.map(|action| view! { <div class="card-action">{action.run()}</div> })}
            </header>
            <div class="card-body">{children()}</div>
        </section>
    }
}
