//! What a subscription is made of: what is held, the term, cancellation and scheduled change (SUB).

pub mod proration;
pub mod status;
pub mod tranches;

use crate::billing::line::Tax;
use crate::billing::line::{GivesBack, Line};
use crate::catalogue::prices::PriceListId;
use crate::directory::person::PersonId;
use crate::text::words::all;
use crate::value::date::Date;
use crate::value::money::Money;
use crate::value::plan::PlanKey;
use crate::value::term::{BillingInterval, Term, boundary, months_until};
use crate::value::trial::Trial;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// What an account holds, and the price list that values it (CHG 6, PLN 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubscriptionItem {
    /// The plan.
    pub plan: PlanKey,
    /// The length of the term.
    pub length: BillingInterval,
    /// How many licenses.
    #[serde(rename = "licences")]
    pub licenses: u32,
    /// The `from` of the price list that prices the term.
    pub price_list: PriceListId,
}

/// A change of some of plan, length and licenses; what is not named follows the account (SUB 5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Another plan.
    pub plan: Option<PlanKey>,
    /// Another length.
    pub length: Option<BillingInterval>,
    /// Another number of licenses.
    #[serde(rename = "licences")]
    pub licenses: Option<u32>,
}

impl Change {
    /// `(plan, length, licenses)` after the change.
    pub fn applied_to(self, holding: &SubscriptionItem) -> (PlanKey, BillingInterval, u32) {
        (
            self.plan.unwrap_or(holding.plan),
            self.length.unwrap_or(holding.length),
            self.licenses.unwrap_or(holding.licenses),
        )
    }

    /// Whether it would leave everything as it is (CHG 8).
    pub fn changes_nothing(self, holding: &SubscriptionItem) -> bool {
        self.applied_to(holding) == (holding.plan, holding.length, holding.licenses)
    }
}

/// The booked line that covers the time to come: what an unused line gives back from (CHG 6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundableCharge {
    /// Its amount.
    pub amount: Money,
    /// Its days.
    pub days: i64,
    /// What it is taxed with, and what is given back of it with it (INV 6).
    pub tax: Option<Tax>,
    /// What names it; none where nothing was charged.
    pub named: Option<GivesBack>,
}

impl RefundableCharge {
    /// A charge, and what names it.
    pub fn of(line: &Line, named: GivesBack) -> Self {
        Self {
            amount: line.amount,
            days: line.days,
            tax: line.tax.clone(),
            named: Some(named),
        }
    }
}

/// A cancellation that can still be undone (SUB 3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cancellation {
    /// The day it was given.
    pub on: Date,
    /// Why, in the admin's words.
    pub reason: Option<String>,
    /// Free afterwards, where that was chosen (PLN 4).
    pub free: Option<FreeChoice>,
}

/// Who keeps access when Free starts at the end of the term (LIC 7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeChoice {
    /// Those chosen; `None` leaves it to the preselection.
    pub keep: Option<Vec<PersonId>>,
}

/// A paid subscription: active, or canceling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paid {
    /// What is held.
    pub holding: SubscriptionItem,
    /// The day of the latest purchase or new term (SUB 1).
    pub anchor: Date,
    /// How many months after the anchor the term ends.
    pub end_months: u32,
    /// The running term.
    pub term: Term,
    /// The line that the next unused line gives back from.
    pub refundable: RefundableCharge,
    /// Whether it is canceled.
    pub canceled: Option<Cancellation>,
    /// What is scheduled at renewal; asleep while canceled (SUB 5).
    pub scheduled: Option<Change>,
    /// The scheduled change that did not fit at the last renewal, and why (SUB 5).
    pub not_fitting: Option<NotFitting>,
}

impl Paid {
    /// The end of the next term, anchored (SUB 1).
    pub fn next_end(&self, length: BillingInterval) -> Date {
        boundary(self.anchor, self.end_months + length.months())
    }

    /// The running term with another length: from the last boundary that `today` has reached (CHG 5).
    pub fn term_of_length(&self, length: BillingInterval, today: Date) -> Term {
        let months = months_until(self.anchor, today);
        Term {
            start: boundary(self.anchor, months),
            end: boundary(self.anchor, months.saturating_add(length.months())),
        }
    }

    /// What is shown as scheduled: a pending Free before a change that sleeps (SUB 5, PLN 4).
    pub fn pending_free(&self) -> Option<&FreeChoice> {
        self.canceled.as_ref()?.free.as_ref()
    }

    /// The change at renewal, asleep or awake.
    pub fn scheduled(&self) -> Option<Change> {
        self.scheduled
    }

    /// Drops the scheduled change that an adjustment names; a choice of Free stays (SUB 5).
    pub(crate) fn drop_scheduled(&mut self, dropped: Option<Change>) {
        if dropped.is_some() {
            self.scheduled = None;
        }
    }

    /// Removes what is shown as scheduled.
    pub(crate) fn unschedule(&mut self) {
        match &mut self.canceled {
            Some(Cancellation {
                free: free @ Some(_), ..
            }) => *free = None,
            _ => self.scheduled = None,
        }
    }
}

/// A scheduled change that was not carried out (SUB 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotFitting {
    /// The change.
    pub change: Change,
    /// Why.
    pub reason: OfferError,
}

/// Why a scheduled change does not fit (SUB 5).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumCount, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum OfferError {
    /// The plan is not available for this deployment (PLN 1).
    PlanNotAvailable,
    /// The plan is not sold (PLN 5).
    PlanNotSold,
    /// The plan does not have so many or so few licenses (PLN 1).
    #[serde(rename = "licences_out_of_range")]
    #[strum(serialize = "licences_out_of_range")]
    LicensesOutOfRange,
    /// No price list prices it (PLN 3).
    NoPriceList,
    /// More licenses are in use (CHG 9).
    #[serde(rename = "licences_in_use")]
    #[strum(serialize = "licences_in_use")]
    LicensesInUse,
}

impl OfferError {
    /// Every misfit, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Its word in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// What is left of a subscription that has ended; the last plan stays to be shown (SUB 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The last plan.
    pub plan: PlanKey,
    /// The last length; none for Free.
    pub length: Option<BillingInterval>,
    /// The last licenses.
    pub licenses: u32,
    /// The last term; none for Free.
    pub term: Option<Term>,
    /// The day from which it has ended.
    pub on: Date,
}

/// One state each, with its own data only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subscription {
    /// Nothing yet.
    None,
    /// A trial, running or ended.
    Trial(Trial),
    /// Active or canceling.
    Paid(Box<Paid>),
    /// Expired.
    Ended(Ended),
    /// Free: no price, no term (PLN 4).
    Free {
        /// The day it started.
        since: Date,
        /// How many licenses it has.
        licenses: u32,
    },
    /// What a certificate grants to an instance where nothing is paid for; it stands with the account (ACT 1, ACT 6).
    Granted,
}
