//! The progress of reading the groups of the directory, or why there are none, for a viewer who is looking for one.

use crate::app::context::AppContext;
use crate::components::{Button, ButtonKind, IconName, MessageCard, Tone};
use crate::store::{Grouping, Stopped};
use leptos::prelude::*;
use view::words::{frame, reading as words};

/// The message in place of missing groups, with a way to load them. Empty if the groups are available.
#[component]
pub(crate) fn MissingGroups() -> impl IntoView {
    let ui = AppContext::get();
    move || match ui.store.groups() {
        Grouping::Unasked | Grouping::Here(_) => None,
        Grouping::Under(read, all) => Some(view! { <UnderWay read=read all=all /> }.into_any()),
        Grouping::Stopped(why) => Some(view! { <NotRead why=why /> }.into_any()),
    }
}

/// The groups are being read.
#[component]
fn UnderWay(read: u32, all: u32) -> impl IntoView {
    let ui = AppContext::get();
    let number = |it: u32| ui.now(|scene| scene.format.number(it)).unwrap_or_default();
    let text = if all == 0 {
        words::GROUPS_BEGIN.to_owned()
    } else {
        words::groups_so_far(&number(read), &number(all))
    };
    view! {
        <p class="soft">
            {text}
            " "
            <Button kind=ButtonKind::Link on_click=move |()| ui.store.stop_groups()>{words::CANCEL}</Button>
        </p>
    }
}

/// The groups were not read.
#[component]
fn NotRead(why: Stopped) -> impl IntoView {
    let ui = AppContext::get();
    let text = match why {
        Stopped::Canceled => words::GROUPS_CANCELED.to_owned(),
        Stopped::Failed(why) => words::groups_failed(&why),
    };
    let again = move |()| ui.store.read_groups_again();
    let action = move || view! { <Button icon=IconName::Refresh on_click=again>{frame::TRY_AGAIN}</Button> };
    view! { <MessageCard tone=Tone::Warning action=action>{text}</MessageCard> }
}
