//! The message in place of the table if the list is empty.

use crate::components::{Button, EmptyState, IconName};
use crate::pages::people::list::List;
use crate::pages::shared::list_page::NoMatch;
use leptos::prelude::*;
use view::list_query::ListQuery;
use view::people::{Query, Tab};
use view::{Status, words};

/// Why the list is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Empty {
    /// The search or a filter matches no one. Contains the search text.
    NoMatch(String),
    /// Everyone has a license.
    AllLicensed,
    /// No one has a license.
    NobodyLicensed,
    /// No one can have a license before the trial.
    BeforeTrial,
}

/// The message if the list is empty: why, and what to do next.
#[component]
pub(crate) fn Nobody(list: List) -> impl IntoView {
    let empty = Memo::new(move |_| {
        let found = list.found().filter(|found| found.keys.is_empty())?;
        if found.query.narrows() {
            return Some(Empty::NoMatch(found.query.text.trim().to_owned()));
        }
        if found.query.tab == Tab::Unlicensed {
            return Some(Empty::AllLicensed);
        }
        Some(match list.ui.model(|scene| scene.status()) {
            Some(Status::None) => Empty::BeforeTrial,
            _ => Empty::NobodyLicensed,
        })
    });
    move || {
        Some(match empty.get()? {
            Empty::NoMatch(text) => {
                let text = words::people::no_match(&text);
                view! { <NoMatch page=*list title=words::people::NO_MATCH text=text /> }.into_any()
            }
            Empty::AllLicensed => view! { <AllLicensed /> }.into_any(),
            Empty::NobodyLicensed => {
                view! { <NobodyLicensed list=list text=words::people::NOBODY_LICENSED_TEXT /> }.into_any()
            }
            Empty::BeforeTrial => {
                view! { <NobodyLicensed list=list text=words::people::BEFORE_TRIAL_TEXT /> }.into_any()
            }
        })
    }
}

#[component]
fn AllLicensed() -> impl IntoView {
    view! {
        <EmptyState icon=IconName::Success title=words::people::ALL_LICENSED>
            <p>{words::people::ALL_LICENSED_TEXT}</p>
        </EmptyState>
    }
}

#[component]
fn NobodyLicensed(list: List, text: &'static str) -> impl IntoView {
    let show = move |()| {
        list.go(&Query {
            tab: Tab::Unlicensed,
            ..untrack(|| list.query())
        });
    };
    let show = move || view! { <Button on_click=show>{words::people::SHOW_UNLICENSED}</Button> };
    view! {
        <EmptyState icon=IconName::People title=words::people::NOBODY_LICENSED action=show>
            <p>{text}</p>
        </EmptyState>
    }
}
