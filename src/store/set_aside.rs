//! Documents that lie beside those of a shared journal but are not part of it. Collection administrators see them, and
//! can repair a journal that they block.

use crate::store::state::{Load, Notice, Problem, Store};
use exchange::host::Session;
use exchange::journal::SaveError;
use leptos::prelude::*;
use licensing::account::access::Membership;

fn administers(session: &Session) -> bool {
    session.viewer.collection_administrator == Membership::Yes
}

impl Store {
    /// Tells collection administrators which documents are set aside, as far as this is known.
    pub(super) fn tell_set_aside(self) {
        let Some(now) = self.current() else { return };
        let Some(journal) = self.journal(&now.session.account) else {
            return;
        };
        let aside = match administers(&now.session) {
            true => journal.set_aside(&now.session.account),
            false => Vec::new(),
        };
        let notice = (!aside.is_empty()).then_some(Notice::SetAside(aside));
        let is_about_it = |other: &&Notice| matches!(other, Notice::SetAside(_));
        if self.notices.with_untracked(|all| all.iter().find(is_about_it).cloned()) == notice {
            return;
        }
        self.notices.update(|all| {
            all.retain(|other| !is_about_it(&other));
            all.extend(notice);
        });
    }

    /// The position from which the viewer may set unreadable lines aside. `None` if the viewer may not, or if the
    /// problem is a different one.
    pub fn can_repair(self) -> Option<usize> {
        let Load::Failed(Problem::Damaged { position, .. }) = self.load.get_untracked() else {
            return None;
        };
        let session = self.session().filter(|_| self.is_embedded())?;
        administers(&session).then_some(position)
    }

    /// Sets the unreadable line and all later ones aside, and reads the account again.
    ///
    /// # Errors
    /// The change could not be stored.
    pub async fn repair(self) -> Result<(), SaveError> {
        let failed = || SaveError::Failed(String::new());
        let position = self
            .can_repair()
            .and_then(|it| u32::try_from(it).ok())
            .ok_or_else(failed)?;
        let account = self.session().ok_or_else(failed)?.account;
        let journal = self.journal(&account).ok_or_else(failed)?;
        journal.repair(&account, position).await?;
        self.read_account().await;
        Ok(())
    }
}
