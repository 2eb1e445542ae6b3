//! Freeing the licenses that nobody uses, after a look at whose they are (LIC 3).

use super::ask::Ask;
use super::outcome::count;
use crate::components::{Button, ButtonKind, Checkbox, Choice, Segmented};
use leptos::prelude::*;
use view::PersonId;
use view::people::{Idle, idle};
use view::words::{keep, roles};

/// How many days at first.
pub(super) const DAYS: u32 = 90;
/// What there is to choose from.
const CHOICES: [u32; 4] = [30, 60, 90, 180];
/// So many are listed; the others are chosen with them.
const LISTED: usize = 200;

/// How long nobody was seen, and who keeps their license all the same.
#[component]
pub(super) fn InactiveBody(ask: Ask) -> impl IntoView {
    let choices = CHOICES
        .map(|days| Choice::new(days.to_string(), roles::days(days)))
        .to_vec();
    let choose = move |days: String| {
        ask.keep.set(Vec::new());
        ask.days.set(days.parse().unwrap_or(DAYS));
    };
    let found = ask.list.ui.memo(move |scene| idle(scene, ask.days.get()));
    let review = move || {
        let (found, kept) = (found.get()?, ask.keep.get());
        Some(if found.is_empty() {
            view! { <p role="status">{roles::NOBODY_INACTIVE}</p> }.into_any()
        } else {
            view! { <Review ask=ask found=found kept=kept /> }.into_any()
        })
    };
    view! {
        <Segmented
            label=roles::DAYS
            choices=choices
            selected=move || ask.days.get().to_string()
            on_select=choose
        />
        {review}
    }
}

/// Who was found, each with a box; drawn in place whenever one of them is ticked.
#[component]
fn Review(ask: Ask, found: Vec<Idle>, kept: Vec<PersonId>) -> impl IntoView {
    let ui = ask.list.ui;
    let everybody: Vec<PersonId> = found.iter().map(|it| it.id.clone()).collect();
    let chosen = found.len().saturating_sub(kept.len());
    let means = roles::inactive_means(&count(ui, found.len()), &count(ui, chosen));
    let remark = (found.len() > LISTED).then(|| keep::listed(LISTED, found.len()));
    let none = move |()| ask.keep.set(everybody.clone());
    let person = |it: Idle| {
        let checked = !kept.contains(&it.id);
        view! { <Person ask=ask person=it checked=checked /> }
    };
    view! {
        <p role="status">{means}</p>
        <div class="keep-tools">
            <Button kind=ButtonKind::Link on_click=move |()| ask.keep.set(Vec::new())>{roles::CHOOSE_ALL}</Button>
            <Button kind=ButtonKind::Link on_click=none>{roles::CHOOSE_NONE}</Button>
        </div>
        <ul class="keep-list">{found.into_iter().take(LISTED).map(person).collect_view()}</ul>
        {remark.map(|text| view! { <p class="soft">{text}</p> })}
    }
}

/// One person, ticked as long as their license is freed.
#[component]
fn Person(ask: Ask, person: Idle, checked: bool) -> impl IntoView {
    let Idle { id, name, detail } = person;
    let toggle = move |on: bool| {
        ask.keep.update(|kept| {
            kept.retain(|other| *other != id);
            kept.extend((!on).then(|| id.clone()));
        });
    };
    view! { <li><Checkbox label=name detail=detail checked=checked on_change=toggle /></li> }
}
