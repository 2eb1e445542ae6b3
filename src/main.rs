//! The entry point in the browser: mounts the app and reports panics.

use wasm_bindgen::JsValue;

fn main() {
    std::panic::set_hook(Box::new(|info| report_panic(&info.to_string())));
    timetracker_licensing::mount();
}

/// boot.js responds to this event with a message and a Reload button.
fn report_panic(what: &str) {
    let options = web_sys::CustomEventInit::new();
    options.set_detail(&JsValue::from_str(what));
    if let (Some(window), Ok(event)) = (
        web_sys::window(),
        web_sys::CustomEvent::new_with_event_init_dict("app-panic", &options),
    ) {
        // If even this fails, there is no way left to report the panic.
        let _ = window.dispatch_event(&event);
    }
}
