//! When a request to the vendor is retried. The decision depends only on the status of the answer (ACT 5).

use super::VendorError;

/// The wait before each retry, in milliseconds.
const BACK_OFF_MS: [u32; 3] = [1_000, 3_000, 9_000];
/// The highest number of attempts.
pub const MOST: usize = BACK_OFF_MS.len() + 1;
/// The longest wait that the service may ask for, in milliseconds.
const LONGEST_MS: u32 = 30_000;
/// The time limit of an answer, in milliseconds.
pub const TIME_LIMIT_MS: u32 = 10_000;

/// What to do after an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RetryDecision {
    /// Read the answer.
    Read,
    /// Retry after this many milliseconds.
    Again(u32),
    /// Give up.
    Fail(VendorError),
}

/// The retries of a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RetryPolicy {
    failures: usize,
}

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

impl RetryPolicy {
    /// The decision after an answer with this status and `Retry-After`.
    pub fn after(&mut self, status: u16, retry_after: Option<&str>) -> RetryDecision {
        let told = retry_after.and_then(|it| it.trim().parse::<u32>().ok());
        let told = told.map(|seconds| seconds.saturating_mul(1_000).clamp(1_000, LONGEST_MS));
        match verdict(status) {
            None => RetryDecision::Read,
            Some(why @ (VendorError::BehindRelay | VendorError::Busy | VendorError::Status(500..600))) => {
                self.again(why, told)
            }
            Some(why) => RetryDecision::Fail(why),
        }
    }

    /// The decision after an attempt without an answer.
    pub fn after_nothing(&mut self, why: VendorError) -> RetryDecision {
        self.again(why, None)
    }

    /// The number of the current attempt, from 1.
    pub fn number(&self) -> usize {
        self.failures + 1
    }

    fn again(&mut self, why: VendorError, told: Option<u32>) -> RetryDecision {
        let wait = BACK_OFF_MS.get(self.failures).copied();
        self.failures += 1;
        match wait {
            Some(wait) => RetryDecision::Again(told.unwrap_or(wait)),
            None => RetryDecision::Fail(why),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn act_5_a_service_that_is_busy_or_silent_is_asked_four_times_with_growing_patience() {
        let mut retries = RetryPolicy::default();
        assert_eq!(retries.number(), 1);
        assert_eq!(
            retries.after_nothing(VendorError::NoAnswer),
            RetryDecision::Again(1_000)
        );
        assert_eq!(retries.after(503, None), RetryDecision::Again(3_000));
        assert_eq!(retries.after(429, Some("5")), RetryDecision::Again(5_000));
        assert_eq!(retries.number(), MOST);
        assert_eq!(
            retries.after_nothing(VendorError::TimedOut),
            RetryDecision::Fail(VendorError::TimedOut)
        );
        assert_eq!(
            RetryPolicy::default().after(503, Some("9999")),
            RetryDecision::Again(30_000)
        );
        assert_eq!(
            RetryPolicy::default().after(503, Some("soon")),
            RetryDecision::Again(1_000)
        );
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
            assert_eq!(
                RetryPolicy::default().after(status, None),
                RetryDecision::Fail(why),
                "{status}"
            );
        }
        assert_eq!(RetryPolicy::default().after(200, None), RetryDecision::Read);
        let mut retries = RetryPolicy { failures: 3 };
        assert_eq!(retries.after(502, None), RetryDecision::Fail(VendorError::BehindRelay));
    }
}
