//! The people and groups of the directory: read with the account if that is quick, otherwise in the background.

use crate::adapters::span::Span;
use crate::store::directory_reader::{DirectoryReader, DirectorySync, Grouping, Stopped, count};
use crate::store::snapshot::People;
use crate::store::state::{Problem, Store};
use exchange::directory::groups::Group;
use exchange::directory::{DirectoryProgress, DirectoryProvider, everyone};
use futures::future::FutureExt;
use leptos::prelude::*;
use licensing::directory::Directory;
use licensing::directory::person::Person;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

impl Store {
    fn reader(self) -> Rc<DirectoryReader> {
        self.with(|inner| Rc::clone(&inner.reader))
    }

    fn people(self) -> People {
        self.with(|inner| inner.people.1.clone())
    }

    /// Replaces the people. The ledger and the session stay.
    fn put_people(self, account: String, people: People) {
        self.change(|inner| inner.people = (account, people));
        self.show();
    }

    /// Reads the people of an account if the directory is quick. A slow directory is read in the background.
    pub(super) async fn read_directory(self, account: &str) -> Result<(), Problem> {
        let is_known = self.with(|inner| inner.people.0 == account);
        let Some(source) = self
            .host()
            .directory()
            .filter(|_| !is_known && !self.host().is_directory_slow())
        else {
            return Ok(());
        };
        let rows = everyone(source.as_ref()).await;
        let rows = rows.map_err(|error| Problem::Told(error.to_string()))?;
        // A different account may have been requested meanwhile.
        if self.session().is_some_and(|session| session.account == account) {
            let people = People::All(directory(rows));
            self.change(|inner| inner.people = (account.to_owned(), people));
        }
        Ok(())
    }

    /// Starts to read a slow directory. Pages that need no people are available meanwhile.
    pub(super) fn begin_directory(self) {
        if let Some((source, session)) = self.host().directory().zip(self.session()) {
            self.change(|inner| inner.people.0 = session.account);
            leptos::task::spawn_local(async move { self.read_people(source.as_ref()).await });
        }
    }

    /// Reads everyone, until reading ends, fails, or is canceled. Then the page uses the people who were read and those
    /// in the journal, and says that people may be missing.
    async fn read_people(self, source: &dyn DirectoryProvider) {
        let reader = self.reader();
        let run = reader.people.begin();
        let rows = RefCell::new(Vec::new());
        reader.sync.set(DirectorySync::Under { people: 0, waits: None });
        let outcome = {
            let on_progress = |step| reader.on_progress(step, &rows);
            let work = source.people(&on_progress);
            let _span = Span::new("reading the people");
            reader.people.unless_canceled(run, work).await
        };
        if !reader.people.is_latest(run) {
            // The later run reports its own outcome.
            return;
        }
        let account = self.with(|inner| inner.people.0.clone());
        let rows = rows.into_inner();
        let people = count(rows.len());
        let why = match outcome {
            Some(Ok(())) => {
                reader.sync.set(DirectorySync::Idle);
                return self.put_people(account, People::All(directory(rows)));
            }
            Some(Err(error)) => Stopped::Failed(error.to_string()),
            None => Stopped::Canceled,
        };
        let before = self.people();
        let kept = matches!(before, People::All(_));
        reader.sync.set(DirectorySync::Stopped { people, why, kept });
        let mut all = match before {
            People::All(_) => return,
            People::Some(before) => before.people().to_vec(),
            People::Unread => Vec::new(),
        };
        all.extend(rows);
        self.put_people(account, People::Some(directory(all)));
    }

    /// Whether the directory may contain people who were not read.
    pub(super) fn is_partial(self) -> bool {
        !matches!(self.people(), People::All(_))
    }

    /// The progress of reading the people; tracked.
    pub fn directory_sync(self) -> DirectorySync {
        self.reader().sync.get()
    }

    /// Whether they are being read now; tracked.
    pub fn is_reading(self) -> bool {
        matches!(self.directory_sync(), DirectorySync::Under { .. })
    }

    /// Cancels reading. The people read so far are shown, with a note that people may be missing.
    pub fn stop_reading(self) {
        self.reader().people.cancel();
    }

    /// Reads everyone again, and the groups if they had been read. Returns the number of people if all were read.
    pub async fn read_people_again(self) -> Option<u32> {
        let source = self.host().directory().filter(|_| !untrack(|| self.is_reading()))?;
        self.read_people(source.as_ref()).await;
        let reader = self.reader();
        let people = match self.people() {
            People::All(people) if untrack(|| self.directory_sync()) == DirectorySync::Idle => people,
            _ => return None,
        };
        if !matches!(reader.grouping.get_untracked(), Grouping::Unasked) {
            reader.grouping.set(Grouping::Unasked);
            self.read_groups();
        }
        Some(count(people.people().len()))
    }

    /// The groups of the directory; tracked. For a quick directory, they are always available.
    pub fn groups(self) -> Grouping {
        if self.host().is_directory_slow() {
            return self.reader().grouping.get();
        }
        let groups = || -> Option<Vec<Group>> {
            let (now, source) = self.snapshot().zip(self.host().directory())?;
            let groups = source.groups(&now.people, &|_| ()).now_or_never()?;
            groups.ok()
        };
        Grouping::Here(Arc::new(groups().unwrap_or_default()))
    }

    /// The groups of a slow directory, if they have been read; tracked.
    pub fn groups_read(self) -> Option<Arc<Vec<Group>>> {
        match self.reader().grouping.get() {
            Grouping::Here(groups) => Some(groups),
            _ => None,
        }
    }

    /// Reads the groups, unless that was requested before.
    pub fn read_groups(self) {
        self.read_groups_if(|grouping| matches!(grouping, Grouping::Unasked));
    }

    /// Reads the groups, even if that failed before.
    pub fn read_groups_again(self) {
        self.read_groups_if(|grouping| matches!(grouping, Grouping::Unasked | Grouping::Stopped(_)));
    }

    fn read_groups_if(self, wanted: fn(&Grouping) -> bool) {
        let reader = self.reader();
        let Some((now, source)) = self.current().zip(self.host().directory()) else {
            return;
        };
        if self.host().is_directory_slow() && reader.grouping.with_untracked(wanted) {
            leptos::task::spawn_local(async move { read_groups(&now.people, source.as_ref(), &reader).await });
        }
    }

    /// Cancels reading the groups.
    pub fn stop_groups(self) {
        self.reader().groups.cancel();
    }
}

/// Reads the groups of people.
async fn read_groups(people: &Directory, source: &dyn DirectoryProvider, reader: &DirectoryReader) {
    let DirectoryReader { grouping, groups, .. } = reader;
    let run = groups.begin();
    grouping.set(Grouping::Under(0, 0));
    let outcome = {
        let on_progress = |step| {
            if let DirectoryProgress::Groups(read, all) = step {
                grouping.set(Grouping::Under(read, all));
            }
        };
        let work = source.groups(people, &on_progress);
        groups.unless_canceled(run, work).await
    };
    if groups.is_latest(run) {
        grouping.set(match outcome {
            Some(Ok(groups)) => Grouping::Here(Arc::new(groups)),
            Some(Err(error)) => Grouping::Stopped(Stopped::Failed(error.to_string())),
            None => Grouping::Stopped(Stopped::Canceled),
        });
    }
}

fn directory(rows: Vec<Person>) -> Rc<Directory> {
    let _span = Span::new("the directory");
    Rc::new(Directory::new(rows))
}
