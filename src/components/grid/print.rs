//! Printing: every row is drawn before the browser prints, and removed afterwards.

use crate::components::grid::state::GridState;
use crate::components::grid::window::Drawn;
use gloo_events::EventListener;
use leptos::prelude::*;

/// The longest list that is printed: it takes seconds and hundreds of pages. For a longer list, the page prints a
/// replacement.
pub const MOST_PRINTED: u32 = 10_000;

impl GridState {
    /// Draws every row while the page is being printed. Applies until the calling part of the page is gone.
    pub(super) fn follow_printing(self) {
        let before = window_event_listener_untyped("beforeprint", move |_| self.print(true));
        let after = window_event_listener_untyped("afterprint", move |_| self.print(false));
        // Also covers a preview that only emulates the print style.
        let query = window().match_media("print").ok().flatten();
        let paper = StoredValue::new_local(query.map(|query| {
            let is_paper = query.clone();
            EventListener::new(&query, "change", move |_| self.print(is_paper.matches()))
        }));
        on_cleanup(move || {
            before.remove();
            after.remove();
            paper.dispose();
        });
    }

    fn print(self, begins: bool) {
        let count = u32::try_from(untrack(|| self.keys()).len()).unwrap_or(u32::MAX);
        let whole = begins && count <= MOST_PRINTED;
        let turns = self.inner.try_update_value(|inner| {
            let turns = inner.printed != whole;
            inner.printed = whole;
            if turns {
                inner.drawn = if whole {
                    Drawn { from: 0, to: count }
                } else {
                    Drawn::default()
                };
            }
            turns
        });
        if turns == Some(true) {
            self.redraw();
            self.look_soon();
        }
    }
}
