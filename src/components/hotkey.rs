//! Keyboard shortcuts that work wherever the focus is.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Runs an action when a key is pressed, unless a field has the focus or a dialog or popover is open. Applies until the calling
/// part of the page is gone.
pub fn on_hotkey(key: &'static str, act: impl Fn() + 'static) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented());
        if event.key() == key && plain && !is_meant_for_another(&event) {
            event.prevent_default();
            act();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Whether the key belongs to a field, a dialog, or a popover.
fn is_meant_for_another(event: &ev::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let typed = target.is_some_and(|target| {
        target
            .matches("input, textarea, select, [contenteditable]")
            .unwrap_or(false)
    });
    typed
        || document()
            .query_selector("dialog[open], :popover-open")
            .is_ok_and(|open| open.is_some())
}
