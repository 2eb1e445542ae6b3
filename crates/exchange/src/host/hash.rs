//! The part of the URL after `#`: a path and parameters. Unknown parameters are kept.

use crate::encoded;
use percent_encoding::percent_decode_str;

/// The parameters of a URL, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(Vec<(String, String)>);

/// Splits `#/path?a=1&b=2` into path and parameters. The path of an empty hash is `/`.
pub fn split(hash: &str) -> (String, Params) {
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
    let path = if path.starts_with('/') {
        decode(path)
    } else {
        format!("/{}", decode(path))
    };
    (path, Params::parse(query))
}

/// Joins a path and parameters into a hash.
pub fn join(path: &str, params: &Params) -> String {
    let query = params.query();
    if query.is_empty() {
        format!("#{path}")
    } else {
        format!("#{path}?{query}")
    }
}

impl Params {
    /// Parses `a=1&b=2`. If a name occurs twice, its last value counts.
    pub fn parse(query: &str) -> Self {
        let mut params = Self::default();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            params.set(&decode(name), &decode(value));
        }
        params
    }

    /// The value of a parameter.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Sets a parameter. An empty value removes it.
    pub fn set(&mut self, name: &str, value: &str) {
        let at = self.0.iter().position(|(key, _)| key == name);
        match (at.and_then(|at| self.0.get_mut(at)), value.is_empty()) {
            (Some(pair), false) => pair.1 = value.to_owned(),
            (None, false) => self.0.push((name.to_owned(), value.to_owned())),
            (_, true) => self.0.retain(|(key, _)| key != name),
        }
    }

    /// The parameters as `a=1&b=2`.
    pub fn query(&self) -> String {
        let pairs = self.0.iter();
        let pairs = pairs.map(|(name, value)| [&encoded(name), "=", &encoded(value)].concat());
        pairs.collect::<Vec<_>>().join("&")
    }
}

/// Decodes `%XX` and `+`. An invalid escape is kept unchanged.
fn decode(text: &str) -> String {
    let text = text.replace('+', " ");
    percent_decode_str(&text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_goes_both_ways() {
        for hash in [
            "#/",
            "#/subscription",
            "#/subscription/plans?org=free&filter=a%20%26%20b%3D%C3%A9",
        ] {
            let (path, params) = split(hash);
            assert_eq!(join(&path, &params), hash);
        }
        assert_eq!(split("").0, "/");
        assert_eq!(split("#time").0, "/time");
    }

    #[test]
    fn values_are_decoded_kept_in_order_and_replaced() {
        let (_, mut params) = split("#/x?b=1&a=50%25+off&b=2&&bare&odd=%zz");
        assert_eq!(
            (params.get("a"), params.get("b"), params.get("bare")),
            (Some("50% off"), Some("2"), None)
        );
        assert_eq!(params.get("odd"), Some("%zz"));
        params.set("b", "");
        params.set("c", "ü");
        assert_eq!(params.query(), "a=50%25%20off&odd=%25zz&c=%C3%BC");
    }

    #[test]
    fn broken_bytes_are_no_danger() {
        assert_eq!(split("#/x?a=%ff%").1.get("a"), Some("\u{fffd}%"));
    }
}
