//! Roles by one click: the menu of a row and of everything that is selected (ROL 3–5).

use crate::components::{Choice, Here, Menu, MenuItem, MenuState, Segmented, Toast, Tone};
use crate::pages::people::dialogs::outcome::Effects;
use crate::pages::people::dialogs::people_dialog::{Ask, Asked};
use crate::pages::shared::background_booking::{send_from, send_telling};
use crate::pages::shared::booking_dialog::Decided;
use leptos::{ev, prelude::*};
use view::people::{Next, RoleImpact, next};
use view::words::roles as words;
use view::{Assigned, Command, FreeingReason, PeopleSelector, Role, RoleChange};

/// Whose role is changed with the menu that stands open.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Target {
    /// The row of a key.
    Row(u32),
    /// Everything that is selected.
    Selected,
}

/// The menu of roles; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct RoleMenu {
    pub ask: Ask,
    here: Here,
    menu: MenuState,
    target: RwSignal<Target>,
}

impl RoleMenu {
    pub fn new(ask: Ask) -> Self {
        Self {
            ask,
            here: Here::new(),
            menu: MenuState::new(),
            target: RwSignal::new(Target::Selected),
        }
    }

    /// Opens it at the button of a row.
    pub fn open_for_row(self, key: u32, event: &ev::MouseEvent) {
        self.target.set(Target::Row(key));
        self.menu.open_at(event);
    }

    /// Opens it at the button of the selection.
    pub fn open_for_selection(self, event: &ev::MouseEvent) {
        self.target.set(Target::Selected);
        self.menu.open_at(event);
    }

    /// The roles, the highest first; the one that all of the rows have is checked.
    fn items(self) -> Vec<MenuItem> {
        let held = self.held();
        let default = self.ask.list.ui.now(|scene| scene.account.assignments().default_role());
        let item = |assigned: Assigned| MenuItem {
            value: assigned.as_str().to_owned(),
            label: words::assigned(assigned).to_owned(),
            detail: words::means(assigned, default.unwrap_or(Role::Team)),
            checked: held == Some(assigned),
        };
        let own = Role::ALL.into_iter().rev().map(Assigned::Own);
        std::iter::once(Assigned::Default).chain(own).map(item).collect()
    }

    /// The keys of the rows that are meant.
    fn keys(self) -> Vec<u32> {
        match self.target.get_untracked() {
            Target::Row(key) => vec![key],
            Target::Selected => untrack(|| self.ask.list.grid.selection()),
        }
    }

    /// What all of them are assigned, where it is one thing.
    fn held(self) -> Option<Assigned> {
        let people = untrack(|| self.ask.list.found())?.people.clone();
        let assigned = |key: &u32| Some(people.get(*key)?.assigned.unwrap_or(Assigned::Own(Role::None)));
        let keys = self.keys();
        let first = assigned(keys.first()?)?;
        keys.iter().all(|key| assigned(key) == Some(first)).then_some(first)
    }

    /// Sets the role at once, unless it takes access away or needs licenses: then it is asked first.
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
        let selected = self.target.get_untracked() == Target::Selected;
        let then = move || {
            if selected {
                self.ask.list.grid.clear();
            }
        };
        let told = move || {
            let back = before
                .filter(|before| *before != role)
                .map(|before| (whom.clone(), before));
            let undo = move || {
                let (whom, before) = back?;
                let undo = move |()| self.undo(whom.clone(), before);
                Some((words::UNDO.to_owned(), Callback::new(undo)))
            };
            ui.toasts.show(Toast {
                tone: Tone::Success,
                text: words::role_set(&effect, role),
                action: undo(),
            });
        };
        send_from(ui, self.here, asked, told, then);
    }

    /// Gives back what was held: asked first where that takes access away, as everything that does.
    fn undo(self, whom: Vec<PeopleSelector>, role: Assigned) {
        let ui = self.ask.list.ui;
        ui.toasts.dismiss();
        let asked = command(whom.clone(), role, None, None);
        match ui.now(|scene| next(scene, &asked)) {
            Some(Next::Book(events)) => {
                let Some(effect) = ui.now(|scene| RoleImpact::of(scene, &events)) else {
                    return;
                };
                send_telling(ui, asked, move || {
                    ui.tell(Tone::Success, words::role_set(&effect, role))
                });
            }
            Some(Next::Ask) if self.here.stands() => self.ask.open(Asked::Roles(whom, role)),
            // The page that asks is not there any more.
            Some(Next::Ask) => ui.tell(Tone::Info, words::UNDO_THERE),
            Some(Next::Refuse(refusal)) => ui.tell(Tone::Error, ui.why(&refusal)),
            None => (),
        }
    }
}

/// The menu itself; it stands once on the page.
#[component]
pub(crate) fn RolesMenu(menu: RoleMenu) -> impl IntoView {
    let choose = move |key: String| {
        if let Ok(role) = key.parse::<Assigned>() {
            menu.change(role);
        }
    };
    view! { <Menu state=menu.menu label=words::CHANGE_ROLE items=move || menu.items() on_choose=choose /> }
}

/// The command that gives people a role.
pub(crate) fn command(
    whom: Vec<PeopleSelector>,
    role: Assigned,
    reason: Option<FreeingReason>,
    recent_confirmed: Option<bool>,
) -> Command {
    match <[PeopleSelector; 1]>::try_from(whom) {
        Ok([people]) => Command::SetRole {
            people,
            role,
            reason,
            licenses: None,
            recent_confirmed,
        },
        Err(whom) => Command::SetRoles {
            changes: whom.into_iter().map(|people| RoleChange { people, role }).collect(),
            reason,
            licenses: None,
            recent_confirmed,
        },
    }
}

/// What the dialog says of a role: whom it takes access from, and why, or what is missing.
#[component]
pub(crate) fn RolesBody(ask: Ask, decided: Decided, effect: Effects) -> impl IntoView {
    let means = move || {
        let effect = effect.get()?;
        match ask.asked.get()? {
            _ if effect.lose.number > 0 => Some(words::remove_means(&effect)),
            Asked::Roles(_, role) => Some(words::give_means(&effect, role)),
            _ => None,
        }
    };
    let missing = move || {
        let refusal = decided.get()?.err()?;
        words::missing(&refusal).map(|_| words::NO_LICENSE_TEXT)
    };
    view! {
        <p>{means}{missing}</p>
        <Show when=move || effect.with(|effect| effect.as_ref().is_some_and(frees))>
            <Reason ask=ask />
        </Show>
    }
}

fn frees(effect: &RoleImpact) -> bool {
    effect.lose.number > 0 && effect.limited
}

/// Why a license is freed (LIC 3).
#[component]
pub(crate) fn Reason(ask: Ask) -> impl IntoView {
    let choices = vec![
        Choice::new(FreeingReason::StoppedUsing.as_str(), words::STOPPED_USING),
        Choice::new(FreeingReason::Left.as_str(), words::LEFT),
    ];
    let selected = move || {
        let unless_told = match ask.asked.get() {
            Some(Asked::Reassign(_)) => None,
            _ => Some(FreeingReason::StoppedUsing),
        };
        ask.reason
            .get()
            .or(unless_told)
            .map_or("", FreeingReason::as_str)
            .to_owned()
    };
    let choose = move |key: String| {
        // Another reason is another question.
        ask.second.set(false);
        ask.reason.set(key.parse().ok());
    };
    view! { <Segmented label=words::REASON choices=choices selected=selected on_select=choose /> }
}
