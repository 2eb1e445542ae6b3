//! The page without access, the neutral page, and "for collection administrators" (ACC 2, ACC 5–7).

use crate::app::context::AppContext;
use crate::components::{Button, ButtonKind, EmptyState, IconName, LinkButton, PageHeader};
use crate::pages::access::request_access::AskDialog;
use leptos::prelude::*;
use view::route::Route;
use view::time::{Blocked, blocked, support_link};
use view::words::{frame, page, requests};

/// The page for people without access.
#[component]
pub fn BlockedPage() -> impl IntoView {
    let ui = AppContext::get();
    let asking = RwSignal::new(false);
    let model = ui.memo(move |scene| match ui.store.unanswered() {
        Some(why) => blocked(scene).unanswered(why),
        None => blocked(scene),
    });
    view! {
        {move || model.get().map(|model| view! { <Locked model=model asking=asking /> })}
        <AskDialog open=asking />
    }
}

/// Why the viewer has no access, and what they can do.
#[component]
fn Locked(
    /// The content.
    model: Blocked,
    /// Whether the access request dialog is open.
    asking: RwSignal<bool>,
) -> impl IntoView {
    let ui = AppContext::get();
    let Blocked {
        title,
        text,
        quote,
        next,
        administrators,
        ask,
        to_subscription,
        support,
        retry,
    } = model;
    let icon = if support.is_some() {
        IconName::Lock
    } else {
        IconName::Door
    };
    let asked = move |label: &'static str| {
        view! { <Button kind=ButtonKind::Primary on_click=move |()| asking.set(true)>{label}</Button> }
    };
    let primary = move || {
        let subscription = move || ui.store.href(Route::Subscription.path());
        view! { <LinkButton href=subscription kind=ButtonKind::Primary>{frame::TO_SUBSCRIPTION}</LinkButton> }
    };
    let action = move || {
        view! {
            {ask.map(asked)}
            {to_subscription.then(primary)}
            {retry.then(|| view! { <AskAgain /> })}
            {support.map(contact)}
        }
    };
    view! {
        <PageHeader title=title />
        <EmptyState icon=icon title=text action=action>
            {quote.map(|text| view! { <Quote text=text /> })}
            {next.map(|text| view! { <p>{text}</p> })}
            {helpers(&administrators)}
        </EmptyState>
    }
}

/// Asks the host again who the viewer is (ACC 9).
#[component]
pub(crate) fn AskAgain() -> impl IntoView {
    let ui = AppContext::get();
    let again = move |()| ui.store.identify_again();
    view! { <Button icon=IconName::Refresh on_click=again>{frame::TRY_AGAIN}</Button> }
}

/// A quotation of what a person wrote.
#[component]
pub(crate) fn Quote(
    /// The quotation.
    text: String,
) -> impl IntoView {
    view! { <blockquote class="quote" dir="auto">{requests::quoted(&text)}</blockquote> }
}

/// "For collection administrators", with their names (ACC 2).
#[component]
pub fn AdministratorsOnly() -> impl IntoView {
    let model = AppContext::get().memo(|scene| (support_link(scene), scene.administrator_names()));
    let content = move || {
        let (support, administrators) = model.get()?;
        let (action, title) = (support.map(contact), frame::ADMINISTRATORS_TEXT);
        let helpers = helpers(&administrators);
        Some(view! { <EmptyState icon=IconName::Lock title=title action=move || action>{helpers}</EmptyState> })
    };
    view! {
        <PageHeader title=frame::ADMINISTRATORS_TITLE />
        {content}
    }
}

fn contact(href: String) -> impl IntoView {
    view! { <LinkButton href=href external=true>{page::CONTACT_SUPPORT}</LinkButton> }
}

/// The names of the people who can help, if the directory has them.
fn helpers(administrators: &[String]) -> Option<impl IntoView + use<>> {
    let names = administrators.join(", ");
    (!names.is_empty()).then(|| view! { <p>{frame::WHO_HELPS}": "<strong>{names}</strong></p> })
}
