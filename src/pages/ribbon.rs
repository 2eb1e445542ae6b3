//! The ribbon on every page (TRI 2–3).

use crate::dom::view;
use super::confirm::send;
use super::scene::{Ui, tone};
use crate::components::{Button, ButtonKind, LinkButton, MessageCard, Popover, Tone};
use crate::view::route::Page;
use crate::view::shell::{Ribbon, RibbonAction, ribbon, start_trial};
use crate::view::words::{frame, page};
use leptos::prelude::*;

/// The ribbon, where the viewer sees one.
#[component]
pub fn RibbonBar() -> impl IntoView {
    let ui = Ui::get();
    let model = ui.model(ribbon);
    move || model.get().flatten().map(|ribbon| view! { <Bar ribbon=ribbon /> })
}

#[component]
fn Bar(ribbon: Ribbon) -> impl IntoView {
    let ui = Ui::get();
    let Ribbon {
        title,
        text,
        mood,
        action,
    } = ribbon;
    let buy = Signal::derive(move || ui.store.href(Page::Plans.path()));
    let actions = move || {
        view! {
            <Popover label=frame::WHY kind=ButtonKind::Link>
                <p>{frame::WHY_TEXT}</p>
            </Popover>
            {(action == RibbonAction::StartTrial).then(|| view! {
                <Button on_click=move |()| send(ui, start_trial(), |()| frame::TRIAL_STARTED.to_owned())>{page::START_TRIAL}</Button>
            })}
            <LinkButton href=buy kind=ButtonKind::Primary>{page::BUY}</LinkButton>
        }
    };
    let tone: Tone = tone(mood);
    view! {
        <MessageCard tone=tone title=title quiet=true action=actions>{text}</MessageCard>
    }
}
