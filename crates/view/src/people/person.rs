//! One person: what they hold, since when, what it permits, what has happened with it.

use super::{People, RowView, Waiting, row_view, waiting_for};
use crate::history::{Entry, history_of};
use crate::{Scene, words};
use licensing::PersonId;
use licensing::value::role::Permission;

/// A person as the panel shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonView {
    /// The same as in the row.
    pub row: RowView,
    /// The permissions of ROL 1 and whether the role has them.
    pub permits: Vec<(&'static str, bool)>,
    /// What they ask for, where they wait.
    pub request: Option<Waiting>,
    /// What has happened with them, newest first.
    pub history: Vec<Entry>,
    /// Whether they hold a license that can be passed on (LIC 3).
    pub may_pass_on: bool,
}

/// A person by their id; none where neither directory nor roster knows them.
pub fn person(scene: &Scene<'_>, people: &People, id: &PersonId) -> Option<PersonView> {
    let row = people.rows().iter().find(|row| row.id == *id)?;
    Some(PersonView {
        row: row_view(scene, row),
        permits: Permission::ALL
            .iter()
            .map(|it| (words::permission(*it), row.role.permits(*it)))
            .collect(),
        request: waiting_for(scene, id),
        history: history_of(scene, id),
        may_pass_on: row.licensed && scene.account.licenses().is_some() && scene.access().users,
    })
}
