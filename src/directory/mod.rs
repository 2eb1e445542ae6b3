//! Where people come from.

pub mod sample;
