//! The demonstration as the host of the page.

use crate::adapters::indexed_db::BrowserJournal;
use crate::adapters::span::Span;
use crate::demo::directory::directory_of;
use crate::demo::faulty_journal::FaultyJournal;
use async_trait::async_trait;
use exchange::directory::DirectoryProvider;
use exchange::host::{FirstLines, Host, OpenError, Opened, Params, Session, SessionChange};
use exchange::journal::{Journal, LoadError};
use licensing::Catalogue;
use licensing::ledger::journal_error::JournalError;
use sample::seed::SeedContext;
use sample::session::session;
use sample::settings::Demo;
use sample::stories::story;
use serde_json::Value;
use std::cell::RefCell;
use std::rc::Rc;

/// A host for the demonstration. The address sets the organization, viewer, deployment, day, and behavior of saving.
#[derive(Default)]
pub struct Demonstration {
    settings: Rc<RefCell<Demo>>,
}

#[async_trait(?Send)]
impl Host for Demonstration {
    async fn open(&self) -> Result<Opened, OpenError> {
        let (journal, is_lasting) = match BrowserJournal::open().await.map(Journal::new) {
            Ok(journal) => (journal, true),
            Err(LoadError::Forbidden(_)) => (Journal::memory(), false),
            // The browser may have stored data, so nothing replaces it.
            Err(error) => return Err(error.into()),
        };
        let faulty = FaultyJournal::new(journal, Rc::clone(&self.settings));
        Ok(Opened {
            journal: Journal::new(faulty),
            is_lasting,
        })
    }

    fn session(&self) -> Option<Session> {
        Some(session(&self.settings.borrow()))
    }

    fn directory(&self) -> Option<Rc<dyn DirectoryProvider>> {
        Some(directory_of(self.settings.borrow().org))
    }

    fn first_lines(&self, catalogue: &Catalogue, catalogue_value: &Value) -> Result<FirstLines, JournalError> {
        let Demo { org, deployment, .. } = *self.settings.borrow();
        // If there is no readable catalog, the embedded one determines the sample history.
        let catalogue = catalogue.clone().for_good();
        let _span = Span::new("demonstration: its story");
        let context = SeedContext {
            deployment,
            catalogue: &catalogue,
            catalogue_value,
        };
        let (lines, ledger) = story(org, context)?;
        Ok(FirstLines::AtOnce(lines, Box::new(ledger)))
    }

    fn follow(&self, address: &Params) -> SessionChange {
        let now = Demo::read(address);
        let before = self.settings.replace(now.clone());
        if (before.org, before.deployment) != (now.org, now.deployment) {
            SessionChange::Account
        } else if before != now {
            SessionChange::Session
        } else {
            SessionChange::None
        }
    }

    fn can_erase(&self) -> bool {
        true
    }
}
