//! On paper stands the whole list: every row is drawn before the browser prints, and taken away again.

use super::state::GridState;
use super::window::Drawn;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MediaQueryList};

/// The longest list that is printed: it takes seconds and hundreds of pages. What stands in place of a longer one is the
/// page's to say.
pub const MOST_PRINTED: u32 = 10_000;

/// What listens to the browser's preview of paper.
struct Paper {
    query: MediaQueryList,
    changed: Closure<dyn Fn(Event)>,
}

impl GridState {
    /// Draws every row for as long as the page is printed; for as long as the part of the page stands that asks.
    pub(super) fn follow_printing(self) {
        let before = window_event_listener_untyped("beforeprint", move |_| self.print(true));
        let after = window_event_listener_untyped("afterprint", move |_| self.print(false));
        // A preview that only shows the page as on paper.
        let paper = StoredValue::new_local(self.paper().ok().flatten());
        on_cleanup(move || {
            before.remove();
            after.remove();
            paper.with_value(|paper| paper.as_ref().map(Paper::leave));
        });
    }

    fn paper(self) -> Result<Option<Paper>, JsValue> {
        let Some(query) = window().match_media("print")? else {
            return Ok(None);
        };
        let is_paper = query.clone();
        let changed = Closure::<dyn Fn(Event)>::new(move |_: Event| self.print(is_paper.matches()));
        query.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref())?;
        Ok(Some(Paper { query, changed }))
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

impl Paper {
    fn leave(&self) {
        let listener = self.changed.as_ref().unchecked_ref();
        // Nothing listens any more where it cannot be taken away.
        drop(self.query.remove_event_listener_with_callback("change", listener));
    }
}
