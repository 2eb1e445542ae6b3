//! Somebody who was made anew, with the same e-mail or account and another id (LIC 2, LIC 9): what the row that is gone
//! held is held by the one that is there.

use crate::account::Account;
use crate::directory::Directory;
use crate::directory::person::PersonId;
use crate::event::Event;
use crate::value::date::Date;
use crate::value::role::{Assigned, FreeingReason, Role};
use std::cmp::Reverse;

/// Passes on what rows hold that are gone and are one person with a row that is there: the highest role goes to that row,
/// unless it has as high a role itself; nothing stays with those that are gone. In `people`, who has left must be known
/// ([`Directory::knowing`]). Also in a trial, where nobody holds a license yet: else a purchase would count them twice.
pub fn made_anew(account: &Account, people: &Directory, today: Date) -> Vec<Event> {
    let roster = account.assignments();
    let default = roster.default_role();
    let role = |row: &PersonId| {
        roster
            .assigned(row, people)
            .map_or(Role::None, |it| it.resolve(default))
    };
    // They have held it all along, by another row.
    let held_since = |row: &PersonId| roster.entry(row).map(|it| it.since).filter(|since| *since < today);
    let (mut without, mut shut_out, mut passed_on) = (Vec::new(), Vec::new(), Vec::new());
    for rows in people.doubles().values() {
        let (here, gone): (Vec<&PersonId>, Vec<&PersonId>) = rows.iter().partition(|row| people.contains(row));
        let held = |row: &&&PersonId| {
            roster
                .entry(row)
                .is_some_and(|it| it.assigned != Assigned::Own(Role::None))
        };
        // Before the first purchase or Free everybody is on Default by name or not: a role of one's own, None included, was
        // given by somebody, and stays with the person (LIC 8, LIC 9).
        let nobody_named = here.iter().all(|row| roster.entry(row).is_none());
        let own = gone.iter().filter_map(|row| Some((*row, roster.entry(row)?.assigned)));
        let own = own.filter(|(_, assigned)| matches!(assigned, Assigned::Own(_)));
        let own = own.max_by_key(|(row, _)| (role(row), Reverse(*row)));
        if let (false, true, Some((from, assigned)), Some(to)) = (roster.is_explicit(), nobody_named, own, here.first())
        {
            let gives_none = assigned == Assigned::Own(Role::None);
            shut_out.extend(gives_none.then(|| (*to).clone()));
            passed_on.extend((!gives_none).then(|| Event::Reassigned {
                on: today,
                from: from.clone(),
                to: (*to).clone(),
                role: assigned,
                reason: FreeingReason::Left,
                since: held_since(from),
            }));
            continue;
        }
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
        let on_default = assigned == Assigned::Default && roster.is_explicit();
        let passes = role(highest) > role(keeper)
            || (on_default && !default.uses_license() && here.iter().all(|row| roster.entry(row).is_none()));
        let freed = gone.iter().filter(|row| role(row).uses_license());
        without.extend(freed.filter(|row| !passes || *row != highest).map(|row| (*row).clone()));
        passed_on.extend(passes.then(|| Event::Reassigned {
            on: today,
            from: (*highest).clone(),
            to: (*keeper).clone(),
            role: assigned,
            reason: FreeingReason::Left,
            since: held_since(highest),
        }));
    }
    without.append(&mut shut_out);
    let freed = (!without.is_empty()).then(|| Event::RolesSet {
        on: today,
        people: without.into(),
        role: Assigned::Own(Role::None),
        reason: None,
    });
    freed.into_iter().chain(passed_on).collect()
}
