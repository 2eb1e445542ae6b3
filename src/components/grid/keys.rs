//! Keyboard and mouse behavior, the same as in the tables of Azure DevOps.

use crate::components::grid::focus::{place_in_list, row_of};
use crate::components::grid::state::GridState;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Where an event occurred: the element, and the position of its row in the list.
fn place(event: &ev::Event) -> Option<(Element, u32)> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    let place = place_in_list(row_of(&element)?.as_ref())?;
    Some((element, place))
}

impl GridState {
    /// Keys: the arrows, Home, End, Page Up, and Page Down move; Shift extends; Space selects; Ctrl+A selects all;
    /// Enter opens; Esc clears the selection.
    pub(super) fn on_key(self, event: &ev::KeyboardEvent) {
        let Some((element, at)) = place(event) else { return };
        let own = !element.matches("button, a, select, input, textarea").unwrap_or(false);
        let ctrl = event.ctrl_key() || event.meta_key();
        let rows = self
            .inner
            .with_value(|inner| inner.sight.map_or(10, |sight| sight.rows()));
        let page = rows.saturating_sub(3).max(1);
        let key = event.key();
        let to = match key.as_str() {
            "ArrowDown" => at.saturating_add(1),
            "ArrowUp" => at.saturating_sub(1),
            "PageDown" => at.saturating_add(page),
            "PageUp" => at.saturating_sub(page),
            "Home" => 0,
            "End" => u32::MAX,
            "a" | "A" if ctrl => return self.act(event, Self::select_all),
            " " if own => return self.act(event, |state| state.toggle(at, event.shift_key())),
            "Enter" if own => return self.act(event, |state| state.open(at)),
            "Escape" if untrack(|| self.selected()) > 0 => return self.act(event, Self::clear),
            _ => return,
        };
        // A select element keeps its arrow keys, and Alt belongs to the browser.
        if !event.alt_key() && element.tag_name() != "SELECT" {
            self.act(event, |state| state.go_to(to, event.shift_key()));
        }
    }

    fn act(self, event: &ev::KeyboardEvent, act: impl FnOnce(Self)) {
        event.prevent_default();
        act(self);
    }

    /// A click selects on the checkbox, and opens on an element that opens the row. With Ctrl or Shift, it selects
    /// anywhere.
    pub(super) fn on_click(self, event: &ev::MouseEvent) {
        let Some((element, at)) = place(event) else { return };
        let on = |selector: &str| element.closest(selector).ok().flatten().is_some();
        if on(".grid-box") || ((event.ctrl_key() || event.meta_key()) && !on("select, a")) {
            self.toggle(at, event.shift_key());
        } else if event.shift_key() && !on("select, a") {
            self.toggle(at, true);
        } else if on("[data-open]") {
            self.open(at);
        }
    }

    /// Prevents Shift from selecting the text of the page as well.
    pub(super) fn on_press(event: &ev::MouseEvent) {
        if event.shift_key() && place(event).is_some() {
            event.prevent_default();
        }
    }

    /// Tab next enters the row that has the focus now.
    pub(super) fn on_focus(self, event: &ev::FocusEvent) {
        let Some((_, at)) = place(event) else { return };
        let before = self.inner.try_update_value(|inner| {
            inner.within = true;
            std::mem::replace(&mut inner.focus, at)
        });
        if before != Some(at) {
            self.redraw();
        }
    }

    /// The focus left the grid.
    pub(super) fn on_blur(self, event: &ev::FocusEvent) {
        let to = event
            .related_target()
            .and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        let inside = self
            .body
            .try_get_untracked()
            .flatten()
            .is_some_and(|body| body.contains(to.as_ref()));
        // A removed element loses the focus to nothing. Its row receives the focus again when it is drawn.
        if !inside && to.is_some() {
            self.inner.try_update_value(|inner| inner.within = false);
        }
    }

    /// Selects or deselects a row. With Shift, selects everything from the row that was selected before.
    pub(super) fn toggle(self, at: u32, extend: bool) {
        if extend {
            return self.go_to(at, true);
        }
        if let Some(key) = self.key_at(at) {
            let is_chosen = self.chosen.selection.with_untracked(|selection| selection.has(key));
            self.chosen.choose(vec![key], !is_chosen);
        }
        self.inner.update_value(|inner| {
            inner.pivot = Some(at);
            inner.focus = at;
        });
        self.redraw();
    }

    /// Selects every row of the list, visible or not.
    pub(super) fn select_all(self) {
        self.chosen.choose(untrack(|| self.keys()).to_vec(), true);
    }

    /// The checkbox in the header: selects all rows, or none.
    pub(super) fn toggle_all(self) {
        let keys = untrack(|| self.keys());
        let chosen = self.chosen.selection.with_untracked(|selection| selection.among(&keys));
        let are_all = usize::try_from(chosen) == Ok(keys.len());
        self.chosen.choose(keys.to_vec(), !are_all);
        self.inner.update_value(|inner| inner.pivot = None);
    }

    /// The key at a position of the list.
    fn key_at(self, at: u32) -> Option<u32> {
        untrack(|| self.keys()).get(usize::try_from(at).ok()?).copied()
    }

    fn open(self, at: u32) {
        let open = self.inner.with_value(|inner| inner.open.clone());
        if let (Some(key), Some(open)) = (self.key_at(at), open) {
            open(key);
        }
    }
}
