//! Groups of a directory: a way to choose people, and nothing that lasts (ROL 5).

use licensing::PersonId;

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The directory's id of it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who is in it now.
    pub members: Vec<PersonId>,
}
