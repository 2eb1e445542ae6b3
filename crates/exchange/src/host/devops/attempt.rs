//! An attempt to ask the interface of Azure DevOps: what to do after an answer, by its status and headers alone.

use crate::directory::devops::Incomplete;
use crate::host::strange::Strange;

/// How long one question may take, in seconds: the browser itself waits for minutes, or for ever.
pub const LIMIT: u32 = 60;
/// How often one question is asked again because it was asked to wait.
const WAITS: u8 = 3;
/// How long it waits at most, in seconds, whatever it is told.
const LONGEST: u32 = 30;
/// How long it waits where it is to wait and cannot read for how long.
const USUAL: u32 = 5;

/// Why there is no answer, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// The host has not said where to ask.
    NoAddress,
    /// The computer is not connected.
    Offline,
    /// Nothing came: the network, a firewall, or an extension of the browser.
    Nothing,
    /// Something answers, and the page may not read it: no permission, or a scope that nobody has agreed to.
    Hidden,
    /// The security policy around the page forbids the address.
    Forbidden,
    /// Nothing came in time.
    Late,
    /// The session has ended.
    SignedOut,
    /// The host wanted to be left alone, again and again.
    Busy,
    /// The host said no.
    Status(u16),
    /// What came is no JSON.
    NotJson(Strange),
    /// What came does not tell all that was asked for.
    Incomplete(Incomplete),
}

impl From<Incomplete> for Unanswered {
    fn from(incomplete: Incomplete) -> Self {
        Self::Incomplete(incomplete)
    }
}

impl Unanswered {
    /// What is the matter, and what to do.
    pub fn words(&self) -> String {
        match self {
            Self::NoAddress => "Azure DevOps has not said where to ask. Reload the page; if it stays so, ask whoever installed the extension.".to_owned(),
            Self::Offline => "This computer is offline, so Azure DevOps could not be asked. Connect it, then try again.".to_owned(),
            Self::Nothing => "Azure DevOps could not be asked: there was no answer. The network, a firewall or a browser extension such as an ad blocker may be blocking it. Check them, then try again.".to_owned(),
            Self::Hidden => "Azure DevOps answers, but the browser does not let this page read the answer: your session has ended, or the extension does not have the permission it needs. Reload the page; if it stays so, ask a project collection administrator to agree to the extension’s permissions again.".to_owned(),
            Self::Forbidden => "The security policy of this page blocks requests to Azure DevOps. Ask whoever runs the page to allow the address of Azure DevOps (connect-src).".to_owned(),
            Self::Late => ["Azure DevOps did not answer within ", &LIMIT.to_string(), " seconds. Check the network, then try again."].concat(),
            Self::SignedOut => "Your session in Azure DevOps has ended. Reload the page to sign in again.".to_owned(),
            Self::Busy => "Azure DevOps is busy and asked three times to wait. Try again in a few minutes.".to_owned(),
            Self::Status(401) => "Azure DevOps no longer takes your session. Reload the page, and sign in if you are asked to; if it stays so, ask a project collection administrator to agree to the extension’s permissions again.".to_owned(),
            Self::Status(403) => "Azure DevOps does not let you read this. Ask a project collection administrator, or agree to the extension’s permissions again.".to_owned(),
            Self::Status(status) => ["Azure DevOps answered with the status ", &status.to_string(), ". Try again later."].concat(),
            Self::NotJson(strange) => ["Azure DevOps, or a proxy before it, answered with something that cannot be read (", &strange.words(), "). Try again later."].concat(),
            Self::Incomplete(incomplete) => incomplete.words(),
        }
    }

    /// Whether another way of asking for the same may be allowed where this one is not.
    pub fn is_refusal(&self) -> bool {
        matches!(
            self,
            Self::NoAddress
                | Self::Offline
                | Self::Nothing
                | Self::Hidden
                | Self::Forbidden
                | Self::Status(401 | 403 | 404)
        )
    }
}

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Read what came; the host wants so many seconds without a question then.
    Read(u32),
    /// Ask again after so many seconds.
    Wait(u32),
    /// Ask again with a fresh token.
    Renew,
    /// Give up.
    Fail(Unanswered),
}

/// One question, however often it is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attempt {
    waits: u8,
    renewed: bool,
}

impl Attempt {
    /// What to do after an answer with a status, `Retry-After` and `Content-Type`; the page may not be allowed to read
    /// these headers.
    pub fn after(&mut self, status: u16, retry_after: Option<&str>, content_type: Option<&str>) -> Next {
        let told = retry_after.and_then(|it| it.trim().parse::<u32>().ok());
        // Blocked for the number of questions, which passes.
        let is_blocked = matches!(status, 429 | 503) || (status == 403 && told.is_some());
        let is_page = content_type.is_some_and(|it| it.trim_start().starts_with("text/html"));
        match status {
            // The page to sign in comes with a status of its own, or as if it were the answer.
            203 | 302 => Next::Fail(Unanswered::SignedOut),
            200..300 if is_page => Next::Fail(Unanswered::SignedOut),
            200..300 => Next::Read(told.unwrap_or(0).min(LONGEST)),
            // A token lasts an hour; the second refusal is meant.
            401 if !self.renewed => {
                self.renewed = true;
                Next::Renew
            }
            _ if is_blocked && self.waits < WAITS => {
                self.waits += 1;
                Next::Wait(told.unwrap_or(USUAL).clamp(1, LONGEST))
            }
            _ if is_blocked => Next::Fail(Unanswered::Busy),
            status => Next::Fail(Unanswered::Status(status)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: Option<&str> = Some("application/json; charset=utf-8");

    #[test]
    fn an_answer_is_read_and_a_wish_to_wait_is_kept_for_the_next_question() {
        let after = |retry_after| Attempt::default().after(200, retry_after, JSON);
        assert_eq!(after(None), Next::Read(0));
        assert_eq!(after(Some("7")), Next::Read(7));
        assert_eq!(after(Some("600")), Next::Read(30));
        assert_eq!(after(Some("Wed, 25 Nov 2026 07:28:00 GMT")), Next::Read(0));
        assert_eq!(Attempt::default().after(200, None, None), Next::Read(0));
    }

    #[test]
    fn a_host_that_is_busy_is_left_alone_as_long_as_it_says_three_times() {
        let mut attempt = Attempt::default();
        assert_eq!(attempt.after(429, Some("12"), JSON), Next::Wait(12));
        assert_eq!(attempt.after(503, Some("3600"), None), Next::Wait(30));
        assert_eq!(attempt.after(429, None, None), Next::Wait(5));
        assert_eq!(attempt.after(429, Some("1"), None), Next::Fail(Unanswered::Busy));
        assert_eq!(Attempt::default().after(503, Some("0"), None), Next::Wait(1));
        assert!(Unanswered::Busy.words().contains("busy"));
    }

    #[test]
    fn a_token_is_renewed_once_and_a_second_refusal_is_meant() {
        let mut attempt = Attempt::default();
        assert_eq!(attempt.after(401, None, JSON), Next::Renew);
        assert_eq!(attempt.after(401, None, JSON), Next::Fail(Unanswered::Status(401)));
        assert!(Unanswered::Status(401).is_refusal() && !Unanswered::Status(500).is_refusal());
        assert!(!Unanswered::SignedOut.is_refusal() && !Unanswered::Busy.is_refusal());
        // What is half told is not asked for in another way, which may tell less of it.
        assert!(!Unanswered::Incomplete(Incomplete::NoList).is_refusal() && !Unanswered::Late.is_refusal());
    }

    #[test]
    fn a_page_to_sign_in_is_no_answer() {
        for (status, content_type) in [
            (203, JSON),
            (203, Some("text/html")),
            (302, None),
            (200, Some("text/html; charset=utf-8")),
        ] {
            let next = Attempt::default().after(status, None, content_type);
            assert_eq!(next, Next::Fail(Unanswered::SignedOut), "{status} {content_type:?}");
        }
        assert_eq!(
            Attempt::default().after(500, None, Some("text/html")),
            Next::Fail(Unanswered::Status(500))
        );
    }
}
