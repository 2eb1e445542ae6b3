//! Orders that the vendor has not learnt of: sent, downloaded or mailed (ACT 9).

use super::said;
use crate::components::{Button, ButtonKind, Card, Cell, Column, IconName, LinkButton, MessageCard, Row, Table, Tone};
use crate::dom::view;
use crate::pages::saving::save_json;
use crate::pages::scene::Ui;
use crate::store::{Applied, Trouble};
use crate::view::activation::orders::{Delivery, Unsent, are_posted, mail, unsent};
use crate::view::words::activation as words;
use crate::view::{Deployment, Scene};
use leptos::{prelude::*, task::spawn_local};

/// The card; nothing on Services.
#[component]
pub(super) fn OrdersCard() -> impl IntoView {
    let ui = Ui::get();
    let trouble = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    view! { {ui.show(move |scene| card(ui, scene, trouble, busy))} }
}

fn card(ui: Ui, scene: &Scene<'_>, trouble: RwSignal<Option<String>>, busy: RwSignal<bool>) -> AnyView {
    if scene.account.deployment != Deployment::Server || scene.account.is_granted() {
        return ().into_any();
    }
    let orders = unsent(scene);
    let failed = move || {
        let text = trouble.get()?;
        Some(view! { <MessageCard tone=Tone::Error title=words::NOT_POSTED>{text}</MessageCard> })
    };
    let body = match orders.is_empty() {
        true => view! { <p>{words::ALL_SENT}</p> }.into_any(),
        false => list(ui, scene, orders, trouble, busy),
    };
    view! {
        <Card title=words::ORDERS>
            <p>{words::ORDERS_TEXT}</p>
            {failed}
            {body}
        </Card>
    }
    .into_any()
}

fn list(
    ui: Ui,
    scene: &Scene<'_>,
    orders: Vec<Unsent>,
    trouble: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
) -> AnyView {
    let count = orders.len();
    let columns = vec![
        Column::words(words::BOOKED),
        Column::words(words::ON),
        Column::words(words::BY),
    ];
    let row = |it: Unsent| Row::new([it.what, it.day.text, it.who].map(Cell::Text).into());
    let rows = orders.into_iter().map(row).collect();
    let done = move |outcome: Result<Applied, Trouble>, text: &'static str| {
        let _ = busy.try_set(false);
        match outcome {
            Ok(_) => ui.tell(Tone::Success, text),
            Err(it) => drop(trouble.try_set(Some(said(ui, &it)))),
        }
    };
    let send = move |()| {
        trouble.set(None);
        busy.set(true);
        spawn_local(async move { done(ui.store.post_order().await, words::SENT) });
    };
    let mark = move |()| {
        let Some(order) = ui.store.order() else { return };
        trouble.set(None);
        busy.set(true);
        spawn_local(async move {
            done(
                ui.store.record_order(order.position, Delivery::Sent).await,
                words::MARKED,
            )
        });
    };
    let download = move |()| {
        if let Some(order) = ui.store.order() {
            let name = words::order_file(&order.subscription_id.to_string(), order.position);
            save_json(ui, &name, &order.text());
        }
    };
    let posted = are_posted(scene);
    let send = posted
        .then(|| view! { <Button kind=ButtonKind::Primary busy=busy on_click=send>{words::SEND}</Button> }.into_any());
    view! {
        <p>{words::unsent(count)}</p>
        <Table caption=words::ORDERS caption_unseen=true columns=columns rows=rows />
        {(!posted).then(|| view! { <p class="soft">{words::MARK_HINT}</p> }.into_any())}
        <div class="card-buttons">
            {send}
            <Button icon=IconName::Download on_click=download>{words::DOWNLOAD}</Button>
            <LinkButton href=mail(scene)>{words::MAIL}</LinkButton>
            <Button busy=busy on_click=mark>{words::MARK_SENT}</Button>
        </div>
    }
    .into_any()
}
