//! The table of SUB 8: the commands that each state of a subscription allows. Buttons, rules and tests use the same
//! table.

use crate::command::CommandKind;
use crate::refusal::state_refusal::StateRefusal;
use crate::subscription::status::Status;

/// The rule for a command in a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateRule {
    /// The command is allowed.
    Allowed,
    /// The command is allowed for the role None only. Other roles get the refusal (trial_ended, expired).
    OnlyNone(StateRefusal),
    /// The command is refused.
    Refused(StateRefusal),
}

/// The table of SUB 8.
pub fn state_rule(kind: CommandKind, status: Status) -> StateRule {
    use StateRefusal as N;
    use StateRule::{Allowed, OnlyNone, Refused};
    use Status as S;
    match (kind, status) {
        (CommandKind::StartTrial | CommandKind::Import, S::None) => Allowed,
        (CommandKind::StartTrial, _) => Refused(N::TrialUsed),
        (CommandKind::Import | CommandKind::Buy, S::Active | S::Canceling) => Refused(N::AlreadySubscribed),
        (CommandKind::Import, _) => Refused(N::AlreadySubscribed),
        (CommandKind::Buy, _) => Allowed,

        (CommandKind::Adjust | CommandKind::Unschedule | CommandKind::Undo, S::Active | S::Canceling) => Allowed,
        (CommandKind::Schedule | CommandKind::RenewNow, S::Active) => Allowed,
        (CommandKind::Schedule | CommandKind::RenewNow, S::Canceling) => Refused(N::Canceled),
        (CommandKind::Cancel, S::Active | S::Free) => Allowed,
        (CommandKind::Cancel, S::Canceling) => Refused(N::AlreadyCanceled),
        (
            CommandKind::Adjust
            | CommandKind::Schedule
            | CommandKind::Unschedule
            | CommandKind::Cancel
            | CommandKind::RenewNow
            | CommandKind::Undo,
            _,
        ) => Refused(N::NoSubscription),
        (CommandKind::Resume, S::Canceling) => Allowed,
        (CommandKind::Resume, _) => Refused(N::NotCanceled),

        (CommandKind::ChooseFree, S::Active) => Refused(N::CancelFirst),
        (CommandKind::ChooseFree, S::Free) => Refused(N::NothingChanged),
        (CommandKind::ChooseFree, _) => Allowed,

        (
            CommandKind::SetRole
            | CommandKind::SetRoles
            | CommandKind::SetDefaultRole
            | CommandKind::Reassign
            | CommandKind::FreeInactive,
            S::None,
        ) => Refused(N::NoSubscription),
        (CommandKind::SetRole | CommandKind::SetRoles | CommandKind::SetDefaultRole, S::TrialEnded) => {
            OnlyNone(N::TrialUsed)
        }
        (CommandKind::SetRole | CommandKind::SetRoles | CommandKind::SetDefaultRole, S::Expired) => {
            OnlyNone(N::Expired)
        }
        // FreeInactive only ever assigns None.
        (CommandKind::SetRole | CommandKind::SetRoles | CommandKind::SetDefaultRole | CommandKind::FreeInactive, _) => {
            Allowed
        }
        (CommandKind::Reassign, S::Trial) => Refused(N::NoLicensesInTrial),
        (CommandKind::Reassign, S::TrialEnded | S::Expired) => Refused(N::Expired),
        (CommandKind::Reassign, _) => Allowed,

        // The table does not list these commands.
        (
            CommandKind::SetSetting
            | CommandKind::RequestAccess
            | CommandKind::AnswerRequest
            | CommandKind::SetBilling
            | CommandKind::RecordPayment
            | CommandKind::Activate
            | CommandKind::Confirm
            | CommandKind::SetProxy
            | CommandKind::RecordOrder,
            _,
        ) => Allowed,
    }
}
