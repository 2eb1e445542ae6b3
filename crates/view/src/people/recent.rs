//! People whose license is freed as unused although they signed in recently (LIC 3).

use super::Count;
use crate::{Event, Scene};
use licensing::account::inactive::seen_recently;
use licensing::value::role::FreeingReason;
use licensing::{Date, PeopleSelector, PersonId};
use std::collections::BTreeSet;

/// The people for whom the dialog asks a second time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    /// The number of people.
    pub number: Count,
    /// The person, if there is only one.
    pub one: Option<Seen>,
}

/// A person with a recent access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The name.
    pub name: String,
    /// The day of the last access.
    pub on: String,
}

/// The people who lose a license as unused by these events although they signed in within the last 7 days. `None` if
/// there are none.
pub fn recently_seen(scene: &Scene<'_>, events: &[Event]) -> Option<Recent> {
    let freed: Vec<PersonId> = events.iter().flat_map(|event| no_longer_using(scene, event)).collect();
    let after = scene.account.after(events);
    let persons: BTreeSet<&PersonId> = freed.iter().map(|id| scene.people.counted_as(id)).collect();
    let loses = |person: &PersonId| {
        let [before, now] =
            [scene.account, &after].map(|it| it.assignments().role(person, scene.people).uses_license());
        before && !now
    };
    let seen = |person| seen_recently(scene.people, person, scene.today).filter(|_| loses(person));
    let found: Vec<(&PersonId, Date)> = persons
        .into_iter()
        .filter_map(|person| Some((person, seen(person)?)))
        .collect();
    let (first, on) = found.first()?;
    let one = (found.len() == 1).then(|| Seen {
        name: scene.person_name(first),
        on: scene.date(*on),
    });
    Some(Recent {
        number: Count::new(scene, u32::try_from(found.len()).unwrap_or(u32::MAX)),
        one,
    })
}

/// The rows whose license an event frees as unused.
fn no_longer_using(scene: &Scene<'_>, event: &Event) -> Vec<PersonId> {
    match event {
        Event::RolesSet {
            people,
            reason: Some(FreeingReason::StoppedUsing),
            ..
        } => match people {
            PeopleSelector::These(ids) => ids.clone(),
            PeopleSelector::Selected(selection) => scene.account.assignments().selected(selection, scene.people),
        },
        Event::Reassigned {
            from,
            reason: FreeingReason::StoppedUsing,
            ..
        } => vec![from.clone()],
        _ => Vec::new(),
    }
}
