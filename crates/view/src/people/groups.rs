//! Groups in the search: who is in one is found by its name (ROL 5).

use crate::key::folded;
use licensing::{Directory, PersonId};
use std::collections::BTreeMap;

/// The names of everybody's groups, by their place in the directory; nobody's where the directory has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    /// A line a group, without case and marks.
    of: Vec<String>,
}

impl Groups {
    /// The groups of a directory: the name of each, and who is in it.
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

    /// The lines of whoever has that place in the directory.
    pub(super) fn lines(&self, place: u32) -> &str {
        let place = usize::try_from(place).ok();
        place.and_then(|at| self.of.get(at)).map_or("", String::as_str)
    }
}
