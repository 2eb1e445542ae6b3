//! Finds rows that are the same person: rows that share an address, directly or through other rows (LIC 2).

use crate::directory::person::{Person, PersonId};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Groups of rows. Each row points to an earlier one of its group, or to itself.
#[derive(Debug, Default)]
pub struct Groups(Vec<usize>);

impl Groups {
    /// Creates `rows` groups of one row each.
    fn of(rows: usize) -> Self {
        Self((0..rows).collect())
    }

    /// Adds a row as a group of its own.
    pub fn add(&mut self) -> usize {
        self.0.push(self.0.len());
        self.0.len() - 1
    }

    /// The first row of the group. Shortens the path for later calls.
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

    /// Joins the groups of two rows.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        if let Some(later) = self.0.get_mut(a.max(b)) {
            *later = a.min(b);
        }
    }

    /// The number of groups.
    pub fn count(&self) -> usize {
        self.0.iter().enumerate().filter(|(row, first)| row == *first).count()
    }
}

/// The rows of one person.
pub(crate) struct Rows<'a> {
    /// The lowest ID of the present rows.
    pub first: &'a PersonId,
    /// All rows, with rows that are gone last.
    pub all: Vec<&'a PersonId>,
}

/// All people with several rows. A row that is gone joins the first present row with one of its addresses. It does not
/// join two present people, and it is ignored if its person is not present.
///
/// Hardly any of 100,000 rows share an address. Rows are therefore compared by hashes of their addresses. The addresses
/// are compared only if the hashes are equal.
pub(crate) fn persons<'a>(rows: &'a [Person], gone: impl Iterator<Item = &'a Person>) -> Vec<Rows<'a>> {
    let by_hash = Hashes::of(rows);
    let mut groups = Groups::of(rows.len());
    for alike in by_hash.0.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
        let mut by_address: BTreeMap<String, usize> = BTreeMap::new();
        for at in alike.iter().map(|(_, at)| *at) {
            for address in rows.get(at).map(Person::addresses).unwrap_or_default() {
                groups.join(*by_address.entry(address).or_insert(at), at);
            }
        }
    }
    let mut persons: BTreeMap<usize, Rows<'a>> = BTreeMap::new();
    for (at, id) in rows.iter().map(|row| &row.id).enumerate() {
        let first = groups.first(at);
        if first == at {
            continue;
        }
        let Some(leader) = rows.get(first) else { continue };
        let rows = persons.entry(first).or_insert_with(|| Rows::of(&leader.id));
        rows.first = rows.first.min(id);
        rows.all.push(id);
    }
    for row in gone {
        let addresses = row.addresses();
        let found = addresses.iter().find_map(|address| by_hash.find(rows, address));
        let Some(first) = found.map(|at| groups.first(at)) else {
            continue;
        };
        let Some(leader) = rows.get(first) else { continue };
        persons
            .entry(first)
            .or_insert_with(|| Rows::of(&leader.id))
            .all
            .push(&row.id);
    }
    persons.into_values().collect()
}

/// The hash of each address, with the index of its row, sorted.
struct Hashes(Vec<(u64, usize)>);

impl Hashes {
    fn of(rows: &[Person]) -> Self {
        let mut all = Vec::with_capacity(rows.len());
        for (at, row) in rows.iter().enumerate() {
            all.extend(row.addresses().iter().map(|address| (hash(address), at)));
        }
        all.sort_unstable();
        Self(all)
    }

    /// The first row with an address.
    fn find(&self, rows: &[Person], address: &String) -> Option<usize> {
        let wanted = hash(address);
        let from = self.0.partition_point(|(hash, _)| *hash < wanted);
        let alike = self.0.iter().skip(from).take_while(|(hash, _)| *hash == wanted);
        let mut places = alike.map(|(_, at)| *at);
        places.find(|at| rows.get(*at).is_some_and(|row| row.addresses().contains(address)))
    }
}

fn hash(address: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    address.hash(&mut hasher);
    hasher.finish()
}

impl<'a> Rows<'a> {
    fn of(id: &'a PersonId) -> Self {
        Self {
            first: id,
            all: vec![id],
        }
    }
}
