//! What a grid knows beside its rows: which one has the focus, which are selected, which are drawn.

use crate::components::grid::model::{Draw, GridRow, Keys, Open};
use crate::components::grid::selection::{Chosen, Rows, Selection};
use crate::components::grid::window::{Drawn, Sight};
use leptos::prelude::*;
use std::rc::Rc;

/// The state of a [`super::Grid`]: made by the page, which asks it what is selected. Cheap to copy.
#[derive(Clone, Copy)]
pub struct GridState {
    pub(super) inner: StoredValue<Inner, LocalStorage>,
    pub(super) chosen: Chosen,
    /// Raised when something of it is to be seen.
    changed: RwSignal<u32>,
    pub(super) body: NodeRef<leptos::html::Div>,
}

/// What a state holds.
#[derive(Default)]
pub(super) struct Inner {
    /// The place in the list that Tab enters: the truth, whatever element stands for it.
    pub focus: u32,
    /// The place from which Shift extends.
    pub pivot: Option<u32>,
    /// Whether the focus is inside.
    pub within: bool,
    pub drawn: Drawn,
    /// Whether all of it is drawn, for paper.
    pub printed: bool,
    /// As it was measured last.
    pub sight: Option<Sight>,
    /// Whether a key has moved the focus, so that its row has to come into sight.
    pub moved: bool,
    /// Whether a look is due with the next frame.
    pub due: bool,
    pub keys: Option<Keys>,
    pub draw: Option<Draw>,
    pub open: Option<Open>,
}

/// What stands at a place of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// The key.
    pub key: u32,
    /// Whether Tab enters the list here.
    pub focused: bool,
    /// Whether it is selected.
    pub chosen: bool,
}

impl GridState {
    /// Nothing selected, at the first row. `rows` answers the rows that there are; tracked.
    #[must_use]
    pub fn new<R: Rows>(rows: impl Fn() -> Option<Rc<R>> + Copy + Send + Sync + 'static) -> Self {
        Self {
            inner: StoredValue::new_local(Inner::default()),
            chosen: Chosen::new(rows),
            changed: RwSignal::new(0),
            body: NodeRef::new(),
        }
    }

    /// How many rows are selected; tracked.
    #[must_use]
    pub fn selected(self) -> u32 {
        self.chosen.selection.with(Selection::count)
    }

    /// How many of the rows in the list are selected; tracked.
    #[must_use]
    pub fn selected_in_list(self) -> u32 {
        let keys = self.keys();
        self.chosen.selection.with(|selection| selection.among(&keys))
    }

    /// The keys of the selected rows, in the list or not; tracked.
    #[must_use]
    pub fn selection(self) -> Vec<u32> {
        self.chosen.selection.with(Selection::keys)
    }

    /// Selects nothing.
    pub fn clear(self) {
        self.chosen.clear();
        self.inner.update_value(|inner| inner.pivot = None);
        self.redraw();
    }

    /// The list is another one: the focus enters at its first row.
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

    /// The places whose rows are drawn; tracked. Those in sight and around; the row with the focus always stands among
    /// them, so that the focus is never lost.
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

    /// What stands at a place of the list; tracked.
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

    /// Draws the rows again; the focus goes to the element that stands for its row then.
    pub(super) fn redraw(self) {
        self.changed.update(|changed| *changed = changed.wrapping_add(1));
        if self.inner.with_value(|inner| inner.within) {
            self.settle_soon();
        }
    }
}
