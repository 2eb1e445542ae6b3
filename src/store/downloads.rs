//! Files that the viewer saves: the journal, tables, and documents.

use crate::adapters::pdf::PdfProblem;
use crate::adapters::{browser, pdf};
use crate::store::state::Store;
use licensing::catalogue::status::CatalogueStatus;
use licensing::json::line::to_json_line;
use licensing::ledger::Ledger;

/// The outcome of saving a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DownloadOutcome {
    /// The browser accepted it.
    Saved,
    /// It is open in a new window, because the page is in a frame that forbids downloads.
    Opened,
    /// The browser refused it.
    Refused,
}

impl Store {
    /// The journal as a file for `licensing verify`: its name and its text. It contains every line exactly as stored,
    /// including damaged ones. A journal that has vanished is written from the lines that this page still has. `None`
    /// if it cannot be read.
    pub async fn journal_file(self) -> Option<(String, String)> {
        let account = self.session()?.account;
        let lost = self.with(|inner| inner.lost.clone());
        let lines = match lost {
            Some(ledger) => lines_of(&ledger).ok()?,
            None => self.journal(&account)?.load(&account).await.ok()?,
        };
        let name = ["journal-", &account.replace('/', "-"), ".jsonl"].concat();
        Some((name, joined(&lines)))
    }

    /// Saves a text as a file. A frame without an origin, such as that of a Server, silently drops downloads. In such a
    /// frame, the text opens in a window, where it can be saved.
    pub fn save_text(self, name: &str, content_type: &str, text: &str) -> DownloadOutcome {
        if browser::has_no_origin() && browser::open_bytes("text/plain;charset=utf-8", text.as_bytes()).is_ok() {
            return DownloadOutcome::Opened;
        }
        match browser::save_bytes(name, content_type, text.as_bytes()) {
            Ok(()) => DownloadOutcome::Saved,
            Err(_) => DownloadOutcome::Refused,
        }
    }

    /// Saves a file, and returns whether the browser accepted it. A frame that forbids downloads accepts a file and
    /// drops it: see [`Store::may_drop_files`].
    pub fn save_file(self, name: &str, content_type: &str, bytes: &[u8]) -> bool {
        browser::save_bytes(name, content_type, bytes).is_ok()
    }

    /// Opens a file in a new window, and returns whether the browser did.
    pub fn open_file(self, content_type: &str, bytes: &[u8]) -> bool {
        browser::open_bytes(content_type, bytes).is_ok()
    }

    /// Whether the page is in a frame, which may silently forbid downloads.
    pub fn may_drop_files(self) -> bool {
        browser::is_framed()
    }

    /// The PDF of a document of the current account, by its number. It includes events that are due and not stored
    /// (SUB 2).
    ///
    /// # Errors
    /// Why there is no PDF.
    pub async fn pdf(self, number: &str) -> Result<Vec<u8>, PdfProblem> {
        let unloaded = || PdfProblem::Refused("the history couldn't be read".to_owned());
        let now = self.current().ok_or_else(unloaded)?;
        let journal = self.journal(&now.session.account);
        let lines = journal.ok_or_else(unloaded)?.load(&now.session.account).await;
        let mut lines = lines.map_err(|_| unloaded())?;
        // Another tab may meanwhile have booked what is due here.
        lines.truncate(now.ledger.records().len() + 1);
        // Due events are printed with the catalog in force: the page's own, or the one of the journal instead.
        let catalogue = if now.catalogue.status == CatalogueStatus::InForce {
            self.with(|inner| inner.catalogue.as_ref().map(|(_, value)| value.to_string()))
        } else {
            Some(now.ledger.recorded_catalogue().to_string())
        };
        let due = to_json_line(&now.due).map_err(|error| PdfProblem::Refused(error.to_string()))?;
        let wanted = [
            ("journal", joined(&lines)),
            ("due", due),
            ("catalogue", catalogue.ok_or_else(unloaded)?),
            ("number", number.to_owned()),
            ("today", now.session.today.to_string()),
        ];
        pdf::pdf(&wanted.each_ref().map(|(name, text)| (*name, text.as_str()))).await
    }
}

/// The lines that a ledger was read from.
fn lines_of(ledger: &Ledger) -> serde_json::Result<Vec<String>> {
    let records = ledger.records().iter().map(|record| to_json_line(&**record));
    std::iter::once(to_json_line(ledger.opening())).chain(records).collect()
}

fn joined(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}
