//! The ways of choosing whom to add: by searching, by a list, by a group. What was chosen one way stays chosen while
//! another way is in sight.

use super::adding::{Brought, Derived, State};
use super::grouping;
use super::outcome::count;
use crate::components::{Checkbox, Disclosure, MessageCard, SearchBox, Tone};
use crate::dom::{Node, view};
use crate::pages::scene::Ui;
use crate::store::Grouping;
use leptos::prelude::*;
use view::people::add::{Candidate, Report, search};
use view::words::{people_csv, reading};

/// So many people of a report are listed.
pub(super) const LISTED: usize = 100;

/// Searching the unlicensed, letter by letter.
pub(super) fn by_search(state: State) -> AnyView {
    let found = move || {
        let found = state.list.found()?;
        let (candidates, count) = state
            .ui
            .model(|scene| search(scene, &found.people, &state.typed.get()))?;
        Some(candidates_view(state, candidates, count))
    };
    view! {
        <SearchBox
            label=people_csv::SEARCH
            clear=people_csv::CLEAR_SEARCH
            value=state.typed
            on_input=move |text: String| state.typed.set(text)
        />
        {move || found()}
    }
    .into_any()
}

fn candidates_view(state: State, candidates: Vec<Candidate>, found: usize) -> Node {
    let (ui, listed) = (state.ui, candidates.len());
    let remark = match found {
        0 => Some(people_csv::NOBODY.to_owned()),
        found if found > listed => Some(people_csv::listed(&count(ui, listed), &count(ui, found))),
        _ => None,
    };
    let picked = state.picked.get();
    let one = |candidate: Candidate| {
        let Candidate { id, name, email } = candidate;
        let checked = picked.contains(&id);
        let toggle = move |on: bool| {
            state.picked.update(|picked| {
                picked.retain(|other| *other != id);
                picked.extend(on.then(|| id.clone()));
            });
        };
        view! { <li><Checkbox label=name detail=email checked=checked on_change=toggle /></li> }
    };
    let list = (found > 0).then(|| {
        let people: Vec<Node> = candidates.into_iter().map(one).collect();
        view! { <ul class="keep-list">{people}</ul> }
    });
    view! {
        {list}
        {remark.map(|text| view! { <p class="soft" role="status">{text}</p> })}
    }
}

/// A list that is pasted or loaded, with the report of it.
pub(super) fn by_list(state: State, derived: Derived) -> AnyView {
    view! {
        {state.source.fields(people_csv::LIST, people_csv::LIST_HINT)}
        {move || derived.report.get().map(|report| report_view(state.ui, report))}
    }
    .into_any()
}

/// Counts first, then everybody by name.
fn report_view(ui: Ui, report: Report) -> Node {
    let Report {
        found,
        licensed,
        missing,
        repeated,
        fault,
    } = report;
    if let Some(fault) = fault {
        return view! { <MessageCard tone=Tone::Error>{fault}</MessageCard> };
    }
    let names = |people: Vec<Candidate>| -> Vec<(String, String)> {
        people.into_iter().map(|it| (it.name, it.email)).collect()
    };
    let lines = missing
        .into_iter()
        .map(|(line, text)| (text, people_csv::at_line(line)));
    let repeated = (repeated > 0).then(|| people_csv::repeated(&count(ui, repeated)));
    view! {
        <div class="report" role="status">
            {part(ui, people_csv::FOUND, names(found))}
            {part(ui, people_csv::LICENSED, names(licensed))}
            {part(ui, people_csv::MISSING, lines.collect())}
            {repeated.map(|text| view! { <p class="soft">{text}</p> })}
        </div>
    }
}

/// A part of the report; nothing where nobody is in it.
fn part(ui: Ui, heading: &'static str, entries: Vec<(String, String)>) -> Option<Node> {
    let all = entries.len();
    let rest = all.saturating_sub(LISTED);
    let more = (rest > 0).then(|| people_csv::and_more(&count(ui, rest)));
    let one = |(text, detail): (String, String)| {
        view! { <li><span dir="auto">{text}</span>" "<span class="soft">{detail}</span></li> }
    };
    let list: Vec<Node> = entries.into_iter().take(LISTED).map(one).collect();
    let means = (heading == people_csv::MISSING).then_some(people_csv::MISSING_MEANS);
    (all > 0).then(|| {
        view! {
            <Disclosure summary=heading figure=count(ui, all).text>
                {means.map(|text| view! { <p>{text}</p> })}
                <ul class="report-list">{list}</ul>
                {more.map(|text| view! { <p class="soft">{text}</p> })}
            </Disclosure>
        }
    })
}

/// The groups, each with the number of people it brings.
pub(super) fn by_group(state: State, derived: Derived) -> AnyView {
    let ui = state.ui;
    let one = move |group: Brought| {
        let Brought {
            id,
            name,
            members,
            people,
        } = group;
        let detail = people_csv::group_detail(&count(ui, people.len()), &count(ui, members));
        let checked = state.groups.with(|ticked| ticked.contains(&id));
        let toggle = move |on: bool| {
            state.groups.update(|ticked| {
                ticked.retain(|other| *other != id);
                ticked.extend(on.then(|| id.clone()));
            });
        };
        view! { <li><Checkbox label=name detail=detail checked=checked on_change=toggle /></li> }
    };
    // Azure DevOps is asked for them when somebody wants them.
    ui.store.read_groups_again();
    let groups = move || {
        let groups = derived.groups.get();
        if groups.is_empty() {
            let none = matches!(ui.store.groups(), Grouping::Here(_));
            return none.then(|| view! { <p class="soft" role="status">{reading::NO_GROUPS}</p> });
        }
        let groups: Vec<Node> = groups.into_iter().map(one).collect();
        Some(view! { <ul class="keep-list" aria-label=people_csv::GROUPS>{groups}</ul> })
    };
    view! {
        <p>{people_csv::GROUP_MEANS}</p>
        {move || grouping::missing(ui)}
        {groups}
    }
    .into_any()
}
