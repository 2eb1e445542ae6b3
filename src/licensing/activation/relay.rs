//! The way to the activation service through a proxy (ACT 4). A page cannot speak to a forward proxy, so that its
//! requests go to a relay, which forwards them.

use super::super::field::fields;
use super::super::invalid::Invalid;
use serde::Serialize;

/// The longest address and user name, in characters.
const LONGEST: usize = 200;

/// Where the relay is. Its password stands in no booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Relay {
    /// Whether requests go through it.
    pub enabled: bool,
    /// A host's name or address, or the address of a page: `relay.example.org`, `https://relay.example.org`.
    pub address: String,
    /// Its port.
    pub port: u32,
    /// The user name, where it asks for one.
    pub user: Option<String>,
}

fields!(Relay {
    enabled,
    address,
    port,
    user: optional
});

impl Relay {
    /// Checks what was entered.
    ///
    /// # Errors
    /// What cannot be so.
    pub fn check(&self) -> Result<(), Invalid> {
        let (_, host) = self.parts();
        let plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '[' | ']' | ':');
        let is_host = !host.is_empty() && host.len() <= LONGEST && host.chars().all(plain);
        let ipv6 = host.starts_with('[') && host.ends_with(']');
        if !is_host || (host.contains(':') && !ipv6) {
            return Err(Invalid::RelayAddress {
                text: self.address.clone(),
            });
        }
        if !(1..=65_535).contains(&self.port) {
            return Err(Invalid::RelayPort);
        }
        // A colon ends the user name in what is sent (RFC 7617).
        let good = |user: &String| {
            !user.is_empty() && user.len() <= LONGEST && !user.contains(':') && !user.contains(char::is_control)
        };
        match &self.user {
            Some(user) if !good(user) => Err(Invalid::RelayUser),
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
    #[cfg(feature = "activation")]
    pub fn authorization(&self, password: &str) -> Option<String> {
        let user = self.user.as_deref()?;
        let pair = [user, ":", password].concat();
        Some(["Basic ", &super::base64::encode(pair.as_bytes())].concat())
    }

    /// Scheme, where there is one, and host.
    fn parts(&self) -> (Option<&str>, &str) {
        let text = self.address.trim().trim_end_matches('/');
        let after = |scheme: &'static str| Some((Some(scheme), text.strip_prefix(scheme)?.strip_prefix("://")?));
        after("https").or_else(|| after("http")).unwrap_or((None, text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relay(address: &str, port: u32, user: Option<&str>) -> Relay {
        Relay {
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
    #[cfg(feature = "activation")]
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
            assert!(matches!(problem, Err(Invalid::RelayAddress { .. })), "{address}");
        }
        for port in [0, 65_536] {
            assert_eq!(relay("a", port, None).check(), Err(Invalid::RelayPort));
        }
        for user in ["", "a:b", "a\n"] {
            assert_eq!(relay("a", 80, Some(user)).check(), Err(Invalid::RelayUser), "{user}");
        }
    }
}
