//! Where people come from.

pub mod groups;
pub mod sample;
