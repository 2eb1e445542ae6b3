//! Words for what can be the matter with the service of Azure DevOps that keeps journals for everybody: what, why, and
//! what to do. They stand here, with what needs them, so that a page that stands alone does not load them. No sentence of loading names the product, as nobody knows yet who looks (ACC 6).

use super::aside::Why;
use crate::journal::JournalServiceError;
use licensing::ledger::chain::ChainError;

/// No answer came to a booking.
pub const NOT_SAVED_UNREACHABLE: &str = "Azure DevOps did not answer, so it is not known whether this was booked. Check your connection, then try again: nothing is booked twice. If it stays like this, the extension may lack a permission: ask a project collection administrator to review it under Extensions.";
/// The session is over.
pub const NOT_SAVED_SIGNED_OUT: &str = "Your session in Azure DevOps has ended. Nothing was booked. Reload the page, sign in if you are asked to, and book again.";
/// They may not write.
pub const NOT_SAVED_NOT_ALLOWED: &str = "Azure DevOps does not let you save data of this extension. Nothing was booked. Ask a project collection administrator to book it, or to review the extension's permissions under Extensions.";
/// It is too large.
pub const NOT_SAVED_TOO_LARGE: &str = "Azure DevOps takes nothing as large as this booking. Nothing was booked. Do it in smaller steps, with fewer people at once.";
/// An answer that nobody expects.
pub const NOT_SAVED_UNEXPECTED: &str = "Azure DevOps answered with an error, so it is not known whether this was booked. Try again: nothing is booked twice. If it stays like this, contact support.";

/// The service is asked too much.
pub fn not_saved_busy(seconds: Option<u32>) -> String {
    let wait = match seconds {
        Some(1) => "Wait a second".to_owned(),
        Some(seconds) => format!("Wait {seconds} seconds"),
        None => "Wait a minute".to_owned(),
    };
    format!("Azure DevOps is busy and asks to wait. Nothing was booked. {wait}, then try again.")
}

/// No answer came.
pub const NOT_LOADED_UNREACHABLE: &str = "Azure DevOps did not answer. Nothing is lost. Check your connection, then try again. If it stays like this, the extension may lack a permission: ask a project collection administrator to review it under Extensions.";
/// The session is over.
pub const NOT_LOADED_SIGNED_OUT: &str =
    "Your session in Azure DevOps has ended. Nothing is lost. Reload the page, and sign in if you are asked to.";
/// They may not read.
pub const NOT_LOADED_NOT_ALLOWED: &str = "Azure DevOps does not let you read data of this extension. Nothing is lost. Ask a project collection administrator to review the extension's permissions under Extensions.";
/// The service is asked too much.
pub const NOT_LOADED_BUSY: &str =
    "Azure DevOps is busy and asks to wait. Nothing is lost. Wait a minute, then try again.";
/// An answer that nobody expects.
pub const NOT_LOADED_UNEXPECTED: &str =
    "Azure DevOps answered with an error. Nothing is lost. Try again. If it stays like this, contact support.";

/// What to say where the service did not take a booking.
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

/// What to say where the service did not hand out the journal, with the details for support.
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

/// Why a document is no part of the journal, after its name.
pub fn why(why: &Why) -> String {
    let words = match why {
        Why::NoText => "it holds no text, or parts of it are missing",
        Why::Breaks(ChainError::NoLine(_)) => "it is no booking",
        Why::Breaks(ChainError::Position { found, expected }) => {
            return format!("it says position {found}, and the next one is {expected}");
        }
        Why::Breaks(ChainError::Link) => "it does not follow the booking before it",
        Why::Breaks(ChainError::Booked) => "its command is booked already",
        Why::DatedAfter(day) => return format!("it is dated {day}, which is after today"),
        Why::NotInPlace => "it stands after one of a later day and does not say that it takes its place",
        Why::BookedOver => "it was dated after the day on which somebody booked in its place",
        Why::Repaired => "it cannot be read, or follows what cannot be read, and an administrator set it aside",
        Why::NoCopy => "it is a copy that does not hold what was booked",
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_is_said_in_words() {
        let said = [None, Some(1), Some(30)].map(not_saved_busy);
        let waits = ["Wait a minute, then", "Wait a second, then", "Wait 30 seconds, then"];
        assert!(
            said.iter().zip(waits).all(|(said, wait)| said.contains(wait)),
            "{said:?}"
        );
    }
}
