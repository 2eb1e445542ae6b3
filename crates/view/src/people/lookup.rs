//! Finds the people that a file names: first by email address or account, ignoring case, then by exact ID.

use super::{People, PeopleRow, person_of};
use crate::Scene;
use licensing::directory::account_name::{account_key, own_address};
use licensing::{Person, PersonId};
use std::collections::BTreeMap;

/// The rows that match some names. Built in two passes over all people.
pub(super) struct Lookup<'a> {
    by_address: BTreeMap<String, Vec<&'a PeopleRow>>,
    by_id: BTreeMap<&'a str, Vec<&'a PeopleRow>>,
}

/// The result of a lookup.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meant<'a> {
    /// One person, with these rows (LIC 2).
    Person(Vec<&'a PeopleRow>),
    /// No match.
    Nobody,
    /// Two different people: one for one of the names, and one for another.
    Two(&'a PeopleRow, &'a PeopleRow),
}

impl<'a> Lookup<'a> {
    pub fn new(scene: &Scene<'_>, people: &'a People, names: impl Iterator<Item = &'a str>) -> Self {
        let (mut addressed, mut ids, mut wanted) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for name in names {
            addressed.extend(keys(name).map(|key| (key, Vec::new())));
            ids.extend(rows_of(scene, name).map(|rows| (name, rows)));
        }
        for row in people.rows() {
            for address in addresses(scene, row) {
                if let Some(rows) = addressed.get_mut(&address).filter(|rows| rows.is_empty()) {
                    // All rows of the person, because another row may have the license and a different address (LIC 2).
                    rows.extend(rows_of(scene, row.id.as_str()).into_iter().flatten());
                }
            }
        }
        wanted.extend(
            addressed
                .values()
                .chain(ids.values())
                .flatten()
                .map(|row| (row.clone(), None)),
        );
        for row in people.rows() {
            if let Some(found) = wanted.get_mut(&row.id) {
                *found = Some(row);
            }
        }
        let rows = |ids: &[PersonId]| -> Vec<&'a PeopleRow> {
            let found = ids.iter().filter_map(|row| wanted.get(row).copied().flatten());
            found.collect()
        };
        let by_address = addressed.into_iter().map(|(key, ids)| (key, rows(&ids)));
        let by_id = ids.into_iter().map(|(name, ids)| (name, own_first(rows(&ids))));
        Self {
            by_address: by_address.filter(|(_, rows)| !rows.is_empty()).collect(),
            by_id: by_id.filter(|(_, rows)| !rows.is_empty()).collect(),
        }
    }

    /// The person that all these names refer to, such as the email address, the account, and the ID in a line.
    pub fn meant(&self, names: &[String]) -> Meant<'a> {
        let addressed = names.iter().flat_map(|name| keys(name));
        let addressed = addressed.filter_map(|key| self.by_address.get(&key));
        let ids = names.iter().filter_map(|name| self.by_id.get(name.as_str()));
        let mut addressed: Vec<&Vec<&PeopleRow>> = addressed.collect();
        // If a single name is the account of one person and the ID of another one, the account wins.
        let decides_alone = names.len() == 1 && !addressed.is_empty();
        let named = ids
            .clone()
            .next()
            .filter(|rows| !decides_alone || share(rows, addressed.first()));
        addressed.extend(ids.filter(|_| !decides_alone));
        let Some(first) = named.or_else(|| addressed.first().copied()) else {
            return Meant::Nobody;
        };
        let other = addressed.iter().find(|rows| !share(rows, Some(&first)));
        match (first.first(), other.and_then(|rows| rows.first())) {
            (Some(row), Some(other)) => Meant::Two(row, other),
            _ => Meant::Person(first.clone()),
        }
    }
}

/// Whether two lists have a row in common.
fn share(rows: &[&PeopleRow], others: Option<&&Vec<&PeopleRow>>) -> bool {
    let others = others.map_or(&[][..], |rows| rows.as_slice());
    rows.iter().any(|row| others.iter().any(|other| other.id == row.id))
}

/// An ID of a row that uses a license means only that row. An ID of any other row means the person, whose license may
/// belong to another row (LIC 2).
fn own_first(mut rows: Vec<&PeopleRow>) -> Vec<&PeopleRow> {
    if rows.first().is_some_and(|own| own.licensed) {
        rows.truncate(1);
    }
    rows
}

/// The normalized forms of a name for comparing addresses. For a guest, also the address in the home organization.
fn keys(name: &str) -> impl Iterator<Item = String> {
    let key = account_key(name);
    let own = key.as_deref().and_then(own_address);
    key.into_iter().chain(own)
}

fn addresses(scene: &Scene<'_>, row: &PeopleRow) -> Vec<String> {
    person_of(scene, row).map(Person::addresses).unwrap_or_default()
}

/// The rows of the person with an ID. The first one is the row of that ID, or a current row if that one is gone
/// (LIC 9).
fn rows_of(scene: &Scene<'_>, id: &str) -> Option<Vec<PersonId>> {
    let id = PersonId::new(id)?;
    let own = scene.people.present_row(&id);
    let others = scene.people.rows_of(own).iter().filter(|row| *row != own);
    Some(std::iter::once(own).chain(others).cloned().collect())
}
