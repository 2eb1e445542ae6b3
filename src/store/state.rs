//! The parts of the state, and the snapshot made from them.

use crate::store::attempt::{Attempts, Booking, News};
use crate::store::directory_reader::DirectoryReader;
use crate::store::snapshot::{People, Snapshot};
use exchange::host::{Host, Params, Session};
use exchange::journal::{Journal, SetAside, Watch};
use futures::future::RemoteHandle;
use gloo_events::EventListener;
use leptos::prelude::*;
use leptos::reactive::graph::Source;
use licensing::Deployment;
use licensing::catalogue::Catalogue;
use licensing::ledger::Ledger;
use serde_json::Value;
use std::rc::Rc;

/// The progress of loading.
#[derive(Clone)]
pub enum Load {
    /// In progress.
    Loading,
    /// There is something to show.
    Ready(Rc<Snapshot>),
    /// Nothing can be shown.
    Failed(Problem),
}

/// Why nothing can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The browser cannot read the journal that it stores.
    Unavailable(String),
    /// Something else that the page needs is missing. The text says what happened, why, and what to do.
    Told(String),
    /// Lines that were shown are not stored anymore. They can be exported.
    Vanished,
    /// A newer program stored the journal in a format that this one does not know. Only a reload helps.
    Newer(String),
    /// The journal was written before the first release. No version reads it, and nothing is overwritten.
    Unreleased,
    /// The journal belongs to another deployment than the host. Nothing is overwritten.
    OtherDeployment {
        /// The deployment in its opening.
        journal: Deployment,
        /// The deployment of the host.
        host: Deployment,
    },
    /// A line of the journal is damaged. Nothing is overwritten.
    Damaged {
        /// The position of the first damaged line.
        position: usize,
        /// What is wrong with it.
        problem: String,
    },
}

/// Something that the viewer should know on every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser stores nothing for this page, so bookings are lost when the tab is closed.
    NotKept,
    /// Documents that lie beside those of the journal but are not part of it.
    SetAside(Vec<SetAside>),
    /// A message of the host.
    Told(String),
}

/// What the page shows, apart from the snapshot itself.
pub(super) enum Stage {
    /// An account is being read.
    Reading,
    /// There is a ledger. Whether it can be shown depends on the people.
    Shown,
    /// Nothing can be shown.
    Failed,
}

/// The page's own catalog, with its text.
pub(super) type OwnCatalogue = (Rc<Catalogue>, Value);

/// What only the store itself reads.
pub(super) struct Inner {
    pub(super) host: Rc<dyn Host>,
    pub(super) journal: Option<Journal>,
    /// Stores for the life of the page what the browser does not store, and for which accounts.
    pub(super) unkept: Journal,
    pub(super) unkept_accounts: Vec<String>,
    pub(super) catalogue: Option<OwnCatalogue>,
    /// The page's own catalog, requested as soon as the page starts.
    pub(super) catalogue_ahead: Option<RemoteHandle<Option<(Catalogue, Value)>>>,
    pub(super) stage: Stage,
    pub(super) ledger: Option<Rc<Ledger>>,
    /// The account whose people were read, and the people.
    pub(super) people: (String, People),
    pub(super) reader: Rc<DirectoryReader>,
    /// Whether the opening of the ledger is stored only with the first booking.
    pub(super) unopened: bool,
    /// Whether the ledger is not stored at all, because it is unknown which catalog it begins with.
    pub(super) unstored: bool,
    pub(super) watch: Option<Watch>,
    pub(super) listener: Option<EventListener>,
    /// Counts reads of an account, so that a late answer can be recognized.
    pub(super) generation: u32,
    /// The ledger that was shown and is not stored anymore.
    pub(super) lost: Option<Rc<Ledger>>,
    pub(super) attempts: Attempts,
    /// Whether something was stored while the account was being read.
    pub(super) stale: bool,
}

/// The state of the page. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Store {
    pub(super) load: RwSignal<Load, LocalStorage>,
    pub(super) path: RwSignal<String>,
    pub(super) params: RwSignal<Params>,
    pub(super) notices: RwSignal<Vec<Notice>>,
    pub(super) news: RwSignal<Option<News>>,
    pub(super) late: RwSignal<Option<News>>,
    pub(super) bookings: RwSignal<Vec<Booking>>,
    inner: StoredValue<Inner, LocalStorage>,
}

impl Store {
    pub(super) fn new(host: Rc<dyn Host>, path: String, params: Params) -> Self {
        Self {
            load: RwSignal::new_local(Load::Loading),
            path: RwSignal::new(path),
            params: RwSignal::new(params),
            notices: RwSignal::new(Vec::new()),
            news: RwSignal::new(None),
            late: RwSignal::new(None),
            bookings: RwSignal::new(Vec::new()),
            inner: StoredValue::new_local(Inner {
                host,
                journal: None,
                unkept: Journal::memory(),
                unkept_accounts: Vec::new(),
                catalogue: None,
                catalogue_ahead: None,
                stage: Stage::Reading,
                ledger: None,
                people: (String::new(), People::Unread),
                reader: Rc::new(DirectoryReader::new()),
                unopened: false,
                unstored: false,
                watch: None,
                listener: None,
                generation: 0,
                lost: None,
                attempts: Attempts::default(),
                stale: false,
            }),
        }
    }

    /// Reads the internal state.
    pub(super) fn with<T>(self, read: impl FnOnce(&Inner) -> T) -> T {
        self.inner.with_value(read)
    }

    /// Changes the internal state. The store lives as long as the page, so the default is never used.
    pub(super) fn change<T: Default>(self, change: impl FnOnce(&mut Inner) -> T) -> T {
        self.inner.try_update_value(change).unwrap_or_default()
    }

    pub(super) fn host(self) -> Rc<dyn Host> {
        self.with(|inner| Rc::clone(&inner.host))
    }

    /// The progress of loading; tracked.
    pub fn load(self) -> Load {
        self.load.get()
    }

    /// The snapshot, once there is one; tracked.
    pub fn snapshot(self) -> Option<Rc<Snapshot>> {
        self.load.with(ready)
    }

    /// The snapshot; not tracked.
    pub(super) fn current(self) -> Option<Rc<Snapshot>> {
        self.load.with_untracked(ready)
    }

    /// Who the viewer is, where, and on what day. `None` before the host has answered.
    pub(super) fn session(self) -> Option<Session> {
        self.host().session()
    }

    /// Makes the snapshot from the current parts, and shows it. The page is loading until an account has been read, and
    /// while the account depends on people who have not been read.
    pub(super) fn show(self) {
        let parts = self.with(|inner| match inner.stage {
            Stage::Shown => Some((
                inner.ledger.clone()?,
                Rc::clone(&inner.catalogue.as_ref()?.0),
                inner.people.clone(),
            )),
            Stage::Reading | Stage::Failed => None,
        });
        let Some(((ledger, catalogue, (account, people)), session)) = parts.zip(self.session()) else {
            return;
        };
        if session.account != account {
            return;
        }
        let snapshot = Snapshot::new(ledger, &catalogue, &people, session);
        self.load.set(match snapshot.can_be_shown() {
            true => Load::Ready(Rc::new(snapshot)),
            false => Load::Loading,
        });
    }

    /// Shows the problem instead of a page.
    pub(super) fn fail(self, problem: Problem) {
        self.change(|inner| inner.stage = Stage::Failed);
        self.load.set(Load::Failed(problem));
    }

    /// What the viewer should know; tracked.
    pub fn notices(self) -> Vec<Notice> {
        self.notices.get()
    }

    /// Shows a notice above every page, once.
    pub(super) fn notify(self, notice: Notice) {
        if !self.notices.with_untracked(|all| all.contains(&notice)) {
            self.notices.update(|all| all.push(notice));
        }
    }

    /// The last booking that came from another tab.
    pub fn news(self) -> RwSignal<Option<News>> {
        self.news
    }

    /// A command that was confirmed in this tab and turns out to be stored, although its answer was lost.
    pub fn late(self) -> RwSignal<Option<News>> {
        self.late
    }

    /// Removes traces of readers of the address and the account that are gone. Leptos keeps such traces as long as the
    /// signals live, and these live as long as the page. Readers that still exist read the signals again.
    pub fn release(self) {
        release(self.load);
        release(self.path);
        release(self.params);
        release(self.bookings);
    }
}

/// A signal notifies its readers of a change, then forgets them until they read it again.
fn release(signal: impl Notify + Source) {
    signal.notify();
    signal.clear_subscribers();
}

fn ready(load: &Load) -> Option<Rc<Snapshot>> {
    match load {
        Load::Ready(snapshot) => Some(Rc::clone(snapshot)),
        Load::Loading | Load::Failed(_) => None,
    }
}
