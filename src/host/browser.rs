//! What the program asks of the browser: the day, randomness, the address, timers, a file to save.

use crate::licensing::Date;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, Window};

/// The day in UTC (SUB 7); the epoch where the browser's clock is beyond every calendar.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_utc_full_year()).unwrap_or_default();
    Date::new(year, now.get_utc_month() + 1, now.get_utc_date()).unwrap_or(Date::EPOCH)
}

/// Now, ISO 8601 in UTC.
pub fn instant() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// Random bytes that nobody can guess; zeros where the browser has none to give.
pub fn random<const COUNT: usize>() -> [u8; COUNT] {
    let mut bytes = [0; COUNT];
    if let Some(crypto) = window().and_then(|window| window.crypto().ok()) {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}

/// A new command's id: 32 hexadecimal digits.
pub fn command_id() -> String {
    let digit = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap_or('0');
    random::<16>()
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// The hash of the address, with its `#`; empty where there is none.
pub fn hash() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Goes to another hash, so that Back returns from it; listeners of [`on_hash_change`] are told.
pub fn go_to(hash: &str) {
    if let Some(window) = window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Rewrites the hash in place: no step for Back, and no listener is told.
pub fn replace_hash(hash: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// The whole address, to be passed on.
pub fn address() -> String {
    window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default()
}

/// Ends [`on_hash_change`] when it is dropped.
#[must_use = "dropping it ends the listening"]
pub struct HashListener(Closure<dyn FnMut()>);

/// Tells of every other hash until the listener is dropped.
pub fn on_hash_change(mut told: impl FnMut(String) + 'static) -> HashListener {
    let closure = Closure::<dyn FnMut()>::new(move || told(hash()));
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("hashchange", closure.as_ref().unchecked_ref());
    }
    HashListener(closure)
}

impl Drop for HashListener {
    fn drop(&mut self) {
        if let Some(window) = window() {
            let _ = window.remove_event_listener_with_callback("hashchange", self.0.as_ref().unchecked_ref());
        }
    }
}

/// Calls something later, unless it is dropped before.
#[must_use = "dropping it stops the clock"]
pub struct Timer {
    id: Option<i32>,
    _then: Closure<dyn FnMut()>,
}

/// Calls `then` once, `milliseconds` from now.
pub fn after(milliseconds: i32, then: impl FnOnce() + 'static) -> Timer {
    let then = Closure::once(then);
    let function = then.as_ref().unchecked_ref();
    let set = |window: Window| {
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds)
            .ok()
    };
    Timer {
        id: window().and_then(set),
        _then: then,
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(window), Some(id)) = (window(), self.id) {
            window.clear_timeout_with_handle(id);
        }
    }
}

/// Waits so many milliseconds.
pub async fn pause(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    // A timer does not fail; whatever it answers, the time is over.
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Loads the style sheet of the parts that come later, once; it lies beside the compiled module, which `index.html`
/// names.
///
/// # Errors
/// It could not be loaded.
pub async fn later_style() -> Result<(), JsValue> {
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    if document.get_element_by_id(LATER_STYLE).is_some() {
        return Ok(());
    }
    let script = document.query_selector("script[data-wasm]")?.ok_or(JsValue::NULL)?;
    let module = script.get_attribute("data-wasm").unwrap_or_default();
    let folder = module.rsplit_once('/').map_or(".", |(folder, _)| folder);
    let link = document.create_element("link")?;
    link.set_attribute("rel", "stylesheet")?;
    link.set_attribute("href", &[folder, "/later.css"].concat())?;
    let head = document.query_selector("head")?.ok_or(JsValue::NULL)?;
    let loaded = js_sys::Promise::new(&mut |loaded, failed| {
        let _ = link.add_event_listener_with_callback("load", &loaded);
        let _ = link.add_event_listener_with_callback("error", &failed);
        let _ = head.append_child(&link);
    });
    match wasm_bindgen_futures::JsFuture::from(loaded).await {
        Ok(_) => link.set_attribute("id", LATER_STYLE),
        Err(error) => {
            link.remove();
            Err(error)
        }
    }
}

const LATER_STYLE: &str = "later-style";

/// Lets the reader save a text as a file.
///
/// # Errors
/// What the browser says where it refuses.
pub fn save_file(name: &str, content_type: &str, text: &str) -> Result<(), JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(content_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &properties)?;
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into().map_err(JsValue::from)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the file by then; a minute is what slow ones get.
    let closure = Closure::once_into_js(move || drop(Url::revoke_object_url(&url)));
    if let Some(window) = window() {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(closure.unchecked_ref(), 60_000)?;
    }
    Ok(())
}

fn window() -> Option<Window> {
    web_sys::window()
}
