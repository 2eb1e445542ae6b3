//! What lies among the documents of a shared journal and is no part of it: said to collection administrators, and
//! repaired by them where it stops everybody.

use crate::store::{Load, Notice, Problem, Store};
use exchange::journal::SaveError;
use leptos::prelude::*;
use licensing::account::access::Membership;

impl Store {
    /// Tells collection administrators what is set aside, as far as it is known by now.
    pub(super) fn tell_set_aside(self) {
        let Some(now) = self.current() else {
            return;
        };
        let Some(journal) = self.journal(&now.place.account) else {
            return;
        };
        let aside = match now.place.viewer.collection_administrator {
            Membership::Yes => journal.set_aside(&now.place.account),
            Membership::No | Membership::Unknown => Vec::new(),
        };
        let notice = (!aside.is_empty()).then_some(Notice::SetAside(aside));
        let is_other = |other: &&Notice| matches!(other, Notice::SetAside(_));
        if self.notices.with_untracked(|all| all.iter().find(is_other).cloned()) == notice {
            return;
        }
        self.notices.update(|all| {
            all.retain(|other| !is_other(&other));
            all.extend(notice);
        });
    }

    /// The position from which on who looks may set aside what cannot be read; none where that is not theirs, or not
    /// what is the matter.
    pub fn can_repair(self) -> Option<usize> {
        let Load::Failed(Problem::Damaged { position, .. }) = self.load.get_untracked() else {
            return None;
        };
        let viewer = self.hosted()?.place().viewer;
        (viewer.collection_administrator == Membership::Yes).then_some(position)
    }

    /// Sets the line aside that cannot be read, and all after it, and reads the account again.
    ///
    /// # Errors
    /// Where that is not kept.
    pub async fn repair(self) -> Result<(), SaveError> {
        let failed = || SaveError::Failed(String::new());
        let position = self
            .can_repair()
            .and_then(|it| u32::try_from(it).ok())
            .ok_or_else(failed)?;
        let account = self.hosted().ok_or_else(failed)?.place().account;
        let journal = self.journal(&account).ok_or_else(failed)?;
        journal.repair(&account, position).await?;
        self.read_account().await;
        Ok(())
    }
}
