//! Where people come from: generated sample data, a file, or Azure DevOps.

mod cells;
pub mod devops;
pub mod file;
pub mod groups;

use devops::AdoError;
use file::PeopleFileError;
use futures::future::LocalBoxFuture;
use groups::Group;
use licensing::{Directory, Person};
use std::cell::RefCell;
use thiserror::Error;

/// Why a directory cannot be read. The text says what is wrong and what to do.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum DirectoryError {
    /// The file next to the page cannot be used.
    #[error(transparent)]
    File(#[from] PeopleFileError),
    /// Azure DevOps gave no answer.
    #[error(transparent)]
    Ado(#[from] AdoError),
}

/// An answer of a directory.
pub type DirectoryAnswer<'a, T> = LocalBoxFuture<'a, Result<T, DirectoryError>>;

/// The progress of reading a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DirectoryProgress {
    /// More people.
    People(Vec<Person>),
    /// The number of groups that were read, and the number of all groups.
    Groups(u32, u32),
    /// The directory asks to wait for this many seconds.
    Waits(u32),
}

/// A callback for progress.
pub type OnProgress<'a> = dyn Fn(DirectoryProgress) + 'a;

/// A directory. It lists everyone who is in it now, each row with a permanent ID. From this, the rules determine which
/// rows are the same person (LIC 2), who has left (LIC 9), and who has come back.
pub trait DirectoryProvider {
    /// Reads all people, in batches. If it fails or is dropped, people are missing.
    ///
    /// # Errors
    /// The directory cannot be read.
    fn people<'a>(&'a self, on_progress: &'a OnProgress<'a>) -> DirectoryAnswer<'a, ()>;

    /// The groups that contain any of these people (ROL 5).
    ///
    /// # Errors
    /// The directory cannot be read.
    fn groups<'a>(&'a self, people: &'a Directory, on_progress: &'a OnProgress<'a>) -> DirectoryAnswer<'a, Vec<Group>>;
}

/// The rows of everyone in a directory.
///
/// # Errors
/// The directory cannot be read.
pub async fn everyone(source: &dyn DirectoryProvider) -> Result<Vec<Person>, DirectoryError> {
    let rows = RefCell::new(Vec::new());
    let on_progress = |step| {
        if let DirectoryProgress::People(some) = step {
            rows.borrow_mut().extend(some);
        }
    };
    source.people(&on_progress).await?;
    Ok(rows.into_inner())
}
