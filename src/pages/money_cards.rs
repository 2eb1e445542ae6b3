//! Lines with their arithmetic, next invoice, credit.

use super::scene::Ui;
use crate::components::{ButtonKind, Card, Cell, Column, CopyButton, Disclosure, Fact, LinkButton, Row, Table};
use crate::dom::view;
use leptos::prelude::*;
use view::Day;
use view::order::LineView;
use view::route::Page;
use view::subscription::{CreditView, MovementView, NextInvoice};
use view::words::{invoices, order_words, page};

/// Lines that open to their arithmetic.
pub fn lines(lines: Vec<LineView>) -> AnyView {
    lines.into_iter().map(line).collect::<Vec<_>>().into_any()
}

fn line(line: LineView) -> AnyView {
    let LineView {
        text,
        dates,
        amount,
        arithmetic,
    } = line;
    let step = |step| view! { <p>{step}</p> }.into_any();
    view! {
        <Disclosure summary=text figure=amount>
            <p>{dates}</p>
            {arithmetic.into_iter().map(step).collect::<Vec<_>>()}
        </Disclosure>
    }
    .into_any()
}

/// A sum below lines.
pub fn sum(label: &'static str, amount: String, class: &'static str) -> AnyView {
    view! { <p class=class><span>{label}</span><span class="figure">{amount}</span></p> }.into_any()
}

/// A remark in a quieter colour.
pub fn soft(text: impl Into<String>) -> AnyView {
    let text: String = text.into();
    view! { <p class="soft">{text}</p> }.into_any()
}

/// A day for people, with the exact one behind it.
pub fn day(day: Day) -> AnyView {
    let Day { text, iso } = day;
    view! { <time datetime=iso.clone() title=iso>{text}</time> }.into_any()
}

/// The next invoice as it would be today.
pub fn next_invoice_card(ui: Ui, next: NextInvoice) -> AnyView {
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
            {sum(order_words::TOTAL, total, "sum")}
            {credit.map(|credit| sum(order_words::CREDIT_USED, credit, "sum"))}
            {sum(order_words::DUE_THEN, due, "sum due")}
            {new_prices.map(soft)}
            {to_invoices(ui, "", invoices::BACK)}
        </Card>
    }
    .into_any()
}

/// The subscription ID with the button that copies it (INV 2).
pub fn subscription_id(id: String) -> AnyView {
    view! {
        <Fact term=page::ID>
            <CopyButton
                text=id
                name=page::ID
                label=page::COPY_ID
                copied=page::COPIED
                selected=page::COPY_BY_HAND
            />
        </Fact>
    }
    .into_any()
}

/// The way to a page of Invoices.
fn to_invoices(ui: Ui, below: &str, words: &'static str) -> AnyView {
    let href = ui.store.href(&[Page::Invoices.path(), below].concat());
    view! { <LinkButton href=href kind=ButtonKind::Link>{words}</LinkButton> }.into_any()
}

/// The credit with its movements.
pub fn credit_card(ui: Ui, model: CreditView) -> AnyView {
    let CreditView { balance, movements } = model;
    let columns = vec![
        Column::words(page::DATE),
        Column::words(page::REASON),
        Column::words(page::DOCUMENT),
        Column::numbers(page::AMOUNT),
        Column::numbers(page::BALANCE),
    ];
    let empty = movements.is_empty();
    let row = |it: MovementView| {
        let cells = [it.day.text, it.reason.to_owned(), it.document, it.amount, it.balance];
        Row::new(cells.map(Cell::Text).into())
    };
    let rows = movements.into_iter().map(row).collect();
    let table = || view! { <Table caption=page::CREDIT caption_unseen=true columns=columns rows=rows /> }.into_any();
    view! {
        <Card title=page::CREDIT action=view! { <strong class="figure">{balance}</strong> }.into_any()>
            {soft(if empty { page::NO_MOVEMENTS } else { page::CREDIT_RULE })}
            {(!empty).then(table)}
            {to_invoices(ui, "/credit", invoices::CREDIT_TITLE)}
        </Card>
    }
    .into_any()
}
