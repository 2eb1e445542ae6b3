//! Activation (ACT): a Server may use what the vendor has signed. There is no clock: the day is an argument.

pub mod certificate;
pub mod check;
pub mod confirmation;
pub mod delivery;
pub mod entitlement;
pub mod grace_policy;
pub mod grant;
pub mod key;
pub mod proxy;
