//! How far the groups of the directory have been read, where somebody looks for one: progress, or why there are none.

use crate::components::{Button, ButtonKind, IconName, MessageCard, Tone};
use crate::dom::{Node, view};
use crate::pages::scene::Ui;
use crate::store::{Grouping, Stopped};
use leptos::prelude::*;
use view::words::{frame, reading as words};

/// What stands in place of groups that are not there, with the way to them; nothing where they are. Tracked.
pub(super) fn missing(ui: Ui) -> Option<Node> {
    let number = |it: u32| ui.now(|scene| scene.format.number(it)).unwrap_or_default();
    match ui.store.groups() {
        Grouping::Unasked | Grouping::Here(_) => None,
        Grouping::Under(read, all) => {
            let text = if all == 0 {
                words::GROUPS_BEGIN.to_owned()
            } else {
                words::groups_so_far(&number(read), &number(all))
            };
            Some(view! {
                <p class="soft">
                    {text}
                    " "
                    <Button kind=ButtonKind::Link on_click=move |()| ui.store.stop_groups()>{words::CANCEL}</Button>
                </p>
            })
        }
        Grouping::Stopped(why) => {
            let text = match why {
                Stopped::CalledOff => words::GROUPS_CANCELLED.to_owned(),
                Stopped::Failed(why) => words::groups_failed(&why),
            };
            let again = move |()| ui.store.read_groups_again();
            let action = view! { <Button icon=IconName::Refresh on_click=again>{frame::TRY_AGAIN}</Button> };
            Some(view! { <MessageCard tone=Tone::Warning action=action.into_any()>{text}</MessageCard> })
        }
    }
}
