//! The panel of a person: the role, what it permits, and the person's history.

use super::{People, RowView, Waiting, row_view, waiting_for};
use crate::history::{Entry, history_of};
use crate::{Scene, words};
use licensing::PersonId;
use licensing::value::role::Permission;

/// The content of the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonView {
    /// The data of the row.
    pub row: RowView,
    /// The permissions of ROL 1, and whether the role has them.
    pub permits: Vec<(&'static str, bool)>,
    /// The open request, if there is one.
    pub request: Option<Waiting>,
    /// The person's history, newest first.
    pub history: Vec<Entry>,
    /// Whether the person has a license that can be reassigned (LIC 3).
    pub may_pass_on: bool,
}

/// The panel of a person. `None` if neither the directory nor the assignments have the ID.
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
