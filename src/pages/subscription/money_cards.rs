//! The cards of the next invoice and of the credit.

use crate::app::context::AppContext;
use crate::components::{ButtonKind, Card, Cell, Column, LinkButton, Table, TableRow};
use crate::pages::invoices::links::DocumentLink;
use crate::pages::shared::figures::{day, lines, soft, sum};
use leptos::prelude::*;
use view::route::Route;
use view::subscription::{CreditView, MovementView, NextInvoice, credit, next_invoice};
use view::words::{invoices, order_words, page};

/// The next invoice, if it were issued today. Empty if nothing renews.
#[component]
pub fn NextInvoiceCard() -> impl IntoView {
    let ui = AppContext::get();
    let model = ui.memo(next_invoice);
    let card = move |next: NextInvoice| {
        let NextInvoice {
            day: on,
            lines: each,
            total,
            credit,
            due,
            new_prices,
            ..
        } = next;
        view! {
            <Card title=page::NEXT_INVOICE subtitle=page::ESTIMATE>
                <p>{day(on)}</p>
                {lines(each)}
                {credit.is_some().then(|| sum(order_words::TOTAL, total, "sum"))}
                {credit.map(|credit| sum(order_words::CREDIT_USED, credit, "sum"))}
                {sum(order_words::DUE_THEN, due, "sum due")}
                {new_prices.map(soft)}
                <LinkButton href=move || ui.store.href(Route::Invoices.path()) kind=ButtonKind::Link>{invoices::BACK}</LinkButton>
            </Card>
        }
    };
    move || model.get().flatten().map(card)
}

/// The credit with its movements.
#[component]
pub fn CreditCard() -> impl IntoView {
    let ui = AppContext::get();
    let model = ui.memo(credit);
    let card = move |CreditView { balance, movements }| {
        let empty = movements.is_empty();
        let statement = move || ui.store.href(&[Route::Invoices.path(), "/credit"].concat());
        view! {
            <Card title=page::CREDIT action=move || view! { <strong class="figure">{balance}</strong> }>
                {soft(if empty { page::NO_MOVEMENTS } else { page::CREDIT_RULE })}
                {(!empty).then(|| view! { <Movements movements=movements /> })}
                <LinkButton href=statement kind=ButtonKind::Link>{invoices::CREDIT_TITLE}</LinkButton>
            </Card>
        }
    };
    move || model.get().map(card)
}

/// The latest movements of the credit.
#[component]
fn Movements(movements: Vec<MovementView>) -> impl IntoView {
    let columns = vec![
        Column::words(page::DATE),
        Column::words(page::REASON),
        Column::words(page::DOCUMENT),
        Column::numbers(page::AMOUNT),
        Column::numbers(page::BALANCE),
    ];
    let row = |it: MovementView| {
        let document = match it.document.is_empty() {
            true => Cell::Text(String::new()),
            false => Cell::View(view! { <DocumentLink number=it.document /> }.into_any()),
        };
        let reason = Cell::Text(it.reason.to_owned());
        TableRow::new(vec![
            Cell::Text(it.day.text),
            reason,
            document,
            Cell::Text(it.amount),
            Cell::Text(it.balance),
        ])
    };
    let rows = movements.into_iter().map(row).collect();
    view! { <Table caption=page::CREDIT caption_unseen=true columns=columns rows=rows /> }
}
