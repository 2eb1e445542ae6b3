//! Browser entry: says so where the program stops, and puts the app on the page.

use leptos::prelude::*;
use timetracker_licensing::app::App;
use wasm_bindgen::JsValue;

fn main() {
    std::panic::set_hook(Box::new(|info| tell_of_panic(&info.to_string())));
    mount_to_body(App);
}

/// boot.js answers this event with a notice and a Reload button.
fn tell_of_panic(what: &str) {
    let options = web_sys::CustomEventInit::new();
    options.set_detail(&JsValue::from_str(what));
    if let (Some(window), Ok(event)) = (
        web_sys::window(),
        web_sys::CustomEvent::new_with_event_init_dict("app-panic", &options),
    ) {
        // Nothing is left to be told where even that fails.
        let _ = window.dispatch_event(&event);
    }
}
