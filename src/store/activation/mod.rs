//! Activation: contacts the vendor, checks the answer, and books it (ACT).

mod automatic;
mod certificates;
mod engine;
mod orders;
mod proxy;

pub use engine::{ActivationError, Applied, Contact, Stage};
pub use proxy::ProxyTest;
