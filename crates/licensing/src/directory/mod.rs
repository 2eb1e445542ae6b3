//! The people of the directory, and which of its rows are the same person (LIC 1, LIC 2).

pub mod account_name;
pub mod csv;
pub mod named_users;
pub mod person;
mod same_person;

pub use crate::directory::account_name::{account_key, is_no_person};
pub use crate::directory::person::{AccountState, Person, PersonId};

use crate::directory::same_person::persons;
use crate::value::date::Date;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The current people of the directory and, if an earlier directory is known, the people who have left since. A person
/// who was created again, with the same email or account but another ID, is the same person as the row that is gone
/// (LIC 9).
#[derive(Clone, Debug, Default)]
pub struct Directory {
    people: Vec<Person>,
    index: BTreeMap<PersonId, usize>,
    /// Rows that are gone, with their last contents.
    gone: BTreeMap<PersonId, Person>,
    /// Rows that share a person with another row, including rows that are gone → the index of the person's first
    /// present row, possibly the row itself (LIC 2).
    first_rows: BTreeMap<PersonId, usize>,
    /// The reverse: the first row → all rows of that person, with rows that are gone last.
    doubles: BTreeMap<PersonId, Vec<PersonId>>,
}

/// Directories are equal if they have the same current people.
impl PartialEq for Directory {
    fn eq(&self, other: &Self) -> bool {
        self.people == other.people
    }
}

impl Eq for Directory {}

impl Directory {
    /// A directory of these rows. Of rows with the same ID, the last one counts. Rows that share an email or account,
    /// ignoring case, are one person. An empty one never matches (LIC 2).
    pub fn new(rows: Vec<Person>) -> Self {
        Self::with_gone(rows, BTreeMap::new())
    }

    fn with_gone(rows: Vec<Person>, gone: BTreeMap<PersonId, Person>) -> Self {
        // Built in one step. Inserting the rows one by one would search all earlier rows each time.
        let index: BTreeMap<PersonId, usize> = rows.iter().enumerate().map(|(at, row)| (row.id.clone(), at)).collect();
        let mut directory = Self {
            gone,
            ..Self::default()
        };
        if index.len() == rows.len() {
            (directory.people, directory.index) = (rows, index);
        } else {
            rows.into_iter().for_each(|row| directory.put(row));
        }
        directory.find_doubles();
        directory
    }

    /// This directory with the people who have left since an earlier one, including those already gone then. Earlier
    /// knowledge of this directory is dropped, so the pair alone determines the result (LIC 9).
    pub fn remembering(&self, before: &Self) -> Cow<'_, Self> {
        let gone = self.gone_since(before);
        let same = gone.len() == self.gone.len() && gone.iter().all(|(id, row)| self.gone.get(*id) == Some(*row));
        if same {
            return Cow::Borrowed(self);
        }
        let gone = gone.into_iter().map(|(id, row)| (id.clone(), row.clone()));
        let mut directory = self.clone();
        directory.gone = gone.collect();
        directory.find_doubles();
        Cow::Owned(directory)
    }

    fn gone_since<'a>(&self, before: &'a Self) -> BTreeMap<&'a PersonId, &'a Person> {
        // Walk both in the order of IDs. Looking up each of 100,000 rows takes far longer.
        let mut here = self.index.keys().peekable();
        let mut is_here = |id: &PersonId| {
            while here.next_if(|it| *it < id).is_some() {}
            here.peek().is_some_and(|it| *it == id)
        };
        let left = before.index.iter().filter(|(id, _)| !is_here(id));
        let mut gone: BTreeMap<&PersonId, &Person> = BTreeMap::new();
        gone.extend(before.gone.iter().filter(|(id, _)| !self.contains(id)));
        gone.extend(left.filter_map(|(id, at)| Some((id, before.people.get(*at)?))));
        gone
    }

    /// Applies changed rows. Rows of `changed` keep their position, or are appended if they are new. Rows of `left` are
    /// removed. The result equals a new directory of these rows that knows this one. If nobody joins, leaves or changes
    /// the account, the time depends only on the number of changed rows.
    pub fn patch(&mut self, changed: &[Person], left: &[PersonId]) {
        let moves = |row: &Person| {
            let comes = || !row.addresses().is_empty() || self.gone.contains_key(&row.id);
            self.get(&row.id)
                .map_or_else(comes, |known| known.addresses() != row.addresses())
        };
        // Otherwise the grouping of rows into people cannot have changed.
        if left.is_empty() && !changed.iter().any(moves) {
            changed.iter().for_each(|row| self.put(row.clone()));
            return;
        }
        let left = set_of(left);
        let (mut rows, mut gone) = (std::mem::take(&mut self.people), std::mem::take(&mut self.gone));
        gone.extend(
            rows.extract_if(.., |row| left.contains(&row.id))
                .map(|row| (row.id.clone(), row)),
        );
        rows.extend_from_slice(changed);
        changed.iter().for_each(|row| drop(gone.remove(&row.id)));
        *self = Self::with_gone(rows, gone);
    }

    /// Whether the directory has last-access dates. A Server has none, which does not mean that nobody was ever there.
    pub fn has_last_access(&self) -> bool {
        self.people.iter().any(|row| row.last_access.is_some())
    }

    fn put(&mut self, row: Person) {
        let known = self.index.get(&row.id).and_then(|at| self.people.get_mut(*at));
        if let Some(known) = known {
            *known = row;
        } else {
            self.index.insert(row.id.clone(), self.people.len());
            self.people.push(row);
        }
    }

    /// Groups rows that share an email or account under their first present row (LIC 2).
    fn find_doubles(&mut self) {
        let (mut first_rows, mut doubles) = (BTreeMap::new(), BTreeMap::new());
        for rows in persons(&self.people, self.gone.values()) {
            let Some(at) = self.index.get(rows.first) else { continue };
            first_rows.extend(rows.all.iter().map(|row| ((*row).clone(), *at)));
            doubles.insert(rows.first.clone(), rows.all.into_iter().cloned().collect());
        }
        (self.first_rows, self.doubles) = (first_rows, doubles);
    }

    /// All current rows, in the directory's order.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// The row with this ID.
    pub fn get(&self, id: &PersonId) -> Option<&Person> {
        self.index.get(id).and_then(|at| self.people.get(*at))
    }

    /// Whether the ID is in the current directory.
    pub fn contains(&self, id: &PersonId) -> bool {
        self.index.contains_key(id)
    }

    /// The ID under which a person is counted: the first of their rows (LIC 2).
    pub fn counted_as<'a>(&'a self, id: &'a PersonId) -> &'a PersonId {
        let first = self.first_rows.get(id).and_then(|at| self.people.get(*at));
        first.map_or(id, |row| &row.id)
    }

    /// People with several rows, even if only one of them is present: the first present row → all rows (LIC 2, LIC 9).
    pub fn doubles(&self) -> &BTreeMap<PersonId, Vec<PersonId>> {
        &self.doubles
    }

    /// All rows of the person who has this row (LIC 2).
    pub fn rows_of<'a>(&'a self, id: &'a PersonId) -> &'a [PersonId] {
        let rows = self.doubles.get(self.counted_as(id));
        rows.map_or(std::slice::from_ref(id), Vec::as_slice)
    }

    /// The last access of a person over all their rows (LIC 3, LIC 7).
    pub fn last_access_of(&self, id: &PersonId) -> Option<Date> {
        // Rows that are gone count, because a person who was created again used the old row.
        let last_access = |row: &PersonId| self.remembered(row)?.last_access;
        self.rows_of(id).iter().filter_map(last_access).max()
    }

    /// The present row of the person whose row is gone: the first one with the same email or account (LIC 9).
    pub fn replacement_of(&self, id: &PersonId) -> Option<&PersonId> {
        let at = self.gone.contains_key(id).then(|| self.first_rows.get(id))??;
        self.people.get(*at).map(|row| &row.id)
    }

    /// The present row for an ID: the row itself, or the one that replaced it (LIC 9).
    pub fn present_row<'a>(&'a self, id: &'a PersonId) -> &'a PersonId {
        self.replacement_of(id).unwrap_or(id)
    }

    /// The row with this ID, or its last contents if it is gone.
    pub fn remembered(&self, id: &PersonId) -> Option<&Person> {
        self.get(id).or_else(|| self.gone.get(id))
    }
}

/// A set of IDs, without `collect`: that sorts, and sorting is much code for a page.
pub(crate) fn set_of<'a>(ids: impl IntoIterator<Item = &'a PersonId>) -> BTreeSet<&'a PersonId> {
    let mut set = BTreeSet::new();
    set.extend(ids);
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: &str, email: &str) -> Person {
        Person {
            email: (!email.is_empty()).then(|| email.to_owned()),
            ..Person::named(PersonId::new(id).unwrap(), id)
        }
    }

    #[test]
    fn lic_2_one_address_in_any_case_is_one_person_and_an_empty_one_never() {
        let directory = Directory::new(vec![
            person("b", "ADA@example.org"),
            person("a", "ada@example.org "),
            person("c", ""),
            person("d", " "),
            person("e", "Ümit@example.org"),
            person("f", "ümit@example.org"),
        ]);
        let id = |text| PersonId::new(text).unwrap();
        assert_eq!(directory.counted_as(&id("b")), &id("a"));
        assert_eq!(directory.counted_as(&id("f")), &id("e"));
        assert_eq!(directory.counted_as(&id("d")), &id("d"));
        assert_eq!(directory.doubles().len(), 2);
    }

    #[test]
    fn lic_2_a_patched_directory_is_one_made_of_the_same_rows() {
        let rows = || {
            vec![
                person("b", "x@x.org"),
                person("a", "x@x.org"),
                person("c", "y@x.org"),
                person("d", ""),
            ]
        };
        type Patch<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);
        let patches: &[Patch<'_>] = &[
            (&[], &[]),
            (&[("e", "X@x.org")], &[]),
            (&[("a", "y@x.org")], &[]),
            (&[("a", ""), ("b", "")], &[]),
            (&[("0", "x@x.org"), ("d", "Y@x.org")], &[]),
            (&[("e", "z@x.org"), ("e", "y@x.org")], &[]),
            (&[("a", "z@x.org")], &["b", "nobody"]),
        ];
        for (changed, left) in patches {
            let changed: Vec<Person> = changed.iter().map(|(id, email)| person(id, email)).collect();
            let left: Vec<PersonId> = left.iter().map(|id| PersonId::new(id).unwrap()).collect();
            let mut patched = Directory::new(rows());
            patched.patch(&changed, &left);
            let stay = rows().into_iter().filter(|row| !left.contains(&row.id));
            let made = Directory::new(stay.chain(changed.clone()).collect());
            assert_eq!(patched, made, "{changed:?}");
            let made = made.remembering(&Directory::new(rows())).into_owned();
            let parts = |it: Directory| (it.index, it.gone, it.first_rows, it.doubles);
            assert_eq!(parts(patched), parts(made), "{changed:?}");
        }
    }

    #[test]
    fn lic_9_a_row_that_is_gone_and_its_replacement_are_one_person() {
        let id = |text| PersonId::new(text).unwrap();
        let before = Directory::new(vec![
            person("a", "ada@x.org"),
            person("b", "ben@x.org"),
            person("c", ""),
        ]);
        let now = Directory::new(vec![
            person("d", "BEN@x.org"),
            person("e", "ben@x.org"),
            person("f", ""),
        ]);
        assert_eq!(now.counted_as(&id("b")), &id("b"));
        let now = now.remembering(&before).into_owned();
        assert_eq!(
            (now.counted_as(&id("b")), now.replacement_of(&id("b"))),
            (&id("d"), Some(&id("d")))
        );
        assert_eq!(now.doubles()[&id("d")], ["d", "e", "b"].map(id));
        assert_eq!(
            ["a", "c", "d"].map(|it| now.replacement_of(&id(it)).is_some()),
            [false; 3]
        );
        // People who were already gone are still known. A person who returns is no longer gone.
        let later = Directory::new(vec![person("a", "ada@x.org"), person("g", "ben@x.org")]);
        let later = later.remembering(&now).into_owned();
        assert_eq!(
            ["b", "d", "e", "a"].map(|it| later.present_row(&id(it)).to_string()),
            ["g", "g", "g", "a"]
        );
        assert_eq!(later.remembered(&id("c")).map(|it| it.name.as_str()), Some("c"));
        assert!(matches!(later.remembering(&now), Cow::Borrowed(_)));
    }

    #[test]
    fn lic_2_the_same_id_twice_is_one_row() {
        let directory = Directory::new(vec![person("a", "old@example.org"), person("a", "new@example.org")]);
        assert_eq!(directory.people().len(), 1);
        assert_eq!(directory.people()[0].email.as_deref(), Some("new@example.org"));
    }
}
