//! The table of the list.

use crate::components::{Grid, GridColumn, GridRow, GridWords, Icon, IconName, MOST_PRINTED};
use crate::pages::people::empty_list::Nobody;
use crate::pages::people::list::List;
use crate::pages::people::role_menu::RoleMenu;
use crate::pages::people::selected_people::SelectedPeople;
use leptos::prelude::*;
use std::rc::Rc;
use view::people::{RowView, Sort, Tab, row_view};
use view::{Day, Scene, words};

const WORDS: GridWords = GridWords {
    label: words::people::TITLE,
    select_all: words::people::SELECT_ALL,
};

#[component]
pub(crate) fn PeopleTable(list: List, menu: RoleMenu) -> impl IntoView {
    let keys = move || list.found().map(|found| Rc::clone(&found.keys)).unwrap_or_default();
    let row = move |key: u32, focused: bool| row(menu, key, focused);
    let open = move |key: u32| {
        let found = untrack(|| list.found());
        list.show_person(found.and_then(|found| Some(found.people.get(key)?.id.clone())).as_ref());
    };
    let sort = move |key: &'static str| list.sort(key);
    let is_empty = move || list.found().is_none_or(|found| found.keys.is_empty());
    let too_many = Memo::new(move |_| too_many(list));
    let class = move || {
        if too_many.with(Option::is_some) {
            "card flush people-table unprinted"
        } else {
            "card flush people-table"
        }
    };
    view! {
        {move || too_many.get().map(|text| view! { <p class="on-paper">{text}</p> })}
        <div class=class hidden=is_empty>
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
        <Nobody list=list />
        <SelectedPeople menu=menu />
    }
}

/// The text that is printed instead of a list that is too long.
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
        key: sort.as_str(),
        label,
        descending: (sort == query.sort).then_some(query.descending),
    };
    columns.map(column).into()
}

/// The row with this key.
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

fn cells(menu: RoleMenu, key: u32, shown: RowView, focused: bool) -> Vec<AnyView> {
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
    // Both addresses go into one line, because all rows have the same height.
    let addresses: Vec<String> = std::iter::once(email).chain(account).collect();
    let email = addresses.join(" · ");
    let role_label = words::roles::role_of(&name, &role);
    let stop = if focused { "0" } else { "-1" };
    vec![
        view! { <PersonName name=name email=email marks=marks stop=stop /> }.into_any(),
        view! { <RoleButton menu=menu key=key label=role_label role=role stop=stop /> }.into_any(),
        view! { <Dated label=words::people::SINCE day=since none=words::people::NOTHING /> }.into_any(),
        view! { <Dated label=words::people::LAST_ACCESS day=last_access none=unseen /> }.into_any(),
    ]
}

/// The name, which opens the panel, with badges and address.
#[component]
fn PersonName(name: String, email: String, marks: Vec<&'static str>, stop: &'static str) -> impl IntoView {
    let pill = |mark: &'static str| view! { <span class="pill tone-neutral">{mark}</span> };
    let (full_name, full_email) = (name.clone(), email.clone());
    view! {
        <span class="who">
            <span class="who-line">
                <button
                    type="button"
                    class="who-name ellipsis"
                    data-open=""
                    tabindex=stop
                    dir="auto"
                    title=full_name
                >
                    {name}
                </button>
                {marks.into_iter().map(pill).collect_view()}
            </span>
            <span class="who-email ellipsis" title=full_email>{email}</span>
        </span>
    }
}

/// A date with the heading of its column, which is visible if the row is a card.
#[component]
fn Dated(label: &'static str, day: Option<Day>, none: &'static str) -> impl IntoView {
    let (text, iso) = day.map_or((none.to_owned(), None), |day| (day.text, Some(day.iso)));
    view! {
        <span class="dated">
            <span class="grid-label" aria-hidden="true">{label}</span>
            <time datetime=iso.clone() title=iso>{text}</time>
        </span>
    }
}

/// The role, as a button that opens the menu of roles.
#[component]
fn RoleButton(menu: RoleMenu, key: u32, label: String, role: String, stop: &'static str) -> impl IntoView {
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
