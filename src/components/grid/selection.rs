//! Which rows are selected: those that are there of what was chosen. What was chosen is kept by ids, so that it lasts while
//! rows come, go and get other keys, and while the list is searched, filtered and sorted.

use leptos::prelude::*;
use std::collections::HashSet;
use std::hash::Hash;
use std::rc::Rc;

/// The rows that there are, whether the list shows them or not.
pub trait Rows: 'static {
    /// What a row is known by for as long as it is there.
    type Id: Eq + Hash + Send + Sync + 'static;

    /// How many rows there are; their keys count from 0.
    fn count(&self) -> u32;

    /// The id of the row of a key.
    fn id(&self, key: u32) -> Option<Self::Id>;
}

/// The selected keys. Keys are small numbers, so that asking costs nothing, whatever is selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    chosen: Vec<bool>,
    count: u32,
}

impl Selection {
    /// Those of the rows that are chosen.
    fn of<R: Rows>(chosen: &HashSet<R::Id>, rows: &R) -> Self {
        let is_chosen = |key: u32| rows.id(key).is_some_and(|id| chosen.contains(&id));
        let chosen: Vec<bool> = (0..rows.count()).map(is_chosen).collect();
        let count = chosen.iter().filter(|is_chosen| **is_chosen).count();
        Self {
            count: u32::try_from(count).unwrap_or(u32::MAX),
            chosen,
        }
    }

    /// Whether a key is selected.
    pub fn has(&self, key: u32) -> bool {
        usize::try_from(key).is_ok_and(|at| self.chosen.get(at) == Some(&true))
    }

    /// How many are selected.
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// The selected keys, the smallest first.
    pub fn keys(&self) -> Vec<u32> {
        let chosen = (0..).zip(&self.chosen).filter(|(_, chosen)| **chosen);
        chosen.map(|(key, _)| key).collect()
    }

    /// How many of these keys are selected.
    pub fn among(&self, keys: &[u32]) -> u32 {
        if self.count == 0 {
            return 0;
        }
        let among = keys.iter().filter(|key| self.has(**key)).count();
        u32::try_from(among).unwrap_or(u32::MAX)
    }
}

/// What was chosen, and which rows it comes to. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Chosen {
    /// The rows that it comes to.
    pub selection: Memo<Selection>,
    choose: Callback<(Vec<u32>, bool)>,
    clear: Callback<()>,
}

impl Chosen {
    /// Nothing. `rows` answers the rows that there are; tracked.
    pub fn new<R: Rows>(rows: impl Fn() -> Option<Rc<R>> + Copy + Send + Sync + 'static) -> Self {
        let chosen = RwSignal::new(HashSet::<R::Id>::new());
        let selection = Memo::new(move |_| {
            let is_any = chosen.with(|chosen| !chosen.is_empty());
            let rows = is_any.then(rows).flatten();
            rows.map(|rows| chosen.with(|chosen| Selection::of(chosen, &*rows)))
                .unwrap_or_default()
        });
        let choose = move |(keys, on): (Vec<u32>, bool)| {
            let Some(rows) = untrack(rows) else { return };
            let ids = keys.into_iter().filter_map(|key| rows.id(key));
            chosen.update(|chosen| {
                for id in ids {
                    if on {
                        chosen.insert(id);
                    } else {
                        chosen.remove(&id);
                    }
                }
            });
        };
        Self {
            selection,
            choose: Callback::new(choose),
            clear: Callback::new(move |()| chosen.update(HashSet::clear)),
        }
    }

    /// Chooses the rows of some keys, or takes them out.
    pub fn choose(self, keys: Vec<u32>, on: bool) {
        self.choose.run((keys, on));
    }

    /// Nothing again.
    pub fn clear(self) {
        self.clear.run(());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows by their names; a key is a place.
    impl Rows for Vec<&'static str> {
        type Id = &'static str;

        fn count(&self) -> u32 {
            u32::try_from(self.len()).unwrap_or(u32::MAX)
        }

        fn id(&self, key: u32) -> Option<&'static str> {
            self.get(usize::try_from(key).ok()?).copied()
        }
    }

    #[test]
    fn what_is_chosen_stays_selected_under_another_key() {
        let chosen = HashSet::from(["ada", "cleo"]);
        let before = Selection::of(&chosen, &vec!["ada", "ben", "cleo"]);
        assert_eq!((before.keys(), before.count()), (vec![0, 2], 2));
        let after = Selection::of(&chosen, &vec!["aaron", "ada", "ben", "cleo"]);
        assert_eq!(after.keys(), [1, 3]);
        assert_eq!(after.among(&[0, 1, 2]), 1);
    }

    #[test]
    fn who_is_there_no_more_is_not_counted() {
        let left = Selection::of(&HashSet::from(["ada", "ben"]), &vec!["cleo", "ben"]);
        assert_eq!((left.keys(), left.count()), (vec![1], 1));
        assert!(!left.has(0) && !left.has(2));
    }
}
