//! Groups in the search: people are found by the names of their groups (ROL 5).

use crate::key::folded;
use licensing::{Directory, PersonId};
use std::collections::BTreeMap;

/// The names of each person's groups, indexed by the position in the directory. Empty if the directory has no groups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    /// One line per group, without case and diacritics.
    of: Vec<String>,
}

impl Groups {
    /// The groups of a directory, each with its name and members.
    pub fn new<'a>(people: &Directory, groups: impl IntoIterator<Item = (&'a str, &'a [PersonId])>) -> Self {
        let places: BTreeMap<&PersonId, usize> = people.people().iter().map(|it| &it.id).zip(0..).collect();
        let mut of = vec![String::new(); people.people().len()];
        for (name, members) in groups {
            let line = ["\n", &folded(name)].concat();
            for member in members {
                if let Some(lines) = places.get(member).and_then(|at| of.get_mut(*at)) {
                    lines.push_str(&line);
                }
            }
        }
        Self { of }
    }

    /// The lines of the person at a position in the directory.
    pub(super) fn lines(&self, place: u32) -> &str {
        let place = usize::try_from(place).ok();
        place.and_then(|at| self.of.get(at)).map_or("", String::as_str)
    }
}
