//! The methods of choosing people to add: search, list, and group. Each choice is kept while another method is shown.

use crate::app::context::AppContext;
use crate::components::{Checkbox, Disclosure, MessageCard, SearchBox, Tone};
use crate::pages::people::dialogs::add_state::{Brought, Derived, State};
use crate::pages::people::dialogs::outcome::count;
use crate::pages::people::group_progress::MissingGroups;
use crate::pages::shared::paste_or_file::SourceFields;
use crate::store::Grouping;
use leptos::prelude::*;
use view::people::add::{Candidate, Report, search};
use view::words::{people_csv, reading};

/// The number of people that a report lists.
pub(crate) const LISTED: usize = 100;

/// Searches the people without a license as the viewer types.
#[component]
pub(crate) fn BySearch(state: State) -> impl IntoView {
    let ui = state.ui;
    let found = Memo::new(move |_| {
        let found = state.list.found()?;
        ui.model(|scene| search(scene, &found.people, &state.typed.get()))
    });
    let candidates = move || found.get().map(|(candidates, _)| candidates).unwrap_or_default();
    let remark = move || {
        let (listed, all) = found.with(|found| found.as_ref().map(|(found, all)| (found.len(), *all)))?;
        match all {
            0 => Some(people_csv::NOBODY.to_owned()),
            all if all > listed => Some(people_csv::listed(&count(ui, listed), &count(ui, all))),
            _ => None,
        }
    };
    view! {
        <SearchBox
            label=people_csv::SEARCH
            clear=people_csv::CLEAR_SEARCH
            value=state.typed
            on_input=move |text: String| state.typed.set(text)
        />
        <Show when=move || found.with(|found| found.as_ref().is_some_and(|(_, all)| *all > 0))>
            <ul class="keep-list">
                <For
                    each=candidates
                    key=Candidate::clone
                    children=move |candidate| view! { <Pick state=state candidate=candidate /> }
                />
            </ul>
        </Show>
        {move || remark().map(|text| view! { <p class="soft" role="status">{text}</p> })}
    }
}

/// A person who was found, with a checkbox.
#[component]
fn Pick(state: State, candidate: Candidate) -> impl IntoView {
    let Candidate { id, name, email } = candidate;
    let own = id.clone();
    let checked = move || state.picked.with(|picked| picked.contains(&own));
    let toggle = move |on: bool| {
        state.picked.update(|picked| {
            picked.retain(|other| *other != id);
            picked.extend(on.then(|| id.clone()));
        });
    };
    view! { <li><Checkbox label=name detail=email checked=checked on_change=toggle /></li> }
}

/// A pasted or loaded list, with its report.
#[component]
pub(crate) fn ByList(state: State, derived: Derived) -> impl IntoView {
    view! {
        <SourceFields source=state.source label=people_csv::LIST hint=people_csv::LIST_HINT />
        {move || derived.report.get().map(|report| view! { <ListReport ui=state.ui report=report /> })}
    }
}

/// The counts, which expand to show the names.
#[component]
fn ListReport(ui: AppContext, report: Report) -> impl IntoView {
    let Report {
        found,
        licensed,
        missing,
        repeated,
        fault,
    } = report;
    if let Some(fault) = fault {
        return view! { <MessageCard tone=Tone::Error>{fault}</MessageCard> }.into_any();
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
            <ReportPart ui=ui heading=people_csv::FOUND entries=names(found) />
            <ReportPart ui=ui heading=people_csv::LICENSED entries=names(licensed) />
            <ReportPart ui=ui heading=people_csv::MISSING entries=lines.collect() />
            {repeated.map(|text| view! { <p class="soft">{text}</p> })}
        </div>
    }
    .into_any()
}

/// A part of the report. Empty if it has no entries.
#[component]
fn ReportPart(ui: AppContext, heading: &'static str, entries: Vec<(String, String)>) -> impl IntoView {
    let all = entries.len();
    let rest = all.saturating_sub(LISTED);
    let more = (rest > 0).then(|| people_csv::and_more(&count(ui, rest)));
    let one = |(text, detail): (String, String)| {
        view! { <li><span dir="auto">{text}</span>" "<span class="soft">{detail}</span></li> }
    };
    let list = entries.into_iter().take(LISTED).map(one).collect_view();
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

/// The groups, each with the number of people it would add.
#[component]
pub(crate) fn ByGroup(state: State, derived: Derived) -> impl IntoView {
    let ui = state.ui;
    // The groups are requested from Azure DevOps only when they are needed.
    ui.store.read_groups_again();
    let nobody = move || derived.groups.with(Vec::is_empty);
    let none = move || nobody() && matches!(ui.store.groups(), Grouping::Here(_));
    view! {
        <p>{people_csv::GROUP_MEANS}</p>
        <MissingGroups />
        <Show when=none>
            <p class="soft" role="status">{reading::NO_GROUPS}</p>
        </Show>
        <Show when=move || !nobody()>
            <ul class="keep-list" aria-label=people_csv::GROUPS>
                <For
                    each=move || derived.groups.get()
                    key=|group| (group.id.clone(), group.name.clone())
                    children=move |group| view! { <GroupPick state=state derived=derived group=group /> }
                />
            </ul>
        </Show>
    }
}

/// A group with a checkbox. The number of people it would add is updated in place.
#[component]
fn GroupPick(state: State, derived: Derived, group: Brought) -> impl IntoView {
    let ui = state.ui;
    let Brought { id, name, .. } = group;
    let own = id.clone();
    let detail = move || {
        let brings = |it: &Brought| (it.people.len(), it.members);
        let of = derived
            .groups
            .with(|all| all.iter().find(|it| it.id == own).map(brings));
        let (people, members) = of.unwrap_or_default();
        people_csv::group_detail(&count(ui, people), &count(ui, members))
    };
    let own = id.clone();
    let checked = move || state.groups.with(|ticked| ticked.contains(&own));
    let toggle = move |on: bool| {
        state.groups.update(|ticked| {
            ticked.retain(|other| *other != id);
            ticked.extend(on.then(|| id.clone()));
        });
    };
    view! { <li><Checkbox label=name detail=detail checked=checked on_change=toggle /></li> }
}
