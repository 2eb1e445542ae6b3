//! How far the directory and its groups have been read.

use crate::store::latest_task::LatestTask;
use exchange::directory::DirectoryProgress;
use exchange::directory::groups::Group;
use leptos::prelude::*;
use licensing::directory::person::Person;
use std::cell::RefCell;
use std::sync::Arc;

/// How far the people have been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DirectorySync {
    /// Everybody was read, or nobody has asked yet.
    #[default]
    Idle,
    /// Under way.
    Under {
        /// How many people were read so far.
        people: u32,
        /// For how many seconds the directory wants to be left alone.
        waits: Option<u32>,
    },
    /// Not everybody was read.
    Stopped {
        /// How many people were read.
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
    /// The reader canceled it.
    Canceled,
    /// The error of the directory, in words.
    Failed(String),
}

/// How far the groups have been read.
#[derive(Clone, Debug, Default)]
pub enum Grouping {
    /// Nobody has asked yet.
    #[default]
    Unasked,
    /// Under way: how many of how many.
    Under(u32, u32),
    /// All of them.
    Here(Arc<Vec<Group>>),
    /// They could not be read.
    Stopped(Stopped),
}

/// Reads a directory that takes long.
pub(super) struct DirectoryReader {
    pub(super) sync: RwSignal<DirectorySync>,
    pub(super) grouping: RwSignal<Grouping>,
    pub(super) people: LatestTask,
    pub(super) groups: LatestTask,
}

impl DirectoryReader {
    /// Nothing was read yet.
    pub(super) fn new() -> Self {
        Self {
            sync: RwSignal::new(DirectorySync::Idle),
            grouping: RwSignal::new(Grouping::Unasked),
            people: LatestTask::default(),
            groups: LatestTask::default(),
        }
    }

    /// Adds the people of a step to `rows`, and notes how far it is.
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
