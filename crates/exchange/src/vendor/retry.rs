//! Which requests to the vendor are retried. The decision depends only on the status of the answer (ACT 5).

use super::VendorError;
use crate::retry::{RetryDecision, RetryPolicy};

/// The wait before each retry, in milliseconds.
const WAITS_MS: [u32; 3] = [1_000, 3_000, 9_000];
/// The highest number of attempts.
pub const MOST: usize = WAITS_MS.len() + 1;
/// The time limit of an answer, in milliseconds.
pub const TIME_LIMIT_MS: u32 = 10_000;

/// The error of a status. `None` if the answer can be read.
pub fn verdict(status: u16) -> Option<VendorError> {
    match status {
        200..300 => None,
        404 | 410 => Some(VendorError::NotFound),
        401 | 407 => Some(VendorError::Denied),
        // The status of a redirect that the browser was told not to follow.
        0 => Some(VendorError::Redirected),
        502 | 504 => Some(VendorError::BehindRelay),
        408 | 429 | 503 => Some(VendorError::Busy),
        status => Some(VendorError::Status(status)),
    }
}

/// A policy for requests to the vendor.
pub const fn policy() -> RetryPolicy {
    RetryPolicy::new(&WAITS_MS)
}

/// The decision after an answer with this status and `Retry-After`.
pub fn after(retries: &mut RetryPolicy, status: u16, retry_after: Option<&str>) -> RetryDecision<VendorError> {
    match verdict(status) {
        None => RetryDecision::Read,
        Some(why @ (VendorError::BehindRelay | VendorError::Busy | VendorError::Status(500..600))) => {
            retries.after_failure(why, retry_after)
        }
        Some(why) => RetryDecision::Fail(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn act_5_a_service_that_is_busy_or_silent_is_asked_four_times_with_growing_patience() {
        let mut retries = policy();
        let again = |after_ms| RetryDecision::Retry { after_ms };
        assert_eq!(retries.attempt(), 1);
        assert_eq!(retries.after_failure(VendorError::NoAnswer, None), again(1_000));
        assert_eq!(after(&mut retries, 503, None), again(3_000));
        assert_eq!(after(&mut retries, 429, Some("5")), again(5_000));
        assert_eq!(retries.attempt(), MOST);
        let timed_out = retries.after_failure(VendorError::TimedOut, None);
        assert_eq!(timed_out, RetryDecision::Fail(VendorError::TimedOut));
    }

    #[test]
    fn act_8_what_is_said_clearly_is_not_asked_again() {
        for (status, why) in [
            (404, VendorError::NotFound),
            (401, VendorError::Denied),
            (407, VendorError::Denied),
            (302, VendorError::Status(302)),
            (0, VendorError::Redirected),
        ] {
            assert_eq!(after(&mut policy(), status, None), RetryDecision::Fail(why), "{status}");
        }
        assert_eq!(after(&mut policy(), 200, None), RetryDecision::Read);
        let mut retries = policy();
        let last = (0..MOST).map(|_| after(&mut retries, 502, None)).last();
        assert_eq!(last, Some(RetryDecision::Fail(VendorError::BehindRelay)));
    }
}
