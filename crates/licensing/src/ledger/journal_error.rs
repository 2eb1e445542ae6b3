//! Why a line of a journal cannot be read: it is damaged, or a newer version has written it.

use crate::json::read::prefix;

/// Why a journal cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {position}: {}{problem}", prefix(field))]
pub struct JournalError {
    /// The position of the line.
    pub position: usize,
    /// The field, or empty for the whole line.
    pub field: String,
    /// What is wrong.
    pub problem: String,
    /// Whether it is damaged, or only not known here.
    pub cause: Cause,
}

/// What a line that cannot be read is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It is not as any version writes it, or does not follow the line before it.
    Damaged,
    /// It follows the line before it and holds a field, a kind or a word that this version does not know: a newer version
    /// has written it. It counts; nothing may be written in its place or after it by who cannot read it.
    Newer,
    /// It was written before the first release, by rules without a number. No version reads it.
    Unreleased,
}

impl JournalError {
    /// A line that is not as it should be.
    pub fn new(position: usize, field: &str, problem: String) -> Self {
        Self {
            position,
            field: field.to_owned(),
            problem,
            cause: Cause::Damaged,
        }
    }

    /// A line that a newer version has written, by what is not known of it.
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

    /// A journal of before the first release.
    pub(crate) fn unreleased() -> Self {
        Self {
            position: 0,
            field: "rules".to_owned(),
            problem: "is missing: the journal was written before this program's first release and can't be read. Start a new account".to_owned(),
            cause: Cause::Unreleased,
        }
    }
}
