//! The people waiting for access: the card above the list, the metric that links to it, and the section in a person's
//! panel.

use crate::components::{Button, ButtonKind, MessageCard, Tone};
use crate::pages::access::no_access::Quote;
use crate::pages::people::answering::Answering;
use crate::pages::people::list::List;
use leptos::prelude::*;
use view::people::{Count, FEW, MOST, Query, Tab, Waiting, closed, waiting};
use view::words::{people, requests as words};
use view::{PersonId, Scene};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The id of the card's heading.
const HEADING: &str = "waiting";

/// The number of people waiting, as a metric that links to the card.
#[component]
pub(crate) fn WaitingCounter(count: Count) -> impl IntoView {
    let inside = view! {
        <span class="stat-value">{count.text}</span>
        <span class="stat-label">{people::WAITING}</span>
    };
    if count.number == 0 {
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

/// The content of the card.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Card {
    /// The first people waiting.
    rows: Vec<Waiting>,
    /// The number of people waiting.
    count: Count,
    /// Why no one can be given access now, if so.
    closed: Option<String>,
}

impl Card {
    fn new(scene: &Scene<'_>, most: usize) -> Self {
        let (rows, count) = waiting(scene, most);
        Self {
            rows,
            count: Count::new(scene, u32::try_from(count).unwrap_or(u32::MAX)),
            closed: closed(scene),
        }
    }
}

/// The card, shown while anyone is waiting.
#[component]
pub(crate) fn WaitingCard(list: List) -> impl IntoView {
    let all = RwSignal::new(false);
    let card = list
        .ui
        .memo(move |scene| Card::new(scene, if all.get() { MOST } else { FEW }));
    let rows = move || card.with(|card| card.as_ref().map(|card| card.rows.clone()).unwrap_or_default());
    let count = move || card.with(|card| card.as_ref().map(|card| card.count.clone()).unwrap_or_default());
    let closed = Memo::new(move |_| card.with(|card| card.as_ref().and_then(|card| card.closed.clone())));
    let subtitle = move || {
        let count = count();
        words::count(usize::try_from(count.number).unwrap_or(usize::MAX), &count.text)
    };
    let more = move || {
        let (shown, count) = (rows().len(), count());
        let label = words::see_all(&count.text);
        match usize::try_from(count.number) {
            Ok(count) if count == shown => None,
            _ if !all.get() => Some(
                view! { <Button kind=ButtonKind::Link on_click=move |()| all.set(true)>{words::SHOW_OTHERS}</Button> }
                    .into_any(),
            ),
            _ => Some(
                view! { <Button kind=ButtonKind::Link on_click=move |()| list.go(&everybody())>{label}</Button> }
                    .into_any(),
            ),
        }
    };
    view! {
        <Show when=move || { count().number > 0 }>
            <section class="card requests" aria-labelledby=HEADING>
                <header class="card-header">
                    <div class="card-titles">
                        <h2 class="card-title" id=HEADING tabindex="-1">{words::TITLE}</h2>
                        <p class="card-subtitle">{subtitle}</p>
                    </div>
                </header>
                <div class="card-body">
                    <Closed reason=closed />
                    <ul class="request-list">
                        <For
                            each=rows
                            key=Waiting::clone
                            children=move |request| view! { <Request list=list request=request closed=closed /> }
                        />
                    </ul>
                    {more}
                </div>
            </section>
        </Show>
    }
}

/// Why no one can be given access now, if so.
#[component]
fn Closed(reason: Memo<Option<String>>) -> impl IntoView {
    move || {
        let text = reason.get()?;
        Some(view! { <MessageCard tone=Tone::Info quiet=true>{text}</MessageCard> })
    }
}

/// The query that lists everyone who is waiting.
fn everybody() -> Query {
    Query {
        tab: Tab::Unlicensed,
        requested: true,
        ..Query::default()
    }
}

/// A person who is waiting.
#[component]
fn Request(list: List, request: Waiting, closed: Memo<Option<String>>) -> impl IntoView {
    let Waiting {
        id,
        name,
        email,
        on,
        why,
    } = request;
    let person = id.clone();
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
                    {name.clone()}
                </button>
                <span class="who-email">
                    {(!email.is_empty()).then(|| email + " · ")}
                    <time datetime=on.iso.clone() title=on.iso>{words::on(&on.text)}</time>
                </span>
                {why.map(|text| view! { <Quote text=text /> })}
            </div>
            <Answers list=list id=id name=name closed=closed />
        </li>
    }
}

/// The answer buttons. If no one can be given access, the reason is shown above.
#[component]
fn Answers(list: List, id: PersonId, name: String, closed: Memo<Option<String>>) -> impl IntoView {
    let answer = move |person: PersonId, grant: bool| {
        list.answering.set(Some(Answering { person, grant }));
    };
    let (to_give, to_decline) = (id.clone(), id);
    view! {
        <div class="request-actions">
            <Button
                label=words::give_to(&name)
                disabled_reason=move || closed.get().map(|_| String::new())
                on_click=move |()| answer(to_give.clone(), true)
            >
                {words::GIVE}
            </Button>
            <Button
                kind=ButtonKind::Subtle
                label=words::decline_of(&name)
                on_click=move |()| answer(to_decline.clone(), false)
            >
                {words::DECLINE}
            </Button>
        </div>
    }
}

/// The request of the person whose panel is open.
#[component]
pub(crate) fn RequestSection(list: List, request: Waiting) -> impl IntoView {
    let closed = Memo::new(move |_| list.ui.model(closed).flatten());
    let Waiting { id, name, on, why, .. } = request;
    view! {
        <section class="request-section">
            <h3>{words::REQUEST}</h3>
            <p class="soft"><time datetime=on.iso.clone() title=on.iso>{words::on(&on.text)}</time></p>
            {why.map(|text| view! { <Quote text=text /> })}
            <Closed reason=closed />
            <Answers list=list id=id name=name closed=closed />
        </section>
    }
}
