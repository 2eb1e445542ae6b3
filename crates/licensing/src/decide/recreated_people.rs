//! People who were created again, with the same email or account but another ID (LIC 2, LIC 9). Their new row takes
//! over the role of the old one.

use crate::account::Account;
use crate::directory::Directory;
use crate::directory::person::PersonId;
use crate::event::Event;
use crate::value::date::Date;
use crate::value::role::{Assigned, FreeingReason, Role};
use std::cmp::Reverse;

/// Passes on the roles of rows that are gone to a present row of the same person. The present row gets the highest
/// role, unless its own is as high. Rows that are gone keep nothing. `people` must know people who have left
/// ([`Directory::remembering`]). This also applies in a trial, in which nobody holds a license: otherwise a purchase would
/// count these people twice.
pub fn recreated_people(account: &Account, people: &Directory, today: Date) -> Vec<Event> {
    let assignments = account.assignments();
    let default = assignments.default_role();
    let role = |row: &PersonId| {
        assignments
            .assigned(row, people)
            .map_or(Role::None, |it| it.resolve(default))
    };
    // The person has held the role since the old row got it.
    let held_since = |row: &PersonId| assignments.entry(row).map(|it| it.since).filter(|since| *since < today);
    let (mut without, mut shut_out, mut passed_on) = (Vec::new(), Vec::new(), Vec::new());
    for rows in people.doubles().values() {
        let (here, gone): (Vec<&PersonId>, Vec<&PersonId>) = rows.iter().partition(|row| people.contains(row));
        let held = |row: &&&PersonId| {
            assignments
                .entry(row)
                .is_some_and(|it| it.assigned != Assigned::Own(Role::None))
        };
        // While assignments are implicit, everybody without an explicit role is on Default. An explicit role, None
        // included, was given on purpose and stays with the person (LIC 8, LIC 9).
        let nobody_named = here.iter().all(|row| assignments.entry(row).is_none());
        let own = gone
            .iter()
            .filter_map(|row| Some((*row, assignments.entry(row)?.assigned)));
        let own = own.filter(|(_, assigned)| matches!(assigned, Assigned::Own(_)));
        let own = own.max_by_key(|(row, _)| (role(row), Reverse(*row)));
        if let (false, true, Some((from, assigned)), Some(to)) =
            (assignments.is_explicit(), nobody_named, own, here.first())
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
        let since = |row: &PersonId| assignments.entry(row).map(|it| it.since);
        // If several rows hold the same role, the one that had it first, ties by ID.
        let highest = gone
            .iter()
            .filter(held)
            .max_by_key(|row| (role(row), Reverse((since(row), **row))));
        let keeper = here.iter().max_by_key(|row| (role(row), Reverse(**row)));
        let (Some(highest), Some(keeper)) = (highest, keeper) else {
            continue;
        };
        let assigned = assignments.entry(highest).map_or(Assigned::Default, |it| it.assigned);
        // Default may resolve to None today. A row with an entry on Default keeps it (LIC 8).
        let on_default = assigned == Assigned::Default && assignments.is_explicit();
        let passes = role(highest) > role(keeper)
            || (on_default && !default.uses_license() && here.iter().all(|row| assignments.entry(row).is_none()));
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
