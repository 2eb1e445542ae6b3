//! The proxy to the activation service (ACT 4). A page cannot use a forward proxy, so it sends requests to a relay that
//! forwards them.

use crate::json::line::to_json_line;
use crate::text::printable::short;
use serde::{Deserialize, Serialize};

/// The longest address and user name, in characters.
const LONGEST: usize = 200;

/// Why a relay's settings are invalid (ACT 4).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum ProxyError {
    /// The address is not that of a relay.
    Address {
        /// What was entered.
        text: String,
    },
    /// The port is missing.
    Port,
    /// The user name is invalid.
    User,
}

impl ProxyError {
    /// The problem, the reason and what to do, as a message for users.
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

/// The settings of a relay. Its password is never booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivationProxy {
    /// Whether requests use the relay.
    pub enabled: bool,
    /// A host name, an IP address or a URL: `relay.example.org`, `https://relay.example.org`.
    pub address: String,
    /// Its port.
    pub port: u32,
    /// The user name, if the relay requires one.
    pub user: Option<String>,
}

impl ActivationProxy {
    /// Checks the settings.
    ///
    /// # Errors
    /// If a setting is invalid.
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
        // The user name ends at the first colon of the credentials (RFC 7617).
        let good = |user: &String| {
            !user.is_empty() && user.len() <= LONGEST && !user.contains(':') && !user.contains(char::is_control)
        };
        match &self.user {
            Some(user) if !good(user) => Err(ProxyError::User),
            _ => Ok(()),
        }
    }

    /// The base URL, with a trailing slash. `secure` decides on TLS if the address has no scheme.
    pub fn url(&self, secure: bool) -> String {
        let (scheme, host) = self.parts();
        let scheme = scheme.unwrap_or(if secure { "https" } else { "http" });
        [scheme, "://", host, ":", &self.port.to_string(), "/"].concat()
    }

    /// The `Authorization` header of a request to the relay (RFC 7617). `None` if the relay needs no user.
    pub fn authorization(&self, password: &str) -> Option<String> {
        let user = self.user.as_deref()?;
        let pair = [user, ":", password].concat();
        Some(["Basic ", &crate::text::base64::encode(pair.as_bytes())].concat())
    }

    /// The scheme, if there is one, and the host.
    fn parts(&self) -> (Option<&str>, &str) {
        let text = self.address.trim().trim_end_matches('/');
        let after = |scheme: &'static str| Some((Some(scheme), text.strip_prefix(scheme)?.strip_prefix("://")?));
        after("https").or_else(|| after("http")).unwrap_or((None, text))
    }
}

/// A relay's password, bound to the address, port and user that it was entered for. The relay's address is in the
/// journal, which others can write. The password is therefore sent only to the relay that its owner chose (ACT 4).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoundPassword {
    url: String,
    user: String,
    password: String,
}

impl BoundPassword {
    /// Binds a password to a relay. `secure` says whether the page uses HTTPS. `None` if the relay needs no user.
    pub fn new(proxy: &ActivationProxy, secure: bool, password: String) -> Option<Self> {
        Some(Self {
            url: proxy.url(secure),
            user: proxy.user.clone()?,
            password,
        })
    }

    /// Parses the output of [`text`](Self::text). `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The stored JSON, including the password. Only the owner may read it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn text(&self) -> serde_json::Result<String> {
        to_json_line(self)
    }

    /// Whether the password was entered for this relay: the same scheme, address, port and user.
    pub fn is_for(&self, proxy: &ActivationProxy, secure: bool) -> bool {
        self.url == proxy.url(secure) && proxy.user.as_ref() == Some(&self.user)
    }

    /// The `Authorization` header of a request to the relay. `None` if the password was entered for another one.
    pub fn authorization(&self, proxy: &ActivationProxy, secure: bool) -> Option<String> {
        self.is_for(proxy, secure)
            .then(|| proxy.authorization(&self.password))
            .flatten()
    }

    /// The relay that the password was entered for, for display.
    pub fn place(&self) -> String {
        place(&self.url, &self.user)
    }
}

impl ActivationProxy {
    /// The relay that would receive the password, for display. `None` if it needs no user.
    pub fn place(&self, secure: bool) -> Option<String> {
        Some(place(&self.url(secure), self.user.as_deref()?))
    }
}

fn place(url: &str, user: &str) -> String {
    ["“", user, "” at ", url.trim_end_matches('/')].concat()
}

impl std::fmt::Debug for BoundPassword {
    /// Omits the password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("BoundPassword").field(&self.place()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn act_4_a_password_goes_only_where_it_was_entered_for() {
        let own = proxy("relay.example.org", 8443, Some("page"));
        let bound = BoundPassword::new(&own, true, "s3cret".to_owned()).unwrap();
        let kept = BoundPassword::read(&bound.text().unwrap()).unwrap();
        assert_eq!(kept, bound);
        assert!(!format!("{bound:?}").contains("s3cret"));
        assert_eq!(kept.authorization(&own, true), own.authorization("s3cret"));
        // The same relay in a different spelling is the same relay.
        let same = proxy("https://relay.example.org/", 8443, Some("page"));
        assert!(kept.authorization(&same, true).is_some());
        for (other, secure) in [
            (proxy("evil.example.org", 8443, Some("page")), true),
            (proxy("relay.example.org.evil.example", 8443, Some("page")), true),
            (proxy("relay.example.org", 443, Some("page")), true),
            (proxy("relay.example.org", 8443, Some("admin")), true),
            (proxy("relay.example.org", 8443, None), true),
            (proxy("http://relay.example.org", 8443, Some("page")), true),
            (own.clone(), false),
        ] {
            assert_eq!(kept.authorization(&other, secure), None, "{other:?}");
        }
        assert_eq!(kept.place(), "“page” at https://relay.example.org:8443");
        assert_eq!(own.place(true), Some(kept.place()));
        assert_eq!(BoundPassword::new(&proxy("a", 1, None), true, "x".to_owned()), None);
        // A password without a relay is never sent.
        for text in ["s3cret", "", "{}", r#"{"password":"s3cret"}"#] {
            assert_eq!(BoundPassword::read(text), None, "{text}");
        }
    }

    fn proxy(address: &str, port: u32, user: Option<&str>) -> ActivationProxy {
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
            let proxy = proxy(address, 8443, Some("page"));
            assert_eq!((proxy.check(), proxy.url(secure).as_str()), (Ok(()), url), "{address}");
        }
    }

    #[test]
    fn act_4_user_and_password_go_as_rfc_7617_has_it() {
        let header = |user, password| proxy("a", 1, user).authorization(password);
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
            let problem = proxy(address, 80, None).check();
            assert!(matches!(problem, Err(ProxyError::Address { .. })), "{address}");
        }
        for port in [0, 65_536] {
            assert_eq!(proxy("a", port, None).check(), Err(ProxyError::Port));
        }
        for user in ["", "a:b", "a\n"] {
            assert_eq!(proxy("a", 80, Some(user)).check(), Err(ProxyError::User), "{user}");
        }
    }
}
