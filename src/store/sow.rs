//! The account of a demonstration that is begun anew: its story, told and stored.

use crate::adapters::span::Span;
use crate::store::load::{INCOMPLETE, problem, read};
use crate::store::{Notice, Org, Problem, Store, Where};
use exchange::directory::sample;
use exchange::host::seed::{Soil, story};
use exchange::journal::{Journal, SaveError};
use leptos::prelude::*;
use licensing::catalogue::Catalogue;
use licensing::ledger::Ledger;
use serde_json::Value;

impl Store {
    /// Tells the story of an organization by a catalogue, and stores it.
    pub(super) async fn sow(
        self,
        org: Org,
        journal: &Journal,
        place: &Where,
        (catalogue, catalogue_value): (&Catalogue, &Value),
    ) -> Result<Ledger, Problem> {
        // The story of a demonstration is told by the built-in catalogue where there is no other.
        let sown_by = catalogue.clone().for_good();
        let soil = Soil {
            deployment: place.deployment,
            catalogue: &sown_by,
            catalogue_value,
            people: sample::people,
        };
        let _span = Span::new("demonstration: its story, made and stored");
        let Ok((lines, ledger)) = story(org, soil) else {
            return read(&[]);
        };
        let readable = !catalogue.is_unreadable();
        self.inner.update_value(|inner| inner.unstored = !readable);
        let stored = match readable {
            true => self.begin_with(journal, &place.account, &lines).await?,
            false => None,
        };
        // What was told need not be read.
        stored.map_or(Ok(ledger), |lines| read(&lines))
    }

    /// Stores the first lines of an account that was found empty; hands out the lines that it begins with where those are
    /// others.
    async fn begin_with(
        self,
        journal: &Journal,
        account: &str,
        lines: &[String],
    ) -> Result<Option<Vec<String>>, Problem> {
        let mut stored = journal.append_all(account, 0, lines).await;
        if matches!(stored, Err(SaveError::Failed(_))) {
            // What may pass is tried again.
            stored = journal.append_all(account, 0, lines).await;
        }
        match stored {
            Ok(()) => Ok(None),
            // Another tab has begun it first; what it stored is read.
            Err(SaveError::Conflict) => journal.load(account).await.map(Some).map_err(problem),
            Err(SaveError::Newer(detail)) => Err(Problem::Newer(detail)),
            // There is nothing stored that these lines could take the place of; that nothing is kept is said before
            // anybody decides anything.
            Err(_) => {
                self.inner
                    .update_value(|inner| inner.unkept_accounts.push(account.to_owned()));
                self.notify(Notice::NotKept);
                let unkept = self
                    .journal(account)
                    .ok_or_else(|| Problem::Told(INCOMPLETE.to_owned()))?;
                // Another attempt may have left them there.
                let _ = unkept.append_all(account, 0, lines).await;
                unkept.load(account).await.map(Some).map_err(problem)
            }
        }
    }
}
