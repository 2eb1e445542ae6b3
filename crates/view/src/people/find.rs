//! Filters and sorts rows. It works on row numbers in a single pass, which takes a few milliseconds for a hundred
//! thousand rows.

use super::{People, PeopleRow, Query, RoleFilter, Sort, Tab};
use crate::key::{folded, holds};
use licensing::Date;
use licensing::value::role::Assigned;

impl People {
    /// The numbers of all rows, sorted. Equal ones stay in the order of names.
    pub fn order(&self, sort: Sort, descending: bool) -> Vec<u32> {
        let mut order: Vec<u32> = (0..).take(self.rows().len()).collect();
        if sort == Sort::Name {
            if descending {
                order.reverse();
            }
            return order;
        }
        let place = |number: &u32| self.get(*number).map(|row| self.place(row, sort));
        // People who have never signed in come last in either direction, and so do people without an assignment.
        order.sort_by_cached_key(|number| match place(number).flatten() {
            None => i64::MAX,
            Some(place) if descending => -place,
            Some(place) => place,
        });
        order
    }

    fn place(&self, row: &PeopleRow, sort: Sort) -> Option<i64> {
        let day = |date: Option<Date>| date.map(|date| Date::EPOCH.days_until(date));
        match sort {
            Sort::Name => None,
            Sort::Role => row.assigned.map(|assigned| {
                let own = i64::from(assigned != Assigned::Default);
                2 * i64::from(row.role as u8) + own
            }),
            Sort::Since => day(row.since),
            Sort::LastAccess => day(row.last_access),
        }
    }

    /// The numbers in `order` that match a query.
    pub fn matching(&self, order: &[u32], query: &Query) -> Vec<u32> {
        let text = folded(&query.text);
        let text = text.trim();
        let by = query.inactive.map(|days| self.today.minus_days(days));
        let wanted = |number: &&u32| {
            self.get(**number).is_some_and(|row| {
                row.licensed == (query.tab == Tab::Licensed)
                    && (!query.left || row.left)
                    && (!query.requested || row.requested)
                    && query.state.is_none_or(|state| row.state == state)
                    && query.role.is_none_or(|role| has(row, role))
                    && by.is_none_or(|day| self.is_inactive(row, day))
                    && (text.is_empty() || holds(self.key_of(row), text.as_bytes()))
            })
        };
        order.iter().filter(wanted).copied().collect()
    }

    /// Whether a row has been inactive since that day or longer (LIC 10). Without a license, only the last access
    /// counts.
    fn is_inactive(&self, row: &PeopleRow, by: Date) -> bool {
        let unlicensed = || self.has_last_access && !row.licensed && row.last_access.is_none_or(|seen| seen <= by);
        row.inactive_since.map_or_else(unlicensed, |since| since <= by)
    }
}

fn has(row: &PeopleRow, wanted: RoleFilter) -> bool {
    match wanted {
        RoleFilter::OnDefault => row.assigned == Some(Assigned::Default),
        RoleFilter::Resolved(role) => row.role == role,
    }
}
