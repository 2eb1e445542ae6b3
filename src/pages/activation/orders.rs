//! Orders that the vendor has not learnt of: sent, downloaded or mailed (ACT 9).

use super::{link, said};
use crate::components::{
    Button, ButtonKind, Card, Cell, Column, Here, IconName, LinkButton, MessageCard, Row, Table, Tone, after,
};
use crate::dom::view;
use crate::pages::saving::save_json;
use crate::pages::scene::Ui;
use crate::store::{Applied, Trouble};
use leptos::prelude::*;
use view::Scene;
use view::activation::orders::{Delivery, Unsent, are_posted, mail, unsent, waiting};
use view::people::Count;
use view::route::Page;
use view::words::{activation as words, people_csv};

/// So many bookings are listed, the oldest first; the file holds all of them.
const LISTED: usize = 50;

/// How sending goes; cheap to copy.
#[derive(Clone, Copy)]
struct Going {
    ui: Ui,
    here: Here,
    trouble: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
}

impl Going {
    /// Does something with an order, and tells how it went.
    fn start(self, work: impl Future<Output = Result<Applied, Trouble>> + 'static, done: &'static str) {
        self.trouble.set(None);
        self.busy.set(true);
        after(work, move |outcome| {
            let stands = self.here.stands();
            if stands {
                self.busy.set(false);
            }
            match outcome {
                Ok(_) => self.ui.tell(Tone::Success, done),
                Err(it) if stands => self.trouble.set(Some(said(self.ui, &it))),
                Err(it) => self.ui.tell(Tone::Error, said(self.ui, &it)),
            }
        });
    }
}

/// On Subscription: how many wait to be sent, with the way to the card.
pub fn waiting_card(ui: Ui, scene: &Scene<'_>) -> AnyView {
    let Some(count) = waiting(scene) else {
        return ().into_any();
    };
    let link = link(
        ui.store.href(Page::Activation.path()),
        words::TO_ORDERS,
        ButtonKind::Link,
    );
    view! {
        <Card title=words::ORDERS action=link>
            <p>{words::unsent(&count)}</p>
        </Card>
    }
    .into_any()
}

/// The card; nothing where the subscription was bought elsewhere.
#[component]
pub(super) fn OrdersCard() -> impl IntoView {
    let ui = Ui::get();
    let going = Going {
        ui,
        here: Here::new(),
        trouble: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    view! { {ui.show(move |scene| card(scene, going))} }
}

fn card(scene: &Scene<'_>, going: Going) -> AnyView {
    if scene.account.is_granted() {
        return ().into_any();
    }
    let orders = unsent(scene);
    let means = words::orders_text(scene.account.deployment);
    let failed = move || {
        let text = going.trouble.get()?;
        Some(view! { <MessageCard tone=Tone::Error title=words::NOT_POSTED>{text}</MessageCard> })
    };
    let body = match orders.is_empty() {
        true => view! { <p>{words::ALL_SENT}</p> }.into_any(),
        false => list(scene, orders, going),
    };
    view! {
        <Card title=words::ORDERS>
            <p>{means}</p>
            {failed}
            {body}
        </Card>
    }
    .into_any()
}

fn list(scene: &Scene<'_>, orders: Vec<Unsent>, going: Going) -> AnyView {
    let Going { ui, busy, .. } = going;
    let count = |number: usize| Count::new(scene, u32::try_from(number).unwrap_or(u32::MAX));
    let unsent = count(orders.len());
    let rest = orders.len().saturating_sub(LISTED);
    let more = (rest > 0).then(|| people_csv::and_more(&count(rest)));
    let columns = vec![
        Column::words(words::BOOKED),
        Column::words(words::ON),
        Column::words(words::BY),
    ];
    let row = |it: Unsent| Row::new([it.what, it.day.text, it.who].map(Cell::Text).into());
    let rows = orders.into_iter().take(LISTED).map(row).collect();
    let send = move |()| going.start(ui.store.post_order(), words::SENT);
    let mark = move |()| {
        if let Some(order) = ui.store.order() {
            let marked = ui.store.record_order(order.position, Delivery::Sent);
            going.start(marked, words::MARKED);
        }
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
        <p>{words::unsent(&unsent)}</p>
        <Table caption=words::ORDERS caption_unseen=true columns=columns rows=rows />
        {more.map(|text| view! { <p class="soft">{text}</p> }.into_any())}
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
