//! The state of the User Management dialog, and its command (CHG 10).

use crate::app::context::AppContext;
use crate::components::Tone;
use crate::pages::people::dialogs::outcome::Effects;
use crate::pages::people::list::List;
use crate::pages::shared::background_booking::book;
use crate::pages::shared::booking_dialog::{Decided, DialogBooking};
use crate::store::{Announced, Work};
use leptos::prelude::*;
use std::sync::Arc;
use view::people::{Next, next, restoring};
use view::words::roles as words;
use view::{Assigned, Command, FreeingReason, PeopleSelector, PersonId, Role, RoleChange};

/// The initial number of days.
pub(crate) const DAYS: u32 = 90;

/// The subject of the dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// A role that removes access, or for which there are not enough licenses (ROL 4, LIC 5).
    Roles(Vec<PeopleSelector>, Assigned),
    /// The role that Default resolves to (ROL 3).
    DefaultRole,
    /// The person to whom this person's license is reassigned (LIC 3).
    Reassign(PersonId),
    /// The unused licenses to free (LIC 3).
    Inactive,
}

/// The state of the open dialog. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Ask {
    pub list: List,
    pub asked: RwSignal<Option<Asked>>,
    /// Whether to order more licenses if there are not enough (LIC 5).
    pub raise: RwSignal<bool>,
    /// The reason for freeing licenses (LIC 3).
    pub reason: RwSignal<Option<FreeingReason>>,
    /// Whether the second question is shown, because a person was seen recently (LIC 3).
    pub second: RwSignal<bool>,
    /// The new role that Default resolves to.
    pub role: RwSignal<Option<Role>>,
    /// The person who gets the license.
    pub heir: RwSignal<Option<PersonId>>,
    /// The number of days of inactivity.
    pub days: RwSignal<u32>,
    /// The people who keep their license anyway.
    pub keep: RwSignal<Vec<PersonId>>,
    pub booking: DialogBooking,
}

impl Ask {
    pub fn new(list: List) -> Self {
        let asked = RwSignal::new(None);
        let close = move || {
            asked.set(None);
            list.grid.clear();
        };
        Self {
            list,
            asked,
            raise: RwSignal::new(false),
            reason: RwSignal::new(None),
            second: RwSignal::new(false),
            role: RwSignal::new(None),
            heir: RwSignal::new(None),
            days: RwSignal::new(DAYS),
            keep: RwSignal::new(Vec::new()),
            booking: DialogBooking::new(list.ui, move || asked.with(Option::is_some), close),
        }
    }

    /// Opens the dialog.
    pub fn open(self, asked: Asked) {
        self.raise.set(false);
        self.reason.set(None);
        self.second.set(false);
        self.role.set(None);
        self.heir.set(None);
        self.days.set(DAYS);
        self.keep.set(Vec::new());
        self.asked.set(Some(asked));
    }

    /// The command of the dialog. `None` while something must be chosen first. Tracked.
    pub fn command(self) -> Option<Command> {
        let recent_confirmed = self.second.get().then_some(true);
        match self.asked.get()? {
            Asked::Roles(whom, role) => {
                let reason = self.reason.get();
                Some(command(whom, role, reason, recent_confirmed))
            }
            Asked::DefaultRole => Some(Command::SetDefaultRole { role: self.role.get()? }),
            Asked::Reassign(from) => Some(Command::Reassign {
                from,
                to: self.heir.get()?,
                reason: self.reason.get(),
                recent_confirmed,
            }),
            Asked::Inactive => Some(Command::FreeInactive {
                days: self.days.get(),
                keep: Some(self.keep.get()),
            }),
        }
    }

    /// Books the preview.
    pub fn confirm(self, decided: Decided, effect: Effects) {
        let Some(Ok(shown)) = decided.get_untracked() else {
            return;
        };
        // The text is written before the booking, because afterwards the command has no effect anymore.
        let told = match (self.asked.get_untracked(), effect.get_untracked()) {
            (Some(Asked::Roles(_, role)), Some(effect)) => words::role_set(&effect, role),
            (Some(Asked::DefaultRole), _) => self.role.get_untracked().map(words::default_set).unwrap_or_default(),
            (Some(Asked::Reassign(from)), _) => reassigned(self, &from),
            (_, Some(effect)) => words::freed(&effect.lose),
            _ => String::new(),
        };
        let ui = self.list.ui;
        let back = ui.now(|scene| restoring(scene, &shown.events)).flatten();
        self.booking.confirm(shown, move |_| Announced {
            text: told.clone(),
            action: back.clone().map(|command| undo(ui, command)),
        });
    }
}

/// The button that gives back what a change took away.
fn undo(ui: AppContext, command: Command) -> (String, Work) {
    let work: Work = Arc::new(move || {
        ui.toasts.dismiss();
        match ui.now(|scene| next(scene, &command)) {
            Some(Next::Book(_)) => {
                book(ui, command.clone(), |_| words::RESTORED);
            }
            Some(Next::Ask) => ui.tell(Tone::Info, words::UNDO_THERE),
            Some(Next::Refuse(refusal)) => ui.tell(Tone::Error, ui.why(&refusal)),
            None => {}
        }
    });
    (words::UNDO.to_owned(), work)
}

/// The command that assigns a role to people.
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

/// The announcement that a license was reassigned.
fn reassigned(ask: Ask, from: &PersonId) -> String {
    let heir = ask.heir.get_untracked();
    let names = ask.list.ui.now(|scene| {
        let heir = heir.as_ref().map(|id| scene.person_name(id));
        (scene.person_name(from), heir.unwrap_or_default())
    });
    names
        .map(|(from, to)| words::reassigned(&from, &to))
        .unwrap_or_default()
}
