//! Who is meant by what stands in a file: by e-mail or account without regard to case, then by exact id.

use super::{People, Row, person_of};
use crate::view::Scene;
use std::collections::{BTreeMap, BTreeSet};

/// The rows that some names could mean; made in one pass over everybody.
pub(super) struct Lookup<'a> {
    by_account: BTreeMap<String, Vec<&'a Row>>,
    by_id: BTreeMap<&'a str, &'a Row>,
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
    pub fn new<'b>(scene: &Scene<'_>, people: &'a People, names: impl Iterator<Item = &'b str>) -> Self {
        let names: BTreeSet<&str> = names.collect();
        let lower = names.iter().map(|name| (name.to_lowercase(), Vec::new()));
        let mut lookup = Self {
            by_account: lower.collect(),
            by_id: BTreeMap::new(),
        };
        for row in people.rows() {
            let account = person_of(scene, row).and_then(|person| person.email.as_deref());
            let account = account.map(str::trim).filter(|account| !account.is_empty());
            let wanted = account.and_then(|account| lookup.by_account.get_mut(&account.to_lowercase()));
            if let Some(rows) = wanted {
                rows.push(row);
            }
            if names.contains(row.id.as_str()) {
                lookup.by_id.insert(row.id.as_str(), row);
            }
        }
        lookup
    }

    /// Whom these names mean together: several are the e-mail, the account and the id of a line.
    pub fn meant(&self, names: &[String]) -> Meant<'a> {
        let accounts = names
            .iter()
            .filter_map(|name| self.by_account.get(&name.to_lowercase()));
        let account = accounts.into_iter().find(|rows| !rows.is_empty());
        let id = names.iter().find_map(|name| self.by_id.get(name.as_str()).copied());
        match (account, id) {
            (None, None) => Meant::Nobody,
            (Some(rows), None) => Meant::Person(rows.clone()),
            (None, Some(row)) => Meant::Person(vec![row]),
            (Some(rows), Some(row)) if rows.iter().any(|it| it.id == row.id) => Meant::Person(vec![row]),
            // One name that is the account of somebody and the id of somebody else: the account comes first.
            (Some(rows), Some(_)) if names.len() == 1 => Meant::Person(rows.clone()),
            (Some(rows), Some(row)) => rows.first().map_or(Meant::Nobody, |other| Meant::Two(row, other)),
        }
    }
}
