//! Which rows are one person: those that share something, and those that share something with one of them (LIC 2).

use super::person::PersonId;
use std::collections::BTreeMap;

/// Rows in groups: each points to an earlier one of its group, or to itself.
#[derive(Debug, Default)]
pub struct Groups(Vec<usize>);

impl Groups {
    /// A row of a group of its own.
    pub fn add(&mut self) -> usize {
        self.0.push(self.0.len());
        self.0.len() - 1
    }

    /// The first row of the group; the way there is made shorter for the next.
    pub fn first(&mut self, row: usize) -> usize {
        let mut at = row;
        while let Some(next) = self.0.get(at).copied().filter(|next| *next != at) {
            let after = self.0.get(next).copied().unwrap_or(next);
            if let Some(here) = self.0.get_mut(at) {
                *here = after;
            }
            at = after;
        }
        at
    }

    /// Makes one group of two.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        if let Some(later) = self.0.get_mut(a.max(b)) {
            *later = a.min(b);
        }
    }

    /// How many groups there are.
    pub fn count(&self) -> usize {
        self.0.iter().enumerate().filter(|(row, first)| row == *first).count()
    }
}

/// Rows of a directory by the addresses that they share.
#[derive(Default)]
pub(super) struct Sharing<'a> {
    groups: Groups,
    rows: Vec<&'a PersonId>,
    /// Looked up only, never walked through: its order is none.
    by_address: BTreeMap<String, usize>,
    /// Rows that are gone, with a row that is there.
    gone: Vec<(usize, &'a PersonId)>,
}

/// A person of several rows.
pub(super) struct Rows<'a> {
    /// The first of them that is there, by its id.
    pub first: &'a PersonId,
    /// All of them, the gone ones last.
    pub all: Vec<&'a PersonId>,
}

impl<'a> Sharing<'a> {
    /// A row that is there.
    pub fn add(&mut self, id: &'a PersonId, addresses: Vec<String>) {
        let me = self.groups.add();
        self.rows.push(id);
        for address in addresses {
            let other = *self.by_address.entry(address).or_insert(me);
            self.groups.join(other, me);
        }
    }

    /// A row that is gone: it is one person with whoever is there with one of its addresses, with the first of these. It
    /// makes nobody else one person, and who has left and is not there again is nobody's other row.
    pub fn add_gone(&mut self, id: &'a PersonId, addresses: &[String]) {
        let found = addresses.iter().find_map(|address| self.by_address.get(address));
        self.gone.extend(found.map(|row| (*row, id)));
    }

    /// Everybody who has more than one row.
    pub fn persons(mut self) -> Vec<Rows<'a>> {
        let mut persons: BTreeMap<usize, Rows<'a>> = BTreeMap::new();
        for (at, id) in self.rows.iter().enumerate() {
            let first = self.groups.first(at);
            if first == at {
                continue;
            }
            let Some(leader) = self.rows.get(first) else { continue };
            let rows = persons.entry(first).or_insert_with(|| Rows::of(leader));
            rows.first = rows.first.min(id);
            rows.all.push(id);
        }
        for (at, id) in self.gone {
            let first = self.groups.first(at);
            let Some(leader) = self.rows.get(first) else { continue };
            persons.entry(first).or_insert_with(|| Rows::of(leader)).all.push(id);
        }
        persons.into_values().collect()
    }
}

impl<'a> Rows<'a> {
    fn of(id: &'a PersonId) -> Self {
        Self {
            first: id,
            all: vec![id],
        }
    }
}
