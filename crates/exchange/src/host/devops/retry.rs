//! Which requests to Azure DevOps are retried. The decision depends only on status and headers.

use crate::directory::devops::AdoError;
use crate::retry::{RetryDecision, RetryPolicy, retry_after_ms};
use crate::unexpected_answer::is_page;

/// The wait before each retry while the host is busy and does not say how long, in milliseconds.
const WAITS_MS: [u32; 3] = [5_000; 3];

/// The retries of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdoRetries {
    policy: RetryPolicy,
    has_new_token: bool,
}

impl Default for AdoRetries {
    fn default() -> Self {
        Self {
            policy: RetryPolicy::new(&WAITS_MS),
            has_new_token: false,
        }
    }
}

impl AdoRetries {
    /// The decision after an answer with this status, `Retry-After`, and `Content-Type`. A header is `None` if the page
    /// cannot read it. Every attempt has a new token.
    pub fn after(
        &mut self,
        status: u16,
        retry_after: Option<&str>,
        content_type: Option<&str>,
    ) -> RetryDecision<AdoError> {
        // 403 with `Retry-After` also means too many requests.
        let is_blocked = matches!(status, 429 | 503) || (status == 403 && retry_after_ms(retry_after).is_some());
        match status {
            // The sign-in page has a status of its own, or 200.
            203 | 302 => RetryDecision::Fail(AdoError::SignedOut),
            200..300 if is_page(content_type) => RetryDecision::Fail(AdoError::SignedOut),
            200..300 => RetryDecision::Read,
            // A token is valid for an hour. If a new one is also refused, the reader has no access.
            401 if !self.has_new_token => {
                self.has_new_token = true;
                RetryDecision::Retry { after_ms: 0 }
            }
            _ if is_blocked => self.policy.after_failure(AdoError::Busy, retry_after),
            status => RetryDecision::Fail(AdoError::Status(status)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::devops::IncompleteAnswer;

    fn again(after_ms: u32) -> RetryDecision<AdoError> {
        RetryDecision::Retry { after_ms }
    }

    const JSON: Option<&str> = Some("application/json; charset=utf-8");

    #[test]
    fn an_answer_is_read_and_a_wish_to_wait_is_kept_for_the_next_question() {
        for retry_after in [None, Some("7"), Some("Wed, 25 Nov 2026 07:28:00 GMT")] {
            assert_eq!(AdoRetries::default().after(200, retry_after, JSON), RetryDecision::Read);
        }
        assert_eq!(AdoRetries::default().after(200, None, None), RetryDecision::Read);
        assert_eq!(retry_after_ms(Some("7")), Some(7_000));
        assert_eq!(retry_after_ms(Some("600")), Some(30_000));
        assert_eq!(retry_after_ms(Some("Wed, 25 Nov 2026 07:28:00 GMT")), None);
    }

    #[test]
    fn a_host_that_is_busy_is_left_alone_as_long_as_it_says_three_times() {
        let mut retries = AdoRetries::default();
        assert_eq!(retries.after(429, Some("12"), JSON), again(12_000));
        assert_eq!(retries.after(503, Some("3600"), None), again(30_000));
        assert_eq!(retries.after(429, None, None), again(5_000));
        assert_eq!(retries.after(429, Some("1"), None), RetryDecision::Fail(AdoError::Busy));
        assert_eq!(AdoRetries::default().after(503, Some("0"), None), again(1_000));
        assert!(AdoError::Busy.to_string().contains("busy"));
    }

    #[test]
    fn a_token_is_renewed_once_and_a_second_refusal_is_meant() {
        let mut retries = AdoRetries::default();
        assert_eq!(retries.after(401, None, JSON), again(0));
        assert_eq!(
            retries.after(401, None, JSON),
            RetryDecision::Fail(AdoError::Status(401))
        );
        assert!(AdoError::Status(401).is_refusal() && !AdoError::Status(500).is_refusal());
        assert!(!AdoError::SignedOut.is_refusal() && !AdoError::Busy.is_refusal());
        // An incomplete answer is not a reason to try another API, which may return even less.
        assert!(!AdoError::Incomplete(IncompleteAnswer::NoList).is_refusal() && !AdoError::Late.is_refusal());
    }

    #[test]
    fn a_page_to_sign_in_is_no_answer() {
        for (status, content_type) in [
            (203, JSON),
            (203, Some("text/html")),
            (302, None),
            (200, Some("text/html; charset=utf-8")),
        ] {
            let next = AdoRetries::default().after(status, None, content_type);
            assert_eq!(
                next,
                RetryDecision::Fail(AdoError::SignedOut),
                "{status} {content_type:?}"
            );
        }
        assert_eq!(
            AdoRetries::default().after(500, None, Some("text/html")),
            RetryDecision::Fail(AdoError::Status(500))
        );
    }
}
