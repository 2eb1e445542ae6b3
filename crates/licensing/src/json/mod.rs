//! JSON: reads files that people write, and distinguishes newer files from damaged ones.

pub mod duplicate_key;
pub mod line;
pub mod newer;
pub mod read;
pub mod tagged;
