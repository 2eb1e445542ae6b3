//! Texts: comparing, printing and encoding them.

pub mod base64;
pub mod letters;
pub mod printable;
pub mod words;
