//! How long things work unconfirmed (ACT 5, ACT 7).

use crate::catalogue::Catalogue;

/// How long things work without what should confirm them, in days; both are of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GracePolicy {
    /// Days to pay.
    pub payment: u32,
    /// Days of ACT 5.
    pub grace: u32,
    /// Whether the vendor has keys, so that there can be certificates; without, the account grants on a Server, too.
    pub activates: bool,
}

impl GracePolicy {
    /// Those of a catalogue.
    pub fn of(catalogue: &Catalogue) -> Self {
        Self {
            payment: catalogue.payment_days,
            grace: catalogue.activation_grace_days,
            activates: catalogue.activation.as_ref().is_some_and(|it| !it.keys.is_empty()),
        }
    }

    /// For how many days after its own a booking works without its certificate.
    pub fn uncertified(self) -> u32 {
        self.payment + self.grace
    }
}
