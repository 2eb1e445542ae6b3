//! The interface of a version of the rules.

use crate::account::Account;
use crate::command::Command;
use crate::decide::context::{DecisionContext, Surroundings};
use crate::event::Event;
use crate::refusal::Refusal;

/// One version of the rules. A new version is a new implementation, which defines the differences and delegates the
/// rest to the previous version.
pub(crate) trait Rules {
    /// Folds everything that is due on a day into the account, as [`advance`](crate::decide::advance) describes.
    fn advance(&self, account: &mut Account, around: Surroundings<'_>) -> Vec<Event>;

    /// Checks whether a command may be given, as [`may`](crate::decide::may) describes.
    fn may(&self, context: DecisionContext<'_>, command: &Command) -> Result<(), Refusal>;

    /// Decides a command, as [`decide`](crate::decide::decide) describes.
    fn decide(&self, context: DecisionContext<'_>, command: &Command) -> Result<Vec<Event>, Refusal>;
}
