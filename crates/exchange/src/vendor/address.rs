//! The URLs of the vendor, or of the relay in front of it.

use super::VendorError;
use licensing::activation::proxy::ActivationProxy;
use licensing::catalogue::Activation;
use licensing::value::subscription_id::SubscriptionId;
use std::net::{Ipv4Addr, Ipv6Addr};

/// The scheme of the page's URL. An https page may not send requests without TLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageScheme {
    /// https.
    Secure,
    /// http.
    Plain,
}

impl PageScheme {
    /// The scheme of a protocol, `https:` or `http:`.
    pub fn of_protocol(protocol: &str) -> Self {
        if protocol == "https:" {
            Self::Secure
        } else {
            Self::Plain
        }
    }
}

/// The URL of the certificate of a subscription.
///
/// # Errors
/// There is no service, or the page may not call it.
pub fn certificate(
    activation: Option<&Activation>,
    proxy: Option<&ActivationProxy>,
    page: PageScheme,
    id: SubscriptionId,
) -> Result<String, VendorError> {
    let service = activation.map(|it| it.url.as_str());
    let base = base(service, proxy, page)?;
    Ok([&base, &id.to_string(), ".lic"].concat())
}

/// The URL for orders. `None` if the vendor accepts them only as files or emails (ACT 9).
///
/// # Errors
/// The page may not call it.
pub fn orders(
    activation: Option<&Activation>,
    proxy: Option<&ActivationProxy>,
    page: PageScheme,
) -> Result<Option<String>, VendorError> {
    let Some(url) = activation.and_then(|it| it.orders_url.as_deref()) else {
        return Ok(None);
    };
    match proxy.filter(|it| it.enabled) {
        Some(_) => base(None, proxy, page).map(|base| Some([&base, "orders"].concat())),
        None => allowed(page, url.to_owned()).map(Some),
    }
}

/// The base URL, with a slash at its end.
fn base(service: Option<&str>, proxy: Option<&ActivationProxy>, page: PageScheme) -> Result<String, VendorError> {
    let url = match (proxy.filter(|it| it.enabled), service) {
        (Some(proxy), _) => proxy.url(page == PageScheme::Secure),
        (None, Some(service)) => [service.trim_end_matches('/'), "/"].concat(),
        (None, None) => return Err(VendorError::NoService),
    };
    allowed(page, url)
}

fn allowed(page: PageScheme, url: String) -> Result<String, VendorError> {
    if page == PageScheme::Plain || is_safe(&url) {
        Ok(url)
    } else {
        Err(VendorError::Insecure)
    }
}

/// Whether an https page may call a URL: it uses https, or it belongs to this computer, which browsers consider safe.
fn is_safe(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else {
        return false;
    };
    match scheme.to_ascii_lowercase().as_str() {
        "https" => true,
        "http" => is_own_computer(rest),
        _ => false,
    }
}

/// Whether a URL without its `http://` belongs to this computer. The whole host name decides, not only its start.
fn is_own_computer(rest: &str) -> bool {
    // Browsers treat a backslash as a slash.
    let authority = rest.split(['/', '\\', '?', '#']).next().unwrap_or(rest);
    // Anything before `@` is user information, whatever it looks like. No page may request such a URL.
    if authority.contains('@') {
        return false;
    }
    if let Some(ipv6) = authority.strip_prefix('[') {
        let Some((ipv6, port)) = ipv6.split_once(']') else {
            return false;
        };
        let own = ipv6.parse::<Ipv6Addr>().is_ok_and(|it| it.is_loopback());
        return own && (port.is_empty() || port.starts_with(':'));
    }
    let host = authority.split_once(':').map_or(authority, |(host, _)| host);
    let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    host == "localhost" || host.ends_with(".localhost") || host.parse::<Ipv4Addr>().is_ok_and(|it| it.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn service(url: &str, orders_url: Option<&str>) -> Activation {
        Activation {
            url: url.to_owned(),
            keys: BTreeMap::new(),
            orders_url: orders_url.map(str::to_owned),
        }
    }

    fn proxy(enabled: bool, address: &str) -> ActivationProxy {
        ActivationProxy {
            enabled,
            address: address.to_owned(),
            port: 8443,
            user: None,
        }
    }

    const ID: SubscriptionId = SubscriptionId::SAMPLE;

    #[test]
    fn act_1_a_certificate_lies_below_the_address_of_the_service() {
        for url in ["https://a.example/v1", "https://a.example/v1/"] {
            let url = certificate(Some(&service(url, None)), None, PageScheme::Secure, ID);
            assert_eq!(url.unwrap(), "https://a.example/v1/7T4K-9QXM-2HRA.lic");
        }
        assert_eq!(
            certificate(None, None, PageScheme::Secure, ID),
            Err(VendorError::NoService)
        );
    }

    #[test]
    fn act_4_a_relay_stands_in_for_both_addresses_while_it_is_enabled() {
        let service = service("https://a.example", Some("https://a.example/orders/new"));
        let (on, off) = (proxy(true, "relay.example"), proxy(false, "relay.example"));
        let ask = |proxy| certificate(Some(&service), Some(proxy), PageScheme::Secure, ID).unwrap();
        assert_eq!(ask(&on), "https://relay.example:8443/7T4K-9QXM-2HRA.lic");
        assert_eq!(ask(&off), "https://a.example/7T4K-9QXM-2HRA.lic");
        let order = |proxy| {
            orders(Some(&service), Some(proxy), PageScheme::Secure)
                .unwrap()
                .unwrap()
        };
        assert_eq!(order(&on), "https://relay.example:8443/orders");
        assert_eq!(order(&off), "https://a.example/orders/new");
    }

    #[test]
    fn act_4_an_https_page_asks_nothing_without_tls_but_its_own_computer() {
        let plain = proxy(true, "http://relay.example");
        let ask = |page, proxy| certificate(None, Some(proxy), page, ID);
        assert_eq!(ask(PageScheme::Secure, &plain), Err(VendorError::Insecure));
        assert!(ask(PageScheme::Plain, &plain).is_ok());
        assert!(ask(PageScheme::Secure, &proxy(true, "http://127.0.0.1")).is_ok());
        for (url, own) in [
            ("http://localhost", true),
            ("http://LocalHost:8080/v1", true),
            ("HTTP://localhost./v1", true),
            ("http://page.localhost:80", true),
            ("http://127.9.9.9:8080", true),
            ("http://[::1]:8080/v1", true),
            ("http://[0:0:0:0:0:0:0:1]", true),
            ("http://localhost.example.org", false),
            ("http://localhost.example.org:80/v1", false),
            ("http://127.0.0.1.example.org", false),
            ("http://127.0.0.1example.org", false),
            ("http://[::1].example.org", false),
            ("http://[::1", false),
            ("http://[::2]", false),
            ("http://localhost@evil.example", false),
            ("http://localhost:80@evil.example", false),
            ("http://127.0.0.1:80@evil.example/", false),
            ("http://evil.example\\@localhost", false),
            ("http://evil.example?@localhost", false),
            ("http://evil.example#localhost", false),
            ("http://evillocalhost", false),
            ("http://128.0.0.1", false),
            ("http://", false),
            ("HTTP://evil.example", false),
            ("ftp://evil.example", false),
            ("//evil.example", false),
            ("HTTPS://a.example", true),
        ] {
            let asked = certificate(Some(&service(url, None)), None, PageScheme::Secure, ID);
            assert_eq!(asked.is_ok(), own, "{url}: {asked:?}");
        }
        assert_eq!(
            orders(Some(&service("https://a", None)), None, PageScheme::Secure),
            Ok(None)
        );
        let plain = service("http://a.example", Some("http://a.example/o"));
        assert_eq!(
            orders(Some(&plain), None, PageScheme::Secure),
            Err(VendorError::Insecure)
        );
    }
}
