//! The table of the list, and what stands in its place while it is empty.

use super::filters::cleared;
use super::list::{Found, List};
use super::roles::RoleMenu;
use super::selection::{selection_bar, tell_selection};
use crate::components::{Button, EmptyState, Grid, GridColumn, GridRow, GridWords, Icon, IconName, MOST_PRINTED};
use crate::dom::{Node, view};
use leptos::prelude::*;
use std::rc::Rc;
use view::people::{Query, RowView, Sort, Tab, row_view};
use view::{Day, Scene, Status, words};

const WORDS: GridWords = GridWords {
    label: words::people::TITLE,
    select_all: words::people::SELECT_ALL,
};

/// The table.
pub(super) fn table(list: List, menu: RoleMenu) -> AnyView {
    let keys = move || list.found().map(|found| Rc::clone(&found.keys)).unwrap_or_default();
    let row = move |key: u32, focused: bool| row(menu, key, focused);
    let open = move |key: u32| {
        let found = untrack(|| list.found());
        list.show_person(found.and_then(|found| Some(found.people.get(key)?.id.clone())).as_ref());
    };
    let sort = move |key: &'static str| list.sort(key);
    let empty = move || {
        list.found()
            .filter(|found| found.keys.is_empty())
            .map(|found| empty(list, &found))
    };
    tell_selection(list);
    let hidden = move || list.found().is_none_or(|found| found.keys.is_empty()).then_some("");
    let too_many = move || too_many(list);
    let class = move || {
        let unprinted = too_many().is_some();
        if unprinted {
            "card flush people-table unprinted"
        } else {
            "card flush people-table"
        }
        .to_owned()
    };
    view! {
        {move || too_many().map(|text| view! { <p class="on-paper">{text}</p> })}
        <div class=class hidden=hidden>
            <Grid
                state=list.grid
                words=WORDS
                class="people-grid"
                columns=move || columns(list)
                on_sort=sort
                keys=keys
                row=row
                open=open
            />
        </div>
        {empty}
        {move || selection_bar(menu)}
    }
    .into_any()
}

/// What stands on paper in place of a list that is too long for it.
fn too_many(list: List) -> Option<String> {
    let found = list.found()?;
    let count = u32::try_from(found.keys.len()).unwrap_or(u32::MAX);
    let text = |scene: &Scene<'_>| {
        let numbers = (scene.format.number(count), scene.format.number(MOST_PRINTED));
        words::people::too_many_to_print(&numbers.0, &numbers.1, found.query.tab == Tab::Licensed)
    };
    (count > MOST_PRINTED).then(|| list.ui.model(text)).flatten()
}

fn columns(list: List) -> Vec<GridColumn> {
    let query = list.query();
    let since = if query.tab == Tab::Licensed {
        words::people::SINCE
    } else {
        words::people::SINCE_NONE
    };
    let columns = [
        (Sort::Name, words::people::NAME),
        (Sort::Role, words::people::ROLE),
        (Sort::Since, since),
        (Sort::LastAccess, words::people::LAST_ACCESS),
    ];
    let column = |(sort, label): (Sort, &'static str)| GridColumn {
        key: sort.key(),
        label,
        descending: (sort == query.sort).then_some(query.descending),
    };
    columns.map(column).into()
}

/// The row of a number.
fn row(menu: RoleMenu, key: u32, focused: bool) -> GridRow {
    let list = menu.ask.list;
    let found = list.found();
    let row = found.as_ref().and_then(|found| found.people.get(key));
    let shown = row.and_then(|row| list.ui.model(|scene| row_view(scene, row)));
    let Some(shown) = shown else {
        return GridRow {
            select: String::new(),
            cells: Vec::new(),
        };
    };
    GridRow {
        select: words::people::select(&shown.name),
        cells: cells(menu, key, shown, focused),
    }
}

fn cells(menu: RoleMenu, key: u32, shown: RowView, focused: bool) -> Vec<Node> {
    let RowView {
        name,
        email,
        account,
        role,
        since,
        last_access,
        unseen,
        marks,
    } = shown;
    let pill = |mark: &'static str| view! { <span class="pill tone-neutral">{mark}</span> };
    // Both are known, in one line: all rows are of one height.
    let addresses: Vec<String> = std::iter::once(email).chain(account).collect();
    let email = addresses.join(" · ");
    let (full_name, full_email) = (name.clone(), email.clone());
    let role_label = words::roles::role_of(&name, &role);
    let stop = if focused { "0" } else { "-1" };
    let who = view! {
        <span class="who">
            <span class="who-line">
                <button type="button" class="who-name ellipsis" data-open="" tabindex=stop dir="auto" title=full_name>
                    {name}
                </button>
                {marks.into_iter().map(pill).collect::<Vec<_>>()}
            </span>
            <span class="who-email ellipsis" title=full_email>{email}</span>
        </span>
    };
    let dated = |label: &'static str, day: Option<Day>, none: &'static str| {
        let (text, iso) = day.map_or((none.to_owned(), None), |day| (day.text, Some(day.iso)));
        view! {
            <span class="dated">
                <span class="grid-label" aria-hidden="true">{label}</span>
                <time datetime=iso.clone() title=iso>{text}</time>
            </span>
        }
    };
    vec![
        who,
        role_button(menu, key, role_label, role, stop),
        dated(words::people::SINCE, since, words::people::NOTHING),
        dated(words::people::LAST_ACCESS, last_access, unseen),
    ]
}

/// The role, as a button that opens the menu of roles.
fn role_button(menu: RoleMenu, key: u32, label: String, role: String, stop: &'static str) -> Node {
    view! {
        <button
            type="button"
            class="role-button"
            aria-haspopup="menu"
            aria-label=label
            tabindex=stop
            on:click=move |event| menu.open_for_row(key, &event)
        >
            <span class="ellipsis">{role}</span>
            <Icon name=IconName::ChevronDown />
        </button>
    }
}

/// Nobody is in the list: why, and what comes next.
fn empty(list: List, found: &Found) -> AnyView {
    if found.query.narrows() {
        let clear = move |()| list.go(&cleared(list));
        let clear = view! { <Button on_click=clear>{words::people::CLEAR}</Button> };
        let text = words::people::no_match(found.query.text.trim());
        return view! {
            <EmptyState icon=IconName::Search title=words::people::NO_MATCH action=clear.into_any()>
                <p>{text}</p>
            </EmptyState>
        }
        .into_any();
    }
    if found.query.tab == Tab::Unlicensed {
        return view! {
            <EmptyState icon=IconName::Success title=words::people::ALL_LICENSED>
                <p>{words::people::ALL_LICENSED_TEXT}</p>
            </EmptyState>
        }
        .into_any();
    }
    let text = match list.ui.model(|scene| scene.status()) {
        Some(Status::None) => words::people::BEFORE_TRIAL_TEXT,
        _ => words::people::NOBODY_LICENSED_TEXT,
    };
    let show = move |()| {
        list.go(&Query {
            tab: Tab::Unlicensed,
            ..untrack(|| list.query())
        });
    };
    let show = view! { <Button on_click=show>{words::people::SHOW_UNLICENSED}</Button> };
    view! {
        <EmptyState icon=IconName::People title=words::people::NOBODY_LICENSED action=show.into_any()>
            <p>{text}</p>
        </EmptyState>
    }
    .into_any()
}
