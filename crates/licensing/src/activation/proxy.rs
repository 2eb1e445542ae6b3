//! The way to the activation service through a proxy (ACT 4). A page cannot speak to a forward proxy, so that its
//! requests go to a relay, which forwards them.

use crate::text::printable::short;
use serde::{Deserialize, Serialize};

/// The longest address and user name, in characters.
const LONGEST: usize = 200;

/// What is wrong with a relay as it was entered (ACT 4).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum ProxyError {
    /// No address of a relay.
    Address {
        /// What was entered.
        text: String,
    },
    /// No port.
    Port,
    /// No user name of a relay.
    User,
}

impl ProxyError {
    /// What, why and what to do, for people.
    pub fn message(&self) -> String {
        match self {
            Self::Address { text } if text.is_empty() => {
                "Enter the relay's host, such as relay.example.org.".into()
            }
            Self::Address { text } => format!(
                "`{}` isn't a valid relay address. Enter a host such as relay.example.org, optionally starting with https:// or http://. Enter the port in its own field.",
                short(text)
            ),
            Self::Port => "Enter a port number from 1 to 65535, such as 8443.".into(),
            Self::User => {
                "The username is missing, too long, or contains a colon. Enter the relay's username or turn off authentication.".into()
            }
        }
    }
}

/// Where the relay is. Its password stands in no booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivationProxy {
    /// Whether requests go through it.
    pub enabled: bool,
    /// A host's name or address, or the address of a page: `relay.example.org`, `https://relay.example.org`.
    pub address: String,
    /// Its port.
    pub port: u32,
    /// The user name, where it asks for one.
    pub user: Option<String>,
}

impl ActivationProxy {
    /// Checks what was entered.
    ///
    /// # Errors
    /// What cannot be so.
    pub fn check(&self) -> Result<(), ProxyError> {
        let (_, host) = self.parts();
        let plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '[' | ']' | ':');
        let is_host = !host.is_empty() && host.len() <= LONGEST && host.chars().all(plain);
        let ipv6 = host.starts_with('[') && host.ends_with(']');
        if !is_host || (host.contains(':') && !ipv6) {
            return Err(ProxyError::Address {
                text: self.address.clone(),
            });
        }
        if !(1..=65_535).contains(&self.port) {
            return Err(ProxyError::Port);
        }
        // A colon ends the user name in what is sent (RFC 7617).
        let good = |user: &String| {
            !user.is_empty() && user.len() <= LONGEST && !user.contains(':') && !user.contains(char::is_control)
        };
        match &self.user {
            Some(user) if !good(user) => Err(ProxyError::User),
            _ => Ok(()),
        }
    }

    /// Its base address, with a slash at its end; `secure` where the address does not say whether it has TLS.
    pub fn url(&self, secure: bool) -> String {
        let (scheme, host) = self.parts();
        let scheme = scheme.unwrap_or(if secure { "https" } else { "http" });
        [scheme, "://", host, ":", &self.port.to_string(), "/"].concat()
    }

    /// What a request to it has as `Authorization` (RFC 7617); none where it asks for no user.
    pub fn authorization(&self, password: &str) -> Option<String> {
        let user = self.user.as_deref()?;
        let pair = [user, ":", password].concat();
        Some(["Basic ", &crate::text::base64::encode(pair.as_bytes())].concat())
    }

    /// Scheme, where there is one, and host.
    fn parts(&self) -> (Option<&str>, &str) {
        let text = self.address.trim().trim_end_matches('/');
        let after = |scheme: &'static str| Some((Some(scheme), text.strip_prefix(scheme)?.strip_prefix("://")?));
        after("https").or_else(|| after("http")).unwrap_or((None, text))
    }
}

/// The password of a relay, with the address, port and user that it was entered for. Where the relay is stands in the
/// journal, which others write as well; so the password goes nowhere but where its owner has meant it to go (ACT 4).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoundPassword {
    url: String,
    user: String,
    password: String,
}

impl BoundPassword {
    /// Binds what was entered to a relay, asked from a page that came over https or not; none where the relay asks for
    /// no user.
    pub fn new(relay: &ActivationProxy, secure: bool, password: String) -> Option<Self> {
        Some(Self {
            url: relay.url(secure),
            user: relay.user.clone()?,
            password,
        })
    }

    /// Reads what [`text`](Self::text) has written; none for anything else.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// What is kept of it, for its owner alone: JSON, the password included.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether it was entered for this relay: the same scheme, address, port and user.
    pub fn is_for(&self, relay: &ActivationProxy, secure: bool) -> bool {
        self.url == relay.url(secure) && relay.user.as_ref() == Some(&self.user)
    }

    /// What a request to a relay has as `Authorization`; none where it was entered for another one.
    pub fn authorization(&self, relay: &ActivationProxy, secure: bool) -> Option<String> {
        self.is_for(relay, secure)
            .then(|| relay.authorization(&self.password))
            .flatten()
    }

    /// Where it was entered for, for people.
    pub fn place(&self) -> String {
        place(&self.url, &self.user)
    }
}

impl ActivationProxy {
    /// Where a password for it would go, for people; none where it asks for no user.
    pub fn place(&self, secure: bool) -> Option<String> {
        Some(place(&self.url(secure), self.user.as_deref()?))
    }
}

fn place(url: &str, user: &str) -> String {
    ["“", user, "” at ", url.trim_end_matches('/')].concat()
}

impl std::fmt::Debug for BoundPassword {
    /// Without the password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("BoundPassword").field(&self.place()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn act_4_a_password_goes_only_where_it_was_entered_for() {
        let own = relay("relay.example.org", 8443, Some("page"));
        let bound = BoundPassword::new(&own, true, "s3cret".to_owned()).unwrap();
        let kept = BoundPassword::read(&bound.text()).unwrap();
        assert_eq!(kept, bound);
        assert!(!format!("{bound:?}").contains("s3cret"));
        assert_eq!(kept.authorization(&own, true), own.authorization("s3cret"));
        // The same place in other letters is the same place.
        let same = relay("https://relay.example.org/", 8443, Some("page"));
        assert!(kept.authorization(&same, true).is_some());
        for (other, secure) in [
            (relay("evil.example.org", 8443, Some("page")), true),
            (relay("relay.example.org.evil.example", 8443, Some("page")), true),
            (relay("relay.example.org", 443, Some("page")), true),
            (relay("relay.example.org", 8443, Some("admin")), true),
            (relay("relay.example.org", 8443, None), true),
            (relay("http://relay.example.org", 8443, Some("page")), true),
            (own.clone(), false),
        ] {
            assert_eq!(kept.authorization(&other, secure), None, "{other:?}");
        }
        assert_eq!(kept.place(), "“page” at https://relay.example.org:8443");
        assert_eq!(own.place(true), Some(kept.place()));
        assert_eq!(BoundPassword::new(&relay("a", 1, None), true, "x".to_owned()), None);
        // A password that is bound to nothing goes nowhere.
        for text in ["s3cret", "", "{}", r#"{"password":"s3cret"}"#] {
            assert_eq!(BoundPassword::read(text), None, "{text}");
        }
    }

    fn relay(address: &str, port: u32, user: Option<&str>) -> ActivationProxy {
        ActivationProxy {
            enabled: true,
            address: address.to_owned(),
            port,
            user: user.map(str::to_owned),
        }
    }

    #[test]
    fn act_4_an_address_is_a_host_with_or_without_its_scheme() {
        for (address, secure, url) in [
            ("relay.example.org", true, "https://relay.example.org:8443/"),
            ("relay.example.org/", false, "http://relay.example.org:8443/"),
            ("https://10.0.0.7", false, "https://10.0.0.7:8443/"),
            ("http://[::1]", true, "http://[::1]:8443/"),
        ] {
            let relay = relay(address, 8443, Some("page"));
            assert_eq!((relay.check(), relay.url(secure).as_str()), (Ok(()), url), "{address}");
        }
    }

    #[test]
    fn act_4_user_and_password_go_as_rfc_7617_has_it() {
        let header = |user, password| relay("a", 1, user).authorization(password);
        assert_eq!(
            header(Some("Aladdin"), "open sesame").as_deref(),
            Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
        );
        assert_eq!(header(Some("test"), "123£").as_deref(), Some("Basic dGVzdDoxMjPCow=="));
        assert_eq!(header(None, "x"), None);
    }

    #[test]
    fn act_4_what_is_no_address_port_or_user_is_refused() {
        for address in ["", "a b", "ftp://a", "a/b", "a:8080", "https://", "a?b", "user@a"] {
            let problem = relay(address, 80, None).check();
            assert!(matches!(problem, Err(ProxyError::Address { .. })), "{address}");
        }
        for port in [0, 65_536] {
            assert_eq!(relay("a", port, None).check(), Err(ProxyError::Port));
        }
        for user in ["", "a:b", "a\n"] {
            assert_eq!(relay("a", 80, Some(user)).check(), Err(ProxyError::User), "{user}");
        }
    }
}
