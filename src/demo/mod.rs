//! The demonstration. It wraps what the product offers; the product does not know it.

pub mod bar;
