//! Where the lines of a journal are kept, with the store that only a browser has: IndexedDB.

mod browser;
mod limit;

pub use browser::BrowserJournal;
pub use exchange::journal::*;

use licensing::value::digest;

/// Whether a line names the one before it by its SHA-256, as every line of a journal does.
fn continues(before: &str, line: &str) -> bool {
    let named = serde_json::from_str::<serde_json::Value>(line).ok();
    let named = named.and_then(|line| line.get("previous_sha256")?.as_str().map(str::to_owned));
    named.is_some_and(|named| digest::sha256(before) == named.as_str())
}
