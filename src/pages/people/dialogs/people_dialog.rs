//! The dialog of User Management: the preview of a change with its cost and the people affected (CHG 10).

use crate::pages::people::dialogs::default_role::DefaultRoleBody;
use crate::pages::people::dialogs::inactive::InactiveBody;
use crate::pages::people::dialogs::outcome::{Decision, Effects, Refused, effect, raised};
use crate::pages::people::dialogs::people_state::{Ask, Asked};
use crate::pages::people::dialogs::reassign::ReassignBody;
use crate::pages::people::dialogs::roles::RolesBody;
use crate::pages::people::dialogs::second_question::{Second, SecondQuestion};
use crate::pages::shared::booking_dialog::{BookingDialog, Decided};
use crate::pages::shared::order_preview::shown;
use leptos::prelude::*;
use view::words::roles as words;
use view::{Assigned, Role};

/// The dialog. It is open while a change is being decided.
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
        <BookingDialog
            booking=ask.booking
            open=open
            on_close=move |()| ask.asked.set(None)
            title=title
            confirm=confirm_words
            keep=words::KEEP
            danger=danger
            disabled_reason=blocked
            on_confirm=confirm
        >
            <Body ask=ask decision=decision effect=effect />
            <SecondQuestion second=second />
        </BookingDialog>
    }
}

/// The content of the dialog.
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
        {asked}
        {outcome}
    }
}

/// The title, and the text of the button.
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
