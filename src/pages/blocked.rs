//! The locked door, the neutral page, and "for collection administrators" (ACC 2, ACC 5–7).

use super::ask::AskDialog;
use super::scene::Ui;
use crate::components::{Button, ButtonKind, EmptyState, IconName, LinkButton, PageHeader};
use crate::dom::{Node, view};
use leptos::prelude::*;
use view::Scene;
use view::route::Page;
use view::time::{Blocked, blocked, support_link};
use view::words::{frame, page, requests};

/// The page for somebody who is not let in.
#[component]
pub fn BlockedPage() -> impl IntoView {
    let ui = Ui::get();
    let asking = RwSignal::new(false);
    let content = move |scene: &Scene<'_>| {
        let model = match ui.store.unanswered() {
            Some(why) => blocked(scene).unanswered(why),
            None => blocked(scene),
        };
        locked(ui, model, asking)
    };
    view! {
        {ui.show(content)}
        <AskDialog open=asking />
    }
}

fn locked(ui: Ui, model: Blocked, asking: RwSignal<bool>) -> AnyView {
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
    let asked = |label: &'static str| {
        view! { <Button kind=ButtonKind::Primary on_click=move |()| asking.set(true)>{label}</Button> }
    };
    let primary = || {
        let subscription = ui.store.href(Page::Subscription.path());
        view! { <LinkButton href=subscription kind=ButtonKind::Primary>{frame::TO_SUBSCRIPTION}</LinkButton> }
            .into_any()
    };
    let action = view! {
        {ask.map(asked)}
        {to_subscription.then(primary)}
        {retry.then(|| ask_again(ui))}
        {support.map(contact)}
    };
    view! {
        <PageHeader title=title />
        <EmptyState icon=icon title=text action=action.into_any()>
            {quote.map(quoted)}
            {next.map(|text| view! { <p>{text}</p> })}
            {helpers(&administrators)}
        </EmptyState>
    }
    .into_any()
}

/// Asks once more who looks (ACC 9).
pub(super) fn ask_again(ui: Ui) -> AnyView {
    let again = move |()| ui.store.ask_who_looks();
    view! { <Button icon=IconName::Refresh on_click=again>{frame::TRY_AGAIN}</Button> }.into_any()
}

/// Somebody's own words.
pub(super) fn quoted(text: String) -> Node {
    view! { <blockquote class="quote" dir="auto">{requests::quoted(&text)}</blockquote> }
}

/// "For collection administrators" and who they are (ACC 2).
#[component]
pub fn AdministratorsOnly() -> impl IntoView {
    let ui = Ui::get();
    let content = |scene: &Scene<'_>| {
        let action = support_link(scene).map(contact);
        let helpers = helpers(&scene.administrator_names());
        let title = frame::ADMINISTRATORS_TEXT;
        view! { <EmptyState icon=IconName::Lock title=title action=action.into_any()>{helpers}</EmptyState> }.into_any()
    };
    view! {
        <PageHeader title=frame::ADMINISTRATORS_TITLE />
        {ui.show(content)}
    }
}

fn contact(href: String) -> AnyView {
    view! { <LinkButton href=href external=true>{page::CONTACT_SUPPORT}</LinkButton> }.into_any()
}

/// Who can help, by name, where the directory tells.
fn helpers(administrators: &[String]) -> Option<AnyView> {
    let names = administrators.join(", ");
    (!names.is_empty()).then(|| view! { <p>{frame::WHO_HELPS}": "<strong>{names}</strong></p> }.into_any())
}
