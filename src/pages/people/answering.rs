//! The access request that is being answered.

use view::PersonId;

/// The access request that is being answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answering {
    /// The person who asked.
    pub person: PersonId,
    /// Whether to grant access.
    pub grant: bool,
}
