//! What became of a request that a browser has answered with nothing but "failed": as far as that can be found out.

use gloo_net::http::RequestBuilder;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{AbortSignal, ReferrerPolicy, RequestCache, RequestCredentials, RequestMode};

/// How long the question may take, in milliseconds.
const LIMIT_MS: u32 = 10_000;

/// What keeps a request back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The computer is not connected.
    Offline,
    /// The security policy of the page, or of what is around it, forbids the address.
    Forbidden,
    /// Something answers there and does not let the page read it (CORS).
    Hidden,
    /// Nothing comes: the network, a firewall, or an extension of the browser.
    Nothing,
}

/// Asks whether anything answers at an address, even if the page may not read it; nothing of who looks goes with it.
pub async fn reach(url: &str) -> Reach {
    let window = web_sys::window();
    if window.is_some_and(|window| !window.navigator().on_line()) {
        return Reach::Offline;
    }
    let forbidden = Violations::listen();
    let request = RequestBuilder::new(url)
        .mode(RequestMode::NoCors)
        .abort_signal(Some(&AbortSignal::timeout_with_u32(LIMIT_MS)))
        .cache(RequestCache::NoStore)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer);
    let answered = match request.build() {
        Ok(request) => request.send().await.is_ok(),
        Err(_) => false,
    };
    // What a policy forbids is told a moment after the request has failed.
    super::browser::pause(0).await;
    match (answered, forbidden.seen.get()) {
        (true, _) => Reach::Hidden,
        (false, true) => Reach::Forbidden,
        (false, false) => Reach::Nothing,
    }
}

/// Whether the policy of the page has forbidden anything; ends listening when it is dropped.
struct Violations {
    seen: Rc<Cell<bool>>,
    listener: Closure<dyn FnMut()>,
}

/// What the browser calls it.
const VIOLATION: &str = "securitypolicyviolation";

impl Violations {
    fn listen() -> Self {
        let seen = Rc::new(Cell::new(false));
        let told = Rc::clone(&seen);
        let listener = Closure::<dyn FnMut()>::new(move || told.set(true));
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            let _ = document.add_event_listener_with_callback(VIOLATION, listener.as_ref().unchecked_ref());
        }
        Self { seen, listener }
    }
}

impl Drop for Violations {
    fn drop(&mut self) {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            let _ = document.remove_event_listener_with_callback(VIOLATION, self.listener.as_ref().unchecked_ref());
        }
    }
}
