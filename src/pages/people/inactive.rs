//! Freeing the licences that nobody uses, after a look at whose they are (LIC 3).

use super::ask::Ask;
use super::outcome::count;
use crate::components::{Button, ButtonKind, Checkbox, Choice, Segmented};
use crate::dom::{Node, view};
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

/// How long nobody was seen, and who keeps their licence all the same.
pub(super) fn body(ask: Ask) -> Node {
    let choices = CHOICES
        .map(|days| Choice::new(days.to_string(), roles::days(days)))
        .to_vec();
    let selected = move || ask.days.get().to_string();
    let choose = move |days: String| {
        ask.keep.set(Vec::new());
        ask.days.set(days.parse().unwrap_or(DAYS));
    };
    view! {
        <Segmented label=roles::DAYS choices=choices selected=Signal::derive(selected) on_select=choose />
        {move || reviewed(ask)}
    }
}

fn reviewed(ask: Ask) -> Option<Node> {
    let ui = ask.list.ui;
    let found = ask.list.ui.model(|scene| idle(scene, ask.days.get()))?;
    if found.is_empty() {
        return Some(view! { <p role="status">{roles::NOBODY_INACTIVE}</p> });
    }
    let kept = ask.keep.get();
    let everybody: Vec<PersonId> = found.iter().map(|it| it.id.clone()).collect();
    let chosen = found.len().saturating_sub(kept.len());
    let means = roles::inactive_means(&count(ui, found.len()), &count(ui, chosen));
    let remark = (found.len() > LISTED).then(|| keep::listed(LISTED, found.len()));
    let none = move |()| ask.keep.set(everybody.clone());
    let people: Vec<Node> = found.into_iter().take(LISTED).map(|it| one(ask, it, &kept)).collect();
    Some(view! {
        <p role="status">{means}</p>
        <div class="keep-tools">
            <Button kind=ButtonKind::Link on_click=move |()| ask.keep.set(Vec::new())>{roles::CHOOSE_ALL}</Button>
            <Button kind=ButtonKind::Link on_click=none>{roles::CHOOSE_NONE}</Button>
        </div>
        <ul class="keep-list">{people}</ul>
        {remark.map(|text| view! { <p class="soft">{text}</p> })}
    })
}

fn one(ask: Ask, it: Idle, kept: &[PersonId]) -> Node {
    let Idle { id, name, detail } = it;
    let checked = !kept.contains(&id);
    let toggle = move |on: bool| {
        ask.keep.update(|kept| {
            kept.retain(|other| *other != id);
            kept.extend((!on).then(|| id.clone()));
        });
    };
    let person = view! { <Checkbox label=name detail=detail checked=checked on_change=toggle /> };
    view! { <li>{person}</li> }
}
