//! Which rows are one person: those that share something, and those that share something with one of them (LIC 2).

use crate::directory::person::{Person, PersonId};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Rows in groups: each points to an earlier one of its group, or to itself.
#[derive(Debug, Default)]
pub struct Groups(Vec<usize>);

impl Groups {
    /// So many rows, each a group of its own.
    fn of(rows: usize) -> Self {
        Self((0..rows).collect())
    }

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

/// A person of several rows.
pub(crate) struct Rows<'a> {
    /// The first of them that is there, by its id.
    pub first: &'a PersonId,
    /// All of them, the gone ones last.
    pub all: Vec<&'a PersonId>,
}

/// Everybody who has more than one row. A row that is gone is one person with whoever is there with one of its addresses, with
/// the first of these; it makes nobody else one person, and who has left and is not there again is nobody's other row.
///
/// Hardly any two of 100,000 rows share anything. So rows are compared by the hashes of their addresses, and the addresses of
/// those few that agree in one are made again.
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

/// The hash of each address of each row, with the place of the row; in order.
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

    /// The first row that has an address.
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
