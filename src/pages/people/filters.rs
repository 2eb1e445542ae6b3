//! Search and filters above the list.

use crate::components::{Choice, FilterChip, FilterSelect};
use crate::pages::people::group_progress::MissingGroups;
use crate::pages::people::list::List;
use crate::pages::shared::list_page::ListFilters;
use leptos::prelude::*;
use view::list_query::ListQuery;
use view::people::{INACTIVE_DAYS, Query, RoleFilter, Tab};
use view::{AccountState, Role};
use view::{Scene, words};

#[component]
pub(crate) fn Filters(list: List) -> impl IntoView {
    let role = move || list.query().role.map_or("", RoleFilter::as_str).to_owned();
    let choose_role = move |key: String| {
        let role = role_filters().into_iter().find(|filter| filter.as_str() == key);
        list.change(|query| Query { role, ..query });
    };
    let toggle_left = move |()| {
        list.change(|query| Query {
            left: !query.left,
            ..query
        })
    };
    let toggle_requested = move |()| {
        list.change(|query| Query {
            requested: !query.requested,
            ..query
        });
    };
    let left = move || {
        view! { <FilterChip label=words::people::FILTER_LEFT set=move || list.query().left on_toggle=toggle_left /> }
    };
    view! {
        <ListFilters page=*list search_label=words::people::SEARCH found=move || found(list)>
            <FilterSelect label=words::people::ROLE choices=role_choices() selected=role on_select=choose_role />
            <AccessFilter list=list />
            <StateFilter list=list />
            // Only people with a license can have left, and only people without one can have requested access.
            <Show when=move || list.query().tab == Tab::Unlicensed fallback=left>
                <FilterChip
                    label=words::people::FILTER_REQUESTED
                    set=move || list.query().requested
                    on_toggle=toggle_requested
                />
            </Show>
        </ListFilters>
        <Show when=move || !list.query().text.trim().is_empty()>
            <MissingGroups />
        </Show>
    }
}

/// The filter for inactive people. Hidden if the directory has no last-access dates, unless a link sets it.
#[component]
fn AccessFilter(list: List) -> impl IntoView {
    let tells = Memo::new(move |_| list.ui.model(|scene| scene.people.has_last_access()).unwrap_or(true));
    let inactive = move || list.query().inactive.map(|days| days.to_string()).unwrap_or_default();
    let choose = move |days: String| {
        let inactive = days.parse().ok();
        list.change(|query| Query { inactive, ..query });
    };
    view! {
        <Show when=move || tells.get() || list.query().inactive.is_some()>
            <FilterSelect
                label=words::people::FILTER_ACCESS
                choices=access_choices()
                selected=inactive
                on_select=choose
            />
        </Show>
    }
}

/// The filter for the account state. Hidden if every account is active, unless a link sets it.
#[component]
fn StateFilter(list: List) -> impl IntoView {
    let told = |scene: &Scene<'_>| scene.people.people().iter().any(|it| it.state != AccountState::Active);
    // A memo, because typing in the search does not change the accounts.
    let told = list.ui.memo(told);
    let state = move || list.query().state.map_or("", AccountState::as_str).to_owned();
    let choose = move |key: String| {
        let state = AccountState::ALL.into_iter().find(|state| state.as_str() == key);
        list.change(|query| Query { state, ..query });
    };
    view! {
        <Show when=move || told.get() == Some(true) || list.query().state.is_some()>
            <FilterSelect
                label=words::people::FILTER_STATE
                choices=state_choices()
                selected=state
                on_select=choose
            />
        </Show>
    }
}

fn role_filters() -> Vec<RoleFilter> {
    let resolved = Role::ALL.into_iter().rev().map(RoleFilter::Resolved);
    std::iter::once(RoleFilter::OnDefault).chain(resolved).collect()
}

fn role_choices() -> Vec<Choice> {
    let label = |filter: RoleFilter| match filter {
        RoleFilter::OnDefault => words::people::ON_DEFAULT,
        RoleFilter::Resolved(role) => words::role(role),
    };
    let choices = role_filters().into_iter().map(|it| Choice::new(it.as_str(), label(it)));
    std::iter::once(Choice::new("", words::people::ANY_ROLE))
        .chain(choices)
        .collect()
}

fn access_choices() -> Vec<Choice> {
    let choices = INACTIVE_DAYS.map(|days| Choice::new(days.to_string(), words::people::inactive(days)));
    let any = Choice::new("", words::people::ANY_ACCESS);
    std::iter::once(any).chain(choices).collect()
}

fn state_choices() -> Vec<Choice> {
    let choices = AccountState::ALL.map(|state| Choice::new(state.as_str(), words::people::state(state)));
    let any = Choice::new("", words::people::ANY_STATE);
    std::iter::once(any).chain(choices).collect()
}

/// "12 of 46 found", if the list is filtered.
fn found(list: List) -> Option<String> {
    let found = list.found().filter(|found| found.query.narrows())?;
    let (licensed, unlicensed) = found.people.counts();
    let all = if found.query.tab == Tab::Licensed {
        licensed
    } else {
        unlicensed
    };
    let shown = u32::try_from(found.keys.len()).unwrap_or(u32::MAX);
    list.ui
        .model(|scene| words::people::found(&scene.format.number(shown), &scene.format.number(all)))
}
