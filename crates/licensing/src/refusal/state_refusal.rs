//! The refusals of the table of SUB 8, with codes, rules and messages.

use crate::value::date::Date;

/// The refusals of the table, by code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the code of the same name in SUB 8")]
pub enum StateRefusal {
    TrialUsed,
    AlreadySubscribed,
    NoSubscription,
    Canceled,
    AlreadyCanceled,
    NotCanceled,
    CancelFirst,
    NothingChanged,
    NoLicensesInTrial,
    Expired,
}

impl StateRefusal {
    /// The code, fixed by SUB 8.
    pub fn code(self) -> &'static str {
        match self {
            Self::TrialUsed => "trial_used",
            Self::AlreadySubscribed => "already_subscribed",
            Self::NoSubscription => "no_subscription",
            Self::Canceled => "cancelled",
            Self::AlreadyCanceled => "already_cancelled",
            Self::NotCanceled => "not_cancelled",
            Self::CancelFirst => "cancel_first",
            Self::NothingChanged => "nothing_changed",
            Self::NoLicensesInTrial => "no_licences_in_trial",
            Self::Expired => "expired",
        }
    }

    /// The rule behind the cell. SUB 8 if the table itself decides.
    pub(crate) fn rule(self) -> &'static str {
        match self {
            Self::TrialUsed => "TRI 1",
            Self::AlreadySubscribed | Self::NoSubscription => "SUB 8",
            Self::Canceled | Self::AlreadyCanceled | Self::NotCanceled => "SUB 3",
            Self::CancelFirst => "PLN 4",
            Self::NothingChanged => "CHG 8",
            Self::NoLicensesInTrial => "LIC 6",
            Self::Expired => "SUB 4",
        }
    }

    pub(crate) fn message(self, end: Option<Date>) -> String {
        let until = end.map(|end| format!(" on {end}")).unwrap_or_default();
        match self {
            Self::TrialUsed => {
                "Your trial is over or no longer available. There's one trial per subscription. Buy a subscription to continue."
                    .into()
            }
            Self::AlreadySubscribed => "You already have a subscription. Change it instead.".into(),
            Self::NoSubscription => "You don't have a subscription yet. Start the trial or buy one first.".into(),
            Self::Canceled => format!("The subscription is canceled and ends{until}. Undo the cancellation first."),
            Self::AlreadyCanceled => format!("The subscription is already canceled and ends{until}."),
            Self::NotCanceled => "The subscription isn't canceled, so there's nothing to undo.".into(),
            Self::CancelFirst => {
                "You can't switch from an active subscription to the Free plan. Cancel the subscription first, then choose the Free plan for the end of the term."
                    .into()
            }
            Self::NothingChanged => "Nothing to change. This is what you already have.".into(),
            Self::NoLicensesInTrial => {
                "No one needs a license during the trial, so there's none to reassign. Change roles instead.".into()
            }
            Self::Expired => {
                "The subscription has ended. Until you buy again, you can only set people to None.".into()
            }
        }
    }
}
