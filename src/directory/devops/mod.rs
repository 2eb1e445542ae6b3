//! People and groups as Azure DevOps describes them: what is asked, and how its answers are read. Pure; who asks is
//! elsewhere.

pub mod entitlements;
pub mod graph;
pub mod identities;
pub mod teams;

use crate::licensing::{Person, PersonId};
use serde_json::Value;

/// So many people are asked for by their ids or descriptors at once: addresses must not be too long.
pub const BATCH: usize = 50;

/// A person with the name by which groups know them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Who.
    pub person: Person,
    /// The descriptor; empty where a Server has none.
    pub descriptor: String,
}

/// One page of people, and where the next one starts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The people on it, service accounts left out.
    pub rows: Vec<Row>,
    /// The mark of the next page; none on the last.
    pub next: Option<String>,
}

/// A group or team, as far as a list of them tells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// What it is asked for by.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A service's own account, not a person's.
fn is_service(descriptor: &str) -> bool {
    ["svc.", "acs.", "s2s.", "sys."]
        .iter()
        .any(|start| descriptor.starts_with(start))
}

/// The entries of a list, as `value`.
fn list(body: &Value) -> impl Iterator<Item = &Value> {
    body.get("value")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

/// A text at a place, unless it is empty.
fn text(value: &Value, place: &str) -> Option<String> {
    let text = value.pointer(place)?.as_str()?;
    (!text.is_empty()).then(|| text.to_owned())
}

/// The id at a place.
fn id(value: &Value, place: &str) -> Option<PersonId> {
    PersonId::new(value.pointer(place)?.as_str()?)
}

/// An address of the interface below an area or a collection, which may end with a slash.
fn address(base: &str, rest: &[&str]) -> String {
    [base.trim_end_matches('/'), "/_apis/", &rest.concat()].concat()
}

/// What asks for the page after a mark.
fn after(next: Option<&str>) -> String {
    next.map(|next| ["&continuationToken=", &encoded(next)].concat())
        .unwrap_or_default()
}

/// A text as it may stand in an address.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out += "%";
            for nibble in [byte >> 4, byte & 15] {
                out.extend(char::from_digit(nibble.into(), 16).map(|it| it.to_ascii_uppercase()));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lic_9_reading_ends_with_everybody_or_with_a_reason() {
        let mark = |it: &str| Some(it.to_owned());
        let mut round = Reader::default();
        assert_eq!(round.after(12, Some(30), mark("a")), Ok(mark("a")));
        assert_eq!(round.after(12, Some(30), mark("b")), Ok(mark("b")));
        assert_eq!(
            round.after(12, Some(30), mark("a")),
            Err(Incomplete::Circle)
        );
        let mut fewer = Reader::default();
        assert_eq!(fewer.after(12, Some(30), mark("a")), Ok(mark("a")));
        assert_eq!(
            fewer.after(12, Some(30), None),
            Err(Incomplete::Fewer { told: 24, of: 30 })
        );
        let mut all = Reader::default();
        assert_eq!(all.after(30, Some(30), None), Ok(None));
        assert_eq!(
            Reader::default().after(0, Some(0), None),
            Err(Incomplete::Nobody)
        );
        let mut endless = Reader::default();
        let end = (0..).find_map(|page| endless.after(1, None, Some(page.to_string())).err());
        assert_eq!(end, Some(Incomplete::Circle));
    }
}
