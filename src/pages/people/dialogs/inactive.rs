//! Frees unused licenses, after a review of the people who hold them (LIC 3).

use crate::components::{Button, ButtonKind, Checkbox, Choice, Segmented};
use crate::pages::people::dialogs::outcome::count;
use crate::pages::people::dialogs::people_state::{Ask, DAYS};
use leptos::prelude::*;
use std::collections::BTreeSet;
use view::PersonId;
use view::people::{Idle, idle};
use view::words::{keep, roles};

/// The numbers of days to choose from.
const CHOICES: [u32; 4] = [30, 60, 90, 180];
/// The number of people listed. The others are selected as well.
const LISTED: usize = 200;

/// How long a person must have been inactive, and who keeps their license anyway.
#[component]
pub(crate) fn InactiveBody(ask: Ask) -> impl IntoView {
    let choices = CHOICES
        .map(|days| Choice::new(days.to_string(), roles::days(days)))
        .to_vec();
    let choose = move |days: String| {
        ask.keep.set(Vec::new());
        ask.days.set(days.parse().unwrap_or(DAYS));
    };
    let found = ask.list.ui.memo(move |scene| idle(scene, ask.days.get()));
    let is_any = move || found.with(|found| found.as_ref().is_some_and(|found| !found.is_empty()));
    let nobody = || view! { <p role="status">{roles::NOBODY_INACTIVE}</p> };
    view! {
        <Segmented
            label=roles::DAYS
            choices=choices
            selected=move || ask.days.get().to_string()
            on_select=choose
        />
        <Show when=is_any fallback=nobody>
            <Review ask=ask found=found />
        </Show>
    }
}

/// The people found, each with a checkbox.
#[component]
fn Review(ask: Ask, found: Memo<Option<Vec<Idle>>>) -> impl IntoView {
    let ui = ask.list.ui;
    let all = move || found.with(|found| found.as_ref().map_or(0, Vec::len));
    let chosen = move || {
        let kept: BTreeSet<PersonId> = ask.keep.with(|kept| kept.iter().cloned().collect());
        let is_chosen = |it: &&Idle| !kept.contains(&it.id);
        found.with(|found| found.iter().flatten().filter(is_chosen).count())
    };
    let means = move || roles::inactive_means(ask.days.get(), &count(ui, all()), &count(ui, chosen()));
    let remark = move || {
        let all = all();
        (all > LISTED).then(|| view! { <p class="soft">{keep::listed(LISTED, all)}</p> })
    };
    let listed = move || {
        let found = found.get().into_iter().flatten();
        found.take(LISTED).collect::<Vec<_>>()
    };
    let none = move |()| {
        let everybody = found.get_untracked().into_iter().flatten().map(|it| it.id);
        ask.keep.set(everybody.collect());
    };
    view! {
        <p role="status">{means}</p>
        <div class="keep-tools">
            <Button kind=ButtonKind::Link on_click=move |()| ask.keep.set(Vec::new())>{roles::CHOOSE_ALL}</Button>
            <Button kind=ButtonKind::Link on_click=none>{roles::CHOOSE_NONE}</Button>
        </div>
        <ul class="keep-list">
            <For each=listed key=Idle::clone let:person>
                <Person ask=ask person=person />
            </For>
        </ul>
        {remark}
    }
}

/// A person. Checked if their license will be freed.
#[component]
fn Person(ask: Ask, person: Idle) -> impl IntoView {
    let Idle { id, name, detail } = person;
    let own = id.clone();
    let checked = move || ask.keep.with(|kept| !kept.contains(&own));
    let toggle = move |on: bool| {
        ask.keep.update(|kept| {
            kept.retain(|other| *other != id);
            kept.extend((!on).then(|| id.clone()));
        });
    };
    view! { <li><Checkbox label=name detail=detail checked=checked on_change=toggle /></li> }
}
