//! Seats: the roles of people, and therefore the licenses they hold (ROL, LIC).

pub mod assignments;
pub mod selector;
