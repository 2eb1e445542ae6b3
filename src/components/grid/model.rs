//! The content of a grid: columns, rows, and texts.

use leptos::prelude::AnyView;
use std::rc::Rc;

/// A column. The page sorts the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridColumn {
    /// The identifier, for the page.
    pub key: &'static str,
    /// The heading.
    pub label: &'static str,
    /// Whether the order is descending, if the list is sorted by this column.
    pub descending: Option<bool>,
}

/// A row to draw.
pub struct GridRow {
    /// The accessible name of its checkbox.
    pub select: String,
    /// One cell per column. An element with `data-open` opens the row.
    pub cells: Vec<AnyView>,
}

/// The texts of a grid.
#[derive(Clone, Copy, Debug)]
pub struct GridWords {
    /// The accessible name of the grid.
    pub label: &'static str,
    /// The accessible name of the checkbox that selects all rows.
    pub select_all: &'static str,
}

/// The keys of the list, in order.
pub(super) type Keys = Rc<dyn Fn() -> Rc<Vec<u32>>>;
/// Draws the row of a key. The flag says whether the row has the focus, so that Tab can reach its controls.
pub(super) type Draw = Rc<dyn Fn(u32, bool) -> GridRow>;
/// Opens the row of a key.
pub(super) type Open = Rc<dyn Fn(u32)>;
