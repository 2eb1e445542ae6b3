//! Stores the lines of journals: in the tab, in the browser, or in Azure DevOps for everybody.
//!
//! A store knows accounts, positions and texts. It creates each position once and never overwrites one. It does not read the
//! lines. Only the shared store checks that each line continues the chain of hashes.

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

/// Why a journal could not be loaded. The texts are for support, but those of the service are for readers.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum LoadError {
    /// The browser stores nothing for this page, since storage is blocked or private.
    #[error("{0}")]
    Forbidden(String),
    /// The browser may have stored it, but cannot read it now.
    #[error("{0}")]
    Unavailable(String),
    /// A newer program stored it in an unknown format.
    #[error("{0}")]
    Newer(String),
    /// The service of Azure DevOps did not return it.
    #[error("{1}")]
    Service(JournalServiceError, String),
}

/// Why no line was stored. The texts are for support, but those of the service are for readers.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum SaveError {
    /// The position exists already, since someone else was first.
    #[error("the position exists already")]
    Conflict,
    /// The browser has no space left.
    #[error("no space is left")]
    Full,
    /// The browser stores nothing for this page.
    #[error("{0}")]
    Forbidden(String),
    /// A newer program stored the journal in an unknown format.
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

/// A store of journals. Implementors give the first functions; the others have a meaning for stores that nobody else can
/// write to.
#[async_trait(?Send)]
pub trait JournalStore {
    /// The lines of an account from `position` on; none for an account that it does not know.
    ///
    /// # Errors
    /// If the store does not hand them out.
    async fn load_from(&self, account: &str, position: u32) -> Result<Vec<String>, LoadError>;

    /// Adds lines at consecutive positions from `first_position` on: all of them, or none.
    ///
    /// # Errors
    /// If they are not kept; [`SaveError::Conflict`] if one of the positions exists.
    async fn append_all(&self, account: &str, first_position: u32, lines: &[String]) -> Result<(), SaveError>;

    /// Whether what it keeps outlives the tab.
    fn is_lasting(&self) -> bool;

    /// Forgets an account.
    ///
    /// # Errors
    /// If it is not forgotten. What everybody shares is never forgotten.
    async fn erase(&self, _account: &str) -> Result<(), SaveError> {
        Err(shared())
    }

    /// Forgets every account.
    ///
    /// # Errors
    /// If they are not forgotten. What everybody shares is never forgotten.
    async fn erase_all(&self) -> Result<(), SaveError> {
        Err(shared())
    }

    /// Reports every account that another tab has changed, but no change of this store's own. An empty name means all
    /// accounts. Stores that cannot tell report nothing.
    fn watch(&self, _on_change: Box<dyn Fn(&str)>) -> Watch {
        Watch::default()
    }

    /// Every line of an account, by position from 0; none for an account that it does not know.
    ///
    /// # Errors
    /// If the store does not hand them out.
    async fn load(&self, account: &str) -> Result<Vec<String>, LoadError> {
        self.load_from(account, 0).await
    }

    /// Adds one line at a position that does not exist yet.
    ///
    /// # Errors
    /// If it is not kept; [`SaveError::Conflict`] if the position exists.
    async fn append(&self, account: &str, position: u32, line: &str) -> Result<(), SaveError> {
        self.append_all(account, position, &[line.to_owned()]).await
    }

    /// Whether an account has fewer lines than `count`: it was forgotten after it was read, and perhaps begun anew.
    ///
    /// # Errors
    /// If the store does not tell.
    async fn is_shorter(&self, account: &str, count: u32) -> Result<bool, LoadError> {
        let lines = self.load(account).await?;
        Ok(usize::try_from(count).is_ok_and(|count| lines.len() < count))
    }

    /// Whether the lines that somebody has read still are the beginning of an account: so many, of which the last has
    /// this SHA-256. If not, it was forgotten after it was read, perhaps in part, and perhaps begun anew.
    ///
    /// # Errors
    /// If the store does not tell.
    async fn holds(&self, account: &str, count: u32, sha256: &str) -> Result<bool, LoadError> {
        let Some(last) = count.checked_sub(1) else {
            return Ok(true);
        };
        let lines = self.load_from(account, last).await?;
        Ok(lines.first().is_some_and(|line| digest::sha256(line) == sha256))
    }

    /// What was found among what is kept of an account when it was read, and is no part of its journal.
    fn set_aside(&self, _account: &str) -> Vec<SetAside> {
        Vec::new()
    }

    /// Sets the lines aside that cannot be read from a position on, and all that were added with them or after; nothing
    /// is deleted.
    ///
    /// # Errors
    /// If that is not kept; always if nobody else can write.
    async fn repair(&self, _account: &str, _position: u32) -> Result<(), SaveError> {
        Err(SaveError::Failed("only a shared journal is repaired".to_owned()))
    }
}

/// The store of journals that is in use; cheap to copy.
#[derive(Clone)]
pub struct Journal(Rc<dyn JournalStore>);

impl Journal {
    /// Any store.
    pub fn new(store: impl JournalStore + 'static) -> Self {
        Self(Rc::new(store))
    }

    /// A store that forgets everything with the tab.
    pub fn memory() -> Self {
        Self::new(MemoryJournal::default())
    }

    /// The store in the extension data of Azure DevOps.
    pub fn extension(documents: Rc<dyn extension::Documents>) -> Self {
        Self::new(ExtensionJournal::new(documents))
    }

    /// The same, where somebody tells the day: lines that are dated later are set aside (SUB 7).
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

/// Ends a [`JournalStore::watch`] when it is dropped.
#[derive(Default)]
#[must_use = "dropping it ends the watch"]
pub struct Watch {
    _listener: Option<Box<dyn Any>>,
}

impl Watch {
    /// A watch that lasts as long as what listens.
    pub fn of(listener: impl Any) -> Self {
        Self {
            _listener: Some(Box::new(listener)),
        }
    }
}
