//! The states of a subscription and the table of SUB 8: which command goes in which state. Buttons, rules and tests
//! read the same table.

use crate::command::Kind;
use crate::refusal::state_refusal::NotNow;
use crate::subscription::status::Status;

/// What the table says of a command in a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// It goes.
    Goes,
    /// It goes for the role None only; for others the refusal holds (trial_ended, expired).
    OnlyNone(NotNow),
    /// It is refused.
    Refused(NotNow),
}

/// The table of SUB 8.
pub fn cell(kind: Kind, status: Status) -> Cell {
    use Cell::{Goes, OnlyNone, Refused};
    use NotNow as N;
    use Status as S;
    match (kind, status) {
        (Kind::StartTrial | Kind::Import, S::None) => Goes,
        (Kind::StartTrial, _) => Refused(N::TrialUsed),
        (Kind::Import | Kind::Buy, S::Active | S::Cancelling) => Refused(N::AlreadySubscribed),
        (Kind::Import, _) => Refused(N::AlreadySubscribed),
        (Kind::Buy, _) => Goes,

        (Kind::Adjust | Kind::Unschedule | Kind::Undo, S::Active | S::Cancelling) => Goes,
        (Kind::Schedule | Kind::RenewNow, S::Active) => Goes,
        (Kind::Schedule | Kind::RenewNow, S::Cancelling) => Refused(N::Cancelled),
        (Kind::Cancel, S::Active | S::Free) => Goes,
        (Kind::Cancel, S::Cancelling) => Refused(N::AlreadyCancelled),
        (Kind::Adjust | Kind::Schedule | Kind::Unschedule | Kind::Cancel | Kind::RenewNow | Kind::Undo, _) => {
            Refused(N::NoSubscription)
        }
        (Kind::Resume, S::Cancelling) => Goes,
        (Kind::Resume, _) => Refused(N::NotCancelled),

        (Kind::ChooseFree, S::Active) => Refused(N::CancelFirst),
        (Kind::ChooseFree, S::Free) => Refused(N::NothingChanged),
        (Kind::ChooseFree, _) => Goes,

        (Kind::SetRole | Kind::SetRoles | Kind::SetDefaultRole | Kind::Reassign | Kind::FreeInactive, S::None) => {
            Refused(N::NoSubscription)
        }
        (Kind::SetRole | Kind::SetRoles | Kind::SetDefaultRole, S::TrialEnded) => OnlyNone(N::TrialUsed),
        (Kind::SetRole | Kind::SetRoles | Kind::SetDefaultRole, S::Expired) => OnlyNone(N::Expired),
        // FreeInactive gives nobody anything but None.
        (Kind::SetRole | Kind::SetRoles | Kind::SetDefaultRole | Kind::FreeInactive, _) => Goes,
        (Kind::Reassign, S::Trial) => Refused(N::NoLicencesInTrial),
        (Kind::Reassign, S::TrialEnded | S::Expired) => Refused(N::Expired),
        (Kind::Reassign, _) => Goes,

        // The table does not name them.
        (
            Kind::SetSetting
            | Kind::RequestAccess
            | Kind::AnswerRequest
            | Kind::SetBilling
            | Kind::RecordPayment
            | Kind::Activate
            | Kind::Confirm
            | Kind::SetRelay
            | Kind::RecordOrder,
            _,
        ) => Goes,
    }
}
