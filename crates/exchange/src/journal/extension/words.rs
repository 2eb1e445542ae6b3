//! Texts for errors of the service that stores shared journals: what happened, why, and what to do. Errors while
//! loading do not name the product, because the viewer is not known yet (ACC 6).

use super::aside::Why;
use crate::journal::JournalServiceError;
use licensing::ledger::chain::ChainError;

/// A booking got no answer.
pub const NOT_SAVED_UNREACHABLE: &str = "Azure DevOps didn't respond, so we don't know whether your change was saved. Check your connection, then try again. Nothing is saved twice. If that doesn't help, the extension might be missing a permission. Ask a project collection administrator to review it under Extensions.";
/// The session has ended.
pub const NOT_SAVED_SIGNED_OUT: &str = "Your Azure DevOps session has ended, so your change wasn't saved. Reload the page, sign in if prompted, and try again.";
/// The viewer has no permission to write.
pub const NOT_SAVED_NOT_ALLOWED: &str = "Your change wasn't saved because Azure DevOps doesn't let you save this extension's data. Ask a project collection administrator to make the change or to review the extension's permissions under Extensions.";
/// The document is too large.
pub const NOT_SAVED_TOO_LARGE: &str =
    "Your change wasn't saved because it's too large for Azure DevOps. Try again with fewer people at a time.";
/// The answer is unexpected.
pub const NOT_SAVED_UNEXPECTED: &str = "Azure DevOps returned an error, so we don't know whether your change was saved. Try again. Nothing is saved twice. If that doesn't help, contact support.";

/// The service is busy. `seconds` is the wait, if it says how long.
pub fn not_saved_busy(seconds: Option<u32>) -> String {
    let wait = match seconds {
        Some(1) => "Wait 1 second".to_owned(),
        Some(seconds) => format!("Wait {seconds} seconds"),
        None => "Wait a minute".to_owned(),
    };
    format!("Azure DevOps is busy, so your change wasn't saved. {wait}, then try again.")
}

/// Loading got no answer.
pub const NOT_LOADED_UNREACHABLE: &str = "Azure DevOps didn't respond. Nothing is lost. Check your connection, then try again. If that doesn't help, the extension might be missing a permission. Ask a project collection administrator to review it under Extensions.";
/// The session has ended.
pub const NOT_LOADED_SIGNED_OUT: &str =
    "Your Azure DevOps session has ended. Nothing is lost. Reload the page and sign in if prompted.";
/// The viewer has no permission to read.
pub const NOT_LOADED_NOT_ALLOWED: &str = "Azure DevOps doesn't let you read this extension's data. Nothing is lost. Ask a project collection administrator to review the extension's permissions under Extensions.";
/// The service is busy.
pub const NOT_LOADED_BUSY: &str = "Azure DevOps is busy. Nothing is lost. Wait a minute, then try again.";
/// The answer is unexpected.
pub const NOT_LOADED_UNEXPECTED: &str =
    "Azure DevOps returned an error. Nothing is lost. Try again. If that doesn't help, contact support.";

/// The text for a booking that failed or is uncertain.
pub fn not_saved(trouble: JournalServiceError) -> String {
    let words = match trouble {
        JournalServiceError::Unreachable => NOT_SAVED_UNREACHABLE,
        JournalServiceError::SignedOut => NOT_SAVED_SIGNED_OUT,
        JournalServiceError::NotAllowed => NOT_SAVED_NOT_ALLOWED,
        JournalServiceError::Busy(seconds) => return not_saved_busy(seconds),
        JournalServiceError::TooLarge => NOT_SAVED_TOO_LARGE,
        JournalServiceError::Unexpected => NOT_SAVED_UNEXPECTED,
    };
    words.to_owned()
}

/// The text for a journal that could not be loaded, with details for support.
pub fn not_loaded(trouble: JournalServiceError, detail: &str) -> String {
    let words = match trouble {
        JournalServiceError::Unreachable => NOT_LOADED_UNREACHABLE,
        JournalServiceError::SignedOut => NOT_LOADED_SIGNED_OUT,
        JournalServiceError::NotAllowed => NOT_LOADED_NOT_ALLOWED,
        JournalServiceError::Busy(_) => NOT_LOADED_BUSY,
        JournalServiceError::TooLarge | JournalServiceError::Unexpected => NOT_LOADED_UNEXPECTED,
    };
    if detail.is_empty() {
        words.to_owned()
    } else {
        [words, " (", detail, ")"].concat()
    }
}

/// Why a document is not part of the journal, as a text that follows its name.
pub fn why(why: &Why) -> String {
    let words = match why {
        Why::NoText => "it has no text, or parts of it are missing",
        Why::Breaks(ChainError::NoLine(_)) => "it isn't a history entry",
        Why::Breaks(ChainError::Position { found, expected }) => {
            return format!("it has position {found}, but the next position is {expected}");
        }
        Why::Breaks(ChainError::Link) => "it doesn't follow the previous entry",
        Why::Breaks(ChainError::Booked) => "its command was already saved",
        Why::DatedAfter(day) => return format!("it's dated {day}, which is after today"),
        Why::NotInPlace => "it follows an entry with a later date and doesn't say that it replaces it",
        Why::BookedOver => "it was dated after the day on which another entry replaced it",
        Why::Repaired => "it can't be read, or follows an unreadable entry, and an administrator set it aside",
        Why::NoCopy => "it's a copy that doesn't match the history",
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_is_said_in_words() {
        let said = [None, Some(1), Some(30)].map(not_saved_busy);
        let waits = ["Wait a minute, then", "Wait 1 second, then", "Wait 30 seconds, then"];
        assert!(
            said.iter().zip(waits).all(|(said, wait)| said.contains(wait)),
            "{said:?}"
        );
    }
}
