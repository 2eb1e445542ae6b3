//! Where people come from.

pub mod devops;
pub mod file;
pub mod groups;
pub mod sample;

use crate::licensing::Person;
use std::pin::Pin;

/// People on their way: a directory may be far, long and out of reach.
pub type Coming<'a> = Pin<Box<dyn Future<Output = Result<Vec<Person>, String>> + 'a>>;

/// A directory. Whatever it is, it tells everybody who is in it now, each row with an id that stays; who counts as one
/// person (LIC 2), who has left (LIC 9) and who has come back is found out from that.
pub trait Source {
    /// Everybody.
    ///
    /// # Errors
    /// What is the matter, and what to do, in words.
    fn people(&self) -> Coming<'_>;
}
