//! An attempt to reach the vendor: what to do after an answer, by its status alone.

use crate::host::strange::Strange;

/// How long to wait before each further attempt, in milliseconds: so many there are.
const BACK_OFF_MS: [u32; 3] = [1_000, 3_000, 9_000];
/// How often one question is asked at most.
pub const MOST: usize = BACK_OFF_MS.len() + 1;
/// How long to wait at most where the service says for how long, in milliseconds.
const LONGEST_MS: u32 = 30_000;
/// How long an answer may take, in milliseconds.
pub const TIME_LIMIT_MS: u32 = 10_000;

/// Why nothing came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreached {
    /// The catalogue names no service.
    NoService,
    /// An https page may ask only what has TLS.
    Insecure,
    /// Nothing: a closed port, a certificate that the browser does not trust, a firewall, an extension of the browser.
    NoAnswer,
    /// The computer is not connected.
    Offline,
    /// Something answers, and the page has no leave to read it.
    Hidden,
    /// The security policy of the page forbids the address.
    Forbidden,
    /// It took too long.
    TimedOut,
    /// There is nothing of that name.
    NotFound,
    /// User name and password were refused, or are missing.
    Denied,
    /// The relay did not reach the service.
    BehindRelay,
    /// It is asked too much.
    Busy,
    /// Another status.
    Status(u16),
    /// One of these, and what the answer says of itself.
    Answered(Box<Unreached>, Strange),
    /// What came is something else than was asked for.
    Other(Strange),
    /// More than a certificate can be.
    TooLong,
    /// The relay asks for a password, and none was entered for where it is now: nothing was sent.
    NoPassword,
    /// It answered with the address of somebody else, who would get the password, too.
    Redirected,
    /// Called off.
    CalledOff,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Read what came.
    Read,
    /// Ask again after so many milliseconds.
    Again(u32),
    /// Give up.
    Fail(Unreached),
}

/// One question, however often it is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attempt {
    failures: usize,
}

/// Why nothing can be read of an answer with this status; none where it can.
pub fn verdict(status: u16) -> Option<Unreached> {
    match status {
        200..300 => None,
        404 | 410 => Some(Unreached::NotFound),
        401 | 407 => Some(Unreached::Denied),
        // What a browser shows of a redirect that it was told not to follow.
        0 => Some(Unreached::Redirected),
        502 | 504 => Some(Unreached::BehindRelay),
        408 | 429 | 503 => Some(Unreached::Busy),
        status => Some(Unreached::Status(status)),
    }
}

impl Attempt {
    /// What to do after an answer with this status and `Retry-After`.
    pub fn after(&mut self, status: u16, retry_after: Option<&str>) -> Next {
        let told = retry_after.and_then(|it| it.trim().parse::<u32>().ok());
        let told = told.map(|seconds| seconds.saturating_mul(1_000).clamp(1_000, LONGEST_MS));
        match verdict(status) {
            None => Next::Read,
            Some(why @ (Unreached::BehindRelay | Unreached::Busy | Unreached::Status(500..600))) => {
                self.again(why, told)
            }
            Some(why) => Next::Fail(why),
        }
    }

    /// What to do where nothing came.
    pub fn after_nothing(&mut self, why: Unreached) -> Next {
        self.again(why, None)
    }

    /// Which attempt is under way, from 1.
    pub fn number(&self) -> usize {
        self.failures + 1
    }

    fn again(&mut self, why: Unreached, told: Option<u32>) -> Next {
        let wait = BACK_OFF_MS.get(self.failures).copied();
        self.failures += 1;
        match wait {
            Some(wait) => Next::Again(told.unwrap_or(wait)),
            None => Next::Fail(why),
        }
    }
}

impl Unreached {
    /// The same with what the answer says of itself.
    pub fn answered(self, strange: Strange) -> Self {
        Self::Answered(Box::new(self), strange)
    }

    /// Why, without what the answer says of itself.
    pub fn reason(&self) -> &Self {
        match self {
            Self::Answered(why, _) => why,
            why => why,
        }
    }

    /// What is the matter and what to do (ACT 8). `relay`: whether the way went through one.
    pub fn words(&self, relay: bool) -> String {
        let text = match (self, relay) {
            (Self::NoService, _) => {
                "The catalogue names no activation service. Ask support for a file, and activate offline."
            }
            (Self::Insecure, true) => {
                "This page came over https, so the relay must have TLS, too. Give it a certificate, and enter its address with https://."
            }
            (Self::Insecure, false) => {
                "This page came over https, and the address of the vendor has no TLS. Ask support, or activate offline."
            }
            (Self::NoAnswer, true) => {
                "The relay did not answer in a way that the browser lets through. Check address, port and its TLS certificate; with a password, it must answer the browser’s preflight (OPTIONS) without one. Test connection tells more."
            }
            (Self::NoAnswer, false) => {
                "The activation service cannot be reached: there was no answer. The network, a firewall or a browser extension such as an ad blocker may be blocking it. Check them; if this computer has no internet, set up the proxy, or activate offline by a file."
            }
            (Self::Offline, true) => {
                "This computer is offline, so the relay was not asked. Connect it, then try again."
            }
            (Self::Offline, false) => {
                "This computer is offline, so the activation service was not asked. Connect it, then try again; where it is never connected, activate offline by a file."
            }
            (Self::Hidden, true) => {
                "The relay answers, but the browser does not let this page read the answer. Configure the relay to allow this (Access-Control-Allow-Origin), as in the guide. Test connection tells more."
            }
            (Self::Hidden, false) => {
                "Something answers at the address of the activation service, but the browser does not let this page read the answer (CORS). A proxy or firewall may be in the way. Set up the proxy, ask support, or activate offline by a file."
            }
            (Self::Forbidden, _) => {
                "The security policy of this page forbids the address (connect-src). Ask whoever runs this page to allow it, or activate offline by a file."
            }
            (Self::Busy, true) => "The relay, or the service behind it, is busy. Wait a minute, then try again.",
            (Self::Busy, false) => "The activation service is busy. Wait a minute, then try again.",
            (Self::TimedOut, true) => {
                "The relay took longer than 10 seconds. Check that it reaches the activation service, then try again."
            }
            (Self::TimedOut, false) => {
                "The activation service took longer than 10 seconds. Try again; where a firewall is in the way, set up the proxy, or activate offline."
            }
            (Self::NotFound, _) => {
                "The activation service does not know this subscription ID, or its certificate is not issued yet. Compare it with an invoice; a new purchase takes until it was processed."
            }
            (Self::Denied, true) => "The relay refused user name and password. Enter them again in the proxy settings.",
            (Self::Denied, false) => {
                "The activation service refused the request. Try again later; if it stays so, ask support."
            }
            (Self::BehindRelay, true) => {
                "The relay answered, and did not reach the activation service. Check the address behind it and its way to the internet."
            }
            (Self::BehindRelay, false) => "The activation service is out of order at the moment. Try again later.",
            (Self::TooLong, _) => {
                "What came is no certificate: it is far too long. Check the address; if it is right, ask support."
            }
            (Self::NoPassword, _) => {
                "The proxy asks for a password, and you have entered none for its present address, port and user name, so nothing was sent. Look at the proxy settings: if all of it is right, enter the password there; if it is not, somebody has changed it, so set it right first."
            }
            (Self::Redirected, true) => {
                "The relay answered with a redirect, which is not followed: user name and password would go along. Enter the address that it leads to, or let the relay forward by itself, as in the guide."
            }
            (Self::Redirected, false) => {
                "The activation service answered with a redirect, which is not followed. Ask support for the right address, or activate offline."
            }
            (Self::CalledOff, _) => "Called off. Nothing was changed.",
            (Self::Answered(why, strange), relay) => {
                return [&why.words(relay), " The answer: ", &strange.words(), "."].concat();
            }
            (Self::Other(strange), relay) => {
                let who = if relay { "the relay" } else { "the activation service" };
                return [
                    "Something answered instead of ",
                    who,
                    ", such as a sign-in page, a proxy or a firewall (",
                    &strange.words(),
                    "). Nothing was changed. Open the address in the browser to see it; if it stays so, ask support, or activate offline by a file.",
                ]
                .concat();
            }
            (Self::Status(status), _) => {
                let who = if relay { "The relay" } else { "The activation service" };
                return [
                    who,
                    " answered with the status ",
                    &status.to_string(),
                    ". Try again later; if it stays so, ask support.",
                ]
                .concat();
            }
        };
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn act_5_a_service_that_is_busy_or_silent_is_asked_four_times_with_growing_patience() {
        let mut attempt = Attempt::default();
        assert_eq!(attempt.number(), 1);
        assert_eq!(attempt.after_nothing(Unreached::NoAnswer), Next::Again(1_000));
        assert_eq!(attempt.after(503, None), Next::Again(3_000));
        assert_eq!(attempt.after(429, Some("5")), Next::Again(5_000));
        assert_eq!(attempt.number(), MOST);
        assert_eq!(
            attempt.after_nothing(Unreached::TimedOut),
            Next::Fail(Unreached::TimedOut)
        );
        assert_eq!(Attempt::default().after(503, Some("9999")), Next::Again(30_000));
        assert_eq!(Attempt::default().after(503, Some("soon")), Next::Again(1_000));
    }

    #[test]
    fn act_8_what_is_said_clearly_is_not_asked_again() {
        for (status, why) in [
            (404, Unreached::NotFound),
            (401, Unreached::Denied),
            (407, Unreached::Denied),
            (302, Unreached::Status(302)),
            (0, Unreached::Redirected),
        ] {
            assert_eq!(Attempt::default().after(status, None), Next::Fail(why), "{status}");
        }
        assert_eq!(Attempt::default().after(200, None), Next::Read);
        let mut attempt = Attempt { failures: 3 };
        assert_eq!(attempt.after(502, None), Next::Fail(Unreached::BehindRelay));
    }

    #[test]
    fn act_8_every_failure_says_what_to_do() {
        let all = [
            Unreached::NoService,
            Unreached::Insecure,
            Unreached::NoAnswer,
            Unreached::Offline,
            Unreached::Hidden,
            Unreached::Forbidden,
            Unreached::Busy,
            Unreached::Denied.answered(Strange::new(401, None, "no")),
            Unreached::Other(Strange::new(200, None, "no")),
            Unreached::TimedOut,
            Unreached::NotFound,
            Unreached::Denied,
            Unreached::BehindRelay,
            Unreached::Status(418),
            Unreached::TooLong,
            Unreached::NoPassword,
            Unreached::Redirected,
            Unreached::CalledOff,
        ];
        for why in all {
            for relay in [true, false] {
                let words = why.words(relay);
                assert!(words.ends_with('.') && words.matches(". ").count() >= 1, "{words}");
            }
        }
    }
}
