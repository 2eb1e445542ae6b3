//! Why Azure DevOps gave no answer, or no complete one, with the words for readers.

use crate::unexpected_answer::UnexpectedAnswer;
use thiserror::Error;

/// The time limit of a request, in seconds. The browser itself waits for minutes or forever.
pub const TIME_LIMIT: u32 = 60;

/// Why Azure DevOps gave no answer. The text says what is wrong and what to do.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum AdoError {
    /// The host did not give an address.
    #[error(
        "Azure DevOps has not said where to ask. Reload the page; if it stays so, ask whoever installed the extension."
    )]
    NoAddress,
    /// The computer is offline.
    #[error("This computer is offline, so Azure DevOps could not be asked. Connect it, then try again.")]
    Offline,
    /// No answer, such as for a firewall or a browser extension.
    #[error(
        "Azure DevOps could not be asked: there was no answer. The network, a firewall or a browser extension such as an ad blocker may be blocking it. Check them, then try again."
    )]
    Nothing,
    /// There is an answer, but the page may not read it: no permission, or a scope that nobody has agreed to.
    #[error(
        "Azure DevOps answers, but the browser does not let this page read the answer: your session has ended, or the extension does not have the permission it needs. Reload the page; if it stays so, ask a project collection administrator to agree to the extension’s permissions again."
    )]
    Hidden,
    /// The content security policy of the page forbids the address.
    #[error(
        "The security policy of this page blocks requests to Azure DevOps. Ask whoever runs the page to allow the address of Azure DevOps (connect-src)."
    )]
    Forbidden,
    /// No answer within [`TIME_LIMIT`].
    #[error("Azure DevOps did not answer within {TIME_LIMIT} seconds. Check the network, then try again.")]
    Late,
    /// The session has ended.
    #[error("Your session in Azure DevOps has ended. Reload the page to sign in again.")]
    SignedOut,
    /// The host was busy on every attempt.
    #[error("Azure DevOps is busy and asked three times to wait. Try again in a few minutes.")]
    Busy,
    /// The host answered with a status that is no success.
    #[error("{}", status(*.0))]
    Status(u16),
    /// The answer is no JSON.
    #[error("Azure DevOps, or a proxy before it, answered with something that cannot be read ({0}). Try again later.")]
    NotJson(UnexpectedAnswer),
    /// The answer does not have everything that was asked for.
    #[error(transparent)]
    Incomplete(#[from] IncompleteAnswer),
}

impl AdoError {
    /// Whether another interface may give the answer that this one refuses.
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

/// The words for a status.
fn status(status: u16) -> String {
    match status {
        401 => "Azure DevOps no longer takes your session. Reload the page, and sign in if you are asked to; if it stays so, ask a project collection administrator to agree to the extension’s permissions again.".to_owned(),
        403 => "Azure DevOps does not let you read this. Ask a project collection administrator, or agree to the extension’s permissions again.".to_owned(),
        status => format!("Azure DevOps answered with the status {status}. Try again later."),
    }
}

/// Why an answer does not list everybody, or everything, that was asked for. People who are missing in it have not left, so
/// nothing that depends on everybody is decided by such an answer (LIC 9).
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum IncompleteAnswer {
    /// The answer has no list of the expected name.
    #[error(
        "Azure DevOps answered without the list that was asked for. Try again later; if it stays so, tell support."
    )]
    NoList,
    /// An entry of the list is empty or has no ID.
    #[error(
        "Azure DevOps answered with a list in which entries are missing. Try again later; if it stays so, tell support."
    )]
    Entry,
    /// The list is shorter than announced.
    #[error("Azure DevOps answered with {told} of {of} entries. Try again later; if it stays so, tell support.")]
    Fewer {
        /// The number of entries.
        told: u64,
        /// The announced number.
        of: u64,
    },
    /// The pages do not come to an end.
    #[error("Azure DevOps answered with the same page again and again. Try again later; if it stays so, tell support.")]
    Circle,
    /// The list is empty, although at least the reader is in the directory.
    #[error("Azure DevOps answered with an empty list of people. Try again later; if it stays so, tell support.")]
    Nobody,
}
