//! The page in Azure DevOps: the host is asked first, and told once the page stands.

use super::reading::{First, Progress, begin, completed};
use super::{Load, Notice, Problem, Store};
use crate::host::devops::host_info::HostInfo;
use crate::host::devops::{self, HostDay, ToastEnd};
use crate::host::{Where, browser};
use crate::journal::Journal;
use exchange::directory::DirectoryProvider;
use leptos::prelude::*;
use licensing::Deployment;
use licensing::directory::Directory;
use licensing::json::line::to_json_line;
use licensing::ledger::Ledger;
use licensing::ledger::entry::opening;
use licensing::value::subscription_id::SubscriptionId;
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Azure DevOps, as far as the store needs it.
pub struct Hosted {
    /// What the host has told.
    told: HostInfo,
    /// Where the page stood when it began, and who looks.
    place: RefCell<Where>,
    /// The host's day, as it moves on.
    day: Rc<HostDay>,
    /// Where its people come from.
    pub people: Rc<dyn DirectoryProvider>,
    /// How far they have been read.
    pub progress: Rc<Progress>,
    /// Everybody, as they are read for the first time.
    pub first: First,
    /// Who looks, as the host says when it is asked first.
    asked: devops::Asked,
    /// Whether that is known to the place.
    has_learnt: Cell<bool>,
}

/// What can be done about something: the words of a button, and its work.
type Action = (String, Callback<()>);

/// Called once.
type Once = Box<dyn FnOnce()>;

fn toast(text: String, action: Option<Action>, missing: Once) {
    leptos::task::spawn_local(async move {
        let words = action.as_ref().map(|(words, _)| words.as_str());
        match (devops::toast(&text, words).await, &action) {
            (ToastEnd::Missing, _) => missing(),
            // Whoever offered it may be gone by now.
            (ToastEnd::Clicked, Some((_, work))) => drop(work.try_run(())),
            _ => {}
        }
    });
}

/// The hash that the page begins with: where the host has shown one of its hubs, and no other, the hub's own page.
pub fn first_hash() -> String {
    let hash = browser::hash();
    match browser::hub() {
        Some(hub) if hash.is_empty() => ["#/", &hub].concat(),
        _ => hash,
    }
}

impl Hosted {
    fn learn(&self, asked: devops::WhoLooks) {
        let mut place = self.place.borrow_mut();
        place.viewer.collection_administrator = asked.membership;
        place.unanswered = asked.unanswered;
    }

    /// Where the page stands, and who looks.
    pub fn place(&self) -> Where {
        Where {
            today: self.day.now(),
            ..self.place.borrow().clone()
        }
    }

    /// The first line of an account that nobody has opened yet.
    pub fn first_line(&self, catalogue: &Value) -> serde_json::Result<String> {
        let id = SubscriptionId::from_random(browser::random());
        // Who the people are is recorded by the bookings that depend on it.
        let people = Vec::new();
        to_json_line(&opening(
            browser::instant(),
            self.told.deployment(),
            id,
            catalogue.clone(),
            people,
        ))
    }
}

impl Store {
    /// Shakes hands with the host; hands out where it keeps the journal.
    pub(super) async fn open_host(self) -> Result<Journal, Problem> {
        let started = devops::start().await.map_err(Problem::Told)?;
        let progress = Rc::new(Progress::new());
        let hosted = Rc::new(Hosted {
            told: started.told,
            place: RefCell::new(started.place),
            day: started.day,
            first: begin(self, Rc::clone(&started.people), Rc::clone(&progress)),
            people: started.people,
            progress,
            asked: started.asked,
            has_learnt: Cell::new(false),
        });
        self.inner.update_value(|inner| inner.hosted = Some(hosted));
        Ok(started.journal)
    }

    /// Where the page stands, once the host has said who looks.
    pub(super) async fn place_in_host(self, hosted: &Hosted) -> Where {
        let asked = hosted.asked.clone().await;
        if !hosted.has_learnt.replace(true) {
            if let Some(notice) = asked.notice() {
                self.notify(Notice::Told(notice));
            }
            hosted.learn(asked);
        }
        hosted.place()
    }

    /// Why it could not be asked whether who looks is a collection administrator; tracked.
    pub fn unanswered(self) -> Option<String> {
        self.snapshot()?.place.unanswered.clone()
    }

    /// Asks once more who looks, and shows what is theirs (ACC 9).
    pub fn ask_who_looks(self) {
        leptos::task::spawn_local(async move {
            if let Some(hosted) = self.hosted() {
                self.load.set(Load::Loading);
                hosted.learn(devops::who_looks(&hosted.told).await);
            }
            self.read_account().await;
        });
    }

    /// What who looks has chosen before; nothing outside of Azure DevOps, where nothing is kept.
    pub async fn kept(self, name: &'static str) -> Option<String> {
        self.hosted()?;
        devops::kept(name).await
    }

    /// Keeps what who looks chooses, for their next visit in Azure DevOps.
    pub fn keep(self, name: &'static str, value: String) {
        if self.hosted().is_some() {
            leptos::task::spawn_local(async move { devops::keep(name, &value).await });
        }
    }

    pub(super) fn hosted(self) -> Option<Rc<Hosted>> {
        self.inner.with_value(|inner| inner.hosted.clone())
    }

    /// Whether somebody may be in the directory who was not read.
    pub(super) fn is_partial(self) -> bool {
        self.hosted().is_some_and(|it| it.progress.partial.get())
    }

    /// The people as they were read; where that was not everybody, with those who may be there, too (LIC 9).
    pub(super) fn known(self, read: Rc<Directory>, ledger: &Ledger) -> Rc<Directory> {
        match self.hosted().filter(|it| it.progress.partial.get()) {
            Some(hosted) => Rc::new(completed(&read, ledger, &hosted.place())),
            None => read,
        }
    }

    /// Tells the host that the page stands, once it does; from then on, what others book is asked for.
    pub(super) fn tell_host(self) {
        if let Some(hosted) = self.hosted() {
            let account = hosted.place().account;
            devops::on_return(Box::new(move || self.told(&account)));
            request_animation_frame(devops::loaded);
        }
    }

    /// Tells something by a toast of the host, with the words of a button and its work; `missing` is called where the
    /// host has none.
    pub fn tell_by_host(self, text: String, action: Option<Action>, missing: Once) {
        match self.hosted() {
            Some(_) => toast(text, action, missing),
            None => missing(),
        }
    }

    /// Services or Server; tracked.
    pub fn deployment(self) -> Deployment {
        let demo = self.demo().map_or(Deployment::Services, |demo| demo.deployment);
        self.snapshot().map_or(demo, |now| now.place.deployment)
    }

    /// Whether the page stands in a project of Azure DevOps, and not among the settings; that never changes.
    pub fn is_in_project() -> bool {
        browser::hub().as_deref() == Some("time")
    }

    /// Shows the product's icon in the tab of the browser, or none (ACC 6).
    pub fn show_icon(self, shown: bool) {
        browser::show_icon(shown);
    }

    /// Whether the page stands in Azure DevOps; that never changes.
    pub fn is_hosted() -> bool {
        browser::hub().is_some()
    }
}
