//! People and groups as Azure DevOps describes them: what is asked, and how its answers are read. Pure; who asks is
//! elsewhere.

pub mod entitlements;
pub mod graph;
pub mod identities;
pub mod teams;

use crate::encoded;
use licensing::{Person, PersonId};
use serde_json::Value;
use std::collections::BTreeSet;

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
    /// How many entries stand on it, service accounts included.
    pub entries: usize,
    /// How many entries all pages have together, where that is told.
    pub total: Option<u64>,
}

/// Why answers do not tell everybody, or everything, that was asked for. Whoever is not told has not left, so nothing that
/// depends on everybody is decided by such answers (LIC 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Incomplete {
    /// The list is not in the answer, under its name.
    NoList,
    /// Somebody or something in the list is not told, or without an id.
    Entry,
    /// Fewer are told than there are.
    Fewer {
        /// So many were told.
        told: u64,
        /// So many there are.
        of: u64,
    },
    /// The pages do not come to an end.
    Circle,
    /// Nobody is told at all, not even who asks.
    Nobody,
}

impl Incomplete {
    /// What is the matter, and what to do.
    pub fn words(self) -> String {
        let what = match self {
            Self::NoList => "without the list that was asked for".to_owned(),
            Self::Entry => "with a list in which entries are missing".to_owned(),
            Self::Fewer { told, of } => ["with ", &told.to_string(), " of ", &of.to_string(), " entries"].concat(),
            Self::Circle => "with the same page again and again".to_owned(),
            Self::Nobody => "with an empty list of people".to_owned(),
        };
        let advice = ". Try again later; if it stays so, tell support.";
        ["Azure DevOps answered ", &what, advice].concat()
    }
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
    pub fn follow(&mut self, next: Option<String>) -> Result<Option<String>, Incomplete> {
        match next {
            Some(mark) if self.0.len() >= MOST_PAGES || !self.0.insert(mark.clone()) => Err(Incomplete::Circle),
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
    ) -> Result<Option<String>, Incomplete> {
        self.told = self.told.saturating_add(number(entries));
        self.total = self.total.max(total);
        let next = self.marks.follow(next)?;
        match self.total {
            _ if next.is_some() => Ok(next),
            _ if self.told == 0 => Err(Incomplete::Nobody),
            Some(of) if self.told < of => Err(Incomplete::Fewer { told: self.told, of }),
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
fn list(body: &Value) -> Result<&[Value], Incomplete> {
    let list = body.get("value").and_then(Value::as_array).ok_or(Incomplete::NoList)?;
    let told = number(list.len());
    match body.get("count").and_then(Value::as_u64) {
        Some(of) if told < of => Err(Incomplete::Fewer { told, of }),
        _ => Ok(list),
    }
}

/// All entries of a list, each read by `one`.
fn all<T>(body: &Value, one: impl Fn(&Value) -> Option<T>) -> Result<Vec<T>, Incomplete> {
    let read = |it: &Value| one(it).ok_or(Incomplete::Entry);
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
        assert_eq!(round.after(12, Some(30), mark("a")), Err(Incomplete::Circle));
        let mut fewer = Reader::default();
        assert_eq!(fewer.after(12, Some(30), mark("a")), Ok(mark("a")));
        assert_eq!(
            fewer.after(12, Some(30), None),
            Err(Incomplete::Fewer { told: 24, of: 30 })
        );
        let mut all = Reader::default();
        assert_eq!(all.after(30, Some(30), None), Ok(None));
        assert_eq!(Reader::default().after(0, Some(0), None), Err(Incomplete::Nobody));
        let mut endless = Reader::default();
        let end = (0..).find_map(|page| endless.after(1, None, Some(page.to_string())).err());
        assert_eq!(end, Some(Incomplete::Circle));
    }
}
