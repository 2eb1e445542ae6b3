//! The state of the dialog that adds people, and what follows from it.

use crate::app::context::AppContext;
use crate::pages::people::dialogs::outcome::{Decision, Effects, effect};
use crate::pages::people::list::List;
use crate::pages::shared::booking_dialog::DialogBooking;
use crate::pages::shared::paste_or_file::Source;
use crate::store::{Group, Grouping};
use leptos::prelude::*;
use view::format::sort_by_text;
use view::people::add::{self, ROLES, Report};
use view::{Assigned, PersonId, Scene};

/// The keys of the methods.
pub(crate) const SEARCH: &str = "search";
pub(crate) const LIST: &str = "list";
pub(crate) const GROUP: &str = "group";

/// The state of the dialog. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct State {
    pub ui: AppContext,
    pub list: List,
    pub open: RwSignal<bool>,
    /// The method that is shown.
    pub way: RwSignal<String>,
    /// The search text.
    pub typed: RwSignal<String>,
    /// The people who were found and checked.
    pub picked: RwSignal<Vec<PersonId>>,
    /// The ids of the checked groups.
    pub groups: RwSignal<Vec<String>>,
    pub source: Source,
    /// The key of the role to assign.
    pub role: RwSignal<String>,
    /// Whether to order more licenses if there are not enough (LIC 5).
    pub raise: RwSignal<bool>,
    pub booking: DialogBooking,
}

/// A group, with its members who have no license.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Brought {
    pub id: String,
    pub name: String,
    pub members: usize,
    pub people: Vec<PersonId>,
}

impl State {
    pub fn new(list: List) -> Self {
        let ui = list.ui;
        let open = RwSignal::new(false);
        Self {
            ui,
            list,
            open,
            way: RwSignal::new(String::new()),
            typed: RwSignal::new(String::new()),
            picked: RwSignal::new(Vec::new()),
            groups: RwSignal::new(Vec::new()),
            source: Source::new(),
            role: RwSignal::new(String::new()),
            raise: RwSignal::new(false),
            booking: DialogBooking::new(ui, move || open.get(), move || open.set(false)),
        }
    }

    /// Opens the dialog, with no one chosen.
    pub fn start(self) {
        self.way.set(SEARCH.to_owned());
        self.typed.set(String::new());
        self.picked.set(Vec::new());
        self.groups.set(Vec::new());
        self.source.clear();
        self.role.set(ROLES.first().map_or("", |role| role.as_str()).to_owned());
        self.raise.set(false);
        self.open.set(true);
    }

    /// The role to assign; tracked.
    pub fn given(self) -> Option<Assigned> {
        self.role
            .with(|key| ROLES.into_iter().find(|role| key == role.as_str()))
    }

    fn report(self) -> Option<Report> {
        let found = self.list.found()?;
        self.source
            .with(|text| self.ui.model(|scene| add::report(scene, &found.people, text)))
    }

    fn brought(self) -> Vec<Brought> {
        let Grouping::Here(groups) = self.ui.store.groups() else {
            return Vec::new();
        };
        let brought = |group: &Group| {
            let people = self.ui.model(|scene| add::unlicensed(scene, &group.members));
            Brought {
                members: group.members.len(),
                id: group.id.clone(),
                name: group.name.clone(),
                people: people.unwrap_or_default(),
            }
        };
        let groups: Vec<Brought> = groups.iter().map(brought).collect();
        let sorted = |scene: &Scene<'_>| {
            let mut groups = groups.clone();
            sort_by_text(scene.format, &mut groups, |group| &group.name);
            groups
        };
        self.ui.model(sorted).unwrap_or_default()
    }
}

/// What follows from the state. Computed once, however many callers need it.
#[derive(Clone, Copy)]
pub(crate) struct Derived {
    pub report: Memo<Option<Report>>,
    pub groups: Memo<Vec<Brought>>,
    pub chosen: Memo<Vec<PersonId>>,
    pub asked: Decision,
    pub effect: Effects,
}

impl Derived {
    pub fn new(state: State) -> Self {
        let report = Memo::new(move |_| state.report());
        let groups = Memo::new(move |_| state.brought());
        let by_groups = move || {
            let ticked = state.groups.get();
            if ticked.is_empty() {
                return Vec::new();
            }
            let all = groups.get().into_iter().filter(|it| ticked.contains(&it.id));
            all.flat_map(|it| it.people).collect()
        };
        let by_list = move || {
            report.with(|report| {
                let found = report.iter().flat_map(|report| &report.found);
                found.map(|it| it.id.clone()).collect()
            })
        };
        let chosen = Memo::new(move |_| {
            if state.open.get() {
                add::together([state.picked.get(), by_list(), by_groups()])
            } else {
                Vec::new()
            }
        });
        let command = move || {
            let people = Some(chosen.get()).filter(|people| !people.is_empty())?;
            Some(add::command(people, state.given()?))
        };
        let asked = Decision::new(state.ui, state.raise, command);
        Self {
            report,
            groups,
            chosen,
            asked,
            effect: effect(state.ui, asked.decided),
        }
    }
}
