//! What can be the matter with a service that keeps journals for many.

use super::{LoadError, SaveError};
use crate::journal::extension::{DocumentError, words};

/// What is the matter, as far as there is something else to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JournalServiceError {
    /// No answer came. What was to be saved may be saved all the same.
    Unreachable,
    /// Whoever looks is no longer signed in.
    SignedOut,
    /// They may not.
    NotAllowed,
    /// The service is asked too much; the seconds to wait, where it says so.
    Busy(Option<u32>),
    /// It takes nothing so large.
    TooLarge,
    /// It answers what nobody expects. What was to be saved may be saved all the same.
    Unexpected,
}

/// What a fault means for people, and its details for support.
fn told(fault: DocumentError) -> (JournalServiceError, String) {
    let nothing = String::new();
    match fault {
        DocumentError::Offline(detail) => (JournalServiceError::Unreachable, detail),
        DocumentError::Expired => (JournalServiceError::SignedOut, nothing),
        DocumentError::Forbidden(detail) => (JournalServiceError::NotAllowed, detail),
        DocumentError::Throttled { retry_after_s } => (JournalServiceError::Busy(retry_after_s), nothing),
        DocumentError::TooLarge => (JournalServiceError::TooLarge, nothing),
        DocumentError::NotFound => (JournalServiceError::Unexpected, "not found".to_owned()),
        DocumentError::Exists => (JournalServiceError::Unexpected, "exists".to_owned()),
        DocumentError::Other { name, message } => (
            JournalServiceError::Unexpected,
            [name.as_str(), ": ", message.as_str()].concat(),
        ),
    }
}

impl From<DocumentError> for LoadError {
    fn from(fault: DocumentError) -> Self {
        let (trouble, detail) = told(fault);
        Self::Service(trouble, words::not_loaded(trouble, &detail))
    }
}

impl From<DocumentError> for SaveError {
    fn from(fault: DocumentError) -> Self {
        let (trouble, _) = told(fault);
        Self::Service(trouble, words::not_saved(trouble))
    }
}
