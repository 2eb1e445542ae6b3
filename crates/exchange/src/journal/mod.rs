//! Where the lines of a journal are kept: in this tab only, in the browser, or in Azure DevOps for everybody.
//!
//! A keeper knows accounts, positions and texts. It creates every position exactly once and never overwrites one;
//! what a line says, and whether it can be read at all, is not its business. Where many can write, it knows one thing
//! more: which line continues the chain.

#[cfg(feature = "ui")]
mod browser;
pub mod extension;
#[cfg(feature = "ui")]
mod limit;
mod memory;
mod trouble;

#[cfg(feature = "ui")]
pub use browser::BrowserJournal;
pub use extension::{Calendar, ExtensionJournal, SetAside};
pub use memory::MemoryJournal;
pub use trouble::Trouble;

use crate::licensing::record;
use std::pin::Pin;
use std::rc::Rc;

/// Why a journal could not be loaded; the text is technical, for support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The browser keeps nothing for this page: storage is blocked or private.
    Forbidden(String),
    /// It may keep something, but does not hand it out now.
    Unavailable(String),
    /// A newer program keeps it in a way that this one does not know.
    Newer(String),
    /// The service that keeps it for everybody does not hand it out; what to say of it.
    Service(Trouble, String),
}

/// Why lines could not be kept; nothing of them was. The text is technical, for support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The position exists already: somebody else was first.
    Conflict,
    /// There is no room left.
    Full,
    /// The browser keeps nothing for this page.
    Forbidden(String),
    /// A newer program keeps it in a way that this one does not know.
    Newer(String),
    /// The service that keeps it for everybody did not take it, or nobody knows whether it did: trying again does no
    /// harm. What to say of it.
    Service(Trouble, String),
    /// Anything else.
    Failed(String),
}

/// What a keeper is asked for, on its way.
pub type Keeping<'a, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + 'a>>;

/// A keeper that is reached by its functions: see [`Journal`], which has the same.
pub trait Keeper {
    /// The lines of an account from `position` on.
    fn load_from<'a>(&'a self, account: &'a str, position: u32) -> Keeping<'a, Vec<String>, LoadError>;

    /// Whether an account has fewer lines than `count`.
    fn is_shorter<'a>(&'a self, account: &'a str, count: u32) -> Keeping<'a, bool, LoadError>;

    /// Whether so many lines, of which the last has this SHA-256, still are the beginning of an account.
    fn holds<'a>(&'a self, account: &'a str, count: u32, sha256: &'a str) -> Keeping<'a, bool, LoadError>;

    /// Adds lines at consecutive positions: all of them, or none.
    fn append_all<'a>(
        &'a self,
        account: &'a str,
        first_position: u32,
        lines: &'a [String],
    ) -> Keeping<'a, (), SaveError>;

    /// What was found among what is kept of an account and is no part of its journal.
    fn set_aside(&self, account: &str) -> Vec<SetAside>;

    /// Sets lines aside that cannot be read, from a position on.
    fn repair<'a>(&'a self, account: &'a str, position: u32) -> Keeping<'a, (), SaveError>;
}

impl Keeper for ExtensionJournal {
    fn load_from<'a>(&'a self, account: &'a str, position: u32) -> Keeping<'a, Vec<String>, LoadError> {
        Box::pin(self.load_from(account, position))
    }

    fn is_shorter<'a>(&'a self, account: &'a str, count: u32) -> Keeping<'a, bool, LoadError> {
        Box::pin(self.is_shorter(account, count))
    }

    fn holds<'a>(&'a self, account: &'a str, count: u32, sha256: &'a str) -> Keeping<'a, bool, LoadError> {
        Box::pin(self.holds(account, count, sha256))
    }

    fn append_all<'a>(
        &'a self,
        account: &'a str,
        first_position: u32,
        lines: &'a [String],
    ) -> Keeping<'a, (), SaveError> {
        Box::pin(self.append_all(account, first_position, lines))
    }

    fn set_aside(&self, account: &str) -> Vec<SetAside> {
        self.set_aside(account)
    }

    fn repair<'a>(&'a self, account: &'a str, position: u32) -> Keeping<'a, (), SaveError> {
        Box::pin(self.repair(account, position))
    }
}

/// A keeper of journals.
#[derive(Clone)]
pub enum Journal {
    /// Lives as long as the tab.
    Memory(MemoryJournal),
    /// Lives in the browser and is shared by its tabs.
    #[cfg(feature = "ui")]
    Browser(BrowserJournal),
    /// Lives elsewhere and is shared by everybody: [`ExtensionJournal`]. Behind its functions only, so that a page that
    /// needs none of it does not load it.
    Shared(Rc<dyn Keeper>),
}

impl Journal {
    /// A keeper that forgets everything with the tab.
    pub fn memory() -> Self {
        Self::Memory(MemoryJournal::default())
    }

    /// The browser's keeper.
    ///
    /// # Errors
    /// Where the browser keeps nothing for this page ([`LoadError::Forbidden`]): [`Journal::memory`] is left then, and a
    /// word to the reader. Otherwise it may keep something, so that nothing may take its place.
    #[cfg(feature = "ui")]
    pub async fn browser() -> Result<Self, LoadError> {
        BrowserJournal::open().await.map(Self::Browser)
    }

    /// The keeper in the extension data of Azure DevOps.
    pub fn extension(documents: Rc<dyn extension::Documents>) -> Self {
        Self::Shared(Rc::new(ExtensionJournal::new(documents)))
    }

    /// The same, where somebody tells the day: lines that are dated later are set aside (SUB 7).
    pub fn extension_by(documents: Rc<dyn extension::Documents>, calendar: Rc<dyn Calendar>) -> Self {
        Self::Shared(Rc::new(ExtensionJournal::by(documents, calendar)))
    }

    /// What was found among what is kept of an account when it was read, and is no part of its journal. Only where many
    /// can write, there can be such a thing.
    pub fn set_aside(&self, account: &str) -> Vec<SetAside> {
        match self {
            Self::Shared(keeper) => keeper.set_aside(account),
            _ => Vec::new(),
        }
    }

    /// Whether what it keeps outlives the tab.
    pub fn is_lasting(&self) -> bool {
        match self {
            Self::Memory(_) => false,
            #[cfg(feature = "ui")]
            Self::Browser(_) => true,
            Self::Shared(_) => true,
        }
    }

    /// Every line of an account, by position from 0; none for an account that it does not know.
    ///
    /// # Errors
    /// Where the browser does not hand them out.
    pub async fn load(&self, account: &str) -> Result<Vec<String>, LoadError> {
        self.load_from(account, 0).await
    }

    /// The lines of an account from `position` on.
    ///
    /// # Errors
    /// Where the browser does not hand them out.
    pub async fn load_from(&self, account: &str, position: u32) -> Result<Vec<String>, LoadError> {
        match self {
            Self::Memory(memory) => Ok(memory.load_from(account, position)),
            #[cfg(feature = "ui")]
            Self::Browser(browser) => browser.load_from(account, position).await,
            Self::Shared(keeper) => keeper.load_from(account, position).await,
        }
    }

    /// Sets the lines aside that cannot be read from a position on, and all that were added with them or after; nothing
    /// is deleted.
    ///
    /// # Errors
    /// Where that is not kept; always where nobody else can write.
    pub async fn repair(&self, account: &str, position: u32) -> Result<(), SaveError> {
        match self {
            Self::Shared(keeper) => keeper.repair(account, position).await,
            _ => Err(SaveError::Failed("only a shared journal is repaired".to_owned())),
        }
    }

    /// Whether an account has fewer lines than `count`: it was forgotten after it was read, and perhaps begun anew.
    ///
    /// # Errors
    /// Where the keeper does not tell.
    pub async fn is_shorter(&self, account: &str, count: u32) -> Result<bool, LoadError> {
        match self {
            Self::Shared(keeper) => keeper.is_shorter(account, count).await,
            _ => {
                let lines = self.load(account).await?;
                Ok(usize::try_from(count).is_ok_and(|count| lines.len() < count))
            }
        }
    }

    /// Whether the lines that somebody has read still are the beginning of an account: so many, of which the last has
    /// this SHA-256. Where they are not, it was forgotten after it was read, perhaps in part, and perhaps begun anew.
    ///
    /// # Errors
    /// Where the keeper does not tell.
    pub async fn holds(&self, account: &str, count: u32, sha256: &str) -> Result<bool, LoadError> {
        let Some(last) = count.checked_sub(1) else {
            return Ok(true);
        };
        match self {
            Self::Shared(keeper) => keeper.holds(account, count, sha256).await,
            _ => {
                let lines = self.load_from(account, last).await?;
                Ok(lines.first().is_some_and(|line| record::sha256(line) == sha256))
            }
        }
    }

    /// Adds one line at a position that does not exist yet.
    ///
    /// # Errors
    /// Where it is not kept; [`SaveError::Conflict`] where the position exists.
    pub async fn append(&self, account: &str, position: u32, line: &str) -> Result<(), SaveError> {
        self.append_all(account, position, &[line.to_owned()]).await
    }

    /// Adds lines at consecutive positions from `first_position` on: all of them, or none.
    ///
    /// # Errors
    /// Where they are not kept; [`SaveError::Conflict`] where one of the positions exists.
    pub async fn append_all(&self, account: &str, first_position: u32, lines: &[String]) -> Result<(), SaveError> {
        match self {
            Self::Memory(memory) => memory.append_all(account, first_position, lines),
            #[cfg(feature = "ui")]
            Self::Browser(browser) => browser.append_all(account, first_position, lines).await,
            Self::Shared(keeper) => keeper.append_all(account, first_position, lines).await,
        }
    }

    /// Forgets an account. What is shared with everybody is never forgotten.
    ///
    /// # Errors
    /// Where it is not forgotten.
    pub async fn erase(&self, account: &str) -> Result<(), SaveError> {
        match self {
            Self::Memory(memory) => {
                memory.erase(account);
                Ok(())
            }
            #[cfg(feature = "ui")]
            Self::Browser(browser) => browser.erase(account).await,
            Self::Shared(_) => Err(shared()),
        }
    }

    /// Forgets every account.
    ///
    /// # Errors
    /// Where they are not forgotten.
    pub async fn erase_all(&self) -> Result<(), SaveError> {
        match self {
            Self::Memory(memory) => {
                memory.erase_all();
                Ok(())
            }
            #[cfg(feature = "ui")]
            Self::Browser(browser) => browser.erase_all().await,
            Self::Shared(_) => Err(shared()),
        }
    }

    /// Tells of every account that another tab has changed; what this keeper changes itself is not told.
    /// An empty name means all accounts.
    pub fn watch(&self, on_change: impl Fn(&str) + 'static) -> Watch {
        match self {
            // Nobody else can reach this tab's memory; the service tells nobody, and is asked (store/hosted.rs).
            Self::Memory(_) | Self::Shared(_) => {
                drop(on_change);
                Watch::default()
            }
            #[cfg(feature = "ui")]
            Self::Browser(browser) => browser.watch(on_change),
        }
    }
}

/// Whether a line names the one before it by its SHA-256, as every line of a journal does.
#[cfg(feature = "ui")]
fn continues(before: &str, line: &str) -> bool {
    let named = serde_json::from_str::<serde_json::Value>(line).ok();
    let named = named.and_then(|line| line.get("previous_sha256")?.as_str().map(str::to_owned));
    named.is_some_and(|named| named == record::sha256(before))
}

fn shared() -> SaveError {
    SaveError::Failed("a shared journal is never erased".to_owned())
}

/// Ends a [`Journal::watch`] when it is dropped.
#[derive(Default)]
#[must_use = "dropping it ends the watch"]
pub struct Watch {
    #[cfg(feature = "ui")]
    _listener: Option<browser::Listener>,
}
