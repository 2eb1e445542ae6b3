//! Who is meant by what stands in a file: by e-mail or account without regard to case, then by exact id.

use super::{People, Row, person_of};
use crate::licensing::PersonId;
use crate::licensing::named_user::account_key;
use crate::view::Scene;
use std::collections::BTreeMap;

/// The rows that some names could mean; made in one pass over everybody.
pub(super) struct Lookup<'a> {
    by_account: BTreeMap<String, Vec<&'a Row>>,
    by_id: BTreeMap<&'a str, Vec<&'a Row>>,
}

/// Whom names mean.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meant<'a> {
    /// One person, by these rows (LIC 2).
    Person(Vec<&'a Row>),
    /// Nobody.
    Nobody,
    /// Somebody by the id, and somebody else by the e-mail or account.
    Two(&'a Row, &'a Row),
}

impl<'a> Lookup<'a> {
    pub fn new(scene: &Scene<'_>, people: &'a People, names: impl Iterator<Item = &'a str>) -> Self {
        let (mut by_account, mut ids, mut wanted) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for name in names {
            if let Some(account) = account_key(name) {
                by_account.entry(account).or_insert_with(Vec::new);
            }
            if let Some(rows) = rows_of(scene, name) {
                wanted.extend(rows.iter().map(|row| (row.clone(), None)));
                ids.insert(name, rows);
            }
        }
        for row in people.rows() {
            let account = person_of(scene, row).and_then(|person| person.email.as_deref());
            let account = account.and_then(account_key);
            if let Some(rows) = account.and_then(|account| by_account.get_mut(&account)) {
                rows.push(row);
            }
            if let Some(found) = wanted.get_mut(&row.id) {
                *found = Some(row);
            }
        }
        let found = |rows: Vec<PersonId>| -> Vec<&'a Row> {
            let mut found = rows.iter().filter_map(|row| wanted.get(row).copied().flatten());
            match found.next() {
                // A row with nothing of its own means the person, whose licence stands in another one (LIC 2).
                Some(own) if !own.licensed => std::iter::once(own).chain(found).collect(),
                own => own.into_iter().collect(),
            }
        };
        let by_id = ids.into_iter().map(|(name, rows)| (name, found(rows)));
        let by_id = by_id.filter(|(_, rows)| !rows.is_empty()).collect();
        Self { by_account, by_id }
    }

    /// Whom these names mean together: several are the e-mail, the account and the id of a line.
    pub fn meant(&self, names: &[String]) -> Meant<'a> {
        let accounts = names.iter().filter_map(|name| self.by_account.get(&account_key(name)?));
        let account = accounts.into_iter().find(|rows| !rows.is_empty());
        let id = names.iter().find_map(|name| self.by_id.get(name.as_str()));
        match (account, id) {
            (None, None) => Meant::Nobody,
            (Some(rows), None) | (None, Some(rows)) => Meant::Person(rows.clone()),
            (Some(rows), Some(by_id)) if rows.iter().any(|row| by_id.iter().any(|it| it.id == row.id)) => {
                Meant::Person(by_id.clone())
            }
            // One name that is the account of somebody and the id of somebody else: the account comes first.
            (Some(rows), Some(_)) if names.len() == 1 => Meant::Person(rows.clone()),
            (Some(rows), Some(by_id)) => match (by_id.first(), rows.first()) {
                (Some(row), Some(other)) => Meant::Two(row, other),
                _ => Meant::Nobody,
            },
        }
    }
}

/// The rows of the person with an id, the one that it means first: the row that is there, where that of the id is gone
/// (LIC 9).
fn rows_of(scene: &Scene<'_>, id: &str) -> Option<Vec<PersonId>> {
    let id = PersonId::new(id)?;
    let own = scene.people.meant(&id);
    let others = scene.people.rows_of(own).iter().filter(|row| *row != own);
    Some(std::iter::once(own).chain(others).cloned().collect())
}
