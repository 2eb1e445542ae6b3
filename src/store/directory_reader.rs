//! The progress of reading the directory and its groups.

use crate::store::latest_task::LatestTask;
use exchange::directory::DirectoryProgress;
use exchange::directory::groups::Group;
use leptos::prelude::*;
use licensing::directory::person::Person;
use std::cell::RefCell;
use std::sync::Arc;

/// The progress of reading the people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DirectorySync {
    /// Everyone was read, or reading has not been requested yet.
    #[default]
    Idle,
    /// In progress.
    Under {
        /// The number of people read so far.
        people: u32,
        /// The seconds for which the directory asked to wait.
        waits: Option<u32>,
    },
    /// Not everyone was read.
    Stopped {
        /// The number of people who were read.
        people: u32,
        /// Why it stopped.
        why: Stopped,
        /// Whether the people of an earlier, complete read are shown instead.
        kept: bool,
    },
}

/// Why reading stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// The viewer canceled it.
    Canceled,
    /// The error of the directory, as text.
    Failed(String),
}

/// The progress of reading the groups.
#[derive(Clone, Debug, Default)]
pub enum Grouping {
    /// Not requested yet.
    #[default]
    Unasked,
    /// In progress: how many of how many.
    Under(u32, u32),
    /// All groups.
    Here(Arc<Vec<Group>>),
    /// They could not be read.
    Stopped(Stopped),
}

/// Reads a slow directory.
pub(super) struct DirectoryReader {
    pub(super) sync: RwSignal<DirectorySync>,
    pub(super) grouping: RwSignal<Grouping>,
    pub(super) people: LatestTask,
    pub(super) groups: LatestTask,
}

impl DirectoryReader {
    /// Nothing read yet.
    pub(super) fn new() -> Self {
        Self {
            sync: RwSignal::new(DirectorySync::Idle),
            grouping: RwSignal::new(Grouping::Unasked),
            people: LatestTask::default(),
            groups: LatestTask::default(),
        }
    }

    /// Adds the people of a step to `rows`, and notes the progress.
    pub(super) fn on_progress(&self, step: DirectoryProgress, rows: &RefCell<Vec<Person>>) {
        let waits = match step {
            DirectoryProgress::People(some) => {
                rows.borrow_mut().extend(some);
                None
            }
            DirectoryProgress::Waits(seconds) => Some(seconds),
            DirectoryProgress::Groups(..) => None,
        };
        let people = count(rows.borrow().len());
        self.sync.set(DirectorySync::Under { people, waits });
    }
}

/// A length as a number of people.
pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
