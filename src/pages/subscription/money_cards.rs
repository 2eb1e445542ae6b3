//! Lines with their arithmetic, next invoice, credit.

use crate::app::context::Ui;
use crate::components::{ButtonKind, Card, Cell, Column, CopyButton, Disclosure, Fact, LinkButton, Table, TableRow};
use leptos::prelude::*;
use view::Day;
use view::order::LineView;
use view::route::Route;
use view::subscription::{CreditView, MovementView, NextInvoice, credit, next_invoice};
use view::words::{invoices, order_words, page};

/// Lines that open to their arithmetic.
pub fn lines(lines: Vec<LineView>) -> impl IntoView {
    let line = |line| view! { <Charge line=line /> };
    lines.into_iter().map(line).collect_view()
}

/// A line that opens to its arithmetic.
#[component]
fn Charge(line: LineView) -> impl IntoView {
    let LineView {
        text,
        dates,
        amount,
        arithmetic,
    } = line;
    view! {
        <Disclosure summary=text figure=amount>
            <p>{dates}</p>
            {arithmetic.into_iter().map(|step| view! { <p>{step}</p> }).collect_view()}
        </Disclosure>
    }
}

/// A sum below lines.
pub fn sum(label: &'static str, amount: String, class: &'static str) -> impl IntoView {
    view! { <p class=class><span>{label}</span><span class="figure">{amount}</span></p> }
}

/// A remark in a quieter color.
pub fn soft(text: impl Into<String>) -> impl IntoView {
    let text: String = text.into();
    view! { <p class="soft">{text}</p> }
}

/// A day for people, with the exact one behind it.
pub fn day(day: Day) -> impl IntoView {
    let Day { text, iso } = day;
    view! { <time datetime=iso.clone() title=iso>{text}</time> }
}

/// The next invoice as it would be today; nothing where nothing renews.
#[component]
pub fn NextInvoiceCard() -> impl IntoView {
    let ui = Ui::get();
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
                {sum(order_words::TOTAL, total, "sum")}
                {credit.map(|credit| sum(order_words::CREDIT_USED, credit, "sum"))}
                {sum(order_words::DUE_THEN, due, "sum due")}
                {new_prices.map(soft)}
                <LinkButton href=move || ui.store.href(Route::Invoices.path()) kind=ButtonKind::Link>{invoices::BACK}</LinkButton>
            </Card>
        }
    };
    move || model.get().flatten().map(card)
}

/// The subscription ID with the button that copies it (INV 2).
pub fn subscription_id(id: String) -> impl IntoView {
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
}

/// The credit with its movements.
#[component]
pub fn CreditCard() -> impl IntoView {
    let ui = Ui::get();
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

/// The last movements of the credit.
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
        let cells = [it.day.text, it.reason.to_owned(), it.document, it.amount, it.balance];
        TableRow::new(cells.map(Cell::Text).into())
    };
    let rows = movements.into_iter().map(row).collect();
    view! { <Table caption=page::CREDIT caption_unseen=true columns=columns rows=rows /> }
}
