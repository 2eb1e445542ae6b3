//! What a keeper needs of the extension data service: documents by collection and id, and how asking can fail.

use futures::future::LocalBoxFuture;
use serde_json::Value;

/// An answer on its way.
pub type Answer<'a, T> = LocalBoxFuture<'a, Result<T, DocumentError>>;

/// Whose documents are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Those that the whole organization or collection shares (`Default`).
    Everybody,
    /// Those of whoever is signed in (`User`).
    Me,
}

/// Where a document stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentRef {
    /// Whose it is.
    pub scope: Scope,
    /// The collection; the service makes it with its first document.
    pub collection: String,
    /// The document's id, at most 50 characters.
    pub id: String,
}

/// The service, or what stands for it. A document is a JSON object; the id that it has in the service is no part of it
/// when it is written, and may be when it is read. Nothing is listed: how many documents a list holds at most is not
/// documented, and nothing here needs to know.
pub trait Documents {
    /// Reads a document; [`DocumentError::NotFound`] also where its collection was never written.
    fn get<'a>(&'a self, place: &'a DocumentRef) -> Answer<'a, Value>;

    /// Writes a document that does not exist yet; [`DocumentError::Exists`] where it does, which is never overwritten.
    fn create<'a>(&'a self, place: &'a DocumentRef, document: &'a Value) -> Answer<'a, ()>;

    /// Writes a document, whatever stood there.
    fn set<'a>(&'a self, place: &'a DocumentRef, document: &'a Value) -> Answer<'a, ()>;

    /// Asks for a fresh token, which the next question is asked with.
    fn renew(&self) -> Answer<'_, ()>;

    /// Waits; answers whether it is still worth it. `false` gives up what is waited for. Dropping the future that waits
    /// gives up, too.
    fn pause(&self, seconds: u32) -> LocalBoxFuture<'_, bool>;
}

/// How asking the service can fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentError {
    /// There is no such document, or no such collection.
    NotFound,
    /// The document exists already, or is another one than expected.
    Exists,
    /// Too much was asked; after so many seconds it may be asked again, where the service says so.
    Throttled {
        /// What `Retry-After` says.
        retry_after_s: Option<u32>,
    },
    /// The token is no longer good: 401, or the page to sign in.
    Expired,
    /// Whoever is signed in may not.
    Forbidden(String),
    /// No answer that can be read came. Browsers hide a refused request behind the same error, so that a missing
    /// permission can look like this, too. Something that was to be written may stand there all the same.
    Offline(String),
    /// The document is too large for the service.
    TooLarge,
    /// Anything else. Something that was to be written may stand there all the same.
    Other {
        /// What kind the service says it is.
        name: String,
        /// What it says of it.
        message: String,
    },
}
