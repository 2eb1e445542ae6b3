//! The dialog that answers a request: the role and what it comes to, or why not (ACC 5, ACC 6, LIC 5).

use super::list::List;
use crate::components::{Button, ButtonKind, Choice, Dialog, LinkButton, MessageCard, Select, TextArea, Tone};
use crate::dom::{Node, view};
use crate::pages::blocked::quoted;
use crate::pages::order_body::shown;
use crate::pages::scene::Ui;
use crate::pages::sending::{Decided, Sending};
use crate::view::order::preview;
use crate::view::people::{
    Room, answered, comes_to, decline, first_role, grant, person_name, role_choices, room, waiting_for,
};
use crate::view::requests::too_long;
use crate::view::route::Page;
use crate::view::words::requests as words;
use crate::view::{Command, Event, PersonId, Refusal};
use leptos::prelude::*;

/// Who is being answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answering {
    /// Who has asked.
    pub person: PersonId,
    /// Whether they are to get access.
    pub grant: bool,
}

/// What the dialog works with while it is open.
#[derive(Clone, Copy)]
struct State {
    ui: Ui,
    answering: RwSignal<Option<Answering>>,
    /// The key of the role.
    role: RwSignal<String>,
    word: RwSignal<String>,
    /// To how many licences the subscription is raised; 0: not at all.
    raise: RwSignal<u32>,
    sending: Sending,
}

impl State {
    /// The command as it stands in the dialog; tracked.
    fn command(self) -> Option<Command> {
        let Answering { person, grant: yes } = self.answering.get()?;
        let word = self.word.get();
        if !yes {
            return Some(decline(&person, &word));
        }
        let (key, raise) = (self.role.get(), self.raise.get());
        let choices = self.ui.model(role_choices)?;
        let choice = choices.into_iter().find(|choice| choice.role.key() == key)?;
        Some(grant(&person, choice.role, &word, (raise > 0).then_some(raise)))
    }

    fn open(self) {
        let first = self.ui.now(|scene| first_role(scene).key()).unwrap_or_default();
        self.role.set(first.to_owned());
        self.word.set(String::new());
        self.raise.set(0);
        self.sending.open();
    }

    fn close(self) {
        self.sending.close();
        self.answering.set(None);
    }

    /// Closes the dialog and tells what was booked.
    fn booked(self) -> Callback<Vec<Event>> {
        Callback::new(move |_| {
            let command = untrack(|| self.command());
            let told = command.and_then(|command| self.ui.now(|scene| answered(scene, &command)));
            self.answering.set(None);
            self.ui.tell(Tone::Success, told.unwrap_or_default());
        })
    }

    fn name(self, of: &Answering) -> String {
        self.ui.now(|scene| person_name(scene, &of.person)).unwrap_or_default()
    }
}

/// The dialog; it stands open while somebody is being answered.
pub(super) fn dialog(list: List) -> AnyView {
    let state = State {
        ui: list.ui,
        answering: list.answering,
        role: RwSignal::new(String::new()),
        word: RwSignal::new(String::new()),
        raise: RwSignal::new(0),
        sending: Sending::new(list.ui),
    };
    let open = Memo::new(move |_| state.answering.get().is_some());
    Effect::new(move |_| {
        if open.get() {
            untrack(|| state.open());
        }
    });
    let decide = move |_: Option<&_>| {
        let command = state.command()?;
        state.ui.model(|scene| preview(scene, &command))
    };
    let decided: Decided = Memo::new_with_compare(decide, |_, _| true);
    let confirm = move |()| {
        if let Some(Ok(shown)) = decided.get_untracked() {
            state.sending.confirm(shown, state.booked());
        }
    };
    let title = move || match state.answering.get() {
        Some(it) if it.grant => words::give_to(&state.name(&it)),
        Some(it) => words::decline_title(&state.name(&it)),
        None => String::new(),
    };
    let label = move || match (state.answering.get(), state.raise.get()) {
        (Some(it), _) if !it.grant => words::CONFIRM_DECLINE.to_owned(),
        (_, 0) => words::GIVE.to_owned(),
        (_, licences) => {
            let number = state.ui.model(|scene| scene.format.number(licences));
            words::raise_and_give(&number.unwrap_or_default())
        }
    };
    // What stands in the way is in plain sight above the button.
    let held = move || {
        let goes = matches!(decided.get(), Some(Ok(_))) && too_long(&state.word.get()).is_none();
        (!goes).then(String::new)
    };
    let busy = Signal::derive(move || state.sending.busy());
    let footer = move || {
        view! {
            <Button disabled_reason=Signal::derive(move || busy.get().then(String::new)) on_click=move |()| state.close()>
                {words::KEEP}
            </Button>
            <Button kind=ButtonKind::Primary busy=busy disabled_reason=Signal::derive(held) on_click=confirm>
                {move || label()}
            </Button>
        }
    };
    view! {
        <Dialog
            open=open
            on_close=move |()| state.close()
            title=Signal::derive(title)
            busy=busy
            wide=Signal::derive(move || state.raise.get() > 0)
            footer=footer
        >
            {body(state, decided)}
        </Dialog>
    }
    .into_any()
}

/// What stands between title and buttons; built when the dialog opens.
fn body(state: State, decided: Decided) -> Node {
    let Some(answering) = state.answering.get_untracked() else {
        return Node::Nothing;
    };
    let request = state.ui.now(|scene| waiting_for(scene, &answering.person)).flatten();
    let asked = request.map(|request| {
        view! {
            <p class="soft">{words::on(&request.on.text)}</p>
            {request.why.map(quoted)}
        }
    });
    let grant = answering.grant;
    let outcome = move || match decided.get()? {
        Ok(mut preview) if state.raise.get() > 0 => {
            // Only the licences change, and what they cost has to be in sight.
            preview.comparison.retain(|it| it.changed);
            Some(Node::View(shown(preview)))
        }
        Ok(preview) if grant => {
            let text = state.ui.model(|scene| comes_to(scene, &preview.command)).flatten();
            text.map(|text| view! { <p role="status">{text}</p> })
        }
        Ok(_) => None,
        Err(refusal) => Some(refused(state, &refusal)),
    };
    view! {
        {move || state.sending.trouble()}
        {asked}
        {(!grant).then(|| view! { <p>{words::DECLINE_MEANS}</p> })}
        {grant.then(|| roles(state))}
        <TextArea
            label=words::WORD
            value=state.word
            rows=3
            hint=words::WORD_HINT
            error=Signal::derive(move || too_long(&state.word.get()))
        />
        {outcome}
        {move || state.sending.progress(decided, state.booked())}
    }
}

/// The role to give.
fn roles(state: State) -> Node {
    let choices = state.ui.now(role_choices).unwrap_or_default();
    let choice = |it: crate::view::people::RoleChoice| Choice {
        disabled_reason: (!it.opens).then(|| words::NO_ACCESS.to_owned()),
        ..Choice::new(it.role.key(), it.label)
    };
    view! {
        <Select
            label=words::ROLE
            choices=choices.into_iter().map(choice).collect()
            selected=state.role
            on_select=move |key: String| state.role.set(key)
        />
    }
}

/// What is refused, why, and the way out for who may go it.
fn refused(state: State, refusal: &Refusal) -> Node {
    let command = untrack(|| state.command());
    let room = command.and_then(|command| state.ui.model(|scene| room(scene, &command, refusal)));
    let text = refusal.message();
    let (more, action) = match room.flatten() {
        Some(Room::Raise(needed)) => {
            let number = state.ui.now(|scene| scene.format.number(needed)).unwrap_or_default();
            let raise =
                view! { <Button on_click=move |()| state.raise.set(needed)>{words::raise_to(&number)}</Button> };
            (None, Some(raise.into_any()))
        }
        Some(Room::AnotherPlan(why)) => {
            let plans = state.ui.store.href(Page::Plans.path());
            (
                Some(why),
                Some(view! { <LinkButton href=plans>{words::SEE_PLANS}</LinkButton> }.into_any()),
            )
        }
        Some(Room::Ask(who)) => (Some(who), None),
        None => (None, None),
    };
    let more = more.map(|more| view! { <p>{more}</p> });
    view! { <MessageCard tone=Tone::Warning action=action.into_any()>{text}{more}</MessageCard> }
}
