//! Whose licenses nobody uses (LIC 3, LIC 10).

use crate::{Scene, words};
use licensing::PersonId;
use licensing::account::inactive::{Inactive, inactive};

/// Somebody with a license that nobody has used for long.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Idle {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their last access in words, and where that counts the day of their license.
    pub detail: String,
}

/// Everybody with a license who has been inactive for so many days, the longest first (LIC 10).
pub fn idle(scene: &Scene<'_>, days: u32) -> Vec<Idle> {
    let mut found = inactive(scene.account, scene.people, scene.today, days);
    found.sort_by_key(|it| it.since);
    let idle = |it: Inactive| Idle {
        name: scene.person_name(&it.person),
        detail: detail(scene, &it),
        id: it.person,
    };
    found.into_iter().map(idle).collect()
}

fn detail(scene: &Scene<'_>, it: &Inactive) -> String {
    let seen = words::keep::seen(it.last_access.map(|day| scene.date(day)).as_deref());
    match it.last_access {
        Some(day) if day == it.since => seen,
        _ => words::roles::licensed_since(&seen, &scene.date(it.since)),
    }
}
