//! Who waits for access: the card above the list, the number that leads to it, the same in a person's panel.

use super::answer::Answering;
use super::list::List;
use crate::components::{Button, ButtonKind, MessageCard, Tone};
use crate::dom::{Node, view};
use crate::pages::blocked::quoted;
use leptos::prelude::*;
use view::people::{FEW, MOST, Query, Tab, Waiting, closed, waiting};
use view::words::{people, requests as words};
use view::{PersonId, Scene};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The id of the card's heading.
const HEADING: &str = "waiting";

/// How many wait, in the numbers; it leads to the card.
pub(super) fn counter(scene: &Scene<'_>, count: u32) -> AnyView {
    let number = scene.format.number(count);
    let inside = view! {
        <span class="stat-value">{number}</span>
        <span class="stat-label">{people::WAITING}</span>
    };
    if count == 0 {
        return view! { <div class="stat tone-neutral">{inside}</div> }.into_any();
    }
    view! {
        <button type="button" class="stat tone-neutral stat-link" on:click=move |_| to_card()>{inside}</button>
    }
    .into_any()
}

fn to_card() {
    let heading = document().get_element_by_id(HEADING);
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        heading.scroll_into_view();
        drop(heading.focus());
    }
}

/// The card, while anybody waits.
pub(super) fn card(list: List) -> AnyView {
    let all = RwSignal::new(false);
    list.ui.show(move |scene| {
        let most = if all.get() { MOST } else { FEW };
        let (shown, count) = waiting(scene, most);
        if count == 0 {
            return ().into_any();
        }
        let closed = closed(scene);
        let number = scene.format.number(u32::try_from(count).unwrap_or(u32::MAX));
        let (subtitle, see_all) = (words::count(count, &number), words::see_all(&number));
        let more = match count {
            count if count == shown.len() => None,
            _ if most == FEW => Some(
                view! { <Button kind=ButtonKind::Link on_click=move |()| all.set(true)>{words::SHOW_OTHERS}</Button> },
            ),
            _ => Some(view! {
                <Button kind=ButtonKind::Link on_click=move |()| list.go(&everybody())>{see_all}</Button>
            }),
        };
        let stands = closed.is_some();
        view! {
            <section class="card requests" aria-labelledby=HEADING>
                <header class="card-header">
                    <div class="card-titles">
                        <h2 class="card-title" id=HEADING tabindex="-1">{words::TITLE}</h2>
                        <p class="card-subtitle">{subtitle}</p>
                    </div>
                </header>
                <div class="card-body">
                    {closed.map(|text| view! { <MessageCard tone=Tone::Info quiet=true>{text}</MessageCard> })}
                    <ul class="request-list">
                        {shown.into_iter().map(|one| row(list, one, stands)).collect::<Vec<_>>()}
                    </ul>
                    {more}
                </div>
            </section>
        }
        .into_any()
    })
}

/// Everybody who waits, in the list.
fn everybody() -> Query {
    Query {
        tab: Tab::Unlicensed,
        requested: true,
        ..Query::default()
    }
}

fn row(list: List, one: Waiting, closed: bool) -> Node {
    let Waiting {
        id,
        name,
        email,
        on,
        why,
    } = one;
    let (person, shown) = (id.clone(), name.clone());
    view! {
        <li class="request">
            <div class="request-who">
                <button
                    type="button"
                    class="who-name ellipsis"
                    dir="auto"
                    title=name.clone()
                    on:click=move |_| list.show_person(Some(&person))
                >
                    {name}
                </button>
                <span class="who-email">
                    {(!email.is_empty()).then(|| email + " · ")}
                    <time datetime=on.iso.clone() title=on.iso>{words::on(&on.text)}</time>
                </span>
                {why.map(quoted)}
            </div>
            {buttons(list, id, &shown, closed)}
        </li>
    }
}

/// What can be answered; where nobody can be given access, the reason stands above.
fn buttons(list: List, id: PersonId, name: &str, closed: bool) -> Node {
    let answer = move |person: PersonId, grant: bool| {
        list.answering.set(Some(Answering { person, grant }));
    };
    let (to_give, to_decline) = (id.clone(), id);
    let held = closed.then(String::new);
    view! {
        <div class="request-actions">
            <Button
                label=words::give_to(name)
                disabled_reason=Signal::stored(held)
                on_click=move |()| answer(to_give.clone(), true)
            >
                {words::GIVE}
            </Button>
            <Button
                kind=ButtonKind::Subtle
                label=words::decline_of(name)
                on_click=move |()| answer(to_decline.clone(), false)
            >
                {words::DECLINE}
            </Button>
        </div>
    }
}

/// The request of the person whose panel stands open.
pub(super) fn section(list: List, request: Waiting) -> Node {
    let closed = list.ui.now(closed).flatten();
    let stands = closed.is_some();
    view! {
        <section class="request-section">
            <h3>{words::REQUEST}</h3>
            <p class="soft"><time datetime=request.on.iso.clone() title=request.on.iso>{words::on(&request.on.text)}</time></p>
            {request.why.map(quoted)}
            {closed.map(|text| view! { <MessageCard tone=Tone::Info quiet=true>{text}</MessageCard> })}
            {buttons(list, request.id, &request.name, stands)}
        </section>
    }
}
