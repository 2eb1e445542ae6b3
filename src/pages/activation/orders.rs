//! Orders that the vendor has not received yet: to send, download, or mail (ACT 9).

use crate::app::context::AppContext;
use crate::components::{
    Button, ButtonKind, Card, Cell, Column, Here, IconName, LinkButton, MessageCard, Table, TableRow, Tone, after,
};
use crate::pages::activation::failure::failure_text;
use crate::pages::shared::download::save_json;
use crate::pages::shared::figures::soft;
use crate::store::{ActivationError, Applied};
use leptos::prelude::*;
use view::activation::orders::{Delivery, Orders, Unsent, orders, waiting};
use view::people::Count;
use view::route::Route;
use view::words::{activation as words, people_csv};

/// The state of sending. Cheap to copy.
#[derive(Clone, Copy)]
struct Going {
    ui: AppContext,
    here: Here,
    trouble: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
}

impl Going {
    /// Runs an action on an order, and reports the outcome.
    fn start(self, work: impl Future<Output = Result<Applied, ActivationError>> + 'static, done: &'static str) {
        self.trouble.set(None);
        self.busy.set(true);
        after(work, move |outcome| {
            let stands = self.here.stands();
            if stands {
                self.busy.set(false);
            }
            match outcome {
                Ok(_) => self.ui.tell(Tone::Success, done),
                Err(it) if stands => self.trouble.set(Some(failure_text(self.ui, &it))),
                Err(it) => self.ui.tell(Tone::Error, failure_text(self.ui, &it)),
            }
        });
    }
}

/// On the Subscription page: the number of unsent orders, with a link to the card. Empty if there are none.
#[component]
pub fn WaitingCard() -> impl IntoView {
    let ui = AppContext::get();
    let model = ui.memo(waiting);
    let card = move |count: Count| {
        let link = move || {
            view! {
                <LinkButton href=move || ui.store.href(Route::Activation.path()) kind=ButtonKind::Link>{words::TO_ORDERS}</LinkButton>
            }
        };
        view! {
            <Card title=words::ORDERS action=link>
                <p>{words::unsent(&count)}</p>
            </Card>
        }
    };
    move || model.get().flatten().map(card)
}

/// The card. Empty if the subscription was bought elsewhere.
#[component]
pub(crate) fn OrdersCard() -> impl IntoView {
    let ui = AppContext::get();
    let going = Going {
        ui,
        here: Here::new(),
        trouble: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    let model = ui.memo(orders);
    let means = move || model.get().flatten().map(|it| words::orders_text(it.deployment));
    let failed = move || {
        let text = going.trouble.get()?;
        Some(view! { <MessageCard tone=Tone::Error title=words::NOT_POSTED>{text}</MessageCard> })
    };
    let body = move |orders: Orders| match orders.unsent.is_empty() {
        true => view! { <p>{words::ALL_SENT}</p> }.into_any(),
        false => view! { <OrderList orders=orders going=going /> }.into_any(),
    };
    view! {
        <Show when=move || model.with(|model| matches!(model, Some(Some(_))))>
            <Card title=words::ORDERS>
                <p>{means}</p>
                {failed}
                {move || model.get().flatten().map(body)}
            </Card>
        </Show>
    }
}

/// The unsent orders, and how to send them.
#[component]
fn OrderList(
    /// The unsent orders.
    orders: Orders,
    /// The state of sending.
    going: Going,
) -> impl IntoView {
    let Going { ui, busy, .. } = going;
    let columns = vec![
        Column::words(words::BOOKED),
        Column::words(words::ON),
        Column::words(words::BY),
    ];
    let row = |it: Unsent| TableRow::new([it.what, it.day.text, it.who].map(Cell::Text).into());
    let rows = orders.unsent.into_iter().map(row).collect();
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
            match order.text() {
                Ok(text) => save_json(ui, &name, &text),
                Err(error) => ui.tell(Tone::Error, error.to_string()),
            }
        }
    };
    let posted = orders.posted;
    let send = || view! { <Button kind=ButtonKind::Primary busy=busy on_click=send>{words::SEND}</Button> };
    view! {
        <p>{words::unsent(&orders.count)}</p>
        <Table caption=words::ORDERS caption_unseen=true columns=columns rows=rows />
        {orders.more.map(|rest| soft(people_csv::and_more(&rest)))}
        {(!posted).then(|| soft(words::MARK_HINT))}
        <div class="card-buttons">
            {posted.then(send)}
            <Button icon=IconName::Download on_click=download>{words::DOWNLOAD}</Button>
            <LinkButton href=orders.mail>{words::MAIL}</LinkButton>
            <Button busy=busy on_click=mark>{words::MARK_SENT}</Button>
        </div>
    }
}
