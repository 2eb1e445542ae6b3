//! What needs the viewer's attention, most urgent first, or one calm line.

use crate::app::context::{AppContext, tone};
use crate::components::{Button, ButtonKind, Icon, LinkButton};
use crate::pages::shared::figures::soft;
use leptos::prelude::*;
use view::attention::{Attention, Item, Task, attention};
use view::invoices::InvoiceRoute;
use view::route::Route;
use view::words::attention as words;

/// The id of the card with what happens at the end of the term.
pub(crate) const PENDING: &str = "pending";

/// The strip.
#[component]
pub(crate) fn AttentionStrip() -> impl IntoView {
    let ui = AppContext::get();
    let model = ui.memo(attention);
    let strip = move |Attention { items, calm }: Attention| {
        let list = (!items.is_empty()).then(|| {
            let items = items.into_iter().map(|item| view! { <AttentionItem item=item /> });
            view! {
                <section class="card flush attention" aria-label=words::TITLE>
                    <ul class="attention-list">{items.collect_view()}</ul>
                </section>
            }
        });
        view! {
            {list}
            {calm.map(soft)}
        }
    };
    move || model.get().flatten().map(strip)
}

/// An item, with the way to deal with it.
#[component]
fn AttentionItem(item: Item) -> impl IntoView {
    let ui = AppContext::get();
    let Item {
        mood,
        text,
        label,
        task,
        ..
    } = item;
    let tone = tone(mood);
    let link = move |path: String| {
        view! { <LinkButton href=move || ui.store.href(&path) kind=ButtonKind::Link>{label}</LinkButton> }.into_any()
    };
    let action = match task {
        Task::Pay { document } => link(InvoiceRoute::Document(document).path()),
        Task::ShowOverdue => link(Route::Invoices.path().to_owned()),
        Task::Buy | Task::BuyLicenses => link(Route::Plans.path().to_owned()),
        Task::AnswerRequests | Task::FixSignInData => link(Route::People.path().to_owned()),
        Task::Activate => link(Route::Activation.path().to_owned()),
        Task::ReviewChange | Task::ReviewCancellation => {
            view! { <Button kind=ButtonKind::Link on_click=|()| show_pending()>{label}</Button> }.into_any()
        }
    };
    let class = ["attention-item ", tone.class()].concat();
    view! {
        <li class=class>
            <Icon name=tone.icon() />
            <span class="attention-text">{text}</span>
            {action}
        </li>
    }
}

/// Scrolls to what happens at the end of the term.
fn show_pending() {
    if let Some(card) = document().get_element_by_id(PENDING) {
        card.scroll_into_view();
    }
}
