//! Groups of a directory. They help to select people, and nothing depends on them afterward (ROL 5).

use licensing::PersonId;

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its ID in the directory.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The current members.
    pub members: Vec<PersonId>,
}
