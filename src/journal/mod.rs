//! Where the lines of a journal are kept: in this tab only, or in the browser.
//!
//! A keeper knows accounts, positions and texts. It creates every position exactly once and never overwrites one;
//! what a line says, and whether it can be read at all, is not its business.

#[cfg(feature = "ui")]
mod browser;
mod memory;

#[cfg(feature = "ui")]
pub use browser::BrowserJournal;
pub use memory::MemoryJournal;

/// Why a journal could not be loaded; the text is technical, for support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The browser keeps nothing for this page: storage is blocked or private.
    Forbidden(String),
    /// It may keep something, but does not hand it out now.
    Unavailable(String),
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
    /// Anything else.
    Failed(String),
}

/// A keeper of journals.
#[derive(Clone)]
pub enum Journal {
    /// Lives as long as the tab.
    Memory(MemoryJournal),
    /// Lives in the browser and is shared by its tabs.
    #[cfg(feature = "ui")]
    Browser(BrowserJournal),
}

impl Journal {
    /// A keeper that forgets everything with the tab.
    pub fn memory() -> Self {
        Self::Memory(MemoryJournal::default())
    }

    /// The browser's keeper.
    ///
    /// # Errors
    /// Where the browser keeps nothing for this page; [`Journal::memory`] is left then, and a word to the reader.
    #[cfg(feature = "ui")]
    pub async fn browser() -> Result<Self, LoadError> {
        BrowserJournal::open().await.map(Self::Browser)
    }

    /// Whether what it keeps outlives the tab.
    pub fn is_lasting(&self) -> bool {
        match self {
            Self::Memory(_) => false,
            #[cfg(feature = "ui")]
            Self::Browser(_) => true,
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
        }
    }

    /// Forgets an account.
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
        }
    }

    /// Tells of every account that another tab has changed; what this keeper changes itself is not told.
    /// An empty name means all accounts.
    pub fn watch(&self, on_change: impl Fn(&str) + 'static) -> Watch {
        match self {
            // Nobody else can reach this tab's memory.
            Self::Memory(_) => {
                drop(on_change);
                Watch::default()
            }
            #[cfg(feature = "ui")]
            Self::Browser(browser) => browser.watch(on_change),
        }
    }
}

/// Ends a [`Journal::watch`] when it is dropped.
#[derive(Default)]
#[must_use = "dropping it ends the watch"]
pub struct Watch {
    #[cfg(feature = "ui")]
    _listener: Option<browser::Listener>,
}
