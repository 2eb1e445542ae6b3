//! Where the program runs, who is looking, at which account, and on what day.

pub mod devops;
pub mod hash;

pub use hash::Params;

use crate::directory::DirectoryProvider;
use crate::journal::{Journal, LoadError};
use async_trait::async_trait;
use licensing::account::access::Actor;
use licensing::ledger::Ledger;
use licensing::ledger::journal_error::JournalError;
use licensing::{Catalogue, Date, Deployment, PersonId};
use serde_json::Value;
use std::rc::Rc;
use thiserror::Error;

/// What the host knows and the program does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Services or Server.
    pub deployment: Deployment,
    /// The viewer, as the rules see them.
    pub viewer: Actor,
    /// Why nobody could say whether the viewer is a collection administrator (ACC 9). `None` if the host answered.
    pub unanswered: Option<String>,
    /// The viewer's name, as the journal records it.
    pub actor: String,
    /// The day, in UTC (SUB 7).
    pub today: Date,
    /// The name of the organization or collection.
    pub organization: String,
    /// The key of its journal.
    pub account: String,
    /// The collection administrators, if the host knows them (ACC 2).
    pub administrators: Vec<PersonId>,
}

/// A host that is open.
pub struct Opened {
    /// Where it stores journals.
    pub journal: Journal,
    /// Whether the journal outlives the tab. If not, the reader is warned.
    pub is_lasting: bool,
}

/// Why a host could not be opened.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum OpenError {
    /// The host does not answer. The text says what, why, and what to do.
    #[error("{0}")]
    NoAnswer(String),
    /// It may store a journal, but cannot read it.
    #[error(transparent)]
    Journal(#[from] LoadError),
}

/// What a new address means to a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionChange {
    /// Nothing.
    None,
    /// Another viewer or another day, but the same account.
    Session,
    /// Another account.
    Account,
}

/// The first lines of an account that nobody has opened.
pub enum FirstLines {
    /// They are stored with the first booking.
    WithFirstBooking(Vec<String>),
    /// They are stored at once; this is the ledger that they make.
    AtOnce(Vec<String>, Box<Ledger>),
}

/// How a toast of the host ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastEnd {
    /// The host has no toasts.
    Missing,
    /// The reader pressed its button.
    Clicked,
    /// It disappeared.
    Passed,
}

/// Where the program runs: in Azure DevOps, or on a page of its own. The defaults suit a host that answers at once and has
/// nothing to remember.
#[async_trait(?Send)]
pub trait Host {
    /// Connects to the host. After a failure it can be called again.
    ///
    /// # Errors
    /// If the host does not answer, or cannot read its journals.
    async fn open(&self) -> Result<Opened, OpenError>;

    /// Who is looking, where, and on what day. `None` before the host is open.
    fn session(&self) -> Option<Session>;

    /// Finds out whether the viewer is a collection administrator (ACC 9). Once it is known, only `again` asks again.
    /// Returns what the reader should know about the answer.
    async fn identify(&self, _again: bool) -> Option<String> {
        None
    }

    /// Where the people of the session come from. `None` before the host is open.
    fn directory(&self) -> Option<Rc<dyn DirectoryProvider>>;

    /// Whether pages that need no people are shown while the directory is still being read.
    fn is_directory_slow(&self) -> bool {
        false
    }

    /// The first lines of the session's account, if nobody has opened it.
    ///
    /// # Errors
    /// If the catalog is faulty.
    fn first_lines(&self, catalogue: &Catalogue, catalogue_value: &Value) -> Result<FirstLines, JournalError>;

    /// Follows the address of the page, and returns what it changes.
    fn follow(&self, _address: &Params) -> SessionChange {
        SessionChange::None
    }

    /// Whether the page is embedded in Azure DevOps. This never changes.
    fn is_embedded(&self) -> bool {
        false
    }

    /// Whether the accounts can be erased, and begin again then.
    fn can_erase(&self) -> bool {
        false
    }

    /// A preference of the viewer, from an earlier visit.
    async fn preference(&self, _name: &str) -> Option<String> {
        None
    }

    /// Stores a preference of the viewer. If that fails, the viewer chooses again next time, so nobody is told.
    async fn set_preference(&self, _name: &str, _value: &str) {}

    /// Shows a toast of the host, with the label of a button if there is something to do.
    async fn toast(&self, _text: &str, _action: Option<&str>) -> ToastEnd {
        ToastEnd::Missing
    }

    /// Calls `on_return` for the life of the page whenever others may have booked, if nobody else announces that.
    fn on_return(&self, _on_return: Box<dyn Fn()>) {}

    /// Tells the host that the page is visible.
    fn loaded(&self) {}
}
