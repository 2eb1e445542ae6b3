//! An account that has not been opened: its first lines.

use crate::adapters::span::Span;
use crate::store::ledger::{INCOMPLETE, problem, read};
use crate::store::state::{Notice, Problem, Store};
use exchange::host::FirstLines;
use exchange::journal::{Journal, SaveError};
use licensing::catalogue::Catalogue;
use licensing::ledger::Ledger;
use serde_json::Value;

impl Store {
    /// Opens an account with the host's first lines. Some hosts store them only with the first booking.
    pub(super) async fn open_account(
        self,
        journal: &Journal,
        account: &str,
        catalogue: &Catalogue,
        catalogue_value: &Value,
    ) -> Result<Ledger, Problem> {
        let _span = Span::new("opening an account");
        match self.host().first_lines(catalogue, catalogue_value) {
            Ok(FirstLines::WithFirstBooking(lines)) => {
                self.change(|inner| inner.unopened = true);
                read(&lines)
            }
            Ok(FirstLines::AtOnce(lines, ledger)) => {
                let readable = !catalogue.is_unreadable();
                self.change(|inner| inner.unstored = !readable);
                let stored = match readable {
                    true => self.store_first(journal, account, &lines).await?,
                    false => None,
                };
                // The host's own ledger does not need to be read again.
                stored.map_or(Ok(*ledger), |lines| read(&lines))
            }
            Err(_) => read(&[]),
        }
    }

    /// Stores the first lines of an account. If the account already begins with other lines, returns those.
    async fn store_first(
        self,
        journal: &Journal,
        account: &str,
        lines: &[String],
    ) -> Result<Option<Vec<String>>, Problem> {
        let mut stored = journal.append_all(account, 0, lines).await;
        if matches!(stored, Err(SaveError::Failed(_))) {
            // The failure may be temporary, so storing is retried.
            stored = journal.append_all(account, 0, lines).await;
        }
        match stored {
            Ok(()) => Ok(None),
            // Another tab has opened it first.
            Err(SaveError::Conflict) => journal.load(account).await.map(Some).map_err(problem),
            Err(SaveError::Newer(detail)) => Err(Problem::Newer(detail)),
            // Nothing is stored that these lines could replace. The viewer is warned before deciding anything.
            Err(_) => {
                self.change(|inner| inner.unkept_accounts.push(account.to_owned()));
                self.notify(Notice::NotKept);
                let unkept = self
                    .journal(account)
                    .ok_or_else(|| Problem::Told(INCOMPLETE.to_owned()))?;
                // An earlier attempt may have stored them there.
                let _ = unkept.append_all(account, 0, lines).await;
                unkept.load(account).await.map(Some).map_err(problem)
            }
        }
    }
}
