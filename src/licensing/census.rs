//! Counting named users across the lists of several instances: each person once (LIC 2, ACT 6).

use super::named_user::account_key;
use std::collections::BTreeMap;

/// Somebody in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// The directory's id; empty where the list has none.
    pub id: String,
    /// E-mail or account; empty where there is none.
    pub account: String,
}

/// How many people these rows are. Rows are one person where their ids agree, or else their accounts without regard to
/// case; an empty one agrees with nothing. Rows that agree with the same row are one person as well.
pub fn named_users<'a>(rows: impl IntoIterator<Item = &'a Listed>) -> usize {
    let mut groups = Groups::default();
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    let mut accounts: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let me = groups.add();
        if !row.id.is_empty() {
            groups.join(*ids.entry(&row.id).or_insert(me), me);
        }
        if let Some(account) = account_key(&row.account) {
            groups.join(*accounts.entry(account).or_insert(me), me);
        }
    }
    groups.count()
}

/// Rows in groups: each points to an earlier one of its group, or to itself.
#[derive(Default)]
struct Groups(Vec<usize>);

impl Groups {
    fn add(&mut self) -> usize {
        self.0.push(self.0.len());
        self.0.len() - 1
    }

    /// The first row of the group; the way there is made shorter for the next.
    fn first(&mut self, row: usize) -> usize {
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

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        if let Some(later) = self.0.get_mut(a.max(b)) {
            *later = a.min(b);
        }
    }

    fn count(&self) -> usize {
        self.0.iter().enumerate().filter(|(row, first)| row == *first).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(rows: &[(&str, &str)]) -> usize {
        let rows: Vec<Listed> = rows
            .iter()
            .map(|(id, account)| Listed {
                id: (*id).to_owned(),
                account: (*account).to_owned(),
            })
            .collect();
        named_users(&rows)
    }

    #[test]
    fn lic_2_people_of_several_lists_count_once() {
        assert_eq!(count(&[]), 0);
        assert_eq!(count(&[("a", "ada@x.org"), ("a", ""), ("b", " ADA@x.org")]), 1);
        assert_eq!(count(&[("a", ""), ("b", ""), ("", ""), ("", "")]), 4);
        // Two people turn out to be one by the third row.
        assert_eq!(
            count(&[("a", "x@x.org"), ("b", "y@x.org"), ("a", "y@x.org"), ("c", "z@x.org")]),
            2
        );
    }
}
