//! When a request to Azure DevOps is retried. The decision depends only on status and headers.

use crate::directory::devops::AdoError;
use crate::unexpected_answer::is_page;

/// The number of retries while the host is busy.
const WAITS: u8 = 3;
/// The longest wait, in seconds, even if the host asks for more.
const LONGEST: u32 = 30;
/// The wait in seconds if the host does not say how long.
const USUAL: u32 = 5;

/// What to do after an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RetryDecision {
    /// Read the answer. Then send nothing for this many seconds.
    Read(u32),
    /// Retry after this many seconds.
    Wait(u32),
    /// Retry with a new token.
    Renew,
    /// Give up.
    Fail(AdoError),
}

/// The retries of a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RetryPolicy {
    waits: u8,
    renewed: bool,
}

impl RetryPolicy {
    /// The decision after an answer with this status, `Retry-After`, and `Content-Type`. A header is `None` if the page
    /// cannot read it.
    pub fn after(&mut self, status: u16, retry_after: Option<&str>, content_type: Option<&str>) -> RetryDecision {
        let told = retry_after.and_then(|it| it.trim().parse::<u32>().ok());
        // 403 with `Retry-After` also means too many requests.
        let is_blocked = matches!(status, 429 | 503) || (status == 403 && told.is_some());
        match status {
            // The sign-in page has a status of its own, or 200.
            203 | 302 => RetryDecision::Fail(AdoError::SignedOut),
            200..300 if is_page(content_type) => RetryDecision::Fail(AdoError::SignedOut),
            200..300 => RetryDecision::Read(told.unwrap_or(0).min(LONGEST)),
            // A token is valid for an hour. If a new one is also refused, the reader has no access.
            401 if !self.renewed => {
                self.renewed = true;
                RetryDecision::Renew
            }
            _ if is_blocked && self.waits < WAITS => {
                self.waits += 1;
                RetryDecision::Wait(told.unwrap_or(USUAL).clamp(1, LONGEST))
            }
            _ if is_blocked => RetryDecision::Fail(AdoError::Busy),
            status => RetryDecision::Fail(AdoError::Status(status)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::devops::IncompleteAnswer;

    const JSON: Option<&str> = Some("application/json; charset=utf-8");

    #[test]
    fn an_answer_is_read_and_a_wish_to_wait_is_kept_for_the_next_question() {
        let after = |retry_after| RetryPolicy::default().after(200, retry_after, JSON);
        assert_eq!(after(None), RetryDecision::Read(0));
        assert_eq!(after(Some("7")), RetryDecision::Read(7));
        assert_eq!(after(Some("600")), RetryDecision::Read(30));
        assert_eq!(after(Some("Wed, 25 Nov 2026 07:28:00 GMT")), RetryDecision::Read(0));
        assert_eq!(RetryPolicy::default().after(200, None, None), RetryDecision::Read(0));
    }

    #[test]
    fn a_host_that_is_busy_is_left_alone_as_long_as_it_says_three_times() {
        let mut retries = RetryPolicy::default();
        assert_eq!(retries.after(429, Some("12"), JSON), RetryDecision::Wait(12));
        assert_eq!(retries.after(503, Some("3600"), None), RetryDecision::Wait(30));
        assert_eq!(retries.after(429, None, None), RetryDecision::Wait(5));
        assert_eq!(retries.after(429, Some("1"), None), RetryDecision::Fail(AdoError::Busy));
        assert_eq!(
            RetryPolicy::default().after(503, Some("0"), None),
            RetryDecision::Wait(1)
        );
        assert!(AdoError::Busy.to_string().contains("busy"));
    }

    #[test]
    fn a_token_is_renewed_once_and_a_second_refusal_is_meant() {
        let mut retries = RetryPolicy::default();
        assert_eq!(retries.after(401, None, JSON), RetryDecision::Renew);
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
            let next = RetryPolicy::default().after(status, None, content_type);
            assert_eq!(
                next,
                RetryDecision::Fail(AdoError::SignedOut),
                "{status} {content_type:?}"
            );
        }
        assert_eq!(
            RetryPolicy::default().after(500, None, Some("text/html")),
            RetryDecision::Fail(AdoError::Status(500))
        );
    }
}
