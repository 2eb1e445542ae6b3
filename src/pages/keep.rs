//! The step of a purchase that asks who keeps access (LIC 7).

use super::order_dialog::State;
use crate::components::{Button, ButtonKind, Checkbox, TextInput};
use leptos::prelude::*;
use view::PersonId;
use view::keep::{Keeper, Keeping, keeping};
use view::words::keep;

/// The step; nothing where everybody keeps access.
#[component]
pub(super) fn KeepStep(state: State) -> impl IntoView {
    let asked = Memo::new(move |_| {
        let command = state.command()?;
        state.ui.model(|scene| keeping(scene, &command))?
    });
    view! {
        <Show when=move || asked.with(Option::is_some)>
            <Question state=state asked=asked />
        </Show>
    }
}

/// The question, with a search.
#[component]
fn Question(
    /// What is decided.
    state: State,
    /// What there is to choose.
    asked: Memo<Option<Keeping>>,
) -> impl IntoView {
    let search = RwSignal::new(String::new());
    let means = move |choice: &Keeping| keep::means(choice.licences, choice.people.len());
    let count = move |choice: &Keeping| keep::chosen(chosen(state, choice).len(), choice.licences);
    let preselect = move |()| state.keep.set(None);
    let people = move |choice: &Keeping| {
        let (found, count) = choice.found(&search.get());
        let found = found.into_iter().cloned().collect();
        view! { <People state=state found=found count=count chosen=chosen(state, choice) /> }
    };
    view! {
        <fieldset class="keep">
            <legend>{keep::TITLE}</legend>
            <p>{move || asked.with(|it| it.as_ref().map(means))}</p>
            <div class="keep-tools">
                <strong role="status">{move || asked.with(|it| it.as_ref().map(count))}</strong>
                <Button kind=ButtonKind::Link on_click=preselect>{keep::PRESELECT}</Button>
            </div>
            <TextInput label=keep::SEARCH value=search />
            {move || asked.with(|it| it.as_ref().map(people))}
        </fieldset>
    }
}

/// Who is chosen now; tracked.
fn chosen(state: State, choice: &Keeping) -> Vec<PersonId> {
    state.keep.get().unwrap_or_else(|| choice.preselected())
}

/// Those who are found, each with a box.
#[component]
fn People(
    /// What is decided.
    state: State,
    /// The first who are found.
    found: Vec<Keeper>,
    /// How many are found.
    count: usize,
    /// Who is chosen.
    chosen: Vec<PersonId>,
) -> impl IntoView {
    let more = (count > found.len()).then(|| keep::listed(found.len(), count));
    let remark = if count == 0 {
        Some(keep::NOBODY.to_owned())
    } else {
        more
    };
    let one = |Keeper { id, name, detail }: Keeper| {
        let checked = chosen.contains(&id);
        let others: Vec<PersonId> = chosen.iter().filter(|other| **other != id).cloned().collect();
        let toggle = move |on: bool| {
            let mut next = others.clone();
            next.extend(on.then(|| id.clone()));
            state.keep.set(Some(next));
        };
        view! { <li><Checkbox label=name detail=detail checked=checked on_change=toggle /></li> }
    };
    view! {
        <ul class="keep-list">{found.into_iter().map(one).collect_view()}</ul>
        {remark.map(|text| view! { <p class="soft">{text}</p> })}
    }
}
