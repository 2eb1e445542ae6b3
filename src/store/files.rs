//! Files that the reader takes along: the journal, tables, documents.

use super::Store;
use crate::host::browser;
use crate::host::paper::{self, PaperProblem};
use leptos::prelude::*;
use licensing::catalogue::status::CatalogueStatus;
use licensing::json::line::to_json_line;
use licensing::ledger::Ledger;

/// What became of a file that was to be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DownloadOutcome {
    /// The browser took it.
    Saved,
    /// It stands in a window of its own: the page is in a frame that forbids downloads.
    Opened,
    /// The browser took it in no way.
    Refused,
}

impl Store {
    /// The journal as a file for `licensing verify`, its name and text: every line as it is stored, damaged ones
    /// included; where it has vanished, as this page still knows it. None where it cannot be read.
    pub async fn journal_file(self) -> Option<(String, String)> {
        let account = self.place()?.account;
        let lost = self.inner.with_value(|inner| inner.lost.clone());
        let lines = match lost {
            Some(ledger) => lines_of(&ledger).ok()?,
            None => self.journal(&account)?.load(&account).await.ok()?,
        };
        let name = ["journal-", &account.replace('/', "-"), ".jsonl"].concat();
        Some((name, joined(&lines)))
    }

    /// Hands a text to the browser to be saved as a file. A frame without an origin, such as a Server's, drops
    /// downloads without a word: there it is opened, to be saved from its window.
    pub fn save_text(self, name: &str, content_type: &str, text: &str) -> DownloadOutcome {
        if browser::has_no_origin() && browser::open_bytes("text/plain;charset=utf-8", text.as_bytes()).is_ok() {
            return DownloadOutcome::Opened;
        }
        match browser::save_bytes(name, content_type, text.as_bytes()) {
            Ok(()) => DownloadOutcome::Saved,
            Err(_) => DownloadOutcome::Refused,
        }
    }

    /// Hands a file to the browser to be saved; says whether it took it. A frame that forbids downloads takes it and
    /// drops it: see [`Store::may_drop_files`].
    pub fn save_file(self, name: &str, content_type: &str, bytes: &[u8]) -> bool {
        browser::save_bytes(name, content_type, bytes).is_ok()
    }

    /// Opens a file in a window of its own; says whether the browser did.
    pub fn open_file(self, content_type: &str, bytes: &[u8]) -> bool {
        browser::open_bytes(content_type, bytes).is_ok()
    }

    /// Whether the page stands in a frame, which may forbid downloads without a word.
    pub fn may_drop_files(self) -> bool {
        browser::is_framed()
    }

    /// The PDF of a document of the account in sight, by its number: as the snapshot knows it, what is due and not
    /// stored included (SUB 2).
    ///
    /// # Errors
    /// Why there is none.
    pub async fn paper(self, number: &str) -> Result<Vec<u8>, PaperProblem> {
        let unloaded = || PaperProblem::Refused("the history couldn't be read".to_owned());
        let now = self.current().ok_or_else(unloaded)?;
        let journal = self.journal(&now.place.account);
        let lines = journal.ok_or_else(unloaded)?.load(&now.place.account).await;
        let mut lines = lines.map_err(|_| unloaded())?;
        // What another tab has stored meanwhile may have booked what is due here.
        lines.truncate(now.ledger.records().len() + 1);
        // What is due is printed by the catalogue that the page goes by: its own, or the one of the journal in its place.
        let catalogue = if now.catalogue.status == CatalogueStatus::InForce {
            self.inner
                .with_value(|inner| inner.catalogue.as_ref().map(|(_, value)| value.to_string()))
        } else {
            Some(now.ledger.recorded_catalogue().to_string())
        };
        let due = to_json_line(&now.due).map_err(|error| PaperProblem::Refused(error.to_string()))?;
        let wanted = [
            ("journal", joined(&lines)),
            ("due", due),
            ("catalogue", catalogue.ok_or_else(unloaded)?),
            ("number", number.to_owned()),
            ("today", now.place.today.to_string()),
        ];
        paper::pdf(&wanted.each_ref().map(|(name, text)| (*name, text.as_str()))).await
    }
}

/// The lines that a book was read from.
fn lines_of(ledger: &Ledger) -> serde_json::Result<Vec<String>> {
    let records = ledger.records().iter().map(|record| to_json_line(&**record));
    std::iter::once(to_json_line(ledger.opening())).chain(records).collect()
}

fn joined(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}
