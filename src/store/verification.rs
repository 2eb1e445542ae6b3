//! Verifies the journal in the page, in slices, so that the page stays responsive.

use crate::adapters::browser;
use crate::store::state::Store;
use licensing::ledger::verify::{Verification, VerifyError};

/// The page is free again after this many milliseconds.
const SLICE_MS: u64 = 12;

/// Why the journal is not verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VerificationProblem {
    /// The stored journal could not be read.
    Unavailable,
    /// A line does not follow the rules, or cannot be read. The error names its position and its field.
    Differs(VerifyError),
}

impl Store {
    /// Decides every stored entry again. `on_progress` is called between slices with the number of checked entries and of all
    /// entries. Returns how many entries follow the rules.
    ///
    /// # Errors
    /// At the first entry that differs, or if the journal cannot be read.
    pub async fn verify(self, on_progress: impl Fn(usize, usize)) -> Result<usize, VerificationProblem> {
        let account = self.account().ok_or(VerificationProblem::Unavailable)?;
        let journal = self.journal(&account).ok_or(VerificationProblem::Unavailable)?;
        let lines = journal.load(&account).await;
        let lines = lines.map_err(|_| VerificationProblem::Unavailable)?;
        // Nothing was booked yet, and not even the opening is stored.
        let Some((opening, entries)) = lines.split_first() else {
            return Ok(0);
        };
        let mut verification = Verification::open(opening).map_err(VerificationProblem::Differs)?;
        let mut free_at = browser::milliseconds().saturating_add(SLICE_MS);
        for (at, line) in entries.iter().enumerate() {
            verification.check(line).map_err(VerificationProblem::Differs)?;
            if browser::milliseconds() >= free_at {
                on_progress(at.saturating_add(1), entries.len());
                browser::pause(0).await;
                free_at = browser::milliseconds().saturating_add(SLICE_MS);
            }
        }
        let proof = verification.finish().map_err(VerificationProblem::Differs)?;
        Ok(proof.bookings)
    }
}
