//! Why Azure DevOps gave no answer, or an incomplete one, with the texts for readers.

use crate::unexpected_answer::UnexpectedAnswer;
use thiserror::Error;

/// The time limit of a request, in seconds. The browser itself waits for minutes or forever.
pub const TIME_LIMIT: u32 = 60;

/// Why Azure DevOps gave no answer. The text says what is wrong and what to do.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum AdoError {
    /// The host did not provide an address.
    #[error(
        "Azure DevOps didn't provide its address. Reload the page. If that doesn't help, contact the person who installed the extension."
    )]
    NoAddress,
    /// The computer is offline.
    #[error("This computer is offline, so Azure DevOps can't be reached. Connect to the network, then try again.")]
    Offline,
    /// No answer, for example because of a firewall or a browser extension.
    #[error(
        "Azure DevOps didn't respond. The network, a firewall, or a browser extension such as an ad blocker might be blocking it. Check these, then try again."
    )]
    Nothing,
    /// There is an answer, but the page may not read it: the reader has no permission, or nobody has approved a scope.
    #[error(
        "This page can't read the response from Azure DevOps. Your session might have ended, or the extension might be missing a permission. Reload the page. If that doesn't help, ask a project collection administrator to authorize the extension again."
    )]
    Hidden,
    /// The content security policy of the page forbids the address.
    #[error(
        "This page's security policy blocks requests to Azure DevOps. Ask the person who runs the page to allow the Azure DevOps address (connect-src)."
    )]
    Forbidden,
    /// No answer within [`TIME_LIMIT`].
    #[error("Azure DevOps didn't respond within {TIME_LIMIT} seconds. Check the network, then try again.")]
    Late,
    /// The session has ended.
    #[error("Your Azure DevOps session has ended. Reload the page to sign in again.")]
    SignedOut,
    /// The host was busy on every attempt.
    #[error("Azure DevOps is busy. Try again in a few minutes.")]
    Busy,
    /// The host answered with an error status.
    #[error("{}", status(*.0))]
    Status(u16),
    /// The answer is not JSON.
    #[error("Azure DevOps, or a proxy in front of it, returned an unreadable response ({0}). Try again later.")]
    NotJson(UnexpectedAnswer),
    /// The answer is incomplete.
    #[error(transparent)]
    Incomplete(#[from] IncompleteAnswer),
}

impl AdoError {
    /// Whether it is worth trying another API after this error.
    pub fn is_refusal(&self) -> bool {
        matches!(
            self,
            Self::NoAddress
                | Self::Offline
                | Self::Nothing
                | Self::Hidden
                | Self::Forbidden
                | Self::Status(401 | 403 | 404)
        )
    }
}

/// The text for a status.
fn status(status: u16) -> String {
    match status {
        401 => "Azure DevOps no longer accepts your session. Reload the page and sign in if prompted. If that doesn't help, ask a project collection administrator to authorize the extension again.".to_owned(),
        403 => "You don't have permission to read this in Azure DevOps. Ask a project collection administrator for help or to authorize the extension again.".to_owned(),
        status => format!("Azure DevOps returned the status {status}. Try again later."),
    }
}

/// Why an answer is incomplete. People who are missing from an answer have not left, so nothing that depends on the
/// whole directory is decided by an incomplete answer (LIC 9).
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum IncompleteAnswer {
    /// The answer has no list of the expected name.
    #[error(
        "Azure DevOps answered without the list that was asked for. Try again later. If that doesn't help, contact support."
    )]
    NoList,
    /// An entry of the list is empty or has no ID.
    #[error("Azure DevOps answered with an incomplete list. Try again later. If that doesn't help, contact support.")]
    Entry,
    /// The list is shorter than announced.
    #[error(
        "Azure DevOps answered with {told} of {of} entries. Try again later. If that doesn't help, contact support."
    )]
    Fewer {
        /// The number of entries.
        told: u64,
        /// The announced number.
        of: u64,
    },
    /// The pages do not end.
    #[error(
        "Azure DevOps answered with the same page repeatedly. Try again later. If that doesn't help, contact support."
    )]
    Circle,
    /// The list is empty, although at least the reader is in the directory.
    #[error(
        "Azure DevOps answered with an empty list of people. Try again later. If that doesn't help, contact support."
    )]
    Nobody,
}
