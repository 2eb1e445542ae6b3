//! The keyboard shortcuts of the current page, shown by `?`.

use crate::components::{Button, Dialog};
use leptos::prelude::*;
use view::words::{
    order_words,
    shortcuts::{self, Group},
};

/// The groups of shortcuts, each with the element that it applies to.
const GROUPS: [(&str, Group); 4] = [
    ("[role=searchbox]", shortcuts::SEARCH),
    ("[role=grid]", shortcuts::LIST),
    ("[role=tablist]", shortcuts::TABS),
    ("main", shortcuts::EVERYWHERE),
];

/// The dialog with the shortcuts of what the page shows when the dialog opens.
#[component]
pub fn Shortcuts(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let close = move |()| open.set(false);
    let footer = move || view! { <Button on_click=close>{order_words::CLOSE}</Button> };
    let groups = || {
        let there = GROUPS.iter().filter(|(selector, _)| is_there(selector));
        there.map(|(_, group)| view! { <Keys group=group /> }).collect_view()
    };
    view! {
        <Dialog open=open on_close=close title=shortcuts::TITLE close_label=order_words::CLOSE footer=footer>
            {groups()}
            <p><a href="third-party-notices.txt" target="_blank" rel="noopener">{shortcuts::OPEN_SOURCE}</a></p>
        </Dialog>
    }
}

/// Whether the page visibly contains an element.
fn is_there(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    found.is_some_and(|found| found.get_bounding_client_rect().height() > 0.0)
}

/// The shortcuts of a group.
#[component]
fn Keys(
    /// The group.
    group: &'static Group,
) -> impl IntoView {
    let key = |key: &&'static str| view! { <kbd class="key">{*key}</kbd> };
    let line = |(keys, does): &(&'static [&'static str], &'static str)| {
        view! {
            <div class="shortcut">
                <dt>{keys.iter().map(key).collect_view()}</dt>
                <dd>{*does}</dd>
            </div>
        }
    };
    view! {
        <h3>{group.title}</h3>
        <dl class="shortcuts">{group.keys.iter().map(line).collect_view()}</dl>
    }
}
