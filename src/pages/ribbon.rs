//! The ribbon on every page (TRI 2–3).

use super::confirm::send;
use super::scene::{Ui, tone};
use crate::components::{Button, ButtonKind, LinkButton, MessageCard, Popover};
use crate::dom::view;
use leptos::prelude::*;
use view::route::Page;
use view::shell::{Ribbon, RibbonAction, ribbon, start_trial};
use view::words::{frame, page};

/// The ribbon, where the viewer sees one.
#[component]
pub fn RibbonBar() -> impl IntoView {
    let ui = Ui::get();
    ui.show(move |scene| ribbon(scene).map(|ribbon| bar(ui, ribbon)).into_any())
}

fn bar(ui: Ui, ribbon: Ribbon) -> AnyView {
    let Ribbon {
        title,
        text,
        mood,
        action,
    } = ribbon;
    let start = move || {
        let start = move |()| send(ui, start_trial(), |()| frame::TRIAL_STARTED.to_owned());
        view! { <Button on_click=start>{page::START_TRIAL}</Button> }.into_any()
    };
    let actions = view! {
        <Popover label=frame::WHY kind=ButtonKind::Link>
            <p>{frame::WHY_TEXT}</p>
        </Popover>
        {(action == RibbonAction::StartTrial).then(start)}
        <LinkButton href=ui.store.href(Page::Plans.path()) kind=ButtonKind::Primary>{page::BUY}</LinkButton>
    };
    view! { <MessageCard tone=tone(mood) title=title quiet=true action=actions.into_any()>{text}</MessageCard> }
        .into_any()
}
