//! The locked door, the neutral page, and "for collection administrators" (ACC 2, ACC 5–7).

use super::scene::Ui;
use crate::components::{ButtonKind, EmptyState, IconName, LinkButton, PageHeader};
use crate::dom::view;
use crate::view::Scene;
use crate::view::route::Page;
use crate::view::time::{Blocked, blocked, support_link};
use crate::view::words::{frame, page};
use leptos::prelude::*;

/// The page for somebody who is not let in.
#[component]
pub fn BlockedPage() -> impl IntoView {
    let ui = Ui::get();
    ui.show(move |scene| locked(blocked(scene), ui.store.href(Page::Subscription.path())))
}

fn locked(model: Blocked, subscription: String) -> AnyView {
    let Blocked {
        title,
        text,
        administrators,
        ask,
        to_subscription,
        support,
    } = model;
    let icon = if support.is_some() {
        IconName::Lock
    } else {
        IconName::Door
    };
    let primary =
        |href, label| view! { <LinkButton href=href kind=ButtonKind::Primary>{label}</LinkButton> }.into_any();
    let action = view! {
        {ask.map(|href| primary(href, frame::ASK))}
        {to_subscription.then(|| primary(subscription, frame::TO_SUBSCRIPTION))}
        {support.map(contact)}
    };
    view! {
        <PageHeader title=title />
        <EmptyState icon=icon title=text action=action.into_any()>{helpers(&administrators)}</EmptyState>
    }
    .into_any()
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
