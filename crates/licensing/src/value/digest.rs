//! SHA-256 digests.

pub use crate::value::ids::Digest;
use sha2::Digest as _;

/// The SHA-256 of a text.
pub fn sha256(text: &str) -> Digest {
    Digest::new(format!("{:x}", sha2::Sha256::digest(text.as_bytes())))
}
