//! What a certificate grants: its signed content.

use super::super::date::Date;
use super::super::plan::PlanKey;
use super::super::term::{Length, Term};
use super::check::{FailedCheck, Situation};
use super::instance::Reach;
use super::instant::Instant;
use super::subscription_id::SubscriptionId;
use serde::{Deserialize, Serialize};

/// What the vendor has signed for one subscription (ACT 7); its JSON is the fixed payload of a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// Whose it is (ACT 2).
    pub subscription_id: SubscriptionId,
    /// The product's name, as the catalogue has it.
    pub product: String,
    /// The plan.
    pub plan: PlanKey,
    /// The length of the term.
    pub length: Length,
    /// How many licences.
    pub licences: u32,
    /// The term that is paid for; `end` is exclusive.
    pub term: Term,
    /// Whether the subscription ends with that term (SUB 3).
    pub cancelled: bool,
    /// Where it is good (ACT 6).
    pub instances: Reach,
    /// When it was issued.
    pub issued_at: Instant,
    /// The last day on which it may be used.
    pub valid_until: Date,
}

impl Grant {
    /// The last day on which it grants anything: that of the file or of the term, whichever comes first.
    pub fn last_day(&self) -> Date {
        self.valid_until.min(self.term.last_day())
    }

    /// Checks what it says against where and when it is to be used; its form and signature are checked before, in
    /// reading it.
    ///
    /// # Errors
    /// The first check that fails, in the order of [`FailedCheck::ALL`].
    pub fn check(&self, at: &Situation<'_>) -> Result<(), FailedCheck> {
        let fewer = at.active.is_some_and(|active| self.licences < active.licences);
        let good = [
            (self.product == at.product, FailedCheck::Product),
            (
                at.instance.is_none_or(|it| self.instances.covers(it)),
                FailedCheck::Instance,
            ),
            (
                self.issued_at.date() <= at.today && self.term.start <= at.today,
                FailedCheck::NotYetValid,
            ),
            (at.today <= self.valid_until, FailedCheck::FileExpired),
            (at.today < self.term.end, FailedCheck::TermEnded),
            (!fewer || at.in_use <= self.licences, FailedCheck::FewerLicences),
            (
                at.newest_day.is_none_or(|newest| newest <= at.today),
                FailedCheck::ClockSetBack,
            ),
        ];
        good.into_iter()
            .find(|(good, _)| !good)
            .map_or(Ok(()), |(_, check)| Err(check))
    }
}
