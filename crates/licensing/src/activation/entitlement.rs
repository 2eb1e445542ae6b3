//! What the vendor intends to issue, before it is signed. The source is an order, a row of a list, or typed input.

use crate::activation::grant::Grant;
use crate::catalogue::Catalogue;
use crate::value::date::Date;
use crate::value::instance::{InstanceId, InstanceScope};
use crate::value::instant::Instant;
use crate::value::plan::{Instances, PlanKey};
use crate::value::subscription_id::SubscriptionId;
use crate::value::term::{BillingInterval, Term};

/// A subscription and its intended grant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entitlement {
    /// The subscription.
    pub subscription_id: SubscriptionId,
    /// The plan.
    pub plan: PlanKey,
    /// The billing interval.
    pub length: BillingInterval,
    /// The number of licenses. 0 is refused.
    pub licenses: u32,
    /// The term.
    pub term: Term,
    /// Whether it ends with that term.
    pub canceled: bool,
    /// The instance for a plan on one instance. Other plans need none.
    pub instances: Vec<InstanceId>,
    /// The last valid day. If it is missing, the last day of the term.
    pub valid_until: Option<Date>,
}

/// Why no certificate can be issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntitlementError {
    /// The catalog does not have the plan.
    #[error("the catalog has no plan {}: add it or use another plan", .0.as_str())]
    NoPlan(PlanKey),
    /// Free has no term and exists only on Services, where the account itself grants licenses (PLN 4, ACT 7).
    #[error("the Free plan needs no certificate: it exists only on Services, where no activation is required")]
    Free,
    /// The number of licenses is zero.
    #[error("a certificate needs at least 1 license")]
    NoLicenses,
    /// The term has no days.
    #[error("the term ends before it starts: the end is the day after the last day")]
    NoDays,
    /// The last valid day is before the term.
    #[error("the last valid day is before the term: use a day within the term")]
    ValidTooShort,
    /// The term or the last valid day is outside the dates that can be written (SUB 7).
    #[error("the term ends after 2999-12-31: use an earlier end")]
    BeyondCalendar,
    /// The plan is for one instance, but this many are given (ACT 6).
    #[error("the plan covers one instance{}", count_words(*.0))]
    OneInstance(usize),
}

fn count_words(named: usize) -> String {
    match named {
        0 => ": give its ID".to_owned(),
        _ => format!(", but {named} are given: use only one"),
    }
}

impl Entitlement {
    /// The grant for the certificate.
    ///
    /// # Errors
    /// If the values do not fit together.
    pub fn grant(self, catalogue: &Catalogue, issued_at: Instant) -> Result<Grant, EntitlementError> {
        let Self { plan, term, .. } = self;
        let allowed = catalogue
            .plan(plan)
            .map(|it| it.instances)
            .ok_or(EntitlementError::NoPlan(plan))?;
        let instances = match (allowed, self.instances.len()) {
            (Instances::Unlimited, 0) => InstanceScope::Any,
            (Instances::One, count) if count != 1 => return Err(EntitlementError::OneInstance(count)),
            _ => InstanceScope::Only(self.instances),
        };
        let valid_until = self.valid_until.unwrap_or(term.last_day());
        if plan == PlanKey::Free {
            return Err(EntitlementError::Free);
        }
        let licenses = self.licenses.try_into().map_err(|_| EntitlementError::NoLicenses)?;
        for (wrong, error) in [
            (term.end <= term.start, EntitlementError::NoDays),
            (valid_until < term.start, EntitlementError::ValidTooShort),
            (
                !(term.end.can_be_written() && valid_until.can_be_written()),
                EntitlementError::BeyondCalendar,
            ),
        ] {
            if wrong {
                return Err(error);
            }
        }
        Ok(Grant {
            subscription_id: self.subscription_id,
            product: catalogue.product.clone(),
            plan,
            length: self.length,
            licenses,
            term,
            canceled: self.canceled,
            instances,
            issued_at,
            valid_until,
        })
    }
}
