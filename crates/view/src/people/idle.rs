//! Licenses that are not used (LIC 3, LIC 10).

use crate::{Date, Scene, words};
use licensing::PersonId;
use licensing::account::inactive::{Inactive, inactive};

/// A person whose license has not been used for a long time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Idle {
    /// The person's ID.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// The last access as text. If the day of the license is later and therefore counts, it is included.
    pub detail: String,
}

/// Everyone with a license who has been inactive for this number of days, longest first (LIC 10).
pub fn idle(scene: &Scene<'_>, days: u32) -> Vec<Idle> {
    let mut found = inactive(scene.account, scene.people, scene.today, days);
    found.sort_by_key(|it| it.since);
    let idle = |it: Inactive| Idle {
        name: scene.person_name(&it.person),
        detail: idle_detail(scene, it.last_access, it.since),
        id: it.person,
    };
    found.into_iter().map(idle).collect()
}

/// The last access as text, with the day of the license if that is later.
pub(super) fn idle_detail(scene: &Scene<'_>, last_access: Option<Date>, since: Date) -> String {
    let seen = words::keep::seen(last_access.map(|day| scene.date(day)).as_deref());
    match last_access {
        Some(day) if day == since => seen,
        _ => words::roles::licensed_since(&seen, &scene.date(since)),
    }
}
