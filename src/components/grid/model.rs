//! What a grid shows: its columns, its rows, its words.

use leptos::prelude::AnyView;
use std::rc::Rc;

/// A column; sorting by it is the page's work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridColumn {
    /// What the page calls it.
    pub key: &'static str,
    /// Its heading.
    pub label: &'static str,
    /// Where the list is sorted by it: whether the other way round.
    pub descending: Option<bool>,
}

/// A row as it is drawn.
pub struct GridRow {
    /// What the box that selects it is called.
    pub select: String,
    /// A place a column; what carries `data-open` opens the row.
    pub cells: Vec<AnyView>,
}

/// The words of a grid.
#[derive(Clone, Copy, Debug)]
pub struct GridWords {
    /// What it lists.
    pub label: &'static str,
    /// The box that selects everything that is listed.
    pub select_all: &'static str,
}

/// The keys of the list, in its order.
pub(super) type Keys = Rc<dyn Fn() -> Rc<Vec<u32>>>;
/// Draws the row of a key; says whether the focus is at it: then its controls can be reached with Tab.
pub(super) type Draw = Rc<dyn Fn(u32, bool) -> GridRow>;
/// Opens the row of a key.
pub(super) type Open = Rc<dyn Fn(u32)>;
