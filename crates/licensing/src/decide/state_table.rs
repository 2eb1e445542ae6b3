//! The states of a subscription and the table of SUB 8: which command goes in which state. Buttons, rules and tests
//! read the same table.

use crate::command::CommandKind;
use crate::refusal::state_refusal::StateRefusal;
use crate::subscription::status::Status;

/// What the table says of a command in a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateRule {
    /// It goes.
    Allowed,
    /// It goes for the role None only; for others the refusal holds (trial_ended, expired).
    OnlyNone(StateRefusal),
    /// It is refused.
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
        // FreeInactive gives nobody anything but None.
        (CommandKind::SetRole | CommandKind::SetRoles | CommandKind::SetDefaultRole | CommandKind::FreeInactive, _) => {
            Allowed
        }
        (CommandKind::Reassign, S::Trial) => Refused(N::NoLicensesInTrial),
        (CommandKind::Reassign, S::TrialEnded | S::Expired) => Refused(N::Expired),
        (CommandKind::Reassign, _) => Allowed,

        // The table does not name them.
        (
            CommandKind::SetSetting
            | CommandKind::RequestAccess
            | CommandKind::AnswerRequest
            | CommandKind::SetBilling
            | CommandKind::RecordPayment
            | CommandKind::Activate
            | CommandKind::Confirm
            | CommandKind::SetRelay
            | CommandKind::RecordOrder,
            _,
        ) => Allowed,
    }
}
