//! The step of a purchase that asks who keeps access (LIC 7).

use super::order_dialog::State;
use crate::components::{Button, ButtonKind, Checkbox, TextInput};
use crate::dom::{Node, view};
use leptos::prelude::*;
use view::PersonId;
use view::keep::{Keeper, Keeping, keeping};
use view::words::keep;

/// The step; nothing where everybody keeps access.
#[component]
pub(super) fn KeepStep(state: State) -> impl IntoView {
    let asked = Memo::new(move |_| choice(state).is_some());
    move || asked.get().then(|| step(state))
}

/// What there is to choose; tracked.
fn choice(state: State) -> Option<Keeping> {
    let command = state.command()?;
    state.ui.model(|scene| keeping(scene, &command))?
}

fn step(state: State) -> Node {
    let search = RwSignal::new(String::new());
    let means = move || choice(state).map(|it| keep::means(it.licences, it.people.len()));
    let count = move || choice(state).map(|it| keep::chosen(chosen(state, &it).len(), it.licences));
    let preselect = move |()| state.keep.set(None);
    view! {
        <fieldset class="keep">
            <legend>{keep::TITLE}</legend>
            <p>{means}</p>
            <div class="keep-tools">
                <strong role="status">{count}</strong>
                <Button kind=ButtonKind::Link on_click=preselect>{keep::PRESELECT}</Button>
            </div>
            <TextInput label=keep::SEARCH value=search />
            {move || choice(state).map(|it| list(state, &it, &search.get()))}
        </fieldset>
    }
}

/// Who is chosen now.
fn chosen(state: State, choice: &Keeping) -> Vec<PersonId> {
    state.keep.get().unwrap_or_else(|| choice.preselected())
}

fn list(state: State, choice: &Keeping, search: &str) -> Node {
    let chosen = chosen(state, choice);
    let (found, count) = choice.found(search);
    let more = (count > found.len()).then(|| keep::listed(found.len(), count));
    let remark = if count == 0 {
        Some(keep::NOBODY.to_owned())
    } else {
        more
    };
    let people: Vec<Node> = found.into_iter().map(|person| one(state, person, &chosen)).collect();
    view! {
        <ul class="keep-list">{people}</ul>
        {remark.map(|text| view! { <p class="soft">{text}</p> })}
    }
}

/// Somebody with their box.
fn one(state: State, person: &Keeper, chosen: &[PersonId]) -> Node {
    let id = person.id.clone();
    let others: Vec<PersonId> = chosen.iter().filter(|other| **other != id).cloned().collect();
    let toggle = move |on: bool| {
        let mut next = others.clone();
        next.extend(on.then(|| id.clone()));
        state.keep.set(Some(next));
    };
    let (label, detail) = (person.name.clone(), person.detail.clone());
    let checked = chosen.contains(&person.id);
    let person = view! { <Checkbox label=label detail=detail checked=checked on_change=toggle /> };
    view! { <li>{person}</li> }
}
