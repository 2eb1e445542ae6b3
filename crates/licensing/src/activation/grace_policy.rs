//! Grace periods without a confirmation (ACT 5, ACT 7).

use crate::catalogue::Catalogue;

/// The grace periods of a catalog, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GracePolicy {
    /// Payment days.
    pub payment: u32,
    /// The grace days of ACT 5.
    pub grace: u32,
    /// Whether the vendor has keys and can issue certificates. Without keys, the account also grants licenses on a
    /// Server.
    pub activates: bool,
}

impl GracePolicy {
    /// The grace periods of a catalog.
    pub fn of(catalogue: &Catalogue) -> Self {
        Self {
            payment: catalogue.payment_days,
            grace: catalogue.activation_grace_days,
            activates: catalogue.activation.as_ref().is_some_and(|it| !it.keys.is_empty()),
        }
    }

    /// The number of days for which a booking works without its certificate.
    pub fn uncertified(self) -> u32 {
        self.payment + self.grace
    }
}
