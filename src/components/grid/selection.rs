//! The selected rows: the chosen rows that still exist. A choice stores the keys of the rows at that time. If the keys
//! have changed since, the selection follows the ids. So it survives searching, filtering, sorting, and reloading.

use leptos::prelude::*;
use std::collections::HashSet;
use std::hash::Hash;
use std::rc::Rc;

/// All rows, whether the list shows them or not.
pub trait Rows: 'static {
    /// Identifies a row for as long as it exists.
    type Id: Eq + Hash;

    /// The number of rows. Their keys count from 0.
    fn count(&self) -> u32;

    /// The id of the row with this key.
    fn id(&self, key: u32) -> Option<Self::Id>;
}

/// The selected keys. Keys are small numbers, so that a lookup is cheap, however many rows are selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    chosen: Vec<bool>,
    count: u32,
}

impl Selection {
    /// Whether a key is selected.
    pub fn has(&self, key: u32) -> bool {
        usize::try_from(key).is_ok_and(|at| self.chosen.get(at) == Some(&true))
    }

    /// Selects or deselects a key.
    fn set(&mut self, key: u32, chosen: bool) {
        let Ok(at) = usize::try_from(key) else { return };
        if chosen && self.chosen.len() <= at {
            self.chosen.resize(at + 1, false);
        }
        if let Some(known) = self.chosen.get_mut(at).filter(|known| **known != chosen) {
            *known = chosen;
            self.count = if chosen { self.count + 1 } else { self.count - 1 };
        }
    }

    /// The number of selected keys.
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// The selected keys, in ascending order.
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

    /// Transfers the selection from one set of rows to another: the same ids, with their new keys.
    fn carried<R: Rows>(&self, from: &R, to: &R) -> Self {
        let ids: HashSet<R::Id> = self.keys().into_iter().filter_map(|key| from.id(key)).collect();
        let mut carried = Self::default();
        for key in 0..to.count() {
            if to.id(key).is_some_and(|id| ids.contains(&id)) {
                carried.set(key, true);
            }
        }
        carried
    }
}

/// What was chosen, and the resulting selection. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Chosen {
    /// The resulting selection.
    pub selection: Memo<Selection>,
    choose: Callback<(Vec<u32>, bool)>,
    clear: Callback<()>,
}

impl Chosen {
    /// Nothing chosen. `rows` returns all rows; tracked.
    pub fn new<R: Rows>(rows: impl Fn() -> Option<Rc<R>> + Copy + Send + Sync + 'static) -> Self {
        // The rows at the time of the choice, and the choice.
        let chosen = RwSignal::new_local(None::<(Rc<R>, Selection)>);
        let selection = Memo::new(move |_| {
            let selected = chosen.with(|chosen| {
                let (of, selection) = chosen.as_ref()?;
                let rows = rows()?;
                Some(if Rc::ptr_eq(of, &rows) {
                    selection.clone()
                } else {
                    selection.carried(of.as_ref(), rows.as_ref())
                })
            });
            selected.unwrap_or_default()
        });
        let choose = move |(keys, on): (Vec<u32>, bool)| {
            let Some(rows) = untrack(rows) else { return };
            let mut selected = selection.get_untracked();
            keys.into_iter().for_each(|key| selected.set(key, on));
            chosen.set(Some((rows, selected)));
        };
        Self {
            selection,
            choose: Callback::new(choose),
            clear: Callback::new(move |()| chosen.set(None)),
        }
    }

    /// Selects or deselects the rows with these keys.
    pub fn choose(self, keys: Vec<u32>, on: bool) {
        self.choose.run((keys, on));
    }

    /// Clears the choice.
    pub fn clear(self) {
        self.clear.run(());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows with names as ids. The key is the index.
    impl Rows for Vec<&'static str> {
        type Id = &'static str;

        fn count(&self) -> u32 {
            u32::try_from(self.len()).unwrap_or(u32::MAX)
        }

        fn id(&self, key: u32) -> Option<&'static str> {
            self.get(usize::try_from(key).ok()?).copied()
        }
    }

    fn selected(keys: &[u32]) -> Selection {
        let mut selected = Selection::default();
        keys.iter().for_each(|key| selected.set(*key, true));
        selected
    }

    #[test]
    fn what_is_selected_stays_so_under_another_key() {
        let before = vec!["ada", "ben", "cleo"];
        let now = selected(&[0, 2]).carried(&before, &vec!["aaron", "ada", "ben", "cleo"]);
        assert_eq!((now.keys(), now.count(), now.among(&[0, 1, 2])), (vec![1, 3], 2, 1));
    }

    #[test]
    fn who_is_there_no_more_is_not_counted() {
        let now = selected(&[0, 1]).carried(&vec!["ada", "ben"], &vec!["cleo", "ben"]);
        assert_eq!((now.keys(), now.count()), (vec![1], 1));
        assert!(!now.has(0) && !now.has(2));
    }

    #[test]
    fn a_key_is_selected_once() {
        let mut now = selected(&[3, 3]);
        assert_eq!((now.keys(), now.count()), (vec![3], 1));
        now.set(3, false);
        now.set(7, false);
        assert_eq!((now.keys(), now.count()), (vec![], 0));
    }
}
