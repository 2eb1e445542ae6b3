//! What is asked in the dialog of User Management, and the command that it comes to (CHG 10).

use crate::pages::people::dialogs::outcome::Effects;
use crate::pages::people::list::List;
use crate::pages::shared::booking_dialog::{Decided, DialogBooking};
use leptos::prelude::*;
use view::words::roles as words;
use view::{Assigned, Command, FreeingReason, PeopleSelector, PersonId, Role, RoleChange};

/// How many days at first.
pub(crate) const DAYS: u32 = 90;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// A role that takes access away, or for which licenses are missing (ROL 4, LIC 5).
    Roles(Vec<PeopleSelector>, Assigned),
    /// What Default resolves to (ROL 3).
    DefaultRole,
    /// To whom a license is passed on (LIC 3).
    Reassign(PersonId),
    /// Whose licenses nobody uses (LIC 3).
    Inactive,
}

/// What the dialog works with while it is open; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Ask {
    pub list: List,
    pub asked: RwSignal<Option<Asked>>,
    /// Whether the licenses are raised where they do not suffice (LIC 5).
    pub raise: RwSignal<bool>,
    /// Why licenses are freed (LIC 3).
    pub reason: RwSignal<Option<FreeingReason>>,
    /// Whether the second question stands, since somebody was just seen (LIC 3).
    pub second: RwSignal<bool>,
    /// What Default is to resolve to.
    pub role: RwSignal<Option<Role>>,
    /// Who gets the license.
    pub heir: RwSignal<Option<PersonId>>,
    /// For how many days nobody was seen.
    pub days: RwSignal<u32>,
    /// Whose license is kept all the same.
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

    /// The command as it stands in the dialog; none while something is to be chosen first. Tracked.
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

    /// Books what is decided now.
    pub fn confirm(self, decided: Decided, effect: Effects) {
        let Some(Ok(shown)) = decided.get_untracked() else {
            return;
        };
        // Written before it is booked: afterwards it has no effect anymore.
        let told = match (self.asked.get_untracked(), effect.get_untracked()) {
            (Some(Asked::Roles(_, role)), Some(effect)) => words::role_set(&effect, role),
            (Some(Asked::DefaultRole), _) => self.role.get_untracked().map(words::default_set).unwrap_or_default(),
            (Some(Asked::Reassign(from)), _) => reassigned(self, &from),
            (_, Some(effect)) => words::freed(&effect.lose),
            _ => String::new(),
        };
        self.booking.confirm(shown, move |_| told.clone());
    }
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

/// What is announced once a license is passed on.
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
