//! Whose request for access is being answered.

use view::PersonId;

/// Who is being answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answering {
    /// Who has asked.
    pub person: PersonId,
    /// Whether they are to get access.
    pub grant: bool,
}
