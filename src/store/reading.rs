//! Reading the directory of Azure DevOps: how far it has come, what of it is kept, and what is known where not everybody
//! could be read.

use crate::adapters::span::Span;
use crate::store::hosted::Hosted;
use crate::store::turn::Turn;
use crate::store::{Group, Snapshot, Store};
use exchange::directory::groups::groups;
use exchange::directory::{DirectoryProgress, DirectoryProvider};
use exchange::host::Where;
use futures::future::{FutureExt, LocalBoxFuture, Shared};
use leptos::prelude::*;
use licensing::directory::Directory;
use licensing::directory::person::Person;
use licensing::ledger::Ledger;
use licensing::ledger::completeness;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// How far the people have been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DirectorySync {
    /// Nothing to tell: everybody was read, or nobody asked for anybody yet.
    #[default]
    Idle,
    /// Under way.
    Under {
        /// So many people were read so far.
        people: u32,
        /// So many seconds the directory wants to be left alone.
        waits: Option<u32>,
    },
    /// Not everybody was read.
    Stopped {
        /// So many people were read.
        people: u32,
        /// Why no more.
        why: Stopped,
        /// Whether everybody who was read before is shown instead.
        kept: bool,
    },
}

/// Why reading has stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// The reader called it off.
    CalledOff,
    /// What the directory says, in words.
    Failed(String),
}

/// How far the groups have been read.
#[derive(Clone, Debug, Default)]
pub enum Grouping {
    /// Nobody asked for them yet.
    #[default]
    Unasked,
    /// Under way: so many of so many.
    Under(u32, u32),
    /// There.
    Here(Arc<Vec<Group>>),
    /// Not to be had.
    Stopped(Stopped),
}

/// What is known of the reading of a directory.
pub struct Progress {
    reading: RwSignal<DirectorySync>,
    grouping: RwSignal<Grouping>,
    /// Whether somebody may be in the directory who was not read.
    pub partial: Cell<bool>,
    people: Turn,
    groups: Turn,
}

impl Progress {
    /// Nothing was read yet.
    pub fn new() -> Self {
        Self {
            reading: RwSignal::new(DirectorySync::Idle),
            grouping: RwSignal::new(Grouping::Unasked),
            partial: Cell::new(true),
            people: Turn::default(),
            groups: Turn::default(),
        }
    }

    fn on_progress(&self, step: DirectoryProgress, rows: &RefCell<Vec<Person>>) {
        let waits = match step {
            DirectoryProgress::People(some) => {
                rows.borrow_mut().extend(some);
                None
            }
            DirectoryProgress::Waits(seconds) => Some(seconds),
            DirectoryProgress::Groups(..) => None,
        };
        let people = count(rows.borrow().len());
        self.reading.set(DirectorySync::Under { people, waits });
    }
}

/// Everybody, as they are read for the first time; whoever awaits it gets the one directory.
pub type First = Shared<LocalBoxFuture<'static, Rc<Directory>>>;

/// Reads everybody for the first time; nobody else has to await it.
pub fn begin(store: Store, source: Rc<dyn DirectoryProvider>, progress: Rc<Progress>) -> First {
    let first = async move { read_people(store, source.as_ref(), &progress).await };
    let first = first.boxed_local().shared();
    leptos::task::spawn_local(first.clone().map(move |_| store.people_came()));
    first
}

/// Reads everybody, to the end or until it fails or is called off: then the page stands on those who were read and those
/// who are recorded, be it nobody, and says what it lacks.
async fn read_people(store: Store, source: &dyn DirectoryProvider, progress: &Progress) -> Rc<Directory> {
    let turn = progress.people.begin();
    let rows = RefCell::new(Vec::new());
    progress.reading.set(DirectorySync::Under { people: 0, waits: None });
    let outcome = {
        let on_progress = |step| progress.on_progress(step, &rows);
        let work = source.people(&on_progress);
        let _span = Span::new("reading the people");
        progress.people.unless_called_off(turn, work).await
    };
    let before = store.known_people();
    if !progress.people.is(turn) {
        // Whoever began anew tells how it went.
        return before.unwrap_or_default();
    }
    let rows = rows.into_inner();
    let people = count(rows.len());
    let why = match outcome {
        Some(Ok(())) => {
            progress.partial.set(false);
            progress.reading.set(DirectorySync::Idle);
            return store.keep_people(rows);
        }
        Some(Err(error)) => Stopped::Failed(error.to_string()),
        None => Stopped::CalledOff,
    };
    let kept = before.clone().filter(|_| !progress.partial.get());
    progress.reading.set(DirectorySync::Stopped {
        people,
        why,
        kept: kept.is_some(),
    });
    if let Some(everybody) = kept {
        return everybody;
    }
    progress.partial.set(true);
    // Those who were read before are there, too.
    let mut all = before.map(|it| it.people().to_vec()).unwrap_or_default();
    all.extend(rows);
    store.keep_people(all)
}

/// Reads the groups of the people who are known.
pub async fn read_groups(people: Rc<Directory>, hosted: Rc<Hosted>) {
    let Progress { grouping, groups, .. } = &*hosted.progress;
    let turn = groups.begin();
    grouping.set(Grouping::Under(0, 0));
    let outcome = {
        let on_progress = |step| {
            if let DirectoryProgress::Groups(read, all) = step {
                grouping.set(Grouping::Under(read, all));
            }
        };
        let work = hosted.people.groups(&people, &on_progress);
        groups.unless_called_off(turn, work).await
    };
    if groups.is(turn) {
        grouping.set(match outcome {
            Some(Ok(groups)) => Grouping::Here(Arc::new(groups)),
            Some(Err(error)) => Grouping::Stopped(Stopped::Failed(error.to_string())),
            None => Grouping::Stopped(Stopped::CalledOff),
        });
    }
}

/// Everybody who is known where not everybody was read (LIC 9).
pub fn completed(read: &Directory, ledger: &Ledger, place: &Where) -> Directory {
    completeness::completed(read, ledger, &place.viewer, &place.actor)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

impl Store {
    pub(super) fn known_people(self) -> Option<Rc<Directory>> {
        self.inner
            .with_value(|inner| inner.people.as_ref().map(|(_, people)| Rc::clone(people)))
    }

    fn keep_people(self, rows: Vec<Person>) -> Rc<Directory> {
        let org = self.demo_untracked().map(|demo| demo.org);
        let _span = Span::new("the directory");
        let people = Rc::new(Directory::new(rows));
        self.inner
            .update_value(|inner| inner.people = Some((org, Rc::clone(&people))));
        people
    }

    /// How far the people have been read; tracked.
    pub fn reading(self) -> DirectorySync {
        // Before the host has answered there is nothing to follow but loading, which goes on then.
        self.load.track();
        self.hosted().map(|it| it.progress.reading.get()).unwrap_or_default()
    }

    /// Whether they are being read just now; tracked.
    pub fn is_reading(self) -> bool {
        matches!(self.reading(), DirectorySync::Under { .. })
    }

    /// Calls it off: what was read so far is shown, with what it lacks said.
    pub fn stop_reading(self) {
        if let Some(hosted) = self.hosted() {
            hosted.progress.people.call_off();
        }
    }

    /// Whether the people are still being read for the first time.
    pub(super) fn is_unread(self) -> bool {
        Self::is_hosted() && self.known_people().is_none()
    }

    /// The people are read for the first time: they take their place in what is shown without them.
    fn people_came(self) {
        let unread = self.current().filter(|now| now.unread);
        if let Some((now, people)) = unread.zip(self.known_people()) {
            self.put_people(&now, people);
        }
    }

    /// Other people beside what is shown now; whatever was booked meanwhile stays.
    fn put_people(self, now: &Snapshot, people: Rc<Directory>) {
        let from = Snapshot { people, ..now.clone() };
        self.put(Rc::clone(&now.ledger), &from);
    }

    /// Reads everybody again, and the groups where they had been read; how many people there are, where all were read.
    pub async fn read_people_again(self) -> Option<u32> {
        let hosted = self.hosted().filter(|_| !untrack(|| self.is_reading()))?;
        let people = read_people(self, hosted.people.as_ref(), &hosted.progress).await;
        let everybody = !hosted.progress.partial.get() && untrack(|| self.reading()) == DirectorySync::Idle;
        let now = self.current()?;
        self.put_people(&now, Rc::clone(&people));
        let asked = !matches!(hosted.progress.grouping.get_untracked(), Grouping::Unasked);
        if asked && everybody {
            hosted.progress.grouping.set(Grouping::Unasked);
            self.read_groups();
        }
        everybody.then(|| count(people.people().len()))
    }

    /// The groups of the directory; tracked. Those of the demo are always there.
    pub fn groups(self) -> Grouping {
        match self.hosted() {
            Some(hosted) => hosted.progress.grouping.get(),
            None => {
                let now = self.snapshot();
                let groups = now.map(|now| groups(&now.people)).unwrap_or_default();
                Grouping::Here(Arc::new(groups))
            }
        }
    }

    /// The groups of Azure DevOps, as far as they have been read; tracked.
    pub fn groups_read(self) -> Option<Arc<Vec<Group>>> {
        match self.hosted()?.progress.grouping.get() {
            Grouping::Here(groups) => Some(groups),
            _ => None,
        }
    }

    /// Reads the groups where nobody has asked for them yet.
    pub fn read_groups(self) {
        self.read_groups_if(|grouping| matches!(grouping, Grouping::Unasked));
    }

    /// The same, and tries again where they could not be read.
    pub fn read_groups_again(self) {
        self.read_groups_if(|grouping| matches!(grouping, Grouping::Unasked | Grouping::Stopped(_)));
    }

    fn read_groups_if(self, wanted: fn(&Grouping) -> bool) {
        let Some((hosted, now)) = self.hosted().zip(self.current()) else {
            return;
        };
        if hosted.progress.grouping.with_untracked(wanted) {
            leptos::task::spawn_local(read_groups(Rc::clone(&now.people), hosted));
        }
    }

    /// Calls the reading of groups off.
    pub fn stop_groups(self) {
        if let Some(hosted) = self.hosted() {
            hosted.progress.groups.call_off();
        }
    }
}
