//! The locked door, the neutral page, and "for collection administrators" (ACC 2, ACC 5–7).

use crate::dom::{Node, view};
use super::scene::Ui;
use crate::components::{ButtonKind, EmptyState, IconName, LinkButton, PageHeader};
use crate::view::route::Page;
use crate::view::time::{Blocked, blocked, support_link};
use crate::view::words::{frame, page};
use leptos::prelude::*;

/// The page for somebody who is not let in.
#[component]
pub fn BlockedPage() -> impl IntoView {
    let ui = Ui::get();
    let model = ui.model(blocked);
    let to_subscription = Signal::derive(move || ui.store.href(Page::Subscription.path()));
    let content = move |model: Blocked| {
        let Blocked {
            title,
            text,
            administrators,
            ask,
            to_subscription: way,
            support,
        } = model;
        let icon = if support.is_some() {
            IconName::Lock
        } else {
            IconName::Door
        };
        let action = move || {
            view! {
                {ask.clone().map(|href| view! { <LinkButton href=href kind=ButtonKind::Primary>{frame::ASK}</LinkButton> })}
                {way.then(|| view! { <LinkButton href=to_subscription kind=ButtonKind::Primary>{frame::TO_SUBSCRIPTION}</LinkButton> })}
                {support.clone().map(|href| view! { <LinkButton href=href external=true>{page::CONTACT_SUPPORT}</LinkButton> })}
            }
        };
        view! {
            <PageHeader title=title />
            <EmptyState icon=icon title=text action=action>{helpers(&administrators)}</EmptyState>
        }
        .into_any()
    };
    move || model.get().map(content)
}

/// "For collection administrators" and who they are (ACC 2).
#[component]
pub fn AdministratorsOnly() -> impl IntoView {
    let ui = Ui::get();
    let model = ui.model(|scene| (scene.administrator_names(), support_link(scene)));
    let content = |(administrators, support): (Vec<String>, Option<String>)| {
        let action = move || {
            support
                .clone()
                .map(|href| view! { <LinkButton href=href external=true>{page::CONTACT_SUPPORT}</LinkButton> })
        };
        view! {
            <PageHeader title=frame::ADMINISTRATORS_TITLE />
            <EmptyState icon=IconName::Lock title=frame::ADMINISTRATORS_TEXT action=action>{helpers(&administrators)}</EmptyState>
        }
        .into_any()
    };
    move || model.get().map(content)
}

/// Who can help, by name, where the directory tells.
fn helpers(administrators: &[String]) -> Option<Node> {
    let names = administrators.join(", ");
    (!names.is_empty()).then(|| view! { <p>{frame::WHO_HELPS}": "<strong>{names}</strong></p> })
}
