//! Seats: who has which role, and so who holds a license (ROL, LIC).

pub mod assignments;
pub mod selector;
