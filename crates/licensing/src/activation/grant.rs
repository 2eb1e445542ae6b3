//! The grant: the signed content of a certificate.

use crate::value::date::Date;
use crate::value::instance::InstanceScope;
use crate::value::instant::Instant;
use crate::value::license_count::LicenseCount;
use crate::value::plan::PlanKey;
use crate::value::subscription_id::SubscriptionId;
use crate::value::term::{BillingInterval, Term};
use serde::{Deserialize, Serialize};

/// The vendor's signed grant for one subscription (ACT 7). Its JSON is the exact payload of a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// The subscription (ACT 2).
    pub subscription_id: SubscriptionId,
    /// The product's name in the catalog.
    pub product: String,
    /// The plan.
    pub plan: PlanKey,
    /// The billing interval.
    pub length: BillingInterval,
    /// The number of licenses.
    #[serde(rename = "licences")]
    pub licenses: LicenseCount,
    /// The paid term. `end` is exclusive.
    pub term: Term,
    /// Whether the subscription ends with that term (SUB 3).
    #[serde(rename = "cancelled")]
    pub canceled: bool,
    /// The instances that it covers (ACT 6).
    pub instances: InstanceScope,
    /// The time of issue.
    pub issued_at: Instant,
    /// The last day on which the certificate may be used.
    pub valid_until: Date,
}

impl Grant {
    /// The last day of the grant: the last valid day or the last day of the term, whichever is earlier.
    pub fn last_day(&self) -> Date {
        self.valid_until.min(self.term.last_day())
    }
}
