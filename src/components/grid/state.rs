//! The state of a grid: the focused row, the selected rows, and the drawn rows.

use crate::components::grid::model::{Draw, GridRow, Keys, Open};
use crate::components::grid::selection::{Chosen, Rows, Selection};
use crate::components::grid::window::{Drawn, Sight};
use leptos::prelude::*;
use std::rc::Rc;

/// The state of a [`super::Grid`]. The page creates it and reads the selection from it. Cheap to copy.
#[derive(Clone, Copy)]
pub struct GridState {
    pub(super) inner: StoredValue<Inner, LocalStorage>,
    pub(super) chosen: Chosen,
    /// Incremented when a visible part of the state changes.
    changed: RwSignal<u32>,
    pub(super) body: NodeRef<leptos::html::Div>,
}

/// The content of a state.
#[derive(Default)]
pub(super) struct Inner {
    /// The position that Tab enters: the source of truth, whichever element shows that row.
    pub focus: u32,
    /// The position from which Shift extends.
    pub pivot: Option<u32>,
    /// Whether the focus is inside the grid.
    pub within: bool,
    pub drawn: Drawn,
    /// Whether all rows are drawn, for printing.
    pub printed: bool,
    /// The last measurement.
    pub sight: Option<Sight>,
    /// Whether a key moved the focus, so that its row must be scrolled into view.
    pub moved: bool,
    /// Whether an update is due in the next frame.
    pub due: bool,
    pub keys: Option<Keys>,
    pub draw: Option<Draw>,
    pub open: Option<Open>,
}

/// What is at a position of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// The key.
    pub key: u32,
    /// Whether Tab enters the list here.
    pub focused: bool,
    /// Whether the row is selected.
    pub chosen: bool,
}

impl GridState {
    /// Nothing selected, with the focus at the first row. `rows` returns all rows; tracked.
    #[must_use]
    pub fn new<R: Rows>(rows: impl Fn() -> Option<Rc<R>> + Copy + Send + Sync + 'static) -> Self {
        Self {
            inner: StoredValue::new_local(Inner::default()),
            chosen: Chosen::new(rows),
            changed: RwSignal::new(0),
            body: NodeRef::new(),
        }
    }

    /// The number of selected rows; tracked.
    #[must_use]
    pub fn selected(self) -> u32 {
        self.chosen.selection.with(Selection::count)
    }

    /// The number of selected rows that the list shows; tracked.
    #[must_use]
    pub fn selected_in_list(self) -> u32 {
        let keys = self.keys();
        self.chosen.selection.with(|selection| selection.among(&keys))
    }

    /// The keys of the selected rows, whether the list shows them or not; tracked.
    #[must_use]
    pub fn selection(self) -> Vec<u32> {
        self.chosen.selection.with(Selection::keys)
    }

    /// Clears the selection.
    pub fn clear(self) {
        self.chosen.clear();
        self.inner.update_value(|inner| inner.pivot = None);
        self.redraw();
    }

    /// Moves the focus to the first row, because the list is a different one.
    pub fn start_over(self) {
        let moved = self.inner.try_update_value(|inner| {
            inner.pivot = None;
            std::mem::take(&mut inner.focus) != 0
        });
        if moved == Some(true) {
            self.redraw();
        }
    }

    /// The keys of the list; tracked.
    pub(super) fn keys(self) -> Rc<Vec<u32>> {
        let keys = self.inner.with_value(|inner| inner.keys.clone());
        keys.map(|keys| keys()).unwrap_or_default()
    }

    /// The positions whose rows are drawn: the visible ones and some around them; tracked. They always include the
    /// focused row, so that the focus is never lost.
    pub(super) fn places(self) -> Vec<u32> {
        self.changed.track();
        let count = u32::try_from(self.keys().len()).unwrap_or(u32::MAX);
        let plan = self.inner.try_update_value(|inner| {
            inner.focus = inner.focus.min(count.saturating_sub(1));
            (inner.drawn, inner.focus)
        });
        let Some((drawn, focus)) = plan else { return Vec::new() };
        let focused = (focus < count).then_some(focus);
        let before = focused.filter(|focus| *focus < drawn.from);
        let after = focused.filter(|focus| *focus >= drawn.to);
        before
            .into_iter()
            .chain(drawn.from..drawn.to.min(count))
            .chain(after)
            .collect()
    }

    /// What is at a position of the list; tracked.
    pub(super) fn spot(self, place: u32) -> Option<Spot> {
        self.changed.track();
        let keys = self.keys();
        let key = *keys.get(usize::try_from(place).ok()?)?;
        let last = u32::try_from(keys.len()).unwrap_or(u32::MAX).saturating_sub(1);
        self.inner.try_with_value(|inner| Spot {
            key,
            focused: place == inner.focus.min(last),
            chosen: self.chosen.selection.with(|selection| selection.has(key)),
        })
    }

    /// Draws the row of a key; tracked.
    pub(super) fn draw(self, key: u32, focused: bool) -> Option<GridRow> {
        let draw = self.inner.try_with_value(|inner| inner.draw.clone())??;
        Some(draw(key, focused))
    }

    /// Draws the rows again, then moves the focus to the current element of the focused row.
    pub(super) fn redraw(self) {
        self.changed.update(|changed| *changed = changed.wrapping_add(1));
        if self.inner.with_value(|inner| inner.within) {
            self.settle_soon();
        }
    }
}
