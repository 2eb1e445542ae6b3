//! Errors of the service that stores shared journals.

use super::{LoadError, SaveError};
use crate::journal::extension::{DocumentError, words};

/// An error of the service, classified by what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JournalServiceError {
    /// There was no answer. A write may have succeeded anyway.
    Unreachable,
    /// The session of the reader has ended.
    SignedOut,
    /// The reader has no permission.
    NotAllowed,
    /// The service is busy. The seconds to wait, if it says how many.
    Busy(Option<u32>),
    /// The document is too large.
    TooLarge,
    /// The answer is unexpected. A write may have succeeded anyway.
    Unexpected,
}

/// The error for readers, and the details for support. Errors that need none have an empty text.
fn service_error(error: &DocumentError) -> (JournalServiceError, String) {
    let (kind, has_details) = match error {
        DocumentError::Offline(_) => (JournalServiceError::Unreachable, true),
        DocumentError::Expired => (JournalServiceError::SignedOut, false),
        DocumentError::Forbidden(_) => (JournalServiceError::NotAllowed, true),
        DocumentError::Throttled { retry_after_s } => (JournalServiceError::Busy(*retry_after_s), false),
        DocumentError::TooLarge => (JournalServiceError::TooLarge, false),
        DocumentError::NotFound | DocumentError::Exists | DocumentError::Other { .. } => {
            (JournalServiceError::Unexpected, true)
        }
    };
    let details = if has_details { error.to_string() } else { String::new() };
    (kind, details)
}

impl From<DocumentError> for LoadError {
    fn from(error: DocumentError) -> Self {
        let (kind, details) = service_error(&error);
        Self::Service(kind, words::not_loaded(kind, &details))
    }
}

impl From<DocumentError> for SaveError {
    fn from(error: DocumentError) -> Self {
        let (kind, _) = service_error(&error);
        Self::Service(kind, words::not_saved(kind))
    }
}
