//! The part of the extension data service that journals need: documents by collection and ID, and its errors.

use futures::future::LocalBoxFuture;
use serde_json::Value;
use thiserror::Error;

/// An answer of the service.
pub type Answer<'a, T> = LocalBoxFuture<'a, Result<T, DocumentError>>;

/// The owner of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The organization or collection (`Default`).
    Everybody,
    /// The signed-in user (`User`).
    Me,
}

/// The collection and the ID of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentRef {
    /// The owner.
    pub scope: Scope,
    /// The collection. The service creates it with its first document.
    pub collection: String,
    /// The ID, at most 50 characters.
    pub id: String,
}

/// The service, or a simulation of it. A document is a JSON object. Its ID is not part of it when it is written, but
/// may be when it is read. Documents are never listed, because the maximum length of a list is not documented.
pub trait Documents {
    /// Reads a document. [`DocumentError::NotFound`] if the document or its collection does not exist.
    fn get<'a>(&'a self, place: &'a DocumentRef) -> Answer<'a, Value>;

    /// Writes a new document. [`DocumentError::Exists`] if it exists; it is never overwritten.
    fn create<'a>(&'a self, place: &'a DocumentRef, document: &'a Value) -> Answer<'a, ()>;

    /// Writes a document, new or not.
    fn set<'a>(&'a self, place: &'a DocumentRef, document: &'a Value) -> Answer<'a, ()>;

    /// Asks for a new token for the next request.
    fn renew(&self) -> Answer<'_, ()>;

    /// Waits, and answers whether to go on. `false` gives up, and so does dropping the future.
    fn pause(&self, seconds: u32) -> LocalBoxFuture<'_, bool>;
}

/// An error of the service.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum DocumentError {
    /// The document or its collection does not exist.
    #[error("not found")]
    NotFound,
    /// The document exists already, or is not the expected one.
    #[error("exists")]
    Exists,
    /// There were too many requests.
    #[error("too many requests")]
    Throttled {
        /// The seconds to wait, from `Retry-After`.
        retry_after_s: Option<u32>,
    },
    /// The token has expired: 401, or the sign-in page.
    #[error("the token has expired")]
    Expired,
    /// The user has no permission.
    #[error("{0}")]
    Forbidden(String),
    /// There was no readable answer. Browsers report a request without permission in the same way. A write may have
    /// succeeded anyway.
    #[error("{0}")]
    Offline(String),
    /// The document is too large for the service.
    #[error("the document is too large")]
    TooLarge,
    /// Any other error. A write may have succeeded anyway.
    #[error("{name}: {message}")]
    Other {
        /// The name of the error, as the service reports it.
        name: String,
        /// The message of the service.
        message: String,
    },
}
