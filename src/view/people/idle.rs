//! Whose licences nobody uses (LIC 3).

use crate::licensing::PersonId;
use crate::licensing::inactive::{Inactive, inactive};
use crate::view::{Scene, words};

/// Somebody with a licence that nobody has used for long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idle {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their last access in words.
    pub detail: String,
}

/// Everybody with a licence who was not seen for so many days, the longest first (LIC 3).
pub fn idle(scene: &Scene<'_>, days: u32) -> Vec<Idle> {
    let mut found = inactive(scene.account, scene.people, scene.today, days);
    found.sort_by_key(|it| it.last_access);
    let idle = |it: Inactive| Idle {
        name: scene.person_name(&it.person),
        detail: words::keep::seen(it.last_access.map(|day| scene.date(day)).as_deref()),
        id: it.person,
    };
    found.into_iter().map(idle).collect()
}
