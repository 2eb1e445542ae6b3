//! Finds out, as far as possible, why a request failed for which the browser reports no reason.

use gloo_events::EventListener;
use gloo_net::http::RequestBuilder;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::{AbortSignal, ReferrerPolicy, RequestCache, RequestCredentials, RequestMode};

/// The time limit of the test request, in milliseconds.
const LIMIT_MS: u32 = 10_000;

/// What blocks a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The computer is offline.
    Offline,
    /// The security policy of the page, or of the page around it, forbids the address.
    Forbidden,
    /// A server responds but does not let the page read the response (CORS).
    Hidden,
    /// There is no response: because of the network, a firewall, or a browser extension.
    Nothing,
}

/// Tests whether a server responds at an address, even if the page may not read the response. Sends nothing about the
/// viewer.
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
    // The browser reports a policy violation shortly after the request has failed.
    crate::adapters::browser::pause(0).await;
    match (answered, forbidden.get()) {
        (true, _) => Reach::Hidden,
        (false, true) => Reach::Forbidden,
        (false, false) => Reach::Nothing,
    }
}
