//! Stores the lines of journals: in memory, in the browser, or shared by everyone in Azure DevOps.
//!
//! A store knows accounts, positions, and texts. It creates each position once and never overwrites one. It does not
//! interpret the lines. Only the shared store checks that each line continues the chain of hashes.

pub mod extension;
mod memory;
mod service_error;

pub use extension::{Calendar, ExtensionJournal, SetAside};
pub use memory::MemoryJournal;
pub use service_error::JournalServiceError;

use async_trait::async_trait;
use licensing::value::digest;
use std::any::Any;
use std::ops::Deref;
use std::rc::Rc;
use thiserror::Error;

/// Why a journal could not be loaded. The texts are for support, except those of the service, which are for readers.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum LoadError {
    /// The browser stores nothing for this page, because storage is blocked or private.
    #[error("{0}")]
    Forbidden(String),
    /// The browser may have stored it, but cannot read it now.
    #[error("{0}")]
    Unavailable(String),
    /// A newer version of the program stored it in an unknown format.
    #[error("{0}")]
    Newer(String),
    /// The service of Azure DevOps did not return it.
    #[error("{1}")]
    Service(JournalServiceError, String),
}

/// Why no line was stored. The texts are for support, except those of the service, which are for readers.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum SaveError {
    /// The position already exists, because someone else was first.
    #[error("the position exists already")]
    Conflict,
    /// The browser has no space left.
    #[error("no space is left")]
    Full,
    /// The browser stores nothing for this page.
    #[error("{0}")]
    Forbidden(String),
    /// A newer version of the program stored the journal in an unknown format.
    #[error("{0}")]
    Newer(String),
    /// The service of Azure DevOps did not store the lines, or it is unknown whether it did. A retry is safe.
    #[error("{1}")]
    Service(JournalServiceError, String),
    /// Any other error.
    #[error("{0}")]
    Failed(String),
}

/// A line that cannot be written is not stored.
impl From<serde_json::Error> for SaveError {
    fn from(error: serde_json::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

/// A store of journals. Every store implements the first three functions. The defaults of the others suit stores that
/// nobody else can write to.
#[async_trait(?Send)]
pub trait JournalStore {
    /// The lines of an account from `position` on. Empty for an unknown account.
    ///
    /// # Errors
    /// The store does not return them.
    async fn load_from(&self, account: &str, position: u32) -> Result<Vec<String>, LoadError>;

    /// Appends lines at consecutive positions from `first_position` on. All of them are stored, or none.
    ///
    /// # Errors
    /// They are not stored. [`SaveError::Conflict`] if one of the positions exists.
    async fn append_all(&self, account: &str, first_position: u32, lines: &[String]) -> Result<(), SaveError>;

    /// Whether journals are kept after the tab is closed.
    fn is_lasting(&self) -> bool;

    /// Deletes the journal of an account.
    ///
    /// # Errors
    /// It is not deleted. A shared journal is never deleted.
    async fn erase(&self, _account: &str) -> Result<(), SaveError> {
        Err(shared())
    }

    /// Deletes all journals.
    ///
    /// # Errors
    /// They are not deleted. A shared journal is never deleted.
    async fn erase_all(&self) -> Result<(), SaveError> {
        Err(shared())
    }

    /// Reports every account that another tab has changed, but not this store's own changes. An empty name means all
    /// accounts. The default reports nothing.
    fn watch(&self, _on_change: Box<dyn Fn(&str)>) -> Watch {
        Watch::default()
    }

    /// All lines of an account, in the order of their positions from 0. Empty for an unknown account.
    ///
    /// # Errors
    /// The store does not return them.
    async fn load(&self, account: &str) -> Result<Vec<String>, LoadError> {
        self.load_from(account, 0).await
    }

    /// Appends one line at the next position.
    ///
    /// # Errors
    /// It is not stored. [`SaveError::Conflict`] if the position exists.
    async fn append(&self, account: &str, position: u32, line: &str) -> Result<(), SaveError> {
        self.append_all(account, position, &[line.to_owned()]).await
    }

    /// Whether an account has fewer lines than `count`. If so, it was deleted after it was read, and possibly started
    /// again.
    ///
    /// # Errors
    /// The store does not answer.
    async fn is_shorter(&self, account: &str, count: u32) -> Result<bool, LoadError> {
        let lines = self.load(account).await?;
        Ok(usize::try_from(count).is_ok_and(|count| lines.len() < count))
    }

    /// Whether the lines that the caller has read are still the start of the journal. There are `count` of them, and
    /// the last one has this SHA-256. If not, the journal was deleted after it was read, at least in part, and possibly
    /// started again.
    ///
    /// # Errors
    /// The store does not answer.
    async fn holds(&self, account: &str, count: u32, sha256: &str) -> Result<bool, LoadError> {
        let Some(last) = count.checked_sub(1) else {
            return Ok(true);
        };
        let lines = self.load_from(account, last).await?;
        Ok(lines.first().is_some_and(|line| digest::sha256(line) == sha256))
    }

    /// The documents that were found when the journal was read, but are not part of it.
    fn set_aside(&self, _account: &str) -> Vec<SetAside> {
        Vec::new()
    }

    /// Sets aside the lines that cannot be read from a position on, and everything that was appended with them or after
    /// them. Nothing is deleted.
    ///
    /// # Errors
    /// The request is not stored. Always for stores that nobody else can write to.
    async fn repair(&self, _account: &str, _position: u32) -> Result<(), SaveError> {
        Err(SaveError::Failed("only a shared journal is repaired".to_owned()))
    }
}

/// The store in use. Cheap to clone.
#[derive(Clone)]
pub struct Journal(Rc<dyn JournalStore>);

impl Journal {
    /// Wraps a store.
    pub fn new(store: impl JournalStore + 'static) -> Self {
        Self(Rc::new(store))
    }

    /// A store that keeps journals until the tab is closed.
    pub fn memory() -> Self {
        Self::new(MemoryJournal::default())
    }

    /// The store in the extension data of Azure DevOps.
    pub fn extension(documents: Rc<dyn extension::Documents>) -> Self {
        Self::new(ExtensionJournal::new(documents))
    }

    /// The store in the extension data of Azure DevOps, with a calendar. Lines with a later date are set aside (SUB 7).
    pub fn extension_by(documents: Rc<dyn extension::Documents>, calendar: Rc<dyn Calendar>) -> Self {
        Self::new(ExtensionJournal::by(documents, calendar))
    }
}

impl Deref for Journal {
    type Target = dyn JournalStore;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

fn shared() -> SaveError {
    SaveError::Failed("a shared journal is never erased".to_owned())
}

/// Stops a [`JournalStore::watch`] when it is dropped.
#[derive(Default)]
#[must_use = "dropping it ends the watch"]
pub struct Watch {
    _listener: Option<Box<dyn Any>>,
}

impl Watch {
    /// A watch that keeps its listener until it is dropped.
    pub fn of(listener: impl Any) -> Self {
        Self {
            _listener: Some(Box::new(listener)),
        }
    }
}
