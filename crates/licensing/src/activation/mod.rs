//! Activation (ACT): what a Server may use is what the vendor has signed.
//!
//! | module | noun |
//! |---|---|
//! | [`subscription_id`] | the ID that is pasted and stands on every document (ACT 2) |
//! | [`instance`] | where a licence is good (ACT 6) |
//! | [`instant`] | when a certificate was issued |
//! | [`grant`] | what a certificate grants |
//! | [`check`] | what can be wrong with one, in order, and what to do (ACT 8) |
//! | [`certificate`], [`key`] | its form and its signature |
//! | [`proof`] | what of a journal's activations is signed by a key that is trusted |
//! | [`grace`] | how long the last confirmation stays good (ACT 5) |
//! | [`levels`], [`allowance`] | what works without a certificate, and how many are let in (ACT 7) |
//! | [`relay`] | the way to the activation service through a proxy (ACT 4) |
//! | [`order`], [`catalogues`] | what the vendor learns of a booking, and what it is judged by (ACT 9) |
//! | [`entitlement`] | what the vendor means to issue |
//!
//! No clock is asked: the day is an argument.

pub mod allowance;
mod base64;
pub mod catalogues;
pub mod certificate;
pub mod check;
pub mod entitlement;
pub mod grace;
pub mod grant;
pub mod instance;
pub mod instant;
pub mod key;
pub mod levels;
pub mod order;
pub mod proof;
pub mod relay;
pub mod subscription_id;

pub use check::FailedCheck;
pub use grace::Way;
pub use grant::Grant;
pub use instance::{InstanceId, Reach};
pub use relay::{BoundPassword, Relay};
pub use subscription_id::{NotAnId, SubscriptionId};
