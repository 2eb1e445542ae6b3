//! Somebody who was made anew, with the same e-mail or account and another id (LIC 2, LIC 9): what the row that is gone
//! held is held by the one that is there.

use crate::licensing::account::Account;
use crate::licensing::date::Date;
use crate::licensing::event::Event;
use crate::licensing::named_user::{Directory, PersonId};
use crate::licensing::role::{Assigned, FreeingReason, Role};
use std::cmp::Reverse;

/// Passes on what rows hold that are gone and are one person with a row that is there: the highest role goes to that row,
/// unless it has as high a role itself; nothing stays with those that are gone. In `people`, who has left must be known
/// ([`Directory::knowing`]). Also in a trial, where nobody holds a licence yet: else a purchase would count them twice.
pub fn made_anew(account: &Account, people: &Directory, today: Date) -> Vec<Event> {
    let roster = &account.roster;
    let default = roster.default_role();
    let role = |row: &PersonId| {
        roster
            .assigned(row, people)
            .map_or(Role::None, |it| it.resolve(default))
    };
    let (mut without, mut passed_on) = (Vec::new(), Vec::new());
    for rows in people.doubles().values() {
        let (here, gone): (Vec<&PersonId>, Vec<&PersonId>) = rows.iter().partition(|row| people.contains(row));
        let held = |row: &&&PersonId| {
            roster
                .entry(row)
                .is_some_and(|it| it.assigned != Assigned::Own(Role::None))
        };
        let since = |row: &PersonId| roster.entry(row).map(|it| it.since);
        // Who had it first, ties by id, where several hold the same.
        let highest = gone
            .iter()
            .filter(held)
            .max_by_key(|row| (role(row), Reverse((since(row), **row))));
        let keeper = here.iter().max_by_key(|row| (role(row), Reverse(**row)));
        let (Some(highest), Some(keeper)) = (highest, keeper) else {
            continue;
        };
        let assigned = roster.entry(highest).map_or(Assigned::Default, |it| it.assigned);
        // Default may resolve to None today: who is on it by name stays on it (LIC 8).
        let on_default = assigned == Assigned::Default && roster.is_settled();
        let passes = role(highest) > role(keeper)
            || (on_default && !default.uses_licence() && here.iter().all(|row| roster.entry(row).is_none()));
        let freed = gone.iter().filter(|row| role(row).uses_licence());
        without.extend(freed.filter(|row| !passes || *row != highest).map(|row| (*row).clone()));
        passed_on.extend(passes.then(|| Event::Reassigned {
            on: today,
            from: (*highest).clone(),
            to: (*keeper).clone(),
            role: assigned,
            reason: FreeingReason::Left,
        }));
    }
    let freed = (!without.is_empty()).then(|| Event::RolesSet {
        on: today,
        people: without.into(),
        role: Assigned::Own(Role::None),
        reason: None,
    });
    freed.into_iter().chain(passed_on).collect()
}
