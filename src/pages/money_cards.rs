//! Lines with their arithmetic, next invoice, credit.

use crate::dom::{Node, view};
use super::scene::Ui;
use crate::components::{Card, Cell, Column, Disclosure, Row, Table};
use crate::view::order::LineView;
use crate::view::subscription::{CreditView, NextInvoice, credit, next_invoice};
use crate::view::words::{order_words, page};
use leptos::prelude::*;

/// Lines that open to their arithmetic.
pub fn lines(lines: Vec<LineView>) -> Node {
    Node::Many(lines.into_iter().map(line).collect())
}

fn line(line: LineView) -> Node {
    let LineView {
        text,
        dates,
        amount,
        arithmetic,
    } = line;
    view! {
        <Disclosure summary=text figure=amount>
            <p>{dates}</p>
            {arithmetic.into_iter().map(|step| view! { <p>{step}</p> }).collect::<Vec<_>>()}
        </Disclosure>
    }
}

/// A sum below lines.
pub fn sum(label: &'static str, amount: String, class: &'static str) -> Node {
    view! { <p class=class><span>{label}</span><span class="figure">{amount}</span></p> }
}

/// The next invoice as it would be today.
#[component]
pub fn NextInvoiceCard() -> impl IntoView {
    let ui = Ui::get();
    let model = ui.model(next_invoice);
    move || {
        model.get().flatten().map(|next| {
            let NextInvoice {
                day,
                lines: each,
                total,
                credit,
                due,
                new_prices,
                ..
            } = next;
            view! {
                <Card title=page::NEXT_INVOICE subtitle=page::ESTIMATE>
                    <p><time datetime=day.iso.clone() title=day.iso>{day.text}</time></p>
                    {lines(each)}
                    {sum(order_words::TOTAL, total, "sum")}
                    {credit.map(|credit| sum(order_words::CREDIT_USED, credit, "sum"))}
                    {sum(order_words::DUE_THEN, due, "sum due")}
                    {new_prices.map(|text| view! { <p class="soft">{text}</p> })}
                </Card>
            }
        })
    }
}

/// The credit with its movements.
#[component]
pub fn CreditCard() -> impl IntoView {
    let ui = Ui::get();
    let model = ui.model(credit);
    move || model.get().map(credit_card)
}

fn credit_card(model: CreditView) -> Node {
    let CreditView { balance, movements } = model;
    let columns = vec![
        Column::words(page::DATE),
        Column::words(page::REASON),
        Column::words(page::DOCUMENT),
        Column::numbers(page::AMOUNT),
        Column::numbers(page::BALANCE),
    ];
    let empty = movements.is_empty();
    let rows: Vec<Row> = movements
        .into_iter()
        .map(|it| {
            Row::new(
                [it.day.text, it.reason.to_owned(), it.document, it.amount, it.balance]
                    .map(Cell::text)
                    .into(),
            )
        })
        .collect();
    view! {
        <Card title=page::CREDIT action=move || view! { <strong class="figure">{balance.clone()}</strong> }>
            <p class="soft">{if empty { page::NO_MOVEMENTS } else { page::CREDIT_RULE }}</p>
            {(!empty).then(|| view! { <Table caption=page::CREDIT caption_unseen=true columns=columns rows=rows /> })}
        </Card>
    }
}
