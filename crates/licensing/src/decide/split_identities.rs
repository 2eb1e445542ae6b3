//! Split identities: one person in the old directory who is several people in the new one (LIC 2).

use crate::account::Account;
use crate::directory::Directory;
use crate::directory::person::PersonId;
use crate::event::Event;
use crate::value::date::Date;
use crate::value::role::{Assigned, Role};

/// If rows that were one person `before` are several people `after`, the license stays with the row that had it first,
/// and the others become None (LIC 2). Ties are resolved by ID, and a row that has left the directory comes last.
/// Before the first purchase or Free there is no license to keep together.
pub fn split_identities(account: &Account, before: &Directory, after: &Directory, today: Date) -> Option<Event> {
    let assignments = account.assignments();
    let default = assignments.default_role();
    let licensed_since = |row: &PersonId| {
        let entry = assignments.entry(row)?;
        entry.assigned.resolve(default).uses_license().then_some(entry.since)
    };
    let mut without = Vec::new();
    for rows in before.doubles().values().filter(|_| assignments.is_explicit()) {
        let licensed = || {
            rows.iter()
                .filter_map(|row| Some((!after.contains(row), licensed_since(row)?, row)))
        };
        let keeper = licensed().min().map(|(_, _, row)| after.counted_as(row));
        let others = licensed().filter(|(_, _, row)| Some(after.counted_as(row)) != keeper);
        without.extend(others.map(|(_, _, row)| row.clone()));
    }
    (!without.is_empty()).then_some(Event::RolesSet {
        on: today,
        people: without.into(),
        role: Assigned::Own(Role::None),
        reason: None,
    })
}
