//! The errors of the tool. `main` prints an error to standard error and exits with 2.

use crate::values::ValueError;
use documents::pdf::PdfError;
use licensing::Date;
use licensing::activation::entitlement::EntitlementError;
use licensing::directory::csv::headings::Twice;
use licensing::json::duplicate_key::DuplicateKey;
use licensing::json::read;
use licensing::ledger::journal_error::JournalError;
use licensing::ledger::order_file::problem::OrderError;
use licensing::scenario::ScenarioError;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why a command fails.
#[derive(Debug, Error)]
pub enum CliError {
    /// A file or folder cannot be used.
    #[error("{name}: {problem}")]
    File {
        /// The path, or "standard input".
        name: String,
        /// What is wrong with the file.
        #[source]
        problem: FileProblem,
    },
    /// Several errors, each printed on its own line.
    #[error("{}", joined(.0))]
    Several(Vec<CliError>),
    /// Standard output is closed.
    #[error("standard output: {0}")]
    Output(#[source] io::Error),
    /// A result cannot be written as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// The clock of the computer is wrong.
    #[error("this computer's clock is wrong: correct it")]
    Clock,
    /// The clock of the computer is beyond the calendar.
    #[error("this computer's clock says {0}: correct it")]
    ClockBeyondCalendar(String),
    /// Neither `--catalogue` nor `--catalogues` is given.
    #[error("no catalog given: use --catalogue or --catalogues")]
    NoCatalogue,
    /// The computer has no source of random numbers.
    #[error("this computer didn't provide random numbers: {0}")]
    Random(#[from] getrandom::Error),
    /// A text is not valid as a key ID.
    #[error("`{0}` isn't a valid key ID: use 1 to 40 letters, digits, `-`, and `_`")]
    KeyId(String),
    /// A subscription occurs twice.
    #[error("{0} appears twice: list each subscription only once")]
    IssuedTwice(String),
    /// No certificate can be issued from the options.
    #[error(transparent)]
    Entitlement(#[from] EntitlementError),
    /// The embedded fonts cannot be read.
    #[error("this program's fonts are damaged")]
    Fonts,
    /// A document cannot be written as PDF.
    #[error("{number}: {problem}")]
    Pdf {
        /// The number of the document.
        number: String,
        /// What is wrong.
        #[source]
        problem: PdfError,
    },
    /// The embedded catalog cannot be used.
    #[error("catalogue.json: {0:?}")]
    ShippedCatalogue(Vec<read::FileError>),
    /// The benchmark has no valid first day.
    #[error("the benchmark has no start date")]
    BenchStart,
    /// A command of the benchmark is refused.
    #[error("a change for many people was refused")]
    BenchRefused,
}

/// What is wrong with a file or folder.
#[derive(Debug, Error)]
pub enum FileProblem {
    /// The file cannot be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The file is not text.
    #[error("isn't UTF-8 text or UTF-16 text with a byte order mark: save it as UTF-8")]
    NotText,
    /// The file is not JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// An object contains a key twice.
    #[error(transparent)]
    DuplicateKey(#[from] DuplicateKey),
    /// A part of a scenario or a catalog is wrong.
    #[error(transparent)]
    Field(#[from] read::FileError),
    /// A scenario contradicts itself.
    #[error(transparent)]
    Scenario(#[from] ScenarioError),
    /// A journal cannot be read.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// No certificate can be issued from an order.
    #[error(transparent)]
    Order(#[from] OrderError),
    /// A new key would overwrite a file.
    #[error("already exists: keys are never overwritten, so use another file")]
    KeyExists,
    /// The file does not contain a private key.
    #[error("isn't a private key: use the file created by `licensing keygen`")]
    NoKey,
    /// The private key is damaged.
    #[error("doesn't contain a valid private key: create a new one with `licensing keygen`")]
    DamagedKey,
    /// Other users can access the private key.
    #[error(
        "others can read this private key (mode {mode:04o}). Run `chmod 600 {path}`. If someone might have seen it, create a new key and run `licensing revoke-key`",
        path = path.display()
    )]
    PublicKeyFile {
        /// The permissions of the file.
        mode: u32,
        /// The file.
        path: PathBuf,
    },
    /// The catalog has a different public key with this ID.
    #[error("activation.keys.{0} belongs to a different private key: use that key or a new ID")]
    OtherKey(String),
    /// The catalog has no key with this ID.
    #[error(
        "activation.keys doesn't include the key {0}, so its certificates wouldn't be accepted: add the line printed by keygen"
    )]
    KeyNotNamed(String),
    /// The catalog has no key to revoke.
    #[error("activation.keys.{0} doesn't exist: nothing to revoke")]
    NothingToRevoke(String),
    /// The position of the key in the text of the catalog is not clear.
    #[error(
        "remove activation.keys.{0} and add {0} to activation.revoked by hand: the file can't be edited automatically"
    )]
    RevokeByHand(String),
    /// A folder has no catalog for this day.
    #[error("has no catalog for {0}: add {0}.json or earlier")]
    NoCatalogueOf(Date),
    /// A folder has no catalogs.
    #[error("has no catalogs: add each under the date it took effect, such as 2026-11-24.json")]
    NoCatalogues,
    /// The name of a catalog is not a date.
    #[error("isn't named after a date: name it after the date it took effect, such as 2026-11-24.json")]
    NamedAfterNoDay,
    /// A catalog has a different currency than the one in force.
    #[error(
        "uses the currency {} with {} digits, but {} uses {} with {}: an account's currency can't change",
        own.0, own.1, file.display(), current.0, current.1
    )]
    OtherCurrency {
        /// Its currency and decimal digits.
        own: (String, u32),
        /// The catalog in force.
        file: PathBuf,
        /// The currency and decimal digits of the catalog in force.
        current: (String, u32),
    },
    /// Two columns have the same meaning.
    #[error("{}", .0.words())]
    ColumnTwice(Twice),
    /// A list of subscriptions lacks a column.
    #[error("there's no {missing} column: the first line lists {found}, but should list {expected}")]
    NoColumn {
        /// The missing column.
        missing: &'static str,
        /// The columns of the list.
        found: String,
        /// The columns of a complete list.
        expected: String,
    },
    /// A list of subscriptions has an unknown column.
    #[error("the column {unknown} is unknown: the first line should list {expected}")]
    UnknownColumn {
        /// The column.
        unknown: String,
        /// The columns of a complete list.
        expected: String,
    },
    /// A list of people has no column that identifies people.
    #[error(
        "there's no ID, E-mail, or Account column: the first line lists {0}. Use a file from Export CSV in User Management"
    )]
    NoPeople(String),
    /// A line is wrong.
    #[error("line {number}: {problem}")]
    Line {
        /// The number of the line, from 1.
        number: usize,
        /// What is wrong.
        #[source]
        problem: LineProblem,
    },
}

/// What is wrong with a line of a CSV file.
#[derive(Debug, Error)]
pub enum LineProblem {
    /// A cell is empty.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// A cell cannot be read.
    #[error(transparent)]
    Value(#[from] ValueError),
    /// No certificate can be issued from the line.
    #[error(transparent)]
    Entitlement(#[from] EntitlementError),
    /// A line of a list of people does not identify anyone.
    #[error("no person given. Add an ID or email, or delete the line")]
    Nobody,
}

impl CliError {
    /// An error about a file. `-` is standard input.
    pub fn file(file: &Path, problem: impl Into<FileProblem>) -> Self {
        let name = if file.as_os_str() == "-" {
            "standard input".into()
        } else {
            file.display().to_string()
        };
        Self::named(name, problem)
    }

    /// An error about a file that is reported under a name.
    pub fn named(name: impl Into<String>, problem: impl Into<FileProblem>) -> Self {
        Self::File {
            name: name.into(),
            problem: problem.into(),
        }
    }

    /// An error about a line of a file. Lines are numbered from 1.
    pub fn line(file: &Path, number: usize, problem: impl Into<LineProblem>) -> Self {
        let problem = problem.into();
        Self::file(file, FileProblem::Line { number, problem })
    }
}

/// Several errors, one per line. Each line except the first starts with the name of the tool, because `main` prints it
/// for the first one.
fn joined(errors: &[CliError]) -> String {
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    lines.join("\nlicensing: ")
}
