//! The trial banner on every page (TRI 2–3).

use crate::app::context::{AppContext, tone};
use crate::components::{Button, ButtonKind, LinkButton, MessageCard, Popover};
use crate::pages::shared::background_booking::book;
use leptos::prelude::*;
use view::route::Route;
use view::shell::{Ribbon, RibbonAction, page as page_of, ribbon, start_trial};
use view::words::{frame, page, reading};

/// The trial banner, if the viewer may see it.
#[component]
pub fn RibbonBar() -> impl IntoView {
    let ui = AppContext::get();
    let ribbon = ui.memo(ribbon);
    move || ribbon.get().flatten().map(|ribbon| view! { <Bar ribbon=ribbon /> })
}

/// The content of the trial banner.
#[component]
fn Bar(
    /// The texts.
    ribbon: Ribbon,
) -> impl IntoView {
    let ui = AppContext::get();
    let Ribbon {
        title,
        text,
        mood,
        action,
    } = ribbon;
    let unread = ui.memo(|scene| scene.unread);
    let not_yet = move || (unread.get() == Some(true)).then(|| reading::NOT_YET.to_owned());
    let start = move |()| {
        book(ui, start_trial(), |_| frame::TRIAL_STARTED);
    };
    // On Subscription, a new organization starts its trial below.
    let starts_below = Memo::new(move |_| {
        let access = ui.model(|scene| scene.access());
        page_of(&ui.store.path(), access) == Route::Subscription
    });
    let actions = move || {
        view! {
            <Popover label=frame::WHY kind=ButtonKind::Link>
                <p>{frame::WHY_TEXT}</p>
            </Popover>
            <Show when=move || action == RibbonAction::StartTrial && !starts_below.get()>
                <Button disabled_reason=not_yet on_click=start>{page::START_TRIAL}</Button>
            </Show>
            <LinkButton href=move || ui.store.href(Route::Plans.path()) kind=ButtonKind::Primary>{page::BUY}</LinkButton>
        }
    };
    view! { <MessageCard tone=tone(mood) title=title quiet=true action=actions>{text}</MessageCard> }
}
