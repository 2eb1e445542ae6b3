//! What can be the matter with a service that keeps journals for many.

use super::{LoadError, SaveError};
use crate::journal::extension::{Fault, words};

/// What is the matter, as far as there is something else to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
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
fn told(fault: Fault) -> (Trouble, String) {
    let nothing = String::new();
    match fault {
        Fault::Offline(detail) => (Trouble::Unreachable, detail),
        Fault::Expired => (Trouble::SignedOut, nothing),
        Fault::Forbidden(detail) => (Trouble::NotAllowed, detail),
        Fault::Throttled { retry_after_s } => (Trouble::Busy(retry_after_s), nothing),
        Fault::TooLarge => (Trouble::TooLarge, nothing),
        Fault::NotFound => (Trouble::Unexpected, "not found".to_owned()),
        Fault::Exists => (Trouble::Unexpected, "exists".to_owned()),
        Fault::Other { name, message } => (Trouble::Unexpected, [name.as_str(), ": ", message.as_str()].concat()),
    }
}

impl From<Fault> for LoadError {
    fn from(fault: Fault) -> Self {
        let (trouble, detail) = told(fault);
        Self::Service(trouble, words::not_loaded(trouble, &detail))
    }
}

impl From<Fault> for SaveError {
    fn from(fault: Fault) -> Self {
        let (trouble, _) = told(fault);
        Self::Service(trouble, words::not_saved(trouble))
    }
}
