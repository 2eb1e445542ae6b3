//! People and groups of Azure DevOps: the URLs of requests, and reading of answers. Pure: the page sends the requests.

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

/// The number of people in a request by IDs or descriptors. More would make the URL too long.
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
    /// The continuation token of the next page. `None` on the last page.
    pub next: Option<String>,
    /// The number of entries, including service accounts.
    pub entries: usize,
    /// The total number of entries on all pages, if the answer contains it.
    pub total: Option<u64>,
}

/// The highest number of pages that are read. No directory has that many.
const MOST_PAGES: usize = 10_000;

/// The continuation tokens that were followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks(BTreeSet<String>);

impl Marks {
    /// The continuation token of the next page. `None` after the last page.
    ///
    /// # Errors
    /// The token was followed before, or there are too many pages.
    pub fn follow(&mut self, next: Option<String>) -> Result<Option<String>, IncompleteAnswer> {
        match next {
            Some(mark) if self.0.len() >= MOST_PAGES || !self.0.insert(mark.clone()) => Err(IncompleteAnswer::Circle),
            next => Ok(next),
        }
    }
}

/// The progress of reading a paged list of people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    marks: Marks,
    told: u64,
    /// The highest total that any page has reported.
    total: Option<u64>,
}

impl Reader {
    /// The continuation token of the next page, after a page with this many entries and this reported total. `None`
    /// after the last page.
    ///
    /// # Errors
    /// The pages do not end, or there are fewer entries than reported.
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

/// A group or team in a list, without its members.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// The ID that requests use.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// Whether a user was deleted in the identity provider.
fn is_deleted(value: &Value, place: &str) -> bool {
    let told = value.pointer(&[place, "/isDeletedInOrigin"].concat());
    told.and_then(Value::as_bool).unwrap_or(false)
}

/// Whether a descriptor is that of a service account.
fn is_service(descriptor: &str) -> bool {
    ["svc.", "acs.", "s2s.", "sys."]
        .iter()
        .any(|start| descriptor.starts_with(start))
}

/// The entries of the list `value`.
///
/// # Errors
/// The list is missing, or it is shorter than its reported length.
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
///
/// # Errors
/// The list is incomplete, or `one` cannot read an entry.
fn all<T>(body: &Value, one: impl Fn(&Value) -> Option<T>) -> Result<Vec<T>, IncompleteAnswer> {
    let read = |it: &Value| one(it).ok_or(IncompleteAnswer::Entry);
    list(body)?.iter().map(read).collect()
}

fn number(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// The text at a JSON pointer, unless it is empty.
fn text(value: &Value, place: &str) -> Option<String> {
    let text = value.pointer(place)?.as_str()?;
    (!text.is_empty()).then(|| text.to_owned())
}

/// The ID at a JSON pointer.
fn id(value: &Value, place: &str) -> Option<PersonId> {
    PersonId::new(value.pointer(place)?.as_str()?)
}

/// The URL of an API below an area or a collection. `base` may end with a slash.
fn address(base: &str, rest: &[&str]) -> String {
    [base.trim_end_matches('/'), "/_apis/", &rest.concat()].concat()
}

/// The query parameter for the page after a continuation token.
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
