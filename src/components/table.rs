//! A table that becomes a list of cards on a narrow screen.

use leptos::prelude::*;

use crate::components::ids;
use crate::components::tone::Tone;

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The heading.
    pub label: String,
    /// Whether it contains numbers: right-aligned, with tabular figures.
    pub numeric: bool,
}

impl Column {
    /// A column of text.
    #[must_use]
    pub fn words(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            numeric: false,
        }
    }

    /// A column of numbers.
    #[must_use]
    pub fn numbers(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            numeric: true,
        }
    }

    const fn class(&self) -> &'static str {
        if self.numeric { "number" } else { "" }
    }
}

/// The content of a cell.
pub enum Cell {
    /// Text or a number.
    Text(String),
    /// Any view.
    View(AnyView),
}

impl Cell {
    /// A cell with text or a number.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    fn show(self) -> AnyView {
        match self {
            Self::Text(text) => text.into_any(),
            Self::View(view) => view,
        }
    }
}

/// A row. Its first cell is its heading.
pub struct TableRow {
    /// One cell per column.
    pub cells: Vec<Cell>,
    /// `Warning` and `Error` highlight the row.
    pub tone: Tone,
}

impl TableRow {
    /// A plain row.
    #[must_use]
    pub fn new(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            tone: Tone::Neutral,
        }
    }
}

/// A table. The roles are explicit, because the native ones are lost when the table is laid out as cards.
#[component]
pub fn Table(
    /// What it lists.
    #[prop(into)]
    caption: String,
    /// Whether only screen readers show the caption, because a visible heading says the same.
    #[prop(optional)]
    caption_unseen: bool,
    /// The columns.
    columns: Vec<Column>,
    /// The rows.
    rows: Vec<TableRow>,
) -> impl IntoView {
    let body = rows.into_iter().map(|row| line(&columns, row)).collect_view();
    let head = columns.into_iter().map(heading).collect_view();
    view! {
        <table class="table" role="table">
            <caption class=if caption_unseen { "unseen" } else { "" }>{caption}</caption>
            <thead role="rowgroup"><tr role="row">{head}</tr></thead>
            <tbody role="rowgroup">{body}</tbody>
        </table>
    }
}

/// The heading of a column.
fn heading(column: Column) -> impl IntoView {
    let class = column.class();
    view! { <th role="columnheader" scope="col" class=class>{column.label}</th> }
}

/// A row of the table.
fn line(columns: &[Column], row: TableRow) -> impl IntoView + use<> {
    let place = |(at, (cell, column)): (usize, (Cell, &Column))| {
        let class = column.class();
        let content = view! { <span class="cell">{cell.show()}</span> };
        let label = column.label.clone();
        if at == 0 {
            view! { <th role="rowheader" scope="row" class=class data-label=label>{content}</th> }.into_any()
        } else {
            view! { <td role="cell" class=class data-label=label>{content}</td> }.into_any()
        }
    };
    let cells = row.cells.into_iter().zip(columns).enumerate().map(place).collect_view();
    view! { <tr role="row" class=ids::joined(&["row", row.tone.class()])>{cells}</tr> }
}
