//! Adds people: the viewer searches, pastes or loads a list, or selects groups, sees the effect, and assigns licenses
//! (ROL 5, LIC 5).

use crate::components::{Button, ButtonKind, Choice, IconName, Select, Tabs};
use crate::pages::people::dialogs::add_methods::{ByGroup, ByList, BySearch};
use crate::pages::people::dialogs::add_state::{Derived, GROUP, LIST, SEARCH, State};
use crate::pages::people::dialogs::outcome::{Outcome, count, raised, reason};
use crate::pages::people::list::List;
use crate::pages::shared::booking_dialog::BookingDialog;
use leptos::prelude::*;
use view::people::add::{self, ROLES};
use view::words::people_csv;

/// The button that opens the dialog, and the dialog.
#[component]
pub(crate) fn AddPeople(list: List) -> impl IntoView {
    let ui = list.ui;
    let state = State::new(list);
    let derived = Derived::new(state);
    let decided = derived.asked.decided;
    let blocked = move || match decided.get() {
        None => Some(people_csv::CHOOSE_FIRST.to_owned()),
        Some(decided) => Some(reason(ui, &decided.err()?)),
    };
    view! {
        <Button
            kind=ButtonKind::Primary
            icon=IconName::Plus
            disabled_reason=move || ui.model(add::refusal).flatten()
            on_click=move |()| state.start()
        >
            {people_csv::ADD}
        </Button>
        <BookingDialog
            booking=state.booking
            open=state.open
            on_close=move |()| state.open.set(false)
            title=people_csv::ADD
            confirm=move || confirm_words(state, derived)
            keep=people_csv::KEEP
            disabled_reason=blocked
            on_confirm=move |()| confirm(state, derived)
        >
            <Body state=state derived=derived />
        </BookingDialog>
    }
}

/// Books the preview.
fn confirm(state: State, derived: Derived) {
    let Some(Ok(shown)) = derived.asked.decided.get_untracked() else {
        return;
    };
    // The text is written before the booking, because afterwards the command has no effect anymore.
    let effect = derived.effect.get_untracked();
    let told = effect.as_ref().map(people_csv::added).unwrap_or_default();
    state.booking.confirm(shown, move |_| told.clone());
}

/// "Give 5 people a license".
fn confirm_words(state: State, derived: Derived) -> String {
    let ui = state.ui;
    let chosen = || count(ui, derived.chosen.with(Vec::len));
    match derived.effect.get() {
        Some(effect) if effect.gain.number == 0 => {
            let label = state
                .given()
                .and_then(|role| ui.model(|scene| add::role_label(scene, role)));
            people_csv::give_role(&effect.people, &label.unwrap_or_default())
        }
        Some(effect) => people_csv::add(&effect.gain, raised(derived.asked.decided, derived.effect).as_ref()),
        None => people_csv::add(&chosen(), None),
    }
}

/// The content of the dialog.
#[component]
fn Body(state: State, derived: Derived) -> impl IntoView {
    let tab = |key: &'static str, label: &'static str| (key, Signal::stored(label.to_owned()));
    let ways = vec![
        tab(SEARCH, people_csv::BY_SEARCH),
        tab(LIST, people_csv::BY_LIST),
        tab(GROUP, people_csv::BY_GROUP),
    ];
    let way = move || match state.way.get().as_str() {
        LIST => view! { <ByList state=state derived=derived /> }.into_any(),
        GROUP => view! { <ByGroup state=state derived=derived /> }.into_any(),
        _ => view! { <BySearch state=state /> }.into_any(),
    };
    let choices = state.ui.now(|scene| {
        let choices = ROLES.map(|role| Choice::new(role.as_str(), add::role_label(scene, role)));
        choices.to_vec()
    });
    let chosen = move || people_csv::chosen(&count(state.ui, derived.chosen.with(Vec::len)));
    // The people to add have no access yet. So if no one gains access, the role is one that gives none.
    let in_vain = move || {
        derived
            .effect
            .with(|effect| effect.as_ref().is_some_and(|effect| effect.gain.number == 0))
    };
    view! {
        <Tabs
            label=people_csv::WAYS
            tabs=ways
            selected=state.way
            on_select=move |key: String| state.way.set(key)
        >
            {way}
        </Tabs>
        <p class="people-chosen"><strong role="status">{chosen}</strong></p>
        <div class="form">
            <Select
                label=people_csv::ROLE
                choices=choices.unwrap_or_default()
                selected=state.role
                on_select=move |key: String| state.role.set(key)
            />
        </div>
        <Show when=in_vain>
            <p>{people_csv::NO_ACCESS}</p>
        </Show>
        <Outcome asked=derived.asked effect=derived.effect raise=state.raise />
    }
}
