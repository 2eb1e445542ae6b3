//! Files that the reader takes along: the journal, tables, documents.

use super::Store;
use crate::host::browser;
use crate::host::paper::{self, PaperProblem};
use crate::licensing::record::line_of;
use leptos::prelude::*;

impl Store {
    /// Saves the journal as a file for `licensing verify`: every line as it is stored, damaged ones included.
    pub fn export(self) {
        leptos::task::spawn_local(async move {
            let account = self.place().account;
            let journal = self.inner.with_value(|inner| inner.journal.clone());
            let Some(journal) = journal else { return };
            if let Ok(lines) = journal.load(&account).await {
                let name = ["journal-", &account.replace('/', "-"), ".jsonl"].concat();
                // A frame that forbids downloads says so itself.
                let _ = browser::save_bytes(&name, "application/jsonl", joined(&lines).as_bytes());
            }
        });
    }

    /// Saves a table for spreadsheets as a file.
    pub fn save_csv(self, name: &str, text: &str) {
        // A frame that forbids downloads says so itself.
        let _ = browser::save_bytes(name, "text/csv;charset=utf-8", text.as_bytes());
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
        let unloaded = || PaperProblem::Refused("the journal could not be read".to_owned());
        let now = self.current().ok_or_else(unloaded)?;
        let journal = self.inner.with_value(|inner| inner.journal.clone());
        let lines = journal.ok_or_else(unloaded)?.load(&now.place.account).await;
        let mut lines = lines.map_err(|_| unloaded())?;
        // What another tab has stored meanwhile may have booked what is due here.
        lines.truncate(now.book.records.len() + 1);
        let catalogue = self
            .inner
            .with_value(|inner| inner.catalogue.as_ref().map(|(_, value)| line_of(value)));
        let wanted = [
            ("journal", joined(&lines)),
            ("due", line_of(&now.due)),
            ("catalogue", catalogue.ok_or_else(unloaded)?),
            ("number", number.to_owned()),
            ("today", now.place.today.to_string()),
        ];
        paper::pdf(&wanted.each_ref().map(|(name, text)| (*name, text.as_str()))).await
    }
}

fn joined(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}
