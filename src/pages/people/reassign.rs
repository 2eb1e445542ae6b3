//! Passing a licence on: to whom, and why (LIC 3).

use super::ask::Ask;
use super::roles::reason;
use crate::components::TextInput;
use crate::dom::{Node, view};
use leptos::{ev, prelude::*};
use view::people::add::{Candidate, search as find};
use view::words::{keep, roles};
use view::{PersonId, words};

/// The choice of who gets it, and the reason.
pub(super) fn body(ask: Ask, from: &PersonId) -> Node {
    let holder = from.clone();
    let means = ask.list.ui.now(|scene| {
        let role = scene.account.roster.role(&holder, scene.people);
        roles::reassign_means(&scene.person_name(&holder), words::role(role))
    });
    let search = RwSignal::new(String::new());
    let found = move || {
        let people = untrack(|| ask.list.found())?.people.clone();
        ask.list.ui.model(|scene| find(scene, &people, &search.get()))
    };
    let listed = move || {
        let (found, count) = found()?;
        let remark = match count {
            0 => Some(roles::NO_HEIR.to_owned()),
            count => (count > found.len()).then(|| keep::listed(found.len(), count)),
        };
        let options: Vec<Node> = found.into_iter().map(|it| option(ask, it)).collect();
        Some(view! {
            <fieldset class="keep">
                <legend>{roles::CHOOSE_HEIR}</legend>
                <ul class="keep-list">{options}</ul>
                {remark.map(|text| view! { <p class="soft">{text}</p> })}
            </fieldset>
        })
    };
    view! {
        <p>{means}</p>
        {reason(ask)}
        <TextInput label=roles::SEARCH_HEIR value=search />
        {listed}
    }
}

fn option(ask: Ask, heir: Candidate) -> Node {
    let Candidate { id, name, email } = heir;
    let checked = ask.heir.with(|chosen| chosen.as_ref() == Some(&id));
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

/// What is told once it is passed on.
pub(super) fn told(ask: Ask, from: &PersonId) -> String {
    let heir = ask.heir.get_untracked();
    let names = ask.list.ui.now(|scene| {
        let heir = heir.as_ref().map(|id| scene.person_name(id));
        (scene.person_name(from), heir.unwrap_or_default())
    });
    names
        .map(|(from, to)| roles::reassigned(&from, &to))
        .unwrap_or_default()
}
