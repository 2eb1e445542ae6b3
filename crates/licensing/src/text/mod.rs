//! Texts: how they are compared, printed and encoded.

pub mod base64;
pub mod letters;
pub mod printable;
pub mod words;
