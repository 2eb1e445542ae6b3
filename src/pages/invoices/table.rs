//! The table of documents, the message if it is empty, and the selection bar.

use crate::app::context::{AppContext, tone};
use crate::components::{
    Button, ButtonKind, EmptyState, Grid, GridColumn, GridRow, GridWords, IconName, LinkButton, Pill,
};
use crate::pages::invoices::document_list::DocumentList;
use crate::pages::shared::list_page::{NoMatch, SelectionBar};
use leptos::prelude::*;
use std::rc::Rc;
use view::Day;
use view::invoices::{InvoiceRoute, RowView, Sort, Sums, row_view, sums};
use view::list_query::ListQuery;
use view::route::Route;
use view::words::{self, invoices, people};

const WORDS: GridWords = GridWords {
    label: words::INVOICES,
    select_all: people::SELECT_ALL,
};

/// The columns, in their order.
const COLUMNS: [(Sort, &str); 8] = [
    (Sort::Number, invoices::NUMBER),
    (Sort::Date, invoices::DATE),
    (Sort::What, invoices::WHAT),
    (Sort::Total, invoices::TOTAL),
    (Sort::Credit, invoices::CREDIT),
    (Sort::Due, invoices::DUE),
    (Sort::DueDate, invoices::DUE_DATE),
    (Sort::Status, invoices::STATUS),
];

#[component]
pub(crate) fn InvoicesTable(list: DocumentList) -> impl IntoView {
    let keys = move || list.found().map(|found| Rc::clone(&found.keys)).unwrap_or_default();
    let open = move |key: u32| {
        let found = untrack(|| list.found());
        if let Some(entry) = found.as_ref().and_then(|found| found.invoices.get(key)) {
            let place = InvoiceRoute::Document(entry.document.heading.number.to_string());
            list.ui.store.go_to(&place.path());
        }
    };
    let sort = move |key: &'static str| list.go(&untrack(|| list.query()).sorted(key));
    view! {
        <div
            class="card flush people-table"
            hidden=move || list.found().is_none_or(|found| found.keys.is_empty())
        >
            <Grid
                state=list.grid
                words=WORDS
                class="invoices-grid"
                columns=move || columns(list)
                on_sort=sort
                keys=keys
                row=move |key, focused| row(list, key, focused)
                open=open
            />
        </div>
        <Nothing list=list />
        <SelectedDocuments list=list />
    }
}

fn columns(list: DocumentList) -> Vec<GridColumn> {
    let query = list.query();
    let column = |(sort, label): (Sort, &'static str)| GridColumn {
        key: sort.as_str(),
        label,
        descending: (sort == query.sort).then(|| query.descending()),
    };
    COLUMNS.map(column).into()
}

/// The row of a document.
fn row(list: DocumentList, key: u32, focused: bool) -> GridRow {
    let found = list.found();
    let entry = found.as_ref().and_then(|found| found.invoices.get(key));
    let shown = entry.and_then(|entry| list.ui.model(|scene| row_view(scene, entry)));
    shown.map_or_else(
        || GridRow {
            select: String::new(),
            cells: Vec::new(),
        },
        |shown| GridRow {
            select: invoices::select(&shown.number),
            cells: cells(list, shown, focused),
        },
    )
}

fn cells(list: DocumentList, shown: RowView, focused: bool) -> Vec<AnyView> {
    let RowView {
        number,
        day: Day { text, iso },
        kind,
        what,
        total,
        credit,
        due,
        due_date,
        balance,
        status,
        settled,
        mood,
    } = shown;
    let stop = if focused { "0" } else { "-1" };
    let href = list.ui.store.href(&InvoiceRoute::Document(number.clone()).path());
    let name = view! {
        <span class="who">
            <a class="who-name ellipsis" href=href tabindex=stop>{number}</a>
            <span class="who-email">{kind}</span>
        </span>
    };
    let full = what.clone();
    let status = view! {
        <span class="settled">
            <Pill tone=tone(mood) text=status />
            {settled.map(|text| view! { <span class="who-email">{text}</span> })}
        </span>
    };
    vec![
        name.into_any(),
        view! { <time datetime=iso.clone() title=iso>{text}</time> }.into_any(),
        view! { <span class="two-lines" title=full>{what}</span> }.into_any(),
        view! { <Figure label=invoices::TOTAL sum=Some(total) /> }.into_any(),
        view! { <Figure label=invoices::CREDIT sum=credit /> }.into_any(),
        view! { <Figure label=invoices::DUE sum=due more=balance /> }.into_any(),
        view! { <DueDate day=due_date /> }.into_any(),
        status.into_any(),
    ]
}

/// The due date, if something was due.
#[component]
fn DueDate(day: Option<Day>) -> impl IntoView {
    match day {
        Some(Day { text, iso }) => view! { <time datetime=iso.clone() title=iso>{text}</time> }.into_any(),
        None => view! { <span>{invoices::NOTHING}</span> }.into_any(),
    }
}

/// A sum with the heading of its column, which stands in sight where a row is a card.
#[component]
fn Figure(
    /// The heading.
    label: &'static str,
    /// The amount, if any.
    sum: Option<String>,
    /// The text below it.
    #[prop(optional_no_strip)]
    more: Option<String>,
) -> impl IntoView {
    let sum = sum.unwrap_or_else(|| invoices::NOTHING.to_owned());
    view! {
        <span class="dated figure">
            <span class="grid-label" aria-hidden="true">{label}</span>
            <span>{sum}</span>
            {more.map(|text| view! { <span class="who-email">{text}</span> })}
        </span>
    }
}

/// The message if the list is empty: why, and what to do next.
#[component]
fn Nothing(list: DocumentList) -> impl IntoView {
    // Whether the empty list is filtered.
    let narrowed = Memo::new(move |_| {
        let found = list.found().filter(|found| found.keys.is_empty())?;
        Some(found.query.narrows())
    });
    move || {
        Some(if narrowed.get()? {
            view! { <NoMatch page=*list title=invoices::NO_MATCH text=invoices::NO_MATCH_TEXT /> }.into_any()
        } else {
            view! { <NoDocuments /> }.into_any()
        })
    }
}

#[component]
fn NoDocuments() -> impl IntoView {
    let ui = AppContext::get();
    let plans = move || ui.store.href(Route::Plans.path());
    let buy = move || view! { <LinkButton href=plans>{words::page::BUY}</LinkButton> };
    view! {
        <EmptyState icon=IconName::Money title=invoices::EMPTY action=buy>
            <p>{invoices::EMPTY_TEXT}</p>
        </EmptyState>
    }
}

/// The totals of the selected documents, and their export.
#[component]
fn SelectedDocuments(list: DocumentList) -> impl IntoView {
    let total = move || {
        let keys = Some(list.grid.selection()).filter(|keys| !keys.is_empty())?;
        let found = list.found()?;
        list.ui.model(|scene| sums(scene, &found.invoices, &keys))
    };
    let sum = |label: &'static str, sum: String| {
        view! { <span class="selected-sum">{label}" "<strong class="figure">{sum}</strong></span> }
    };
    let sums = move || {
        let Sums { total, credit, open } = total()?;
        Some(view! {
            {sum(invoices::TOTAL, total)}
            {sum(invoices::CREDIT, credit)}
            {sum(invoices::STILL_OPEN, open)}
        })
    };
    let summary = move || view! { <span class="selected-sums" role="status">{sums}</span> };
    let export = move |()| list.export(&untrack(|| list.grid.selection()));
    view! {
        <SelectionBar page=*list summary=summary>
            <Button kind=ButtonKind::Primary icon=IconName::Download on_click=export>
                {invoices::EXPORT_SELECTED}
            </Button>
        </SelectionBar>
    }
}
