//! What a version of the rules answers.

use crate::account::Account;
use crate::command::Command;
use crate::decide::context::{DecisionContext, Surroundings};
use crate::event::Event;
use crate::refusal::Refusal;

/// One version of the rules. A new version is a new implementation, which says what is different and leaves the rest to the
/// version before it.
pub(crate) trait Rules {
    /// What is due on a day, folded into the account, as [`advance`](crate::decide::advance) says.
    fn advance(&self, account: &mut Account, around: Surroundings<'_>) -> Vec<Event>;

    /// Whether a command may be given at all, as [`may`](crate::decide::may) says.
    fn may(&self, context: DecisionContext<'_>, command: &Command) -> Result<(), Refusal>;

    /// What a command comes to, as [`decide`](crate::decide::decide) says.
    fn decide(&self, context: DecisionContext<'_>, command: &Command) -> Result<Vec<Event>, Refusal>;
}
