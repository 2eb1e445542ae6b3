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
                "The trial is over or was never needed: there is one per subscription. Buy a subscription to go on."
                    .into()
            }
            Self::AlreadySubscribed => "There is a subscription already. Change it instead.".into(),
            Self::NoSubscription => "There is no subscription for this. Start the trial or buy one first.".into(),
            Self::Canceled => format!("The subscription is cancelled and ends{until}. Undo the cancellation first."),
            Self::AlreadyCanceled => format!("The subscription is cancelled already and ends{until}."),
            Self::NotCanceled => "The subscription is not cancelled, so there is nothing to undo.".into(),
            Self::CancelFirst => {
                "Free cannot replace a running subscription. Cancel it first, then choose Free for the end of the term."
                    .into()
            }
            Self::NothingChanged => "Nothing would change: this is what you have already.".into(),
            Self::NoLicensesInTrial => {
                "During the trial nobody needs a licence, so there is none to pass on. Set roles instead.".into()
            }
            Self::Expired => {
                "The subscription has ended. Buy again to give people access; until then only None can be set.".into()
            }
        }
    }
}
