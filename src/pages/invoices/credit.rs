//! The credit statement: every movement with its documents, and the balance over time.

use crate::app::context::AppContext;
use crate::components::{Button, ButtonKind, Card, Cell, Column, EmptyState, IconName, PageHeader, Table, TableRow};
use crate::pages::invoices::balance_chart::Chart;
use crate::pages::invoices::links::{Back, DocumentLink};
use crate::pages::shared::download::save_csv;
use crate::pages::shared::figures::{day, soft};
use leptos::prelude::*;
use view::invoices::{MovementRow, StatementView, statement, statement_csv};
use view::words::invoices as words;

/// The number of movements shown at first, and added with each step.
const STEP: usize = 200;

/// The statement. `None` while there is no account.
type Shown = Memo<Option<StatementView>>;

#[component]
pub(crate) fn CreditPage() -> impl IntoView {
    let ui = AppContext::get();
    let shown = ui.memo(statement);
    let subtitle = move || shown.with(|shown| shown.as_ref().map(|shown| shown.headline.clone()));
    let export = move |()| {
        if let Some((name, text)) = ui.now(statement_csv) {
            save_csv(ui, &name, &text, words::saved(&name));
        }
    };
    let actions = move || {
        view! {
            <Back />
            <Button icon=IconName::Download on_click=export>{words::EXPORT}</Button>
        }
    };
    let is_empty = move || shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.rows.is_empty()));
    let has_rows = move || count(shown) > 0;
    view! {
        <PageHeader title=words::CREDIT_TITLE subtitle=subtitle actions=actions />
        <div class="page-content">
            <Show when=is_empty>
                <EmptyState icon=IconName::Money title=words::NO_MOVEMENTS>
                    <p>{words::NO_MOVEMENTS_TEXT}</p>
                    <p>{words::CREDIT_RULE}</p>
                </EmptyState>
            </Show>
            <Show when=has_rows>
                <OverTime shown=shown />
                <Movements shown=shown />
            </Show>
        </div>
    }
}

/// The number of movements; tracked.
fn count(shown: Shown) -> usize {
    shown.with(|shown| shown.as_ref().map_or(0, |shown| shown.rows.len()))
}

/// The balance now and over time.
#[component]
fn OverTime(shown: Shown) -> impl IntoView {
    let balance = move || shown.with(|shown| shown.as_ref().map(|shown| shown.balance.clone()));
    let balance = move || view! { <strong class="figure">{balance}</strong> };
    view! {
        <Card title=words::OVER_TIME action=balance>
            {soft(words::CREDIT_RULE)}
            {move || shown.get().map(|statement| view! { <Chart statement=statement /> })}
        </Card>
    }
}

/// The movements. Only the first ones are shown initially.
#[component]
fn Movements(shown: Shown) -> impl IntoView {
    let most = RwSignal::new(STEP);
    let table = move || {
        let rows = shown.with(|shown| {
            let rows = shown.iter().flat_map(|shown| &shown.rows);
            rows.take(most.get()).cloned().collect::<Vec<_>>()
        });
        view! { <MovementTable rows=rows /> }
    };
    view! {
        <Card title=words::MOVEMENTS flush=true>
            {table}
            <Show when=move || most.get() < count(shown)>
                <Button kind=ButtonKind::Subtle on_click=move |()| most.update(|most| *most += STEP)>
                    {words::MORE}
                </Button>
            </Show>
        </Card>
    }
}

#[component]
fn MovementTable(rows: Vec<MovementRow>) -> impl IntoView {
    let columns = vec![
        Column::numbers(words::POSITION),
        Column::words(words::DATE),
        Column::words(words::REASON),
        Column::words(words::DOCUMENT),
        Column::words(words::OTHER_SIDE),
        Column::numbers(words::AMOUNT),
        Column::numbers(words::BALANCE),
    ];
    let links = |numbers: Vec<String>| {
        let link = |number: String| view! { <DocumentLink number=number />" " };
        Cell::View(numbers.into_iter().map(link).collect_view().into_any())
    };
    let row = |it: MovementRow| {
        TableRow::new(vec![
            Cell::Text(it.position.to_string()),
            Cell::View(day(it.day).into_any()),
            Cell::Text(it.reason.to_owned()),
            links(it.document.into_iter().collect()),
            links(it.others),
            Cell::Text(it.amount),
            Cell::Text(it.balance),
        ])
    };
    let rows = rows.into_iter().map(row).collect::<Vec<_>>();
    view! { <Table caption=words::MOVEMENTS caption_unseen=true columns=columns rows=rows /> }
}
