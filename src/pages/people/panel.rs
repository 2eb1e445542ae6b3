//! The panel of one person: what they hold, what it permits, what has happened with it.

use super::ask::{Ask, Asked};
use super::list::List;
use super::requests;
use super::side::{focus, side};
use crate::components::{Button, Fact, Facts, Icon, IconName, keep_focus};
use crate::dom::{Node, view};
use leptos::prelude::*;
use view::history::Entry;
use view::people::{PersonView, name, person};
use view::words::{self, frame};
use view::{Day, PersonId};

/// The id of its heading.
const HEADING: &str = "person";

/// The panel, while the address names a person; Esc and the button close it, and the row has the focus again.
pub(super) fn panel(list: List, ask: Ask) -> AnyView {
    let open = move || {
        let params = list.ui.store.params();
        params.get(name::PERSON).and_then(PersonId::new)
    };
    // Opened by hand, the focus goes to its heading; with the page, it stays with the page's.
    Effect::new(move |before: Option<Option<PersonId>>| {
        let now = open();
        if now.is_some() && before.is_some_and(|before| before != now) {
            focus(HEADING);
        }
        now
    });
    let shown = move || {
        let found = list.found()?;
        let shown = list.ui.model(|scene| person(scene, &found.people, &open()?))??;
        Some(sheet(ask, open()?, shown))
    };
    view! { {move || shown()} }.into_any()
}

fn close(list: List) {
    list.show_person(None);
    list.grid.take_focus();
    keep_focus();
}

fn sheet(ask: Ask, id: PersonId, shown: PersonView) -> Node {
    let list = ask.list;
    let PersonView {
        row,
        permits,
        request,
        history,
        may_pass_on,
    } = shown;
    let pass_on = may_pass_on.then(|| {
        let reassign = move |()| ask.open(Asked::Reassign(id.clone()));
        view! { <Button on_click=reassign>{words::roles::PASS_ON}</Button> }
    });
    let day = |day: Option<Day>, none: &'static str| day.map_or_else(|| none.to_owned(), |day| day.text);
    let (since, seen) = (day(row.since, words::people::NOTHING), day(row.last_access, row.unseen));
    let permit = |(what, has): (&'static str, bool)| {
        let (icon, said) = if has {
            (IconName::Check, frame::YES)
        } else {
            (IconName::Minus, frame::NO)
        };
        view! {
            <li class=if has { "permit" } else { "permit soft" }>
                <Icon name=icon />
                <span><span class="unseen">{said}": "</span>{what}</span>
            </li>
        }
    };
    let pill = |mark: &'static str| view! { <span class="pill tone-neutral">{mark}</span> };
    let below = view! {
        <p class="soft">{row.email}</p>
        {row.account.map(|account| view! { <p class="soft">{account}</p> })}
        {row.marks.into_iter().map(pill).collect::<Vec<_>>()}
    };
    let body = view! {
                <Facts>
                    <Fact term=words::people::ROLE>{row.role}</Fact>
                    <Fact term=words::people::SINCE>{since}</Fact>
                    <Fact term=words::people::LAST_ACCESS>{seen}</Fact>
                </Facts>
                {pass_on}
                {request.map(|request| requests::section(list, request))}
                <h3>{words::people::PERMITS}</h3>
                <ul class="permits">{permits.into_iter().map(permit).collect::<Vec<_>>()}</ul>
                <h3>{words::people::HISTORY}</h3>
                {happened(history)}
    };
    side(HEADING, row.name, below, body, Callback::new(move |()| close(list)))
}

fn happened(history: Vec<Entry>) -> Node {
    if history.is_empty() {
        return view! { <p class="soft">{words::people::NO_HISTORY}</p> };
    }
    let entry = |entry: Entry| {
        let iso = entry.day.iso.clone();
        view! {
            <li>
                <p>{entry.what}</p>
                <p class="soft small"><time datetime=entry.day.iso title=iso>{entry.day.text}</time>" · "{entry.who}</p>
            </li>
        }
    };
    view! { <ol class="history">{history.into_iter().map(entry).collect::<Vec<_>>()}</ol> }
}
