//! The credit statement: every movement, from and to which document, and the balance over time.

use super::chart::chart;
use super::{back, document_link};
use crate::components::{Button, ButtonKind, Card, Cell, Column, EmptyState, IconName, PageHeader, Row, Table};
use crate::dom::{Node, view};
use crate::pages::money_cards::{day, soft};
use crate::pages::saving::save_csv;
use crate::pages::scene::Ui;
use leptos::prelude::*;
use view::Scene;
use view::invoices::{MovementRow, StatementView, statement, statement_csv};
use view::words::invoices as words;

/// So many movements are shown at first, and more with each step.
const STEP: usize = 200;

/// The page.
pub(super) fn page(ui: Ui) -> Node {
    let subtitle = move || ui.model(|scene| statement(scene).headline);
    let export = move |()| {
        if let Some((name, text)) = ui.now(statement_csv) {
            save_csv(ui, &name, &text, words::saved(&name));
        }
    };
    let actions = view! {
        {back(ui)}
        <Button icon=IconName::Download on_click=export>{words::EXPORT}</Button>
    };
    let shown = RwSignal::new(STEP);
    view! {
        <PageHeader title=words::CREDIT_TITLE subtitle=Signal::derive(subtitle) actions=actions.into_any() />
        <div class="page-content">{ui.show(move |scene| content(ui, scene, shown))}</div>
    }
}

fn content(ui: Ui, scene: &Scene<'_>, most: RwSignal<usize>) -> AnyView {
    let shown = statement(scene);
    if shown.rows.is_empty() {
        return view! {
            <EmptyState icon=IconName::Money title=words::NO_MOVEMENTS>
                <p>{words::NO_MOVEMENTS_TEXT}</p>
                <p>{words::CREDIT_RULE}</p>
            </EmptyState>
        }
        .into_any();
    }
    let picture = chart(&shown);
    let StatementView { rows, balance, .. } = shown;
    let count = rows.len();
    let more = move || {
        let more = move |()| most.update(|most| *most += STEP);
        let button = || view! { <Button kind=ButtonKind::Subtle on_click=more>{words::MORE}</Button> };
        (most.get() < count).then(button)
    };
    let rows = move || table(ui, rows.iter().take(most.get()).cloned().collect());
    view! {
        <Card title=words::OVER_TIME action=view! { <strong class="figure">{balance}</strong> }.into_any()>
            {soft(words::CREDIT_RULE)}
            {picture}
        </Card>
        <Card title=words::MOVEMENTS flush=true>{rows} {more}</Card>
    }
    .into_any()
}

fn table(ui: Ui, rows: Vec<MovementRow>) -> Node {
    let columns = vec![
        Column::numbers(words::POSITION),
        Column::words(words::DATE),
        Column::words(words::REASON),
        Column::words(words::DOCUMENT),
        Column::words(words::OTHER_SIDE),
        Column::numbers(words::AMOUNT),
        Column::numbers(words::BALANCE),
    ];
    let link = move |number: &String| view! { {document_link(ui, number)} " " };
    let row = move |it: MovementRow| {
        Row::new(vec![
            Cell::Text(it.position.to_string()),
            Cell::View(day(it.day)),
            Cell::Text(it.reason.to_owned()),
            Cell::View(it.document.iter().map(link).collect::<Vec<_>>().into_any()),
            Cell::View(it.others.iter().map(link).collect::<Vec<_>>().into_any()),
            Cell::Text(it.amount),
            Cell::Text(it.balance),
        ])
    };
    let rows = rows.into_iter().map(row).collect();
    view! { <Table caption=words::MOVEMENTS caption_unseen=true columns=columns rows=rows /> }
}
