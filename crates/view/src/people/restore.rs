//! The way back from a change of roles: the command that gives everybody what they had.

use crate::{Command, Event, PeopleSelector, PersonId, RoleChange, Scene};
use licensing::value::role::{Assigned, Role};
use std::collections::BTreeMap;

/// Up to this many people can be restored with one click: everybody of a larger change would have to be named one by one.
const MOST: usize = 500;

/// The command that undoes events that only change roles (ROL 3). `None` if they do something else, or concern too many
/// people. It is made before the events are booked.
pub fn restoring(scene: &Scene<'_>, events: &[Event]) -> Option<Command> {
    let assignments = scene.account.assignments();
    if let [Event::DefaultRoleSet { .. }] = events {
        return Some(Command::SetDefaultRole {
            role: assignments.default_role(),
        });
    }
    let mut before: BTreeMap<&'static str, (Assigned, Vec<PersonId>)> = BTreeMap::new();
    for event in events {
        // People who are selected by what they are assigned cannot be told from others afterwards.
        let Event::RolesSet {
            people: PeopleSelector::These(ids),
            ..
        } = event
        else {
            return None;
        };
        for id in ids {
            let assigned = assignments.assigned(id, scene.people);
            let assigned = assigned.unwrap_or(Assigned::Own(Role::None));
            let same = before
                .entry(assigned.as_str())
                .or_insert_with(|| (assigned, Vec::new()));
            same.1.push(id.clone());
        }
    }
    let people: usize = before.values().map(|(_, people)| people.len()).sum();
    let changes = before.into_values().map(|(role, people)| RoleChange {
        people: PeopleSelector::These(people),
        role,
    });
    (people > 0 && people <= MOST).then(|| Command::SetRoles {
        changes: changes.collect(),
        reason: None,
        licenses: None,
        recent_confirmed: None,
    })
}
