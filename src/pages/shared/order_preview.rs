//! The preview of an order: before and after, lines with their calculations, totals, and notes (CHG 10).

use crate::components::{Cell, Column, Table, TableRow};
use crate::pages::shared::figures::{lines, soft, sum};
use leptos::prelude::*;
use view::order::{Comparison, Preview};
use view::words::order_words;

/// Shows a preview: what changes, the lines, and what is to pay.
pub(crate) fn shown(preview: Preview) -> impl IntoView {
    let Preview {
        mut comparison,
        lines: each,
        total,
        credit_used,
        due,
        credit_given,
        notes,
        ..
    } = preview;
    comparison.retain(|it| it.changed);
    // Without credit, the total is what is due.
    let total = total.filter(|_| credit_used.is_some() || credit_given.is_some() || due.is_none());
    view! {
        {(!comparison.is_empty()).then(|| view! { <Compared comparison=comparison /> })}
        {lines(each)}
        {total.map(|total| sum(order_words::TOTAL, total, "sum"))}
        {credit_used.map(|it| sum(order_words::CREDIT_USED, it, "sum"))}
        {credit_given.map(|it| sum(order_words::CREDIT_GIVEN, it, "sum"))}
        {due.map(|it| sum(order_words::DUE, it, "sum due"))}
        {notes.into_iter().map(soft).collect_view()}
    }
}

/// Before and after as a table. Differences are bold.
#[component]
fn Compared(comparison: Vec<Comparison>) -> impl IntoView {
    let columns = vec![
        Column::words(order_words::WHAT),
        Column::words(order_words::BEFORE),
        Column::words(order_words::AFTER),
    ];
    let row = |it: Comparison| {
        let after = if it.changed {
            Cell::View(view! { <strong>{it.after}</strong> }.into_any())
        } else {
            Cell::Text(it.after)
        };
        TableRow::new(vec![Cell::text(it.what), Cell::Text(it.before), after])
    };
    let rows = comparison.into_iter().map(row).collect();
    view! { <Table caption=order_words::CHANGE caption_unseen=true columns=columns rows=rows /> }
}
