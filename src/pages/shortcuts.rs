//! The keys of the page in sight: `?` shows them.

use crate::components::{Button, Dialog};
use crate::dom::{Node, view};
use leptos::prelude::*;
use view::words::{
    order_words,
    shortcuts::{self, Group},
};

/// What the keys of a group are for, and the group.
const GROUPS: [(&str, Group); 4] = [
    ("[role=searchbox]", shortcuts::SEARCH),
    ("[role=grid]", shortcuts::LIST),
    ("[role=tablist]", shortcuts::TABS),
    ("main", shortcuts::EVERYWHERE),
];

/// The dialog with the keys of what stands on the page when it opens.
#[component]
pub fn Shortcuts(
    /// Whether it stands open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let close = move |()| open.set(false);
    let footer = move || view! { <Button on_click=close>{order_words::CLOSE}</Button> }.into_any();
    view! {
        <Dialog open=open on_close=close title=shortcuts::TITLE footer=footer>
            {GROUPS.iter().filter(|(selector, _)| is_there(selector)).map(|(_, group)| keys(group)).collect::<Vec<_>>()}
        </Dialog>
    }
    .into_any()
}

/// Whether something stands on the page, for whoever sees it.
fn is_there(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    found.is_some_and(|found| found.get_bounding_client_rect().height() > 0.0)
}

fn keys(group: &Group) -> Node {
    let key = |key: &&'static str| view! { <kbd class="key">{*key}</kbd> };
    let line = |(keys, does): &(&'static [&'static str], &'static str)| {
        view! {
            <div class="shortcut">
                <dt>{keys.iter().map(key).collect::<Vec<_>>()}</dt>
                <dd>{*does}</dd>
            </div>
        }
    };
    view! {
        <h3>{group.title}</h3>
        <dl class="shortcuts">{group.keys.iter().map(line).collect::<Vec<_>>()}</dl>
    }
}
