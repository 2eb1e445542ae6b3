//! The dialog that answers an access request: the role and its effect, or the reason for declining (ACC 5, ACC 6,
//! LIC 5).

use crate::app::context::AppContext;
use crate::components::{Choice, Select, TextArea};
use crate::pages::access::no_access::Quote;
use crate::pages::people::answering::Answering;
use crate::pages::people::dialogs::outcome::{Decision, Refused, effect, raised};
use crate::pages::people::list::List;
use crate::pages::shared::booking_dialog::{BookingDialog, Decided, DialogBooking};
use crate::pages::shared::order_preview::shown;
use leptos::prelude::*;
use view::people::{RoleChoice, answered, comes_to, decline, first_role, grant, role_choices, waiting_for};
use view::requests::too_long;
use view::words::requests as words;
use view::{Command, PersonId};

/// The state of the open dialog.
#[derive(Clone, Copy)]
struct State {
    ui: AppContext,
    answering: RwSignal<Option<Answering>>,
    /// The key of the role.
    role: RwSignal<String>,
    word: RwSignal<String>,
    /// Whether to order more licenses if none is free (LIC 5).
    raise: RwSignal<bool>,
    booking: DialogBooking,
}

impl State {
    /// The command of the dialog; tracked.
    fn command(self) -> Option<Command> {
        let Answering { person, grant: yes } = self.answering.get()?;
        let word = self.word.get();
        if !yes {
            return Some(decline(&person, &word));
        }
        let key = self.role.get();
        let choices = self.ui.model(role_choices)?;
        let choice = choices.into_iter().find(|choice| choice.role.as_str() == key)?;
        Some(grant(&person, choice.role, &word))
    }

    fn open(self) {
        let first = self.ui.now(|scene| first_role(scene).as_str()).unwrap_or_default();
        self.role.set(first.to_owned());
        self.word.set(String::new());
        self.raise.set(false);
    }

    /// Books the preview.
    fn confirm(self, decided: Decided) {
        let Some(Ok(shown)) = decided.get_untracked() else {
            return;
        };
        let (ui, command) = (self.ui, shown.command.clone());
        let announcement = move |_: &[_]| ui.now(|scene| answered(scene, &command)).unwrap_or_default();
        self.booking.confirm(shown, announcement);
    }

    fn name(self, of: &Answering) -> String {
        self.ui.now(|scene| scene.person_name(&of.person)).unwrap_or_default()
    }
}

/// The dialog. It is open while a request is being answered.
#[component]
pub(crate) fn AnswerDialog(list: List) -> impl IntoView {
    let answering = list.answering;
    let is_open = move || answering.with(Option::is_some);
    let state = State {
        ui: list.ui,
        answering,
        role: RwSignal::new(String::new()),
        word: RwSignal::new(String::new()),
        raise: RwSignal::new(false),
        booking: DialogBooking::new(list.ui, is_open, move || answering.set(None)),
    };
    let open = Memo::new(move |_| state.answering.get().is_some());
    Effect::new(move |_| {
        if open.get() {
            untrack(|| state.open());
        }
    });
    let asked = Decision::new(state.ui, state.raise, move || state.command());
    let decided = asked.decided;
    let effect = effect(state.ui, decided);
    let title = move || match state.answering.get() {
        Some(it) if it.grant => words::give_to(&state.name(&it)),
        Some(it) => words::decline_title(&state.name(&it)),
        None => String::new(),
    };
    let label = move || match (state.answering.get(), raised(decided, effect)) {
        (Some(it), _) if !it.grant => words::CONFIRM_DECLINE.to_owned(),
        (_, None) => words::GIVE.to_owned(),
        (_, Some(licenses)) => words::raise_and_give(&licenses.text),
    };
    // The reason is visible above the button.
    let held = move || {
        let goes = matches!(decided.get(), Some(Ok(_))) && too_long(&state.word.get()).is_none();
        (!goes).then(String::new)
    };
    view! {
        <BookingDialog
            booking=state.booking
            open=open
            on_close=move |()| answering.set(None)
            title=title
            confirm=label
            keep=words::KEEP
            wide=state.raise
            disabled_reason=held
            on_confirm=move |()| state.confirm(decided)
        >
            <Body state=state asked=asked />
        </BookingDialog>
    }
}

/// The content of the dialog, built when it opens.
#[component]
fn Body(state: State, asked: Decision) -> impl IntoView {
    let answering = state.answering.get_untracked();
    answering.map(|Answering { person, grant }| {
        view! {
            <Asked ui=state.ui person=person />
            {if grant {
                view! { <RoleSelect state=state /> }.into_any()
            } else {
                view! { <p>{words::DECLINE_MEANS}</p> }.into_any()
            }}
            <TextArea
                label=words::WORD
                value=state.word
                rows=3
                hint=words::WORD_HINT
                error=move || too_long(&state.word.get())
            />
            <Outcome state=state asked=asked grant=grant />
        }
    })
}

/// When the person asked, and what they wrote.
#[component]
fn Asked(ui: AppContext, person: PersonId) -> impl IntoView {
    let request = ui.now(|scene| waiting_for(scene, &person)).flatten();
    request.map(|request| {
        view! {
            <p class="soft">{words::on(&request.on.text)}</p>
            {request.why.map(|text| view! { <Quote text=text /> })}
        }
    })
}

/// The effect of the answer, or why it is refused.
#[component]
fn Outcome(state: State, asked: Decision, grant: bool) -> impl IntoView {
    move || match asked.decided.get()? {
        Ok(mut preview) if !preview.lines.is_empty() => {
            // Only the licenses change, and their cost must be visible.
            preview.comparison.retain(|it| it.changed);
            Some(shown(preview).into_any())
        }
        Ok(preview) if grant => {
            let text = state.ui.model(|scene| comes_to(scene, &preview.command)).flatten()?;
            Some(view! { <p role="status">{text}</p> }.into_any())
        }
        Ok(_) => None,
        Err(refusal) => {
            let command = asked.command.run(());
            Some(view! { <Refused command=command refusal=refusal raise=state.raise /> }.into_any())
        }
    }
}

/// The choice of the role.
#[component]
fn RoleSelect(state: State) -> impl IntoView {
    let choices = state.ui.now(role_choices).unwrap_or_default();
    let choice = |it: RoleChoice| Choice {
        disabled_reason: (!it.opens).then(|| words::NO_ACCESS.to_owned()),
        ..Choice::new(it.role.as_str(), it.label)
    };
    let choices: Vec<Choice> = choices.into_iter().map(choice).collect();
    view! {
        <Select
            label=words::ROLE
            choices=choices
            selected=state.role
            on_select=move |key: String| state.role.set(key)
        />
    }
}
