//! What a record notes of the directory: the rows that a booking depends on, beside those recorded before.

use crate::account::access::Actor;
use crate::directory::Directory;
use crate::directory::person::{Person, PersonId};
use crate::event::Event;
use std::collections::BTreeSet;

/// Rows for a record; nothing at first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DirectoryDelta {
    /// The whole directory.
    pub whole: Option<Vec<Person>>,
    /// Rows that are new or another.
    pub changed: Option<Vec<Person>>,
    /// Rows that are gone.
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

    /// The directory that it makes of the one recorded before.
    pub fn applied_to(&self, recorded: &Directory) -> Directory {
        if let Some(whole) = &self.whole {
            return Directory::new(whole.clone()).knowing(recorded).into_owned();
        }
        let mut people = recorded.clone();
        let changed = self.changed.as_deref().unwrap_or_default();
        people.patch(changed, self.left.as_deref().unwrap_or_default());
        people
    }

    /// The same with these rows as well, where they do not stand in it.
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

    /// These rows and no others; none where they say nothing.
    fn rows(changed: Vec<Person>, left: Vec<PersonId>) -> Option<Self> {
        let some = !changed.is_empty() || !left.is_empty();
        some.then(|| Self {
            whole: None,
            changed: Some(changed).filter(|it| !it.is_empty()),
            left: Some(left).filter(|it| !it.is_empty()),
        })
    }
}

/// Every row that is new, another or gone; none where the whole directory is no more.
pub fn changed_rows(recorded: &Directory, people: &Directory) -> Option<DirectoryDelta> {
    let rows = people.people();
    let changed: Vec<Person> = rows.iter().filter(|row| is_new(recorded, row)).cloned().collect();
    let gone = recorded.people().iter().filter(|row| !people.contains(&row.id));
    let left: Vec<PersonId> = gone.map(|row| row.id.clone()).collect();
    let fewer = changed.len().saturating_add(left.len()) < rows.len();
    DirectoryDelta::rows(changed, left).filter(|_| fewer)
}

/// The same, of those only whom the booking names, and of who gave the command.
pub fn named_rows<'a>(
    viewer: &'a Actor,
    events: impl Iterator<Item = &'a Event>,
    recorded: &Directory,
    people: &'a Directory,
) -> Option<DirectoryDelta> {
    let mut named: BTreeSet<&PersonId> = viewer.id.iter().collect();
    events.for_each(|event| named.extend(event.named()));
    // With all rows of each person (LIC 2).
    let rows = named.iter().flat_map(|id| people.rows_of(id));
    let rows: BTreeSet<&PersonId> = rows.collect();
    let here = rows.iter().filter_map(|id| people.get(id));
    let changed: Vec<Person> = here.filter(|row| is_new(recorded, row)).cloned().collect();
    let gone = rows.iter().filter(|id| recorded.contains(id) && !people.contains(id));
    let left: Vec<PersonId> = gone.map(|id| (*id).clone()).collect();
    DirectoryDelta::rows(changed, left)
}

/// The rows of those who are assigned something and stand there with another address than is recorded: by the address they
/// are known again once they are made anew, so that it is noted with whatever is booked next (LIC 9).
pub fn readdressed_rows<'a>(
    assigned: impl Iterator<Item = &'a PersonId>,
    recorded: &Directory,
    people: &Directory,
) -> Vec<Person> {
    let other = |id: &'a PersonId| {
        let (before, now) = (recorded.get(id)?, people.get(id)?);
        // Most rows are the same, which is seen sooner than that their addresses are.
        (before != now && before.addresses() != now.addresses()).then(|| now.clone())
    };
    assigned.filter_map(other).collect()
}

fn is_new(recorded: &Directory, row: &Person) -> bool {
    recorded.get(&row.id) != Some(row)
}
