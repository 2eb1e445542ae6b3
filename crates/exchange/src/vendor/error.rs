//! Why the vendor gave no answer, with the words for readers (ACT 8).

use crate::unexpected_answer::UnexpectedAnswer;

/// Why the vendor gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VendorError {
    /// The catalog names no activation service.
    NoService,
    /// An https page may only ask addresses with TLS.
    Insecure,
    /// No answer, such as for a closed port, an untrusted certificate, a firewall or a browser extension.
    NoAnswer,
    /// The computer is offline.
    Offline,
    /// There is an answer, but the page may not read it (CORS).
    Hidden,
    /// The content security policy of the page forbids the address.
    Forbidden,
    /// It took too long.
    TimedOut,
    /// There is no certificate of this name.
    NotFound,
    /// User name and password are wrong or missing.
    Denied,
    /// The relay did not reach the service.
    BehindRelay,
    /// The service is busy.
    Busy,
    /// Another status.
    Status(u16),
    /// One of these, with the answer.
    Answered(Box<VendorError>, UnexpectedAnswer),
    /// The answer is not what was asked for, such as a sign-in page.
    Other(UnexpectedAnswer),
    /// The answer is longer than any certificate.
    TooLong,
    /// The relay needs a password, and none was entered for its present address. Nothing was sent.
    NoPassword,
    /// The answer is a redirect. It is not followed, since the password would go along.
    Redirected,
    /// The reader canceled the request.
    CalledOff,
}

impl VendorError {
    /// Adds the answer.
    pub fn answered(self, answer: UnexpectedAnswer) -> Self {
        Self::Answered(Box::new(self), answer)
    }

    /// The error without the answer.
    pub fn reason(&self) -> &Self {
        match self {
            Self::Answered(why, _) => why,
            why => why,
        }
    }

    /// What is wrong and what to do (ACT 8). `relay` says whether the request went through one.
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
            (Self::Answered(why, answer), relay) => {
                return [&why.words(relay), " The answer: ", &answer.to_string(), "."].concat();
            }
            (Self::Other(answer), relay) => {
                let who = if relay { "the relay" } else { "the activation service" };
                return [
                    "Something answered instead of ",
                    who,
                    ", such as a sign-in page, a proxy or a firewall (",
                    &answer.to_string(),
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
    fn act_8_every_failure_says_what_to_do() {
        let all = [
            VendorError::NoService,
            VendorError::Insecure,
            VendorError::NoAnswer,
            VendorError::Offline,
            VendorError::Hidden,
            VendorError::Forbidden,
            VendorError::Busy,
            VendorError::Denied.answered(UnexpectedAnswer::new(401, None, "no")),
            VendorError::Other(UnexpectedAnswer::new(200, None, "no")),
            VendorError::TimedOut,
            VendorError::NotFound,
            VendorError::Denied,
            VendorError::BehindRelay,
            VendorError::Status(418),
            VendorError::TooLong,
            VendorError::NoPassword,
            VendorError::Redirected,
            VendorError::CalledOff,
        ];
        for why in all {
            for relay in [true, false] {
                let words = why.words(relay);
                assert!(words.ends_with('.') && words.matches(". ").count() >= 1, "{words}");
            }
        }
    }
}
