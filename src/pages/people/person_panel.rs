//! The panel of a person: their role, its permissions, and the history.

use crate::components::{Button, Fact, Facts, Icon, IconName, keep_focus};
use crate::pages::people::dialogs::people_state::{Ask, Asked};
use crate::pages::people::list::List;
use crate::pages::people::requests::RequestSection;
use crate::pages::people::side_panel::{SidePanel, focus};
use leptos::prelude::*;
use view::history::Entry;
use view::people::{PersonView, name, person};
use view::words::{self, frame};
use view::{Day, PersonId};

/// The id of the heading.
const HEADING: &str = "person";

/// The panel, open while the address names a person. Esc and the button close it and return the focus to the row.
#[component]
pub(crate) fn PersonPanel(list: List, ask: Ask) -> impl IntoView {
    let open = Memo::new(move |_| {
        let params = list.ui.store.params();
        params.get(name::PERSON).and_then(PersonId::new)
    });
    // If the viewer opens the panel, its heading receives the focus. If it opens with the page, the page keeps the
    // focus.
    Effect::new(move |before: Option<Option<PersonId>>| {
        let now = open.get();
        if now.is_some() && before.is_some_and(|before| before != now) {
            focus(HEADING);
        }
        now
    });
    // A memo, because typing in the search does not change the person.
    let shown = Memo::new(move |_| {
        let (id, found) = (open.get()?, list.found()?);
        let shown = list.ui.model(|scene| person(scene, &found.people, &id))??;
        Some((id, shown))
    });
    move || {
        let (id, shown) = shown.get()?;
        Some(view! { <Sheet ask=ask id=id shown=shown /> })
    }
}

fn close(list: List) {
    list.show_person(None);
    list.grid.take_focus();
    keep_focus();
}

/// The content of the panel.
#[component]
fn Sheet(ask: Ask, id: PersonId, shown: PersonView) -> impl IntoView {
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
        {row.marks.into_iter().map(pill).collect_view()}
    };
    view! {
        <SidePanel id=HEADING title=row.name below=below.into_any() on_close=move |()| close(list)>
            <Facts>
                <Fact term=words::people::ROLE>{row.role}</Fact>
                <Fact term=words::people::SINCE>{since}</Fact>
                <Fact term=words::people::LAST_ACCESS>{seen}</Fact>
            </Facts>
            {pass_on}
            {request.map(|request| view! { <RequestSection list=list request=request /> })}
            <h3>{words::people::PERMITS}</h3>
            <ul class="permits">{permits.into_iter().map(permit).collect_view()}</ul>
            <h3>{words::people::HISTORY}</h3>
            <History entries=history />
        </SidePanel>
    }
}

/// The history of the person's license.
#[component]
fn History(entries: Vec<Entry>) -> impl IntoView {
    if entries.is_empty() {
        return view! { <p class="soft">{words::people::NO_HISTORY}</p> }.into_any();
    }
    let entry = |entry: Entry| {
        let Entry { day, what, who, .. } = entry;
        view! {
            <li>
                <p>{what}</p>
                <p class="soft small"><time datetime=day.iso.clone() title=day.iso>{day.text}</time>" · "{who}</p>
            </li>
        }
    };
    view! { <ol class="history">{entries.into_iter().map(entry).collect_view()}</ol> }.into_any()
}
