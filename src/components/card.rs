//! A card with a title.

use leptos::prelude::*;

use crate::components::ids;
use crate::components::tone::Tone;

/// A card with a title: the unit of the page layout.
#[component]
pub fn Card(
    /// The title, a level 2 heading.
    #[prop(into)]
    title: String,
    /// A second line under the title.
    #[prop(optional, into)]
    subtitle: Option<String>,
    /// `Warning` and `Error` color the upper edge.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// Whether the content extends to the edges, as tables do.
    #[prop(optional)]
    flush: bool,
    /// The right end of the header, such as a badge, or the action that changes the card.
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
