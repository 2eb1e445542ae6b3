//! Why the vendor gave no answer, with the texts for readers (ACT 8).

use crate::unexpected_answer::UnexpectedAnswer;

/// Why the vendor gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VendorError {
    /// The catalog names no activation service.
    NoService,
    /// An https page may only send requests with TLS.
    Insecure,
    /// No answer, for example because of a closed port, an untrusted certificate, a firewall, or a browser extension.
    NoAnswer,
    /// The computer is offline.
    Offline,
    /// There is an answer, but the page may not read it (CORS).
    Hidden,
    /// The content security policy of the page forbids the address.
    Forbidden,
    /// It took too long.
    TimedOut,
    /// There is no certificate with this name.
    NotFound,
    /// User name and password are wrong or missing.
    Denied,
    /// The relay could not reach the service.
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
    /// The relay needs a password, and none was entered for its current address. Nothing was sent.
    NoPassword,
    /// The answer is a redirect. It is not followed, because that would also send the password.
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

    /// What happened and what to do (ACT 8). `relay` says whether the request went through one.
    pub fn words(&self, relay: bool) -> String {
        let text = match (self, relay) {
            (Self::NoService, _) => {
                "The catalog doesn't include an activation service. Ask support for a file and activate offline."
            }
            (Self::Insecure, true) => {
                "This page uses https, so the relay must use TLS, too. Install a certificate on the relay and enter its address with https://."
            }
            (Self::Insecure, false) => {
                "This page uses https, but the vendor's address doesn't use TLS. Contact support or activate offline."
            }
            (Self::NoAnswer, true) => {
                "The browser blocked the relay's response. Check the relay's address, port, and TLS certificate. If it uses a password, it must answer the browser’s preflight request (OPTIONS) without one. For details, select Test connection."
            }
            (Self::NoAnswer, false) => {
                "The activation service didn't respond. The network, a firewall, or a browser extension such as an ad blocker might be blocking it. Check these. If this computer has no internet access, set up the proxy or activate offline with a file."
            }
            (Self::Offline, true) => {
                "This computer is offline, so the relay can't be reached. Connect to the network, then try again."
            }
            (Self::Offline, false) => {
                "This computer is offline, so the activation service can't be reached. Connect to the network, then try again. If this computer is never online, activate offline with a file."
            }
            (Self::Hidden, true) => {
                "The relay responds, but this page can't read the response. Configure the relay to allow it (Access-Control-Allow-Origin), as described in the administrator guide. For details, select Test connection."
            }
            (Self::Hidden, false) => {
                "Something responds at the activation service's address, but this page can't read the response (CORS). A proxy or firewall might be in the way. Set up the proxy, contact support, or activate offline with a file."
            }
            (Self::Forbidden, _) => {
                "This page's security policy blocks the address (connect-src). Ask the person who runs this page to allow it, or activate offline with a file."
            }
            (Self::Busy, true) => "The relay or the service behind it is busy. Wait a minute, then try again.",
            (Self::Busy, false) => "The activation service is busy. Wait a minute, then try again.",
            (Self::TimedOut, true) => {
                "The relay didn't respond within 10 seconds. Check that it can reach the activation service, then try again."
            }
            (Self::TimedOut, false) => {
                "The activation service didn't respond within 10 seconds. Try again. If a firewall is in the way, set up the proxy or activate offline."
            }
            (Self::NotFound, _) => {
                "The activation service doesn't recognize this subscription ID, or its certificate hasn't been issued yet. Compare the ID with an invoice. A new purchase can take some time to process."
            }
            (Self::Denied, true) => {
                "The relay rejected the username and password. Enter them again in the proxy settings."
            }
            (Self::Denied, false) => {
                "The activation service rejected the request. Try again later. If that doesn't help, contact support."
            }
            (Self::BehindRelay, true) => {
                "The relay responded but couldn't reach the activation service. Check the address the relay forwards to and its internet connection."
            }
            (Self::BehindRelay, false) => "The activation service is currently unavailable. Try again later.",
            (Self::TooLong, _) => {
                "The response is too long to be a certificate. Check the address. If it's correct, contact support."
            }
            (Self::NoPassword, _) => {
                "The proxy requires a password, and you haven't entered one for its current address, port, and username, so nothing was sent. Check the proxy settings. If they're correct, enter the password there. If not, someone changed them, so correct them first."
            }
            (Self::Redirected, true) => {
                "The relay returned a redirect, which isn't followed because it would send your username and password along. Enter the address that it redirects to, or have the relay forward requests itself, as described in the administrator guide."
            }
            (Self::Redirected, false) => {
                "The activation service returned a redirect, which isn't followed. Ask support for the correct address, or activate offline."
            }
            (Self::CalledOff, _) => "Canceled. Nothing was changed.",
            (Self::Answered(why, answer), relay) => {
                return [&why.words(relay), " Response: ", &answer.to_string(), "."].concat();
            }
            (Self::Other(answer), relay) => {
                let who = if relay { "the relay" } else { "the activation service" };
                return [
                    "Something else responded instead of ",
                    who,
                    ", such as a sign-in page, proxy, or firewall (",
                    &answer.to_string(),
                    "). Nothing was changed. Open the address in your browser to see it. If that doesn't help, contact support or activate offline with a file.",
                ]
                .concat();
            }
            (Self::Status(status), _) => {
                let who = if relay { "The relay" } else { "The activation service" };
                return [
                    who,
                    " returned the status ",
                    &status.to_string(),
                    ". Try again later. If that doesn't help, contact support.",
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
