//! The impact of a role change before it is booked: how many people it affects, and who gains or loses access.

use super::People;
use crate::{Command, Refusal, Scene};
use licensing::account::Account;
use licensing::event::Event;
use licensing::value::role::Assigned;
use licensing::{PeopleSelector, PersonId, Role, Selection};
use std::collections::{BTreeMap, BTreeSet};

/// Up to this number, people are listed by ID. For more, a selection is used if it is shorter.
const BY_NAME: usize = 200;

/// A number, also formatted for the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// The number.
    pub number: u32,
    /// The number in the reader's format.
    pub text: String,
}

impl Count {
    /// Formats a number.
    pub fn new(scene: &Scene<'_>, number: u32) -> Self {
        let text = scene.format.number(number);
        Self { number, text }
    }
}

/// The impact of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleImpact {
    /// The number of rows that get another role.
    pub people: Count,
    /// The name, if there is only one.
    pub name: Option<String>,
    /// The number of people who lose access. Each person counts once (LIC 2).
    pub lose: Count,
    /// The number of people who gain access.
    pub gain: Count,
    /// Whether licenses limit access. They do not in a trial (LIC 6).
    pub limited: bool,
    /// The number of free licenses and of all licenses afterward, if licenses limit access.
    pub free: Option<(Count, Count)>,
}

impl RoleImpact {
    /// The impact of these events.
    pub fn of(scene: &Scene<'_>, events: &[Event]) -> Self {
        let mut after = scene.account.clone();
        let (mut people, mut one) = (0, None);
        let mut all = Vec::new();
        for event in events {
            let ids = touched(scene, event);
            people += u32::try_from(ids.len()).unwrap_or(u32::MAX);
            one = ids.first().cloned().or(one);
            all.extend(ids);
            if let Event::DefaultRoleSet { .. } = event {
                people = scene.account.assignments().on_default_count(scene.people);
                one = None;
            }
            after.apply(event);
        }
        // Some people may gain access while others lose it.
        let roles_only = events
            .iter()
            .all(|it| it.order().is_some() || matches!(it, Event::RolesSet { .. }));
        let (gain, lose) = if roles_only {
            moved(scene, &after, &all)
        } else {
            let [before, now] = [scene.account, &after].map(|it| it.licenses_in_use(scene.people));
            (now.saturating_sub(before), before.saturating_sub(now))
        };
        let free = after.licenses_free(scene.people).zip(after.licenses());
        Self {
            people: Count::new(scene, people),
            name: one.filter(|_| people == 1).map(|id| scene.person_name(&id)),
            lose: Count::new(scene, lose),
            gain: Count::new(scene, gain),
            limited: after.licenses().is_some(),
            free: free.map(|(free, all)| (Count::new(scene, free), Count::new(scene, all.get()))),
        }
    }
}

/// The numbers of these people who gain and lose access. Each person counts once (LIC 2).
fn moved(scene: &Scene<'_>, after: &Account, ids: &[PersonId]) -> (u32, u32) {
    let persons: BTreeSet<&PersonId> = ids.iter().map(|id| scene.people.counted_as(id)).collect();
    let (mut gain, mut lose) = (0, 0);
    for person in persons {
        let [before, now] = [scene.account, after].map(|it| it.assignments().role(person, scene.people).uses_license());
        gain += u32::from(now && !before);
        lose += u32::from(before && !now);
    }
    (gain, lose)
}

fn touched(scene: &Scene<'_>, event: &Event) -> Vec<PersonId> {
    match event {
        Event::RolesSet {
            people: PeopleSelector::These(ids),
            ..
        } => ids.clone(),
        Event::RolesSet {
            people: PeopleSelector::Selected(selection),
            ..
        } => scene.account.assignments().selected(selection, scene.people),
        Event::Reassigned { to, .. } => vec![to.clone()],
        _ => Vec::new(),
    }
}

impl People {
    /// The rows as a command names them: by ID or, if there are many, by their assignment, which stays short for any
    /// number (ROL 5).
    pub fn whom(&self, scene: &Scene<'_>, keys: &[u32]) -> Vec<PeopleSelector> {
        let rows = keys.iter().filter_map(|key| self.get(*key));
        if keys.len() <= BY_NAME {
            return vec![rows.map(|row| row.id.clone()).collect::<Vec<_>>().into()];
        }
        let mut groups: BTreeMap<Assigned, BTreeSet<&PersonId>> = BTreeMap::new();
        for row in rows {
            let assigned = row.assigned.unwrap_or(Assigned::Own(Role::None));
            groups.entry(assigned).or_default().insert(&row.id);
        }
        let shorter = |(on, ids): (Assigned, BTreeSet<&PersonId>)| {
            let mut selection = Selection { on, except: Vec::new() };
            let all = scene.account.assignments().selected(&selection, scene.people);
            selection.except = all.into_iter().filter(|id| !ids.contains(id)).collect();
            if selection.except.len() < ids.len() / 2 {
                PeopleSelector::Selected(selection)
            } else {
                PeopleSelector::These(ids.into_iter().cloned().collect())
            }
        };
        groups.into_iter().map(shorter).collect()
    }
}

/// The next step after a click that changes roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// It is booked immediately, with these events.
    Book(Vec<Event>),
    /// A dialog asks first, because people lose access (ROL 4) or there are too few licenses (LIC 5).
    Ask,
    /// It is refused.
    Refuse(Refusal),
}

/// Decides the next step. One click sets a role, unless people lose access (ROL 4) or more licenses are needed (LIC 5).
pub fn next(scene: &Scene<'_>, command: &Command) -> Next {
    match scene.decide(command) {
        Err(Refusal::NoFreeLicense { .. }) => Next::Ask,
        Err(refusal) => Next::Refuse(refusal),
        Ok(events) if takes_access(scene, &events) => Next::Ask,
        Ok(events) => Next::Book(events),
    }
}

fn takes_access(scene: &Scene<'_>, events: &[Event]) -> bool {
    let default = scene.account.assignments().default_role();
    events.iter().any(|event| match event {
        Event::RolesSet { role, .. } => !role.resolve(default).uses_license(),
        _ => false,
    })
}
