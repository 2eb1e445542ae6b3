//! Counts named users over the lists of several instances, each person once (LIC 2, ACT 6).

use crate::directory::account_name::{account_key, own_address};
use crate::directory::same_person::Groups;
use std::collections::BTreeMap;

/// A person in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// The ID of the directory. Empty if the list has none.
    pub id: String,
    /// Email addresses and account names. Empty strings are ignored.
    pub accounts: Vec<String>,
}

/// The number of people in these rows. Rows are the same person if their IDs match or if one of their addresses
/// matches, compared as in LIC 2. A guest's own address counts, too. An empty one never matches. Two rows that match a
/// third row are also the same person.
pub fn named_users<'a>(rows: impl IntoIterator<Item = &'a Listed>) -> usize {
    let mut groups = Groups::default();
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    let mut accounts: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let me = groups.add();
        if !row.id.is_empty() {
            groups.join(*ids.entry(&row.id).or_insert(me), me);
        }
        for account in row.accounts.iter().filter_map(|it| account_key(it)) {
            let own = own_address(&account);
            for address in [account].into_iter().chain(own) {
                groups.join(*accounts.entry(address).or_insert(me), me);
            }
        }
    }
    groups.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(rows: &[(&str, &str)]) -> usize {
        let rows: Vec<Listed> = rows
            .iter()
            .map(|(id, account)| Listed {
                id: (*id).to_owned(),
                accounts: vec![(*account).to_owned()],
            })
            .collect();
        named_users(&rows)
    }

    #[test]
    fn lic_2_people_of_several_lists_count_once() {
        assert_eq!(count(&[]), 0);
        assert_eq!(count(&[("a", "ada@x.org"), ("a", ""), ("b", " ADA@x.org")]), 1);
        assert_eq!(count(&[("a", ""), ("b", ""), ("", ""), ("", "")]), 4);
        // The third row shows that two people are the same.
        assert_eq!(
            count(&[("a", "x@x.org"), ("b", "y@x.org"), ("a", "y@x.org"), ("c", "z@x.org")]),
            2
        );
    }
}
