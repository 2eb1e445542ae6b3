//! What the program exchanges with others, without a browser: async code over small traits, so that it is tested natively.
//!
//! | room | what lives there |
//! |---|---|
//! | [`journal`] | where the lines of a journal are kept: in memory, or in Azure DevOps for everybody |
//! | [`directory`] | where people come from: a seed, a file, Azure DevOps |
//! | [`host`] | who is looking, where and on what day; what Azure DevOps answers |
//! | [`vendor`] | what the vendor is asked, when, and what follows from an answer |

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

pub mod directory;
pub mod host;
pub mod journal;
pub mod unexpected_answer;
pub mod vendor;

/// What is escaped in an address: everything but letters, digits and `-._~` (RFC 3986).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A text as it may stand in an address.
fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}
