//! Reassigns a license: to whom, and why (LIC 3).

use crate::components::TextInput;
use crate::pages::people::dialogs::people_state::Ask;
use crate::pages::people::dialogs::roles::Reason;
use leptos::{ev, prelude::*};
use view::people::add::{Candidate, search as find};
use view::words::{keep, roles};
use view::{PersonId, words};

/// The choice of the person, and the reason.
#[component]
pub(crate) fn ReassignBody(ask: Ask, from: PersonId) -> impl IntoView {
    let means = ask.list.ui.now(|scene| {
        let role = scene.account.assignments().role(&from, scene.people);
        roles::reassign_means(&scene.person_name(&from), words::role(role))
    });
    let search = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let people = untrack(|| ask.list.found())?.people.clone();
        ask.list.ui.model(|scene| find(scene, &people, &search.get()))
    });
    let remark = move || {
        let (listed, count) = found.with(|found| found.as_ref().map(|(found, count)| (found.len(), *count)))?;
        match count {
            0 => Some(roles::NO_HEIR.to_owned()),
            count => (count > listed).then(|| keep::listed(listed, count)),
        }
    };
    view! {
        <p>{means}</p>
        <Reason ask=ask />
        <TextInput label=roles::SEARCH_HEIR value=search />
        <fieldset class="keep">
            <legend>{roles::CHOOSE_HEIR}</legend>
            <ul class="keep-list">
                <For
                    each=move || found.get().map(|(found, _)| found).unwrap_or_default()
                    key=Candidate::clone
                    children=move |heir| view! { <Heir ask=ask heir=heir /> }
                />
            </ul>
            {move || remark().map(|text| view! { <p class="soft">{text}</p> })}
        </fieldset>
    }
}

/// A person who can get the license.
#[component]
fn Heir(ask: Ask, heir: Candidate) -> impl IntoView {
    let Candidate { id, name, email } = heir;
    let own = id.clone();
    let checked = move || ask.heir.with(|chosen| chosen.as_ref() == Some(&own));
    let choose = move |_: ev::Event| ask.heir.set(Some(id.clone()));
    view! {
        <li>
            <label class="checkbox">
                <input type="radio" name="heir" prop:checked=checked on:change=choose />
                <span dir="auto" class="checkbox-label">{name}</span>
                <span class="soft">{email}</span>
            </label>
        </li>
    }
}
