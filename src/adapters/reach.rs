//! What became of a request that a browser has answered with nothing but "failed": as far as that can be found out.

use gloo_events::EventListener;
use gloo_net::http::RequestBuilder;
use std::cell::Cell;
use std::rc::Rc;
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
    if window.as_ref().is_some_and(|window| !window.navigator().on_line()) {
        return Reach::Offline;
    }
    let forbidden = Rc::new(Cell::new(false));
    let seen = Rc::clone(&forbidden);
    let document = window.and_then(|window| window.document());
    // Listens until it is dropped.
    let _listener = document.map(|it| EventListener::new(&it, "securitypolicyviolation", move |_| seen.set(true)));
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
    crate::adapters::browser::pause(0).await;
    match (answered, forbidden.get()) {
        (true, _) => Reach::Hidden,
        (false, true) => Reach::Forbidden,
        (false, false) => Reach::Nothing,
    }
}
