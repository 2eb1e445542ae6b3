//! The directory rows of a record: changes since the last record that the booking depends on.

use crate::account::access::Actor;
use crate::directory::Directory;
use crate::directory::person::{Person, PersonId};
use crate::event::Event;
use std::collections::BTreeSet;

/// The directory rows of a record. Empty by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DirectoryDelta {
    /// The whole directory.
    pub whole: Option<Vec<Person>>,
    /// New or changed rows.
    pub changed: Option<Vec<Person>>,
    /// Removed rows.
    pub left: Option<Vec<PersonId>>,
}

impl DirectoryDelta {
    /// The whole directory.
    pub fn whole(people: &Directory) -> Self {
        Self {
            whole: Some(people.people().to_vec()),
            ..Self::default()
        }
    }

    /// Applies the rows to the directory recorded before.
    pub fn applied_to(&self, recorded: &Directory) -> Directory {
        if let Some(whole) = &self.whole {
            return Directory::new(whole.clone()).remembering(recorded).into_owned();
        }
        let mut people = recorded.clone();
        let changed = self.changed.as_deref().unwrap_or_default();
        people.patch(changed, self.left.as_deref().unwrap_or_default());
        people
    }

    /// Adds these rows unless the record already has them.
    #[must_use]
    pub fn with_rows(mut self, rows: Vec<Person>) -> Self {
        if self.whole.is_none() && !rows.is_empty() {
            let changed = self.changed.get_or_insert_default();
            for row in rows {
                if changed.iter().all(|known| known.id != row.id) {
                    changed.push(row);
                }
            }
        }
        self
    }

    /// A delta with these rows only. `None` if there are no rows.
    fn rows(changed: Vec<Person>, left: Vec<PersonId>) -> Option<Self> {
        let some = !changed.is_empty() || !left.is_empty();
        some.then(|| Self {
            whole: None,
            changed: Some(changed).filter(|it| !it.is_empty()),
            left: Some(left).filter(|it| !it.is_empty()),
        })
    }
}

/// All new, changed or removed rows. `None` if there are none, or not fewer than the whole directory has.
pub fn changed_rows(recorded: &Directory, people: &Directory) -> Option<DirectoryDelta> {
    let rows = people.people();
    let changed: Vec<Person> = rows.iter().filter(|row| is_new(recorded, row)).cloned().collect();
    let gone = recorded.people().iter().filter(|row| !people.contains(&row.id));
    let left: Vec<PersonId> = gone.map(|row| row.id.clone()).collect();
    let fewer = changed.len().saturating_add(left.len()) < rows.len();
    DirectoryDelta::rows(changed, left).filter(|_| fewer)
}

/// The changed rows of the people whom the booking names, and of the person who gave the command.
pub fn named_rows<'a>(
    viewer: &'a Actor,
    events: impl Iterator<Item = &'a Event>,
    recorded: &Directory,
    people: &'a Directory,
) -> Option<DirectoryDelta> {
    let mut named: BTreeSet<&PersonId> = viewer.id.iter().collect();
    events.for_each(|event| named.extend(event.named()));
    // Includes all rows of each person (LIC 2).
    let rows = named.iter().flat_map(|id| people.rows_of(id));
    let rows: BTreeSet<&PersonId> = rows.collect();
    let here = rows.iter().filter_map(|id| people.get(id));
    let changed: Vec<Person> = here.filter(|row| is_new(recorded, row)).cloned().collect();
    let gone = rows.iter().filter(|id| recorded.contains(id) && !people.contains(id));
    let left: Vec<PersonId> = gone.map(|id| (*id).clone()).collect();
    DirectoryDelta::rows(changed, left)
}

/// The rows of people with an assignment whose address differs from the recorded one. A person who is created again is
/// recognized by the address, so the next booking records it (LIC 9).
pub fn readdressed_rows<'a>(
    assigned: impl Iterator<Item = &'a PersonId>,
    recorded: &Directory,
    people: &Directory,
) -> Vec<Person> {
    let other = |id: &'a PersonId| {
        let (before, now) = (recorded.get(id)?, people.get(id)?);
        // Most rows are the same. Comparing whole rows is faster than comparing their addresses.
        (before != now && before.addresses() != now.addresses()).then(|| now.clone())
    };
    assigned.filter_map(other).collect()
}

fn is_new(recorded: &Directory, row: &Person) -> bool {
    recorded.get(&row.id) != Some(row)
}
