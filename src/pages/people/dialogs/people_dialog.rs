//! The dialog of User Management: what is asked before it is booked, with what it costs and whom it touches (CHG 10).

use crate::components::ConfirmDialog;
use crate::pages::people::dialogs::default_role::DefaultRoleBody;
use crate::pages::people::dialogs::inactive::InactiveBody;
use crate::pages::people::dialogs::outcome::{Decision, Effects, Refused, effect, raised};
use crate::pages::people::dialogs::reassign::ReassignBody;
use crate::pages::people::dialogs::second_question::{Second, SecondQuestion};
use crate::pages::people::dialogs::{inactive, reassign};
use crate::pages::people::list::List;
use crate::pages::people::role_menu;
use crate::pages::people::role_menu::RolesBody;
use crate::pages::shared::booking_dialog::{Booked, Decided, Sending};
use crate::pages::shared::order_preview::shown;
use leptos::prelude::*;
use view::words::roles as words;
use view::{Assigned, Command, FreeingReason, PeopleSelector, PersonId, Role};

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
    sending: Sending,
}

impl Ask {
    pub fn new(list: List) -> Self {
        Self {
            list,
            asked: RwSignal::new(None),
            raise: RwSignal::new(false),
            reason: RwSignal::new(None),
            second: RwSignal::new(false),
            role: RwSignal::new(None),
            heir: RwSignal::new(None),
            days: RwSignal::new(inactive::DAYS),
            keep: RwSignal::new(Vec::new()),
            sending: Sending::new(list.ui),
        }
    }

    /// Opens the dialog.
    pub fn open(self, asked: Asked) {
        self.raise.set(false);
        self.reason.set(None);
        self.second.set(false);
        self.role.set(None);
        self.heir.set(None);
        self.days.set(inactive::DAYS);
        self.keep.set(Vec::new());
        self.sending.open();
        self.asked.set(Some(asked));
    }

    fn close(self) {
        self.sending.close();
        self.asked.set(None);
    }

    /// The command as it stands in the dialog; none while something is to be chosen first. Tracked.
    fn command(self) -> Option<Command> {
        let recent_confirmed = self.second.get().then_some(true);
        match self.asked.get()? {
            Asked::Roles(whom, role) => {
                let reason = self.reason.get();
                Some(role_menu::command(whom, role, reason, recent_confirmed))
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

    /// Books what is decided now; closes the dialog and tells what was booked.
    fn confirm(self, decided: Decided, effect: Effects) {
        let Some(Ok(shown)) = decided.get_untracked() else {
            return;
        };
        // As it was shown: once it is booked, it does nothing more.
        let told = match (self.asked.get_untracked(), effect.get_untracked()) {
            (Some(Asked::Roles(_, role)), Some(effect)) => words::role_set(&effect, role),
            (Some(Asked::DefaultRole), _) => self.role.get_untracked().map(words::default_set).unwrap_or_default(),
            (Some(Asked::Reassign(from)), _) => reassign::told(self, &from),
            (_, Some(effect)) => words::freed(&effect.lose),
            _ => String::new(),
        };
        let close = move || {
            self.asked.set(None);
            self.list.grid.clear();
        };
        self.sending.confirm(shown, Booked::new(|_| told, close));
    }
}

/// The dialog; it stands open while something is asked.
#[component]
pub(crate) fn PeopleDialog(ask: Ask) -> impl IntoView {
    let open = Memo::new(move |_| ask.asked.with(Option::is_some));
    let decision = Decision::new(ask.list.ui, ask.raise, move || ask.command());
    let decided = decision.decided;
    let effect = effect(ask.list.ui, decided);
    let second = Second::new(ask.list.ui, decided, ask.second);
    let blocked = move || match decided.get() {
        Some(Ok(_)) => None,
        Some(Err(refusal)) => Some(if words::missing(&refusal).is_some() {
            String::new()
        } else {
            ask.list.ui.why(&refusal)
        }),
        None => Some(match ask.asked.get() {
            Some(Asked::Reassign(_)) => words::CHOOSE_HEIR.to_owned(),
            _ => String::new(),
        }),
    };
    let title = move || labels(ask, decided, effect).0;
    let confirm_words = move || second.confirm(labels(ask, decided, effect).1);
    let confirm = move |()| {
        if !second.asks() {
            ask.confirm(decided, effect);
        }
    };
    let danger = move || match ask.asked.get() {
        Some(Asked::Roles(_, role)) => role == Assigned::Own(Role::None),
        _ => false,
    };
    view! {
        <ConfirmDialog
            open=open
            on_close=move |()| ask.close()
            title=title
            confirm=confirm_words
            keep=words::KEEP
            danger=danger
            disabled_reason=blocked
            busy=move || ask.sending.busy()
            on_confirm=confirm
        >
            <Body ask=ask decision=decision effect=effect />
            <SecondQuestion second=second />
        </ConfirmDialog>
    }
}

/// What stands between title and buttons.
#[component]
fn Body(ask: Ask, decision: Decision, effect: Effects) -> impl IntoView {
    let decided = decision.decided;
    let asked = ask.asked.get_untracked().map(|asked| match asked {
        Asked::Roles(..) => view! { <RolesBody ask=ask decided=decided effect=effect /> }.into_any(),
        Asked::DefaultRole => view! { <DefaultRoleBody ask=ask effect=effect /> }.into_any(),
        Asked::Reassign(from) => view! { <ReassignBody ask=ask from=from /> }.into_any(),
        Asked::Inactive => view! { <InactiveBody ask=ask /> }.into_any(),
    });
    let outcome = move || match decided.get()? {
        Ok(preview) if preview.lines.is_empty() => None,
        Ok(preview) => Some(shown(preview).into_any()),
        Err(refusal) => {
            let command = decision.command.run(());
            Some(view! { <Refused command=command refusal=refusal raise=ask.raise /> }.into_any())
        }
    };
    view! {
        {move || ask.sending.trouble()}
        {asked}
        {outcome}
        {move || ask.sending.progress(move |()| ask.confirm(decided, effect))}
    }
}

/// The title and the words of the button.
fn labels(ask: Ask, decided: Decided, effect: Effects) -> (String, String) {
    match (ask.asked.get(), effect.get()) {
        (Some(Asked::Roles(_, role)), Some(effect)) if effect.lose.number > 0 || role == Assigned::Own(Role::None) => {
            (words::remove_title(&effect), words::remove(&effect))
        }
        (Some(Asked::Roles(_, role)), _) => match raised(decided, effect) {
            Some(licenses) => (words::give_title(role), words::raise_and_give(&licenses)),
            None => (words::MORE_LICENSES.to_owned(), words::give_title(role)),
        },
        (Some(Asked::DefaultRole), _) => {
            let confirm = ask
                .role
                .get()
                .map_or_else(|| words::CHANGE_DEFAULT.to_owned(), words::set_default);
            (words::DEFAULT_ROLE.to_owned(), confirm)
        }
        (Some(Asked::Reassign(_)), _) => {
            let heir = ask
                .heir
                .get()
                .and_then(|id| ask.list.ui.now(|scene| scene.person_name(&id)));
            (words::REASSIGN.to_owned(), words::reassign(heir.as_deref()))
        }
        (Some(Asked::Inactive), effect) => (
            words::FREE_INACTIVE.to_owned(),
            words::free(&effect.map(|effect| effect.lose).unwrap_or_default()),
        ),
        (None, _) => (String::new(), String::new()),
    }
}
