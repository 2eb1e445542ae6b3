//! Where people come from.

mod cells;
pub mod devops;
pub mod file;
pub mod groups;
pub mod sample;

use futures::future::LocalBoxFuture;
use groups::Group;
use licensing::{Directory, Person};

/// What a directory is asked for, on its way: it may be far, long and out of reach. What is the matter, and what to do, is
/// said in words.
pub type Coming<'a, T> = LocalBoxFuture<'a, Result<T, String>>;

/// A step of reading a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Some more people.
    People(Vec<Person>),
    /// So many groups of so many have been read.
    Groups(u32, u32),
    /// The directory wants to be left alone for so many seconds.
    Waits(u32),
}

/// Who hears of the steps.
pub type Hear<'a> = dyn Fn(Step) + 'a;

/// A directory. Whatever it is, it tells everybody who is in it now, each row with an id that stays; who counts as one
/// person (LIC 2), who has left (LIC 9) and who has come back is found out from that.
pub trait Source {
    /// Tells everybody, some at a time. Where it fails or is dropped, those told so far are not everybody.
    ///
    /// # Errors
    /// What is the matter, and what to do, in words.
    fn people<'a>(&'a self, hear: &'a Hear<'a>) -> Coming<'a, ()>;

    /// The groups that have any of these people (ROL 5).
    ///
    /// # Errors
    /// What is the matter, and what to do, in words.
    fn groups<'a>(&'a self, people: &'a Directory, hear: &'a Hear<'a>) -> Coming<'a, Vec<Group>>;
}
