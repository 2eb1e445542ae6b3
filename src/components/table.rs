//! A table that becomes a list of cards where it is narrow.

use crate::dom::view;
use leptos::prelude::*;

use super::{Tone, ids};

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub label: String,
    /// Whether numbers stand in it: right aligned, figures of one width.
    pub numeric: bool,
}

impl Column {
    /// A column of words.
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
}

/// What stands in a place of the table.
#[derive(Clone)]
pub enum Cell {
    /// Words or a number.
    Text(String),
    /// Two lines: the second is quieter.
    Lines(String, String),
    /// Anything.
    View(ViewFn),
}

impl Cell {
    /// Words or a number.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Anything.
    #[must_use]
    pub fn view(view: impl Into<ViewFn>) -> Self {
        Self::View(view.into())
    }

    fn show(self) -> AnyView {
        match self {
            Self::Text(text) => text.into_any(),
            Self::Lines(first, second) => view! {
                <span class="cell-first">{first}</span>
                <span class="cell-second">{second}</span>
            }
            .into_any(),
            Self::View(view) => view.run(),
        }
    }
}

/// One row; its first place is its heading.
#[derive(Clone)]
pub struct Row {
    /// A place a column.
    pub cells: Vec<Cell>,
    /// A warning or an error marks the row.
    pub tone: Tone,
}

impl Row {
    /// A plain row.
    #[must_use]
    pub fn new(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            tone: Tone::Neutral,
        }
    }
}

/// A table. The roles are written out, since a table that is laid out as cards loses the native ones.
#[component]
pub fn Table(
    /// What it lists.
    #[prop(into)]
    caption: Signal<String>,
    /// Whether the caption is only heard: where a heading above says the same.
    #[prop(optional)]
    caption_unseen: bool,
    /// Its columns.
    #[prop(into)]
    columns: Signal<Vec<Column>>,
    /// Its rows.
    #[prop(into)]
    rows: Signal<Vec<Row>>,
    /// A last row: the sum.
    #[prop(optional, into)]
    foot: MaybeProp<Row>,
) -> impl IntoView {
    let head = move || {
        let heading = |column: Column| view! { <th role="columnheader" scope="col" class:number=column.numeric>{column.label}</th> };
        columns.get().into_iter().map(heading).collect::<Vec<_>>()
    };
    let body = move || {
        let columns = columns.get();
        rows.get().into_iter().map(|row| line(&columns, row)).collect::<Vec<_>>()
    };
    let sum = move || {
        foot.get()
            .map(|row| view! { <tfoot role="rowgroup">{line(&columns.get(), row)}</tfoot> })
    };
    view! {
        <table class="table" role="table">
            <caption class:unseen=caption_unseen>{move || caption.get()}</caption>
            <thead role="rowgroup"><tr role="row">{head}</tr></thead>
            <tbody role="rowgroup">{body}</tbody>
            {sum}
        </table>
    }
    .into_any()
}

/// One row of the table.
fn line(columns: &[Column], row: Row) -> AnyView {
    let place = |(at, (cell, column)): (usize, (Cell, &Column))| {
        let class = if column.numeric { "number" } else { "" };
        let content = view! { <span class="cell">{cell.show()}</span> };
        let label = column.label.clone();
        if at == 0 {
            view! { <th role="rowheader" scope="row" class=class data-label=label>{content}</th> }.into_any()
        } else {
            view! { <td role="cell" class=class data-label=label>{content}</td> }.into_any()
        }
    };
    let cells = row.cells.into_iter().zip(columns).enumerate().map(place).collect::<Vec<_>>();
    view! { <tr role="row" class=ids::joined(&["row", row.tone.class()])>{cells}</tr> }.into_any()
}
