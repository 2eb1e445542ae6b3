//! The position of the rows in the window, and the focused element.

use crate::components::grid::state::GridState;
use crate::components::grid::window::Sight;
use crate::components::here::after;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The elements of a row that can receive the focus.
const CONTROLS: &str = "a, button, select";

impl GridState {
    /// Updates the visible rows in the next frame, at most once per frame however often it is called.
    pub(super) fn look_soon(self) {
        if self
            .inner
            .try_update_value(|inner| std::mem::replace(&mut inner.due, true))
            == Some(false)
        {
            request_animation_frame(move || {
                if self.inner.try_update_value(|inner| inner.due = false).is_some() {
                    self.look();
                }
            });
        }
    }

    /// Draws the rows that have become visible.
    pub(super) fn look(self) {
        let Some(sight) = self.measure() else { return };
        let count = u32::try_from(untrack(|| self.keys()).len()).unwrap_or(u32::MAX);
        let redraw = self.inner.try_update_value(|inner| {
            if inner.printed {
                return false;
            }
            let resized = inner.sight.map(|before| before.row) != Some(sight.row);
            inner.sight = Some(sight);
            let needs = sight.needs(inner.drawn, count);
            inner.drawn = needs.unwrap_or(inner.drawn);
            resized || needs.is_some()
        });
        if redraw == Some(true) {
            self.redraw();
        }
    }

    #[allow(clippy::cast_possible_truncation)] // Pixels of a window are far below the limit.
    fn measure(self) -> Option<Sight> {
        let body = self.body.try_get_untracked()??;
        let row = body
            .query_selector("[role=row]")
            .ok()??
            .dyn_into::<HtmlElement>()
            .ok()?;
        let height = window().inner_height().ok()?.as_f64()?;
        let sight = Sight {
            top: body.get_bounding_client_rect().top() as i32,
            row: u32::try_from(row.offset_height()).ok()?,
            height: u32::try_from(height as i32).ok()?,
        };
        // A hidden grid cannot be measured.
        (sight.row > 0).then_some(sight)
    }

    /// Moves the focus to a position in the list, visible or not. `extend` selects the rows from where Shift was first
    /// pressed.
    pub(super) fn go_to(self, place: u32, extend: bool) {
        let keys = untrack(|| self.keys());
        let last = u32::try_from(keys.len()).unwrap_or(u32::MAX).saturating_sub(1);
        let place = place.min(last);
        let extended = self.inner.try_update_value(|inner| {
            let before = std::mem::replace(&mut inner.focus, place);
            inner.pivot = extend.then(|| inner.pivot.unwrap_or(before));
            inner.within = true;
            inner.moved = true;
            inner.pivot.zip(Some(before))
        });
        if let Some((pivot, before)) = extended.flatten() {
            // Rows that Shift selected before, but no longer covers, are deselected.
            self.chosen.choose(between(&keys, pivot, before), false);
            self.chosen.choose(between(&keys, pivot, place), true);
        }
        self.redraw();
    }

    /// Moves the focus to the row that Tab would enter, when a dialog or a panel closes.
    pub fn take_focus(self) {
        self.inner.update_value(|inner| inner.within = true);
        self.settle_soon();
    }

    /// Restores the focus after the rows are drawn. Tasks run in the order they were queued, and drawing was queued
    /// earlier.
    pub(super) fn settle_soon(self) {
        after(std::future::ready(()), move |()| self.settle());
    }

    /// Moves the focus to the current element of the focused row. After a key press, it also scrolls the row into view.
    fn settle(self) {
        let Some(Some(body)) = self.body.try_get_untracked() else {
            return;
        };
        let Some((focus, true)) = self.inner.try_with_value(|inner| (inner.focus, inner.within)) else {
            return;
        };
        let Some(row) = row_at(&body, focus) else { return };
        let moved = self.inner.try_update_value(|inner| std::mem::take(&mut inner.moved)) == Some(true);
        let active = document().active_element().filter(|it| body.contains(Some(it)));
        let row_before = active.as_ref().and_then(row_of);
        if row_before.as_ref() != Some(&row) {
            // If a control of another row had the focus, the same control of this row receives it.
            let control = active.and_then(|active| place_of(row_before?.as_ref(), &active));
            let wanted = control.and_then(|at| row.query_selector_all(CONTROLS).ok()?.item(at));
            let wanted = wanted.and_then(|wanted| wanted.dyn_into::<HtmlElement>().ok());
            focus_quietly(wanted.as_ref().unwrap_or(&row));
        }
        if moved {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            row.scroll_into_view_with_scroll_into_view_options(&options);
            self.look();
        }
    }
}

/// The row that contains an element.
pub(super) fn row_of(element: &Element) -> Option<HtmlElement> {
    element.closest("[role=row]").ok()??.dyn_into().ok()
}

/// The position of a row element in the list. The header is row 1 of the grid.
pub(super) fn place_in_list(row: &Element) -> Option<u32> {
    row.get_attribute("aria-rowindex")?.parse::<u32>().ok()?.checked_sub(2)
}

fn row_at(body: &Element, place: u32) -> Option<HtmlElement> {
    let selector = ["[aria-rowindex=\"", &(place + 2).to_string(), "\"]"].concat();
    body.query_selector(&selector).ok()??.dyn_into().ok()
}

/// The index of a control among the controls of its row.
fn place_of(row: &Element, control: &Element) -> Option<u32> {
    let controls = row.query_selector_all(CONTROLS).ok()?;
    (0..controls.length()).find(|at| controls.item(*at).as_deref() == Some(control))
}

fn focus_quietly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    drop(element.focus_with_options(&options));
}

/// The keys from one position of the list to the other, both included.
fn between(keys: &[u32], from: u32, to: u32) -> Vec<u32> {
    let index = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
    let to_end = keys.iter().take(index(from.max(to)).saturating_add(1));
    to_end.skip(index(from.min(to))).copied().collect()
}
