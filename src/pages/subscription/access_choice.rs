//! The access choice in a purchase: who keeps access (LIC 7).

use crate::components::{Button, ButtonKind, Checkbox, TextInput};
use crate::pages::subscription::order_state::State;
use leptos::prelude::*;
use view::PersonId;
use view::keep::{AccessCandidate, Keeping, keeping};
use view::words::keep;

/// The access choice. Empty if everyone keeps access.
#[component]
pub(crate) fn KeepStep(state: State) -> impl IntoView {
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
    /// The state of the dialog.
    state: State,
    /// The people to choose from.
    asked: Memo<Option<Keeping>>,
) -> impl IntoView {
    let search = RwSignal::new(String::new());
    let of = move || asked.with(|it| it.as_ref().map_or((0, 0), |it| (it.licenses, it.people.len())));
    let means = move || {
        let (licenses, people) = of();
        keep::means(licenses, people)
    };
    let chosen = Memo::new(move |_| {
        let preselected = || asked.with(|it| it.as_ref().map(Keeping::preselected));
        state.keep.get().or_else(preselected).unwrap_or_default()
    });
    let count = move || keep::chosen(chosen.with(Vec::len), of().0);
    let found = Memo::new(move |_| {
        let found = asked.with(|it| {
            let (found, count) = it.as_ref()?.found(&search.get());
            Some((found.into_iter().cloned().collect::<Vec<_>>(), count))
        });
        found.unwrap_or_default()
    });
    let remark = move || match found.with(|(found, count)| (found.len(), *count)) {
        (_, 0) => Some(keep::NOBODY.to_owned()),
        (shown, count) => (count > shown).then(|| keep::listed(shown, count)),
    };
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
            <ul class="keep-list">
                <For each=move || found.get().0 key=AccessCandidate::clone let:person>
                    <Choice state=state chosen=chosen person=person />
                </For>
            </ul>
            {move || remark().map(|text| view! { <p class="soft">{text}</p> })}
        </fieldset>
    }
}

/// A person with a checkbox.
#[component]
fn Choice(
    /// The state of the dialog.
    state: State,
    /// The people who are chosen now.
    chosen: Memo<Vec<PersonId>>,
    /// The person.
    person: AccessCandidate,
) -> impl IntoView {
    let AccessCandidate { id, name, detail } = person;
    let asked = id.clone();
    let checked = Signal::derive(move || chosen.with(|chosen| chosen.contains(&asked)));
    let toggle = move |on: bool| {
        let mut next = chosen.get_untracked();
        next.retain(|other| *other != id);
        next.extend(on.then(|| id.clone()));
        state.keep.set(Some(next));
    };
    view! { <li><Checkbox label=name detail=detail checked=checked on_change=toggle /></li> }
}
