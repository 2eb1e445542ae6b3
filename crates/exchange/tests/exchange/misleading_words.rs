//! Each error is reported as what it is: an ended session, a busy service, an answer from someone else, a request that
//! the browser has blocked. None of them is mistaken for another (ACT 8, ACC 9).
#![allow(clippy::panic, reason = "a test says what it expects")]

use exchange::directory::devops::AdoError;
use exchange::host::devops::retry::AdoRetries;
use exchange::journal::extension::DocumentError;
use exchange::retry::RetryDecision;
use exchange::vendor::retry as vendor;
use serde_json::json;

const JSON: Option<&str> = Some("application/json");

/// The error after all retries that the policy asks for.
fn ends(status: u16, retry_after: Option<&str>, content_type: Option<&str>) -> AdoError {
    let mut retries = AdoRetries::default();
    loop {
        match retries.after(status, retry_after, content_type) {
            RetryDecision::Fail(why) => return why,
            RetryDecision::Read => panic!("{status} was read"),
            RetryDecision::Retry { .. } => {}
        }
    }
}

#[test]
fn a_refused_token_says_reload() {
    let words = ends(401, None, JSON).to_string();
    assert!(words.contains("Reload the page"), "{words}");
    let words = ends(203, None, Some("text/html")).to_string();
    assert!(words.contains("Reload the page"), "{words}");
    let words = ends(403, None, JSON).to_string();
    assert!(
        !words.contains("session") && words.contains("don't have permission"),
        "{words}"
    );
}

#[test]
fn a_request_that_is_blocked_for_its_number_is_busy_and_not_forbidden() {
    for (status, retry_after) in [(429, None), (503, None), (403, Some("5")), (429, Some("30"))] {
        let words = ends(status, retry_after, JSON).to_string();
        assert!(words.contains("busy"), "{status}: {words}");
    }
    // HTML does not turn a busy service into an ended session.
    let words = ends(503, None, Some("text/html")).to_string();
    assert!(words.contains("busy"), "{words}");
}

#[test]
fn the_data_service_is_busy_silent_or_out_of_order_and_no_ended_session() {
    let read = |rejection| DocumentError::read(&rejection, None);
    let page = "<html><title>Service unavailable</title></html>";
    let busy = DocumentError::Throttled { retry_after_s: None };
    assert_eq!(read(json!({"status": 503, "responseText": page})), busy);
    assert_eq!(read(json!({"status": 429, "message": page})), busy);
    let blocked = json!({"status": 400, "typeKey": "RequestBlockedException", "message": "Request was blocked"});
    assert_eq!(read(blocked), busy);
    for status in [500, 502, 504] {
        let fault = read(json!({"status": status, "responseText": page}));
        assert!(matches!(fault, DocumentError::Other { .. }), "{status}: {fault:?}");
    }
    // A timeout is not an error of the service.
    for name in ["Timeout", "TimeoutError", "AbortError"] {
        let fault = read(json!({"name": name, "message": "it did not answer"}));
        assert!(matches!(fault, DocumentError::Offline(_)), "{name}: {fault:?}");
    }
    assert_eq!(
        read(json!({"status": 203, "responseText": page})),
        DocumentError::Expired
    );
    assert_eq!(read(json!({"status": 401, "message": page})), DocumentError::Expired);
}

#[test]
fn act_8_a_service_that_is_busy_says_so() {
    for status in [408, 429, 503] {
        let mut retries = vendor::policy();
        let why = loop {
            if let RetryDecision::Fail(why) = vendor::after(&mut retries, status, None) {
                break why;
            }
        };
        for relay in [true, false] {
            let words = why.words(relay);
            assert!(
                words.contains("busy") && words.contains("ry again"),
                "{status}: {words}"
            );
        }
    }
}
