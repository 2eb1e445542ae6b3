//! People and groups of Azure DevOps: the addresses of requests, and the reading of answers. Pure: the requests themselves
//! are in the page.

pub mod entitlements;
mod error;
pub mod graph;
pub mod identities;
pub mod teams;

pub use error::{AdoError, IncompleteAnswer, TIME_LIMIT};

use crate::encoded;
use licensing::{Person, PersonId};
use serde_json::Value;
use std::collections::BTreeSet;

/// The number of people in a request by IDs or descriptors. More would make the address too long.
pub const BATCH: usize = 50;

/// A person, and their name in groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryUser {
    /// The person.
    pub person: Person,
    /// The descriptor. Empty on a Server that has none.
    pub descriptor: String,
}

/// A page of people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserPage {
    /// The people, without service accounts.
    pub rows: Vec<DirectoryUser>,
    /// The continuation token of the next page. `None` on the last.
    pub next: Option<String>,
    /// The number of entries, with service accounts.
    pub entries: usize,
    /// The number of entries of all pages, if the answer has it.
    pub total: Option<u64>,
}

/// So many pages are read at most: more than any directory has.
const MOST_PAGES: usize = 10_000;

/// The marks of pages that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks(BTreeSet<String>);

impl Marks {
    /// The mark of the page to read next; none after the last one.
    ///
    /// # Errors
    /// It was read before, or there are too many pages: reading would never end.
    pub fn follow(&mut self, next: Option<String>) -> Result<Option<String>, IncompleteAnswer> {
        match next {
            Some(mark) if self.0.len() >= MOST_PAGES || !self.0.insert(mark.clone()) => Err(IncompleteAnswer::Circle),
            next => Ok(next),
        }
    }
}

/// How far a list of people has been read, a page after another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    marks: Marks,
    told: u64,
    /// The most that any page has told of.
    total: Option<u64>,
}

impl Reader {
    /// The mark of the page to read next after one with so many entries, of so many in all; none after the last one.
    ///
    /// # Errors
    /// The pages do not end, or they have ended before everybody was told.
    pub fn after(
        &mut self,
        entries: usize,
        total: Option<u64>,
        next: Option<String>,
    ) -> Result<Option<String>, IncompleteAnswer> {
        self.told = self.told.saturating_add(number(entries));
        self.total = self.total.max(total);
        let next = self.marks.follow(next)?;
        match self.total {
            _ if next.is_some() => Ok(next),
            _ if self.told == 0 => Err(IncompleteAnswer::Nobody),
            Some(of) if self.told < of => Err(IncompleteAnswer::Fewer { told: self.told, of }),
            _ => Ok(None),
        }
    }
}

/// A group or team, as far as a list of them tells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// What it is asked for by.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// Whether a user is gone where it came from.
fn is_deleted(value: &Value, place: &str) -> bool {
    let told = value.pointer(&[place, "/isDeletedInOrigin"].concat());
    told.and_then(Value::as_bool).unwrap_or(false)
}

/// A service's own account, not a person's.
fn is_service(descriptor: &str) -> bool {
    ["svc.", "acs.", "s2s.", "sys."]
        .iter()
        .any(|start| descriptor.starts_with(start))
}

/// The entries of a list, as `value`; where the answer tells how many they are, as many.
fn list(body: &Value) -> Result<&[Value], IncompleteAnswer> {
    let list = body
        .get("value")
        .and_then(Value::as_array)
        .ok_or(IncompleteAnswer::NoList)?;
    let told = number(list.len());
    match body.get("count").and_then(Value::as_u64) {
        Some(of) if told < of => Err(IncompleteAnswer::Fewer { told, of }),
        _ => Ok(list),
    }
}

/// All entries of a list, each read by `one`.
fn all<T>(body: &Value, one: impl Fn(&Value) -> Option<T>) -> Result<Vec<T>, IncompleteAnswer> {
    let read = |it: &Value| one(it).ok_or(IncompleteAnswer::Entry);
    list(body)?.iter().map(read).collect()
}

fn number(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lic_9_reading_ends_with_everybody_or_with_a_reason() {
        let mark = |it: &str| Some(it.to_owned());
        let mut round = Reader::default();
        assert_eq!(round.after(12, Some(30), mark("a")), Ok(mark("a")));
        assert_eq!(round.after(12, Some(30), mark("b")), Ok(mark("b")));
        assert_eq!(round.after(12, Some(30), mark("a")), Err(IncompleteAnswer::Circle));
        let mut fewer = Reader::default();
        assert_eq!(fewer.after(12, Some(30), mark("a")), Ok(mark("a")));
        assert_eq!(
            fewer.after(12, Some(30), None),
            Err(IncompleteAnswer::Fewer { told: 24, of: 30 })
        );
        let mut all = Reader::default();
        assert_eq!(all.after(30, Some(30), None), Ok(None));
        assert_eq!(Reader::default().after(0, Some(0), None), Err(IncompleteAnswer::Nobody));
        let mut endless = Reader::default();
        let end = (0..).find_map(|page| endless.after(1, None, Some(page.to_string())).err());
        assert_eq!(end, Some(IncompleteAnswer::Circle));
    }
}
