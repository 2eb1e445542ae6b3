//! The refusals of the table in codes, rules and words (SUB 8).

use super::date::Date;
use super::refusal::Refusal;
use super::states::NotNow;

impl NotNow {
    /// The code, fixed by SUB 8.
    pub fn code(self) -> &'static str {
        match self {
            Self::TrialUsed => "trial_used",
            Self::AlreadySubscribed => "already_subscribed",
            Self::NoSubscription => "no_subscription",
            Self::Cancelled => "cancelled",
            Self::AlreadyCancelled => "already_cancelled",
            Self::NotCancelled => "not_cancelled",
            Self::CancelFirst => "cancel_first",
            Self::NothingChanged => "nothing_changed",
            Self::NoLicencesInTrial => "no_licences_in_trial",
            Self::Expired => "expired",
        }
    }

    /// The rule behind the cell; SUB 8 where the table itself decides.
    pub(super) fn rule(self) -> &'static str {
        match self {
            Self::TrialUsed => "TRI 1",
            Self::AlreadySubscribed | Self::NoSubscription => "SUB 8",
            Self::Cancelled | Self::AlreadyCancelled | Self::NotCancelled => "SUB 3",
            Self::CancelFirst => "PLN 4",
            Self::NothingChanged => "CHG 8",
            Self::NoLicencesInTrial => "LIC 6",
            Self::Expired => "SUB 4",
        }
    }

    pub(super) fn message(self, end: Option<Date>) -> String {
        let until = end.map(|end| format!(" on {end}")).unwrap_or_default();
        match self {
            Self::TrialUsed => {
                "The trial is over or was never needed: there is one per subscription. Buy a subscription to go on."
                    .into()
            }
            Self::AlreadySubscribed => "There is a subscription already. Change it instead.".into(),
            Self::NoSubscription => "There is no subscription for this. Start the trial or buy one first.".into(),
            Self::Cancelled => format!("The subscription is cancelled and ends{until}. Undo the cancellation first."),
            Self::AlreadyCancelled => format!("The subscription is cancelled already and ends{until}."),
            Self::NotCancelled => "The subscription is not cancelled, so there is nothing to undo.".into(),
            Self::CancelFirst => Refusal::CancelFirst.message(),
            Self::NothingChanged => Refusal::NothingChanged.message(),
            Self::NoLicencesInTrial => {
                "During the trial nobody needs a licence, so there is none to pass on. Set roles instead.".into()
            }
            Self::Expired => {
                "The subscription has ended. Buy again to give people access; until then only None can be set.".into()
            }
        }
    }
}
