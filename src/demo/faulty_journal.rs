//! A journal that fails, hangs, or conflicts on demand.

use crate::adapters::browser;
use crate::adapters::files_beside::read_own_catalogue;
use crate::demo::directory::people_of;
use async_trait::async_trait;
use exchange::journal::{Journal, JournalStore, LoadError, SaveError, SetAside, Watch};
use licensing::ledger::Ledger;
use licensing::value::ids::CommandId;
use sample::rival;
use sample::seed::SeedContext;
use sample::settings::{Demo, Save};
use serde_json::Value;
use std::cell::RefCell;
use std::rc::Rc;

/// How often a hanging save checks whether it may continue.
const HANG_MS: u32 = 200;

/// Wraps a journal. Loading works. Saving a booking behaves as the demonstration is set.
pub(super) struct FaultyJournal {
    inner: Journal,
    settings: Rc<RefCell<Demo>>,
    /// The commands that a demo conflict has already overtaken, because it happens once for each confirmation.
    overtaken: RefCell<Vec<CommandId>>,
}

impl FaultyJournal {
    pub(super) fn new(inner: Journal, settings: Rc<RefCell<Demo>>) -> Self {
        Self {
            inner,
            settings,
            overtaken: RefCell::default(),
        }
    }

    fn save(&self) -> Save {
        self.settings.borrow().save
    }

    /// Another administrator books first, once for each command. If that fails, there is no conflict.
    async fn let_rival_book(&self, account: &str, line: &str) -> Option<()> {
        let read = serde_json::from_str::<Value>(line).ok()?;
        let id = CommandId::new(read.get("command_id")?.as_str()?.to_owned());
        if self.overtaken.borrow().contains(&id) {
            return None;
        }
        self.overtaken.borrow_mut().push(id);
        let lines = self.inner.load(account).await.ok()?;
        let ledger = Ledger::read(lines.iter().map(String::as_str)).ok()?;
        let (catalogue, catalogue_value) = read_own_catalogue().await?;
        let Demo { org, today, .. } = *self.settings.borrow();
        let people = people_of(org).await.ok()?;
        let context = SeedContext {
            deployment: ledger.opening().deployment,
            catalogue: &catalogue,
            catalogue_value: &catalogue_value,
        };
        let rival = rival::line(&ledger, context, &people, today, &browser::instant())?;
        self.inner.append(account, ledger.next_position(), &rival).await.ok()
    }
}

#[async_trait(?Send)]
impl JournalStore for FaultyJournal {
    async fn load_from(&self, account: &str, position: u32) -> Result<Vec<String>, LoadError> {
        self.inner.load_from(account, position).await
    }

    async fn append_all(&self, account: &str, first_position: u32, lines: &[String]) -> Result<(), SaveError> {
        // Opening an account is not a booking.
        let booking = lines.first().filter(|_| first_position > 0);
        match (self.save(), booking) {
            (Save::Works, _) | (_, None) => {}
            (Save::Fails, Some(_)) => return Err(SaveError::Failed("demo".to_owned())),
            (Save::Conflicts, Some(line)) => {
                self.let_rival_book(account, line).await;
            }
            (Save::Hangs, Some(_)) => {
                while self.save() == Save::Hangs {
                    browser::pause(HANG_MS).await;
                }
            }
        }
        self.inner.append_all(account, first_position, lines).await
    }

    fn is_lasting(&self) -> bool {
        self.inner.is_lasting()
    }

    async fn erase(&self, account: &str) -> Result<(), SaveError> {
        self.inner.erase(account).await
    }

    async fn erase_all(&self) -> Result<(), SaveError> {
        self.inner.erase_all().await
    }

    fn watch(&self, on_change: Box<dyn Fn(&str)>) -> Watch {
        self.inner.watch(on_change)
    }

    async fn is_shorter(&self, account: &str, count: u32) -> Result<bool, LoadError> {
        self.inner.is_shorter(account, count).await
    }

    async fn holds(&self, account: &str, count: u32, sha256: &str) -> Result<bool, LoadError> {
        self.inner.holds(account, count, sha256).await
    }

    fn set_aside(&self, account: &str) -> Vec<SetAside> {
        self.inner.set_aside(account)
    }

    async fn repair(&self, account: &str, position: u32) -> Result<(), SaveError> {
        self.inner.repair(account, position).await
    }
}
