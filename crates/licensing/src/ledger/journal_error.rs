//! Why a line of a journal cannot be read: it is damaged, or a newer version has written it.

use crate::json::read::prefix;

/// Why a journal cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {position}: {}{problem}", prefix(field))]
pub struct JournalError {
    /// The position of the line.
    pub position: usize,
    /// The field. Empty for the whole line.
    pub field: String,
    /// The problem.
    pub problem: String,
    /// The cause.
    pub cause: Cause,
}

/// Why a line cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The line has a form that no version writes, or it does not follow the previous line.
    Damaged,
    /// The line follows the previous one and has a field, a kind or a word that this version does not know, because a
    /// newer version has written it. The line is valid. This version must not replace it or append to it.
    Newer,
    /// It was written before the first release, when rules had no version. No version reads it.
    Unreleased,
}

impl JournalError {
    /// An error for a damaged line.
    pub fn new(position: usize, field: &str, problem: String) -> Self {
        Self {
            position,
            field: field.to_owned(),
            problem,
            cause: Cause::Damaged,
        }
    }

    /// An error for a first line that cannot be written.
    pub(crate) fn unwritten(error: serde_json::Error) -> Self {
        Self::new(0, "", format!("can't be written: {error}"))
    }

    /// An error for a line of a newer version, with the part that is unknown.
    pub(crate) fn newer(position: usize, field: &str, unknown: &str) -> Self {
        Self {
            position,
            field: field.to_owned(),
            problem: format!(
                "was written by a newer version of this program: update the program or, in a browser, reload the page ({unknown})"
            ),
            cause: Cause::Newer,
        }
    }

    /// An error for a journal from before the first release.
    pub(crate) fn unreleased() -> Self {
        Self {
            position: 0,
            field: "rules".to_owned(),
            problem: "is missing: the journal was written before this program's first release and can't be read. Start a new account".to_owned(),
            cause: Cause::Unreleased,
        }
    }
}
