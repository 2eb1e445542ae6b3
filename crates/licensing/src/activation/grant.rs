//! What a certificate grants: its signed content.

use crate::value::date::Date;
use crate::value::instance::InstanceScope;
use crate::value::instant::Instant;
use crate::value::plan::PlanKey;
use crate::value::subscription_id::SubscriptionId;
use crate::value::term::{BillingInterval, Term};
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
    pub length: BillingInterval,
    /// How many licenses.
    #[serde(rename = "licences")]
    pub licenses: u32,
    /// The term that is paid for; `end` is exclusive.
    pub term: Term,
    /// Whether the subscription ends with that term (SUB 3).
    #[serde(rename = "cancelled")]
    pub canceled: bool,
    /// Where it is good (ACT 6).
    pub instances: InstanceScope,
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
}
