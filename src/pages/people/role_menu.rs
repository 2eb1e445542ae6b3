//! Changes roles with one click: the menu of a row and of the selection (ROL 3–5).

use crate::components::{Here, Menu, MenuItem, MenuState, Tone};
use crate::pages::people::dialogs::people_state::{Ask, Asked, command};
use crate::pages::shared::background_booking::{Follower, book};
use crate::store::{Announced, Work};
use leptos::{ev, prelude::*};
use std::sync::Arc;
use view::people::{Next, RoleImpact, next};
use view::words::roles as words;
use view::{Assigned, PeopleSelector, Role};

/// The people whose role the open menu changes.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Target {
    /// The row with this key.
    Row(u32),
    /// All selected people.
    Selected,
}

/// The menu of roles. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct RoleMenu {
    pub ask: Ask,
    here: Here,
    menu: MenuState,
    target: RwSignal<Target>,
    /// Whether the booking in progress applies to the selection.
    of_selection: RwSignal<bool>,
    follower: Follower,
}

impl RoleMenu {
    pub fn new(ask: Ask) -> Self {
        let of_selection = RwSignal::new(false);
        let on_booked = move || {
            if of_selection.get_untracked() {
                ask.list.grid.clear();
            }
        };
        Self {
            ask,
            here: Here::new(),
            menu: MenuState::new(),
            target: RwSignal::new(Target::Selected),
            of_selection,
            follower: Follower::new(ask.list.ui, on_booked),
        }
    }

    /// Opens the menu at the button of a row.
    pub fn open_for_row(self, key: u32, event: &ev::MouseEvent) {
        self.target.set(Target::Row(key));
        self.menu.open_at(event);
    }

    /// Opens the menu at the button of the selection.
    pub fn open_for_selection(self, event: &ev::MouseEvent) {
        self.target.set(Target::Selected);
        self.menu.open_at(event);
    }

    /// The roles in descending order. The role that all of the rows share is checked.
    fn items(self) -> Vec<MenuItem> {
        let held = self.held();
        let default = self.ask.list.ui.now(|scene| scene.account.assignments().default_role());
        let item = |assigned: Assigned| MenuItem {
            value: assigned.as_str().to_owned(),
            label: words::assigned(assigned).to_owned(),
            detail: words::means(assigned, default.unwrap_or(Role::Team)),
            checked: Some(held == Some(assigned)),
            ..MenuItem::action("", "")
        };
        let own = Role::ALL.into_iter().rev().map(Assigned::Own);
        std::iter::once(Assigned::Default).chain(own).map(item).collect()
    }

    /// The keys of the affected rows.
    fn keys(self) -> Vec<u32> {
        match self.target.get_untracked() {
            Target::Row(key) => vec![key],
            Target::Selected => untrack(|| self.ask.list.grid.selection()),
        }
    }

    /// The assignment that all of the rows share, if any.
    fn held(self) -> Option<Assigned> {
        let people = untrack(|| self.ask.list.found())?.people.clone();
        let assigned = |key: &u32| Some(people.get(*key)?.assigned.unwrap_or(Assigned::Own(Role::None)));
        let keys = self.keys();
        let first = assigned(keys.first()?)?;
        keys.iter().all(|key| assigned(key) == Some(first)).then_some(first)
    }

    /// Sets the role immediately, unless it removes access or needs licenses. Then a dialog asks first.
    fn change(self, role: Assigned) {
        let ui = self.ask.list.ui;
        let Some(found) = untrack(|| self.ask.list.found()) else {
            return;
        };
        let keys = self.keys();
        let before = self.held();
        let Some(whom) = ui.now(|scene| found.people.whom(scene, &keys)) else {
            return;
        };
        let asked = command(whom.clone(), role, None, None);
        let events = match ui.now(|scene| next(scene, &asked)) {
            Some(Next::Book(events)) => events,
            Some(Next::Ask) => return self.ask.open(Asked::Roles(whom, role)),
            Some(Next::Refuse(refusal)) => return ui.tell(Tone::Error, ui.why(&refusal)),
            None => return,
        };
        let Some(effect) = ui.now(|scene| RoleImpact::of(scene, &events)) else {
            return;
        };
        self.of_selection.set(self.target.get_untracked() == Target::Selected);
        let before = before.filter(|before| *before != role);
        let announcement = move |_: &[_]| {
            let whom = whom.clone();
            let undo = |before| {
                let undo: Work = Arc::new(move || self.undo(whom.clone(), before));
                (words::UNDO.to_owned(), undo)
            };
            Announced {
                text: words::role_set(&effect, role),
                action: before.map(undo),
            }
        };
        self.follower.follow(book(ui, asked, announcement));
    }

    /// Restores the previous assignment. If that removes access, a dialog asks first, as for every change that does.
    fn undo(self, whom: Vec<PeopleSelector>, role: Assigned) {
        let ui = self.ask.list.ui;
        ui.toasts.dismiss();
        let asked = command(whom.clone(), role, None, None);
        match ui.now(|scene| next(scene, &asked)) {
            Some(Next::Book(events)) => {
                let Some(effect) = ui.now(|scene| RoleImpact::of(scene, &events)) else {
                    return;
                };
                book(ui, asked, move |_| words::role_set(&effect, role));
            }
            Some(Next::Ask) if self.here.stands() => self.ask.open(Asked::Roles(whom, role)),
            // The page with the dialog is not open anymore.
            Some(Next::Ask) => ui.tell(Tone::Info, words::UNDO_THERE),
            Some(Next::Refuse(refusal)) => ui.tell(Tone::Error, ui.why(&refusal)),
            None => (),
        }
    }
}

/// The menu. There is one in the page.
#[component]
pub(crate) fn RolesMenu(menu: RoleMenu) -> impl IntoView {
    let choose = move |key: String| {
        if let Ok(role) = key.parse::<Assigned>() {
            menu.change(role);
        }
    };
    view! { <Menu state=menu.menu label=words::CHANGE_ROLE items=move || menu.items() on_choose=choose /> }
}
