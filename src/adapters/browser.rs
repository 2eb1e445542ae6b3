//! Functions of the browser: the day, randomness, the address, timers, files beside the page, and files to save.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Promise, Reflect};
use licensing::Date;
use licensing::value::ids::CommandId;
use licensing::value::instant::Instant;
use std::cell::Cell;
use uuid::Builder;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Response, Url, Window};

/// Today in UTC (SUB 7). If the browser's clock is outside of the calendar, it is the epoch.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_utc_full_year()).unwrap_or_default();
    Date::new(year, now.get_utc_month() + 1, now.get_utc_date()).unwrap_or(Date::EPOCH)
}

/// Now, in UTC. If the browser's clock is outside of the calendar, it is the start of [`today`].
pub fn instant() -> Instant {
    let text = String::from(js_sys::Date::new_0().to_iso_string());
    Instant::parse(&text).unwrap_or_else(|| Instant::morning_of(today()))
}

/// The time of the computer's clock, in milliseconds.
pub fn milliseconds() -> u64 {
    js_sys::Date::now() as u64
}

/// Now, in seconds of the computer's clock.
pub fn seconds() -> u64 {
    milliseconds() / 1_000
}

/// The text that [`remember`] stored. `None` if there is none, or if the browser stores nothing.
pub fn recall(name: &str) -> Option<String> {
    let storage = window()?.local_storage().ok()??;
    storage.get_item(name).ok()?
}

/// Stores a small text in this browser for later pages. A failure is not reported, because the text is optional.
pub fn remember(name: &str, text: &str) {
    let storage = window().and_then(|window| window.local_storage().ok()?);
    if let Some(storage) = storage {
        drop(storage.set_item(name, text));
    }
}

/// Random bytes that no one can guess. If the browser has no secure source, bytes that are at least different for each
/// call.
pub fn random<const COUNT: usize>() -> [u8; COUNT] {
    let mut bytes = [0; COUNT];
    let crypto = window().and_then(|window| window.crypto().ok());
    let filled = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        make_unique(&mut bytes);
    }
    bytes
}

thread_local! {
    /// The number of times that bytes were made without `crypto`.
    static MADE: Cell<u32> = const { Cell::new(0) };
}

/// Combines pseudo-random bytes, the time, and the number of calls. If the first two repeat, the third still differs.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::float_arithmetic)] // From 0 to below 256.
fn make_unique(bytes: &mut [u8]) {
    bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    let made = MADE.replace(MADE.get().wrapping_add(1)).to_le_bytes();
    let now = js_sys::Date::now().to_bits().to_le_bytes();
    for (byte, more) in bytes.iter_mut().zip(made.into_iter().chain(now)) {
        *byte ^= more;
    }
}

/// The id of a new command: 32 hexadecimal digits.
pub fn command_id() -> CommandId {
    CommandId::new(Builder::from_random_bytes(random()).into_uuid().simple().to_string())
}

/// The hash of the address, including `#`. Empty if there is none.
pub fn hash() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The Azure DevOps hub that shows the page, if any: `?view=` in the address of a framed page.
pub fn hub() -> Option<String> {
    let search = window().filter(|_| is_framed())?.location().search().ok()?;
    let values = search.strip_prefix('?')?.split('&');
    values
        .filter_map(|it| it.strip_prefix("view="))
        .next()
        .map(str::to_owned)
}

/// Shows the product's icon in the browser tab, or none.
pub fn show_icon(shown: bool) {
    let document = window().and_then(|window| window.document());
    let icon = document.and_then(|document| document.query_selector(r#"link[rel="icon"]"#).ok().flatten());
    if let Some(icon) = icon {
        let _ = icon.set_attribute("href", if shown { "icon.svg" } else { "data:," });
    }
}

/// Reloads the page from the server.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Navigates to another hash, so that Back returns to this one. Notifies the listeners of [`on_hash_change`].
pub fn go_to(hash: &str) {
    if let Some(window) = window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Replaces the hash: adds no step for Back, and notifies no listener.
pub fn replace_hash(hash: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// The whole address, for sharing.
pub fn address() -> String {
    window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default()
}

/// Calls `told` with each new hash until the listener is dropped.
pub fn on_hash_change(mut told: impl FnMut(String) + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "hashchange", move |_| told(hash())))
}

/// Calls `told` whenever the page receives the focus, for the life of the page.
pub fn on_focus(mut told: impl FnMut() + 'static) {
    if let Some(window) = window() {
        EventListener::new(&window, "focus", move |_| told()).forget();
    }
}

/// Whether the page is visible, so neither in a background tab nor minimized.
pub fn is_in_sight() -> bool {
    let document = window().and_then(|window| window.document());
    document.is_some_and(|document| !document.hidden())
}

/// Waits this many milliseconds. Browsers limit the wait to 25 days.
pub async fn pause(milliseconds: u32) {
    TimeoutFuture::new(milliseconds.min(i32::MAX.unsigned_abs())).await;
}

/// The current version of a file beside the page. boot.js reads it. If the frame of a Server does not let the page read
/// its files, boot.js loads the file from a script beside it.
///
/// # Errors
/// The message of the browser.
pub async fn file_beside(name: &str) -> Result<Response, String> {
    let read = || -> Result<Promise, JsValue> {
        let function: Function = Reflect::get(&js_sys::global(), &"timetrackerRead".into())?.dyn_into()?;
        function
            .call2(&JsValue::NULL, &name.into(), &"no-cache".into())?
            .dyn_into()
    };
    let words = |error: JsValue| {
        error
            .dyn_into::<js_sys::Error>()
            .map_or_else(|_| String::new(), |error| error.to_string().into())
    };
    let answer = JsFuture::from(read().map_err(words)?).await.map_err(words)?;
    answer.dyn_into().map_err(words)
}

/// The script that creates PDFs, by the id of its element.
const PDF_SCRIPT: &str = "pdf-script";

/// Loads the script that creates PDFs, once. The page names it beside its module (scripts/finish.mjs).
///
/// # Errors
/// The script could not be loaded, or the page was built without it.
pub async fn pdf_script() -> Result<(), JsValue> {
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    if document.get_element_by_id(PDF_SCRIPT).is_some() {
        return Ok(());
    }
    let named = document.query_selector("script[data-pdf]")?;
    let address = named.and_then(|script| script.get_attribute("data-pdf"));
    let address = address.ok_or_else(|| js_sys::Error::new("this page was built without PDF support"))?;
    let script = document.create_element("script")?;
    script.set_attribute("src", &address)?;
    let head = document.query_selector("head")?.ok_or(JsValue::NULL)?;
    let loaded = Promise::new(&mut |loaded, failed| {
        let _ = script.add_event_listener_with_callback("load", &loaded);
        let _ = script.add_event_listener_with_callback("error", &failed);
        let _ = head.append_child(&script);
    });
    // A loaded script gets the id. A failed one is removed, so that loading it can be retried.
    match JsFuture::from(loaded).await {
        Ok(_) => script.set_attribute("id", PDF_SCRIPT),
        Err(error) => {
            script.remove();
            Err(error)
        }
    }
}

/// How long the address of a saved file is valid, in milliseconds. A minute is enough for slow browsers.
const SAVED_MS: u32 = 60_000;

/// Offers a file for download. A frame that forbids downloads does not report that.
///
/// # Errors
/// The error of the browser if it refuses.
pub fn save_bytes(name: &str, content_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into().map_err(JsValue::from)?;
    let url = object_url(content_type, bytes)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(SAVED_MS, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}

/// Opens a file in a new window. Its address is valid for the life of this page, because the file may be saved from
/// there.
///
/// # Errors
/// The browser or the frame forbids new windows.
pub fn open_bytes(content_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let url = object_url(content_type, bytes)?;
    let opened = window().map(|window| window.open_with_url_and_target(&url, "_blank"));
    match opened {
        Some(Ok(Some(_))) => Ok(()),
        other => {
            Url::revoke_object_url(&url)?;
            Err(other.and_then(Result::err).unwrap_or(JsValue::NULL))
        }
    }
}

/// Whether the page is in a frame, which may silently forbid downloads.
pub fn is_framed() -> bool {
    window().is_some_and(|window| window.parent().is_ok_and(|parent| parent.as_ref() != Some(&window)))
}

/// Whether the page is in a sandboxed frame without an origin.
pub fn has_no_origin() -> bool {
    window().is_some_and(|window| window.origin() == "null")
}

fn object_url(content_type: &str, bytes: &[u8]) -> Result<String, JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(content_type);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &properties)?;
    Url::create_object_url_with_blob(&blob)
}

fn window() -> Option<Window> {
    web_sys::window()
}
