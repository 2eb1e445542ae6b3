//! The parts of a subscription: the item, the term, the cancellation and the scheduled change (SUB).

pub mod proration;
pub mod status;
pub mod tranches;

use crate::billing::line::Tax;
use crate::billing::line::{GivesBack, Line};
use crate::catalogue::prices::PriceListId;
use crate::directory::person::PersonId;
use crate::text::words::all;
use crate::value::date::Date;
use crate::value::license_count::LicenseCount;
use crate::value::money::Money;
use crate::value::plan::PlanKey;
use crate::value::term::{BillingInterval, Term, boundary, months_until};
use crate::value::trial::Trial;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// The subscribed plan, and the price list that values it (CHG 6, PLN 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubscriptionItem {
    /// The plan.
    pub plan: PlanKey,
    /// The billing interval.
    pub length: BillingInterval,
    /// The number of licenses.
    #[serde(rename = "licences")]
    pub licenses: LicenseCount,
    /// The ID of the price list that prices the term.
    pub price_list: PriceListId,
}

/// A change of plan, billing interval or licenses. A field that is not given keeps the account's value (SUB 5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The new plan.
    pub plan: Option<PlanKey>,
    /// The new billing interval.
    pub length: Option<BillingInterval>,
    /// The new number of licenses.
    #[serde(rename = "licences")]
    pub licenses: Option<LicenseCount>,
}

impl Change {
    /// `(plan, length, licenses)` after the change.
    pub fn applied_to(self, item: &SubscriptionItem) -> (PlanKey, BillingInterval, LicenseCount) {
        (
            self.plan.unwrap_or(item.plan),
            self.length.unwrap_or(item.length),
            self.licenses.unwrap_or(item.licenses),
        )
    }

    /// Whether the change has no effect (CHG 8).
    pub fn changes_nothing(self, item: &SubscriptionItem) -> bool {
        self.applied_to(item) == (item.plan, item.length, item.licenses)
    }
}

/// The charge for the current term. Unused time is credited against it (CHG 6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundableCharge {
    /// The amount of the charge.
    pub amount: Money,
    /// The days that the charge covers.
    pub days: i64,
    /// The tax of the charge. A refund uses the same tax (INV 6).
    pub tax: Option<Tax>,
    /// The reference to the charge. `None` if nothing was charged.
    pub named: Option<GivesBack>,
}

impl RefundableCharge {
    /// The refundable charge of a booked line.
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
    /// The day of the cancellation.
    pub on: Date,
    /// The administrator's reason.
    pub reason: Option<String>,
    /// The choice of Free after the paid term, if any (PLN 4).
    pub free: Option<FreeChoice>,
}

/// The people who keep access when Free starts at the end of the term (LIC 7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeChoice {
    /// The chosen people. `None` uses the preselection.
    pub keep: Option<Vec<PersonId>>,
}

/// A paid subscription: active or canceling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paid {
    /// The subscribed item.
    pub item: SubscriptionItem,
    /// The day of the latest purchase or early renewal (SUB 1).
    pub anchor: Date,
    /// The end of the term, in months after the anchor.
    pub end_months: u32,
    /// The current term.
    pub term: Term,
    /// The charge that the next refund is credited against.
    pub refundable: RefundableCharge,
    /// The cancellation, if the subscription is canceled.
    pub canceled: Option<Cancellation>,
    /// The change scheduled for the renewal. It has no effect while the subscription is canceled (SUB 5).
    pub scheduled: Option<Change>,
    /// The scheduled change that did not fit at the last renewal, with the reason (SUB 5).
    pub not_fitting: Option<NotFitting>,
}

impl Paid {
    /// The end of the next term, counted from the anchor (SUB 1).
    pub fn next_end(&self, length: BillingInterval) -> Date {
        boundary(self.anchor, self.end_months + length.months())
    }

    /// The current term with another billing interval. It starts at the last boundary not after `today` (CHG 5).
    pub fn term_of_length(&self, length: BillingInterval, today: Date) -> Term {
        let months = months_until(self.anchor, today);
        Term {
            start: boundary(self.anchor, months),
            end: boundary(self.anchor, months.saturating_add(length.months())),
        }
    }

    /// The pending choice of Free. It is shown instead of a suspended scheduled change (SUB 5, PLN 4).
    pub fn pending_free(&self) -> Option<&FreeChoice> {
        self.canceled.as_ref()?.free.as_ref()
    }

    /// The change scheduled for the renewal, suspended or not.
    pub fn scheduled(&self) -> Option<Change> {
        self.scheduled
    }

    /// Drops the scheduled change that an adjustment names. A choice of Free stays (SUB 5).
    pub(crate) fn drop_scheduled(&mut self, dropped: Option<Change>) {
        if dropped.is_some() {
            self.scheduled = None;
        }
    }

    /// Removes the scheduled entry that is shown.
    pub(crate) fn unschedule(&mut self) {
        match &mut self.canceled {
            Some(Cancellation {
                free: free @ Some(_), ..
            }) => *free = None,
            _ => self.scheduled = None,
        }
    }
}

/// A scheduled change that did not take effect (SUB 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotFitting {
    /// The change.
    pub change: Change,
    /// The reason.
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
    /// The number of licenses is outside the plan's range (PLN 1).
    #[serde(rename = "licences_out_of_range")]
    #[strum(serialize = "licences_out_of_range")]
    LicensesOutOfRange,
    /// No price list has a price for it (PLN 3).
    NoPriceList,
    /// More licenses are in use (CHG 9).
    #[serde(rename = "licences_in_use")]
    #[strum(serialize = "licences_in_use")]
    LicensesInUse,
}

impl OfferError {
    /// Every error, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A subscription that has ended. The last plan is still displayed (SUB 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The last plan.
    pub plan: PlanKey,
    /// The last billing interval. `None` for Free.
    pub length: Option<BillingInterval>,
    /// The last number of licenses.
    pub licenses: LicenseCount,
    /// The last term. `None` for Free.
    pub term: Option<Term>,
    /// The first day after the subscription.
    pub on: Date,
}

/// The states of a subscription, each with its own data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subscription {
    /// No trial and no subscription yet.
    None,
    /// A trial, current or ended.
    Trial(Trial),
    /// Active or canceling.
    Paid(Box<Paid>),
    /// Expired.
    Ended(Ended),
    /// Free: no price, no term (PLN 4).
    Free {
        /// The first day of Free.
        since: Date,
        /// The number of licenses.
        licenses: LicenseCount,
    },
    /// An instance with a certificate but no subscription of its own. The certificate is in the account (ACT 1, ACT 6).
    Granted,
}
