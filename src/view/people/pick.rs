//! Picking people in dialogs: who gets a licence, whose nobody uses.

use super::{People, person_name};
use crate::licensing::PersonId;
use crate::licensing::inactive::inactive;
use crate::view::{Scene, words};

/// So many people are listed at once; the rest is found by searching.
const LISTED: usize = 50;

/// Somebody without a licence, who may get one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heir {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their e-mail or account.
    pub detail: String,
}

/// The people without a licence whose name or e-mail holds `search`, by name, at most 50, and how many there are
/// (LIC 3).
pub fn heirs(scene: &Scene<'_>, people: &People, search: &str) -> (Vec<Heir>, usize) {
    let search = super::key::folded(search.trim());
    let fits = |row: &&super::Row| !row.licensed && !row.left && super::key::holds(people.key_of(row), &search);
    // Another row of somebody with a licence has nothing to gain (LIC 2).
    let without = |row: &&super::Row| !scene.account.roster.role(&row.id, scene.people).uses_licence();
    let found: Vec<&super::Row> = people.rows().iter().filter(fits).filter(without).collect();
    let heir = |row: &&super::Row| Heir {
        id: row.id.clone(),
        name: person_name(scene, &row.id),
        detail: scene
            .people
            .get(&row.id)
            .and_then(|it| it.email.clone())
            .unwrap_or_default(),
    };
    (found.iter().take(LISTED).map(heir).collect(), found.len())
}

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
    let idle = |it: crate::licensing::inactive::Inactive| Idle {
        name: person_name(scene, &it.person),
        detail: words::keep::seen(it.last_access.map(|day| scene.date(day)).as_deref()),
        id: it.person,
    };
    found.into_iter().map(idle).collect()
}
