//! How often a request is retried, and how long the program waits before that: one policy for every service.

/// The longest wait that a service may ask for, in milliseconds.
pub const LONGEST_WAIT_MS: u32 = 30_000;

/// What to do after an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RetryDecision<E> {
    /// Read the answer.
    Read,
    /// Retry after this many milliseconds.
    Retry {
        /// The wait, in milliseconds.
        after_ms: u32,
    },
    /// Give up.
    Fail(E),
}

/// The waits of a request that fails again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    waits_ms: &'static [u32],
    failures: usize,
}

impl RetryPolicy {
    /// A policy with a wait before each retry, in milliseconds. After the last one it gives up.
    pub const fn new(waits_ms: &'static [u32]) -> Self {
        Self { waits_ms, failures: 0 }
    }

    /// The number of the current attempt, from 1.
    pub fn attempt(&self) -> usize {
        self.failures.saturating_add(1)
    }

    /// The decision after an attempt that failed with an error that may pass. The service's own `Retry-After` counts, within
    /// limits.
    pub fn after_failure<E>(&mut self, error: E, retry_after: Option<&str>) -> RetryDecision<E> {
        let usual = self.waits_ms.get(self.failures).copied();
        self.failures = self.attempt();
        match usual {
            Some(usual_ms) => RetryDecision::Retry {
                after_ms: retry_after_ms(retry_after).map_or(usual_ms, |wait_ms| wait_ms.max(1_000)),
            },
            None => RetryDecision::Fail(error),
        }
    }
}

/// The wait that a `Retry-After` header asks for, in milliseconds, at most [`LONGEST_WAIT_MS`]. `None` if there is none, or if
/// it is a date.
pub fn retry_after_ms(header: Option<&str>) -> Option<u32> {
    let seconds = header?.trim().parse::<u32>().ok()?;
    Some(seconds.saturating_mul(1_000).min(LONGEST_WAIT_MS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_waits_as_it_says_or_as_the_service_says_and_gives_up() {
        let mut retries = RetryPolicy::new(&[1_000, 3_000, 9_000]);
        let after = |after_ms| RetryDecision::Retry { after_ms };
        assert_eq!(retries.attempt(), 1);
        assert_eq!(retries.after_failure("busy", None), after(1_000));
        assert_eq!(retries.after_failure("busy", Some("soon")), after(3_000));
        assert_eq!(retries.after_failure("busy", Some("5")), after(5_000));
        assert_eq!(retries.attempt(), 4);
        assert_eq!(retries.after_failure("busy", Some("5")), RetryDecision::Fail("busy"));
        let mut retries = RetryPolicy::new(&[5_000, 5_000]);
        assert_eq!(retries.after_failure("busy", Some("0")), after(1_000));
        assert_eq!(retries.after_failure("busy", Some("9999")), after(30_000));
    }
}
