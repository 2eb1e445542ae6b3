//! Communication with other systems, without a browser: async code over small traits, so it can be tested natively.
//!
//! | module | contents |
//! |---|---|
//! | [`journal`] | stores for the lines of a journal: in memory, or shared by everyone in Azure DevOps |
//! | [`directory`] | sources of people: sample data, a file, Azure DevOps |
//! | [`host`] | the viewer, the account, and the day; the answers of Azure DevOps |
//! | [`vendor`] | requests to the vendor, when to send them, and what their answers mean |

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

pub mod directory;
pub mod host;
pub mod journal;
pub mod retry;
pub mod unexpected_answer;
pub mod vendor;

/// The characters that are escaped in a URL: everything except letters, digits, and `-._~` (RFC 3986).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Percent-encodes a text for a URL.
fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}
