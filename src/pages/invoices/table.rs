//! The table of documents, what stands in its place while it is empty, and the bar of what is selected.

use super::ledger::{Found, Ledger};
use crate::components::{
    Button, ButtonKind, EmptyState, Grid, GridColumn, GridRow, GridWords, IconName, LinkButton, Pill,
};
use crate::dom::{Node, view};
use crate::pages::scene::tone;
use leptos::prelude::*;
use std::rc::Rc;
use view::Day;
use view::invoices::{Place, RowView, Sort, row_view, sums};
use view::route::Page;
use view::words::{self, invoices, people};

const WORDS: GridWords = GridWords {
    label: words::INVOICES,
    select_all: people::SELECT_ALL,
};

/// The columns, in their order.
const COLUMNS: [(Sort, &str); 7] = [
    (Sort::Number, invoices::NUMBER),
    (Sort::Date, invoices::DATE),
    (Sort::What, invoices::WHAT),
    (Sort::Total, invoices::TOTAL),
    (Sort::Credit, invoices::CREDIT),
    (Sort::Due, invoices::DUE),
    (Sort::Status, invoices::STATUS),
];

/// The table.
pub(super) fn table(ledger: Ledger) -> Node {
    let keys = move || ledger.found().map(|found| Rc::clone(&found.keys)).unwrap_or_default();
    let open = move |key: u32| {
        let found = untrack(|| ledger.found());
        if let Some(entry) = found.as_ref().and_then(|found| found.invoices.get(key)) {
            let place = Place::Document(entry.document.heading.number.clone());
            ledger.ui.store.go_to(&place.path());
        }
    };
    let sort = move |key: &'static str| ledger.go(&untrack(|| ledger.query()).sorted(key));
    let is_empty = move || ledger.found().is_none_or(|found| found.keys.is_empty());
    let empty = move || {
        ledger
            .found()
            .filter(|found| found.keys.is_empty())
            .map(|found| empty(ledger, &found))
    };
    view! {
        <div class="card flush people-table" hidden=move || is_empty().then_some("")>
            <Grid
                state=ledger.grid
                words=WORDS
                class="invoices-grid"
                columns=move || columns(ledger)
                on_sort=sort
                keys=keys
                row=move |key, focused| row(ledger, key, focused)
                open=open
            />
        </div>
        {empty}
        {move || selection_bar(ledger)}
    }
}

fn columns(ledger: Ledger) -> Vec<GridColumn> {
    let query = ledger.query();
    let column = |(sort, label): (Sort, &'static str)| GridColumn {
        key: sort.key(),
        label,
        descending: (sort == query.sort).then(|| query.descending()),
    };
    COLUMNS.map(column).into()
}

/// The row of a document.
fn row(ledger: Ledger, key: u32, focused: bool) -> GridRow {
    let found = ledger.found();
    let entry = found.as_ref().and_then(|found| found.invoices.get(key));
    let shown = entry.and_then(|entry| ledger.ui.model(|scene| row_view(scene, entry)));
    shown.map_or_else(
        || GridRow {
            select: String::new(),
            cells: Vec::new(),
        },
        |shown| GridRow {
            select: invoices::select(&shown.number),
            cells: cells(ledger, shown, focused),
        },
    )
}

fn cells(ledger: Ledger, shown: RowView, focused: bool) -> Vec<Node> {
    let RowView {
        number,
        day: Day { text, iso },
        kind,
        what,
        total,
        credit,
        due,
        balance,
        status,
        settled,
        mood,
    } = shown;
    let stop = if focused { "0" } else { "-1" };
    let href = ledger.ui.store.href(&Place::Document(number.clone()).path());
    let name = view! {
        <span class="who">
            <a class="who-name ellipsis" href=href tabindex=stop>{number}</a>
            <span class="who-email">{kind}</span>
        </span>
    };
    let figure = |label: &'static str, sum: Option<String>, more: Option<String>| {
        let sum = sum.unwrap_or_else(|| invoices::NOTHING.to_owned());
        view! {
            <span class="dated figure">
                <span class="grid-label" aria-hidden="true">{label}</span>
                <span>{sum}</span>
                {more.map(|text| view! { <span class="who-email">{text}</span> })}
            </span>
        }
    };
    let full = what.clone();
    vec![
        name,
        view! { <time datetime=iso.clone() title=iso>{text}</time> },
        view! { <span class="two-lines" title=full>{what}</span> },
        figure(invoices::TOTAL, Some(total), None),
        figure(invoices::CREDIT, credit, None),
        figure(invoices::DUE, due, balance),
        view! {
            <span class="settled">
                <Pill tone=tone(mood) text=status />
                {settled.map(|text| view! { <span class="who-email">{text}</span> })}
            </span>
        },
    ]
}

/// Nothing is in the list: why, and what comes next.
fn empty(ledger: Ledger, found: &Found) -> Node {
    if found.query.narrows() {
        let clear = move |()| ledger.clear();
        let clear = view! { <Button on_click=clear>{people::CLEAR}</Button> };
        return view! {
            <EmptyState icon=IconName::Search title=invoices::NO_MATCH action=clear.into_any()>
                <p>{invoices::NO_MATCH_TEXT}</p>
            </EmptyState>
        };
    }
    let plans = ledger.ui.store.href(Page::Plans.path());
    let buy = view! { <LinkButton href=plans>{words::page::BUY}</LinkButton> };
    view! {
        <EmptyState icon=IconName::Money title=invoices::EMPTY action=buy.into_any()>
            <p>{invoices::EMPTY_TEXT}</p>
        </EmptyState>
    }
}

/// What is selected comes to, and what can be done with it.
fn selection_bar(ledger: Ledger) -> Option<Node> {
    let count = ledger.grid.selected();
    let found = ledger.found().filter(|_| count > 0)?;
    let chosen = ledger.grid.selection();
    let (text, sums) = ledger.ui.model(|scene| {
        let count = scene.format.number(count);
        (people::selected(&count, None), sums(scene, &found.invoices, &chosen))
    })?;
    let sum = |label: &'static str, sum: String| view! { <span class="selected-sum">{label}" "<strong class="figure">{sum}</strong></span> };
    let export = move |()| ledger.export(&ledger.grid.selection());
    Some(view! {
        <div class="selection-bar" role="region" aria-label=people::SELECTION>
            <span class="selection-count">{text}</span>
            <span class="selected-sums" role="status">
                {sum(invoices::TOTAL, sums.total)}
                {sum(invoices::CREDIT, sums.credit)}
                {sum(invoices::STILL_OPEN, sums.open)}
            </span>
            <div class="selection-actions">
                <Button kind=ButtonKind::Primary icon=IconName::Download on_click=export>{invoices::EXPORT_SELECTED}</Button>
            </div>
            <Button kind=ButtonKind::Subtle on_click=move |()| ledger.grid.clear()>{people::CLEAR_SELECTION}</Button>
        </div>
    })
}
