//! The one state of the page: which address, which account, what is being saved. Pages read the snapshot and send
//! commands; nothing else changes it.

mod activation;
mod aside;
mod beside;
mod files;
mod hosted;
mod load;
mod pending;
mod reading;
mod send;
mod snapshot;
mod sow;
mod turn;

pub use crate::adapters::locale::{Locale, region_name};
pub use crate::adapters::pdf::PaperProblem;
pub use crate::adapters::span::Span;
pub use crate::store::activation::{ActivationError, Applied, Contact, Stage, Tested};
pub use crate::store::files::DownloadOutcome;
pub use crate::store::pending::{Attempt, Saving};
pub use crate::store::reading::{DirectorySync, Grouping, Stopped};
pub use crate::store::send::Sent;
pub use crate::store::snapshot::Snapshot;
pub use exchange::directory::groups::Group;
pub use exchange::host::demo::{Choice, DEPLOYMENT, Demo, Org, Save, ViewerKind};
pub use exchange::host::{Params, Where};
pub use exchange::journal::SaveError;

use crate::adapters::browser;
use exchange::host::{hash, standalone};
use exchange::journal::{Journal, SetAside, Watch};
use gloo_events::EventListener;
use leptos::prelude::*;
use leptos::reactive::graph::Source;
use licensing::Deployment;
use licensing::catalogue::Catalogue;
use licensing::directory::Directory;
use licensing::event::Event;
use licensing::ledger::Ledger;
use licensing::ledger::entry::Record;
use licensing::value::ids::CommandId;
use serde_json::Value;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// How far loading has come.
#[derive(Clone)]
pub enum Load {
    /// Under way.
    Loading,
    /// There.
    Ready(Rc<Snapshot>),
    /// Not to be had.
    Failed(Problem),
}

/// Why nothing can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The browser does not hand out the journal that it keeps.
    Unavailable(String),
    /// Something else that the page needs could not be had: what, why, and what to do.
    Told(String),
    /// Lines that were shown are not stored any more; what was shown can be exported.
    Vanished,
    /// A newer program keeps it in a way that this one does not know; only a reload helps.
    Newer(String),
    /// The journal was written before the first release; no version reads it, and nothing is overwritten.
    Unreleased,
    /// The journal is of another deployment than where the page stands; nothing is overwritten.
    OtherDeployment {
        /// What its opening says.
        journal: Deployment,
        /// Where the page stands.
        host: Deployment,
    },
    /// A line of the journal is damaged; nothing is overwritten.
    Damaged {
        /// The position of the first damaged line.
        position: usize,
        /// What is wrong with it.
        problem: String,
    },
}

/// What the reader should know, whatever the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser keeps nothing for this page: what is booked is lost with the tab.
    NotKept,
    /// Documents that lie among those of the journal and are no part of it.
    SetAside(Vec<SetAside>),
    /// Something that the host has to say.
    Told(String),
}

/// What came from another tab: who, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News(Arc<Record>);

impl News {
    /// Who booked.
    pub fn actor(&self) -> &str {
        &self.0.actor
    }

    /// What it came to.
    pub fn events(&self) -> &[Event] {
        &self.0.events
    }
}

/// What the store keeps for itself.
struct Inner {
    journal: Option<Journal>,
    /// What the browser did not take, for as long as the page lives, and the accounts of which it did not.
    unkept: Journal,
    unkept_accounts: Vec<String>,
    catalogue: Option<(Rc<Catalogue>, Value)>,
    /// The page's own catalogue, asked for as soon as the page starts.
    catalogue_ahead: Option<beside::Coming>,
    /// Whether what is shown is stored nowhere, as nobody could say by which catalogue it is to begin.
    unstored: bool,
    /// Of the demonstration's organization, where there is one.
    people: Option<(Option<Org>, Rc<Directory>)>,
    /// Azure DevOps, where the page stands in it.
    hosted: Option<Rc<hosted::Hosted>>,
    watch: Option<Watch>,
    listener: Option<EventListener>,
    /// Counts loads, so that a stale answer is known as one.
    generation: u32,
    /// What was shown and is not stored any more.
    lost: Option<Rc<Ledger>>,
    /// What is being sent, and what may be stored without anybody knowing.
    counter: Rc<RefCell<pending::Counter>>,
    /// Whether something was stored while the account was being read.
    stale: bool,
    /// The command ids whose rival has booked already (demo).
    rivals: Vec<CommandId>,
}

/// The state of the page; cheap to copy.
#[derive(Clone, Copy)]
pub struct Store {
    load: RwSignal<Load, LocalStorage>,
    path: RwSignal<String>,
    params: RwSignal<Params>,
    notices: RwSignal<Vec<Notice>>,
    news: RwSignal<Option<News>>,
    late: RwSignal<Option<News>>,
    /// How each attempt to save goes.
    saving: RwSignal<Vec<(Attempt, Saving)>>,
    inner: StoredValue<Inner, LocalStorage>,
}

impl Store {
    /// Starts listening to the address, and loading.
    pub fn start() -> Self {
        let (path, params) = hash::split(&hosted::first_hash());
        let inner = Inner {
            journal: None,
            unkept: Journal::memory(),
            unkept_accounts: Vec::new(),
            catalogue: None,
            catalogue_ahead: None,
            unstored: false,
            people: None,
            hosted: None,
            watch: None,
            listener: None,
            generation: 0,
            lost: None,
            counter: Rc::default(),
            stale: false,
            rivals: Vec::new(),
        };
        let store = Self {
            load: RwSignal::new_local(Load::Loading),
            path: RwSignal::new(path),
            params: RwSignal::new(params),
            notices: RwSignal::new(Vec::new()),
            news: RwSignal::new(None),
            late: RwSignal::new(None),
            saving: RwSignal::new(Vec::new()),
            inner: StoredValue::new_local(inner),
        };
        let listener = browser::on_hash_change(move |hash| store.arrive(&hash));
        store.inner.update_value(|inner| inner.listener = listener);
        leptos::task::spawn_local(store.open());
        store
    }

    /// How far loading has come; tracked.
    pub fn load(self) -> Load {
        self.load.get()
    }

    /// The snapshot, once there is one; tracked.
    pub fn snapshot(self) -> Option<Rc<Snapshot>> {
        self.load.with(ready)
    }

    fn current(self) -> Option<Rc<Snapshot>> {
        self.load.with_untracked(ready)
    }

    /// The path of the address; tracked.
    pub fn path(self) -> String {
        self.path.get()
    }

    /// The parameters of the address; tracked.
    pub fn params(self) -> Params {
        self.params.get()
    }

    /// What the demonstration shows; tracked. None in Azure DevOps: nobody else reads the address for it.
    pub fn demo(self) -> Option<Demo> {
        self.params.with(Self::read_demo)
    }

    fn demo_untracked(self) -> Option<Demo> {
        self.params.with_untracked(Self::read_demo)
    }

    /// The one place where an address may mean something to the demonstration: a page in a host has none, whatever its
    /// address says.
    fn read_demo(params: &Params) -> Option<Demo> {
        (!Self::is_hosted()).then(|| Demo::read(params))
    }

    /// What the reader should know; tracked.
    pub fn notices(self) -> Vec<Notice> {
        self.notices.get()
    }

    /// The last booking that came from another tab.
    pub fn news(self) -> RwSignal<Option<News>> {
        self.news
    }

    /// What was confirmed in this tab and is stored after all, although its answer was lost.
    pub fn late(self) -> RwSignal<Option<News>> {
        self.late
    }

    /// The address of a path with the parameters of now; tracked.
    pub fn href(self, path: &str) -> String {
        self.params.with(|params| hash::join(path, params))
    }

    /// Goes to a path, keeping the parameters.
    pub fn go_to(self, path: &str) {
        self.go_to_hash(&self.params.with_untracked(|params| hash::join(path, params)));
    }

    /// Goes to another address. The browser announces it only later; what is asked for next already starts from it.
    fn go_to_hash(self, hash: &str) {
        browser::go_to(hash);
        self.arrive(&browser::hash());
    }

    /// Shows another demo at the same path; nothing in Azure DevOps.
    pub fn show(self, demo: &Demo) {
        if self.demo_untracked().is_none() {
            return;
        }
        let mut params = self.params.get_untracked();
        demo.write(&mut params);
        self.go_to_hash(&hash::join(&self.path.get_untracked(), &params));
    }

    /// Shows the demo with another value of that name in the address; what is the default is left out of it.
    pub fn show_with(self, name: &str, value: &str) {
        let mut params = self.params.get_untracked();
        params.set(name, value);
        if let Some(demo) = Self::read_demo(&params) {
            self.show(&demo);
        }
    }

    /// Changes values of the address by their names, an empty one taking its name away: as a step that Back undoes, or
    /// in place, as while somebody types.
    pub fn set_values(self, values: &[(&'static str, String)], step: bool) {
        let mut params = self.params.get_untracked();
        values.iter().for_each(|(name, value)| params.set(name, value));
        let hash = hash::join(&self.path.get_untracked(), &params);
        if step {
            self.go_to_hash(&hash);
        } else if params != self.params.get_untracked() {
            browser::replace_hash(&hash);
            self.params.set(params);
        }
    }

    /// The address of the page, to be copied.
    pub fn address(self) -> String {
        self.params.track();
        self.path.track();
        browser::address()
    }

    /// Takes over a new address.
    fn arrive(self, address: &str) {
        let (path, params) = hash::split(address);
        let before = self.demo_untracked();
        if self.path.get_untracked() != path {
            self.path.set(path);
        }
        if self.params.get_untracked() != params {
            self.params.set(params);
        }
        let now = self.demo_untracked();
        let account = |demo: &Option<Demo>| demo.as_ref().map(|demo| (demo.org, demo.deployment));
        if account(&before) != account(&now) {
            leptos::task::spawn_local(self.read_account());
        } else if before != now {
            self.look_again();
        }
    }

    /// Where the page stands; none in Azure DevOps before that has answered.
    fn place(self) -> Option<Where> {
        match self.demo_untracked() {
            Some(demo) => Some(standalone::place(&demo)),
            None => self.hosted().map(|hosted| hosted.place()),
        }
    }

    /// What keeps an account; none before the page has found it.
    fn journal(self, account: &str) -> Option<Journal> {
        self.inner.with_value(|inner| {
            if inner.unkept_accounts.iter().any(|it| it == account) {
                return Some(inner.unkept.clone());
            }
            inner.journal.clone()
        })
    }

    /// Lets go of what has read the address and the account and is gone by now. Leptos keeps a trace of it as long as the
    /// signals live, and these live as long as the page. Whoever is still there reads them again.
    pub fn release(self) {
        release(self.load);
        release(self.path);
        release(self.params);
    }

    /// Tells something above every page, once.
    fn notify(self, notice: Notice) {
        if !self.notices.with_untracked(|all| all.contains(&notice)) {
            self.notices.update(|all| all.push(notice));
        }
    }

    /// Shows the same ledger to another viewer, or on another day.
    fn look_again(self) {
        match self.load.get_untracked() {
            Load::Ready(snapshot) => self.put(Rc::clone(&snapshot.ledger), &snapshot),
            // The read under way started with the previous viewer and day: its answer would be stale.
            Load::Loading => leptos::task::spawn_local(self.read_account()),
            Load::Failed(_) => {}
        }
    }

    /// A newer book in the surroundings of now, which `from` has to be: nothing may have been waited for in between.
    fn put(self, ledger: Rc<Ledger>, from: &Snapshot) {
        let people = self.known(Rc::clone(&from.people), &ledger);
        let place = self.place().unwrap_or_else(|| from.place.clone());
        let snapshot = Snapshot::new(ledger, Rc::clone(&from.own), people, place, self.is_unread());
        if !snapshot.can_be_shown() {
            // Something has fallen due that depends on people who are not read yet: it is shown with them.
            leptos::task::spawn_local(self.read_account());
            return;
        }
        self.load.set(Load::Ready(Rc::new(snapshot)));
        self.tell_found();
    }
}

/// Whoever reads a signal is told of a change, and forgotten until it reads the signal again.
fn release(signal: impl Notify + Source) {
    signal.notify();
    signal.clear_subscribers();
}

fn ready(load: &Load) -> Option<Rc<Snapshot>> {
    match load {
        Load::Ready(snapshot) => Some(Rc::clone(snapshot)),
        _ => None,
    }
}
