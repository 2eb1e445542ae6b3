//! How a person has a role: four cases that look alike in a list.

use super::PeopleRow;
use licensing::value::role::{Assigned, Role};

/// How a person has a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleKind {
    /// No role was ever given: "–".
    Unassigned,
    /// The role None was given (ROL 4).
    None,
    /// A role with a license was given (ROL 1).
    Own,
    /// Default, which stands for a role with a license (ROL 2).
    Default,
    /// Default, which stands for None.
    DefaultNone,
}

impl PeopleRow {
    /// How the person has the role. [`words::people::role_hint`](crate::words::people::role_hint) explains it.
    pub fn role_kind(&self) -> RoleKind {
        match self.assigned {
            None => RoleKind::Unassigned,
            Some(Assigned::Own(Role::None)) => RoleKind::None,
            Some(Assigned::Own(_)) => RoleKind::Own,
            Some(Assigned::Default) if self.role == Role::None => RoleKind::DefaultNone,
            Some(Assigned::Default) => RoleKind::Default,
        }
    }
}
