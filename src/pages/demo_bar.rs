//! The demo bar: no part of the product; it opens any state of it.

use crate::dom::view;
use super::scene::Ui;
use crate::components::{Button, Choice as Option_, CopyButton, DemoBar, Select, TextInput};
use crate::store::{Choice, Demo, Org, Save, ViewerKind};
use crate::view::words::{demo, page};
use crate::view::{Date, Deployment};
use leptos::prelude::*;

/// The bar.
#[component]
pub fn Demonstration() -> impl IntoView {
    let ui = Ui::get();
    let state = Memo::new(move |_| ui.store.demo());
    let change = move |with: &dyn Fn(&mut Demo)| {
        let mut next = state.get_untracked();
        with(&mut next);
        ui.store.show(&next);
    };
    let summary = Signal::derive(move || summary(&state.get()));
    let expiry = ui.model(|scene| {
        scene
            .account
            .paid()
            .map(|paid| paid.term.end)
            .or(scene.account.trial().map(|it| it.end))
    });
    let expiry = Signal::derive(move || expiry.get().flatten());
    let no_expiry = Signal::derive(move || expiry.get().is_none().then(|| demo::NO_EXPIRY.to_owned()));
    let deployments = vec![
        Option_::new(Deployment::Services.key(), demo::SERVICES),
        Option_::new(Deployment::Server.key(), demo::SERVER),
    ];
    let on_deployment = move |key: String| {
        let server = key == Deployment::Server.key();
        change(&|demo| {
            demo.deployment = if server {
                Deployment::Server
            } else {
                Deployment::Services
            }
        });
    };
    let to_expiry = move |()| {
        if let Some(end) = expiry.get_untracked() {
            change(&|demo| demo.today = end);
        }
    };
    view! {
        <DemoBar label=demo::LABEL summary=summary open=RwSignal::new(false)>
            <Pick label=demo::ORGANISATION chosen=Signal::derive(move || state.get().org) on_pick=move |org: Org| change(&|demo| demo.org = org) />
            <Pick label=demo::VIEWER chosen=Signal::derive(move || state.get().viewer) on_pick=move |viewer: ViewerKind| change(&|demo| demo.viewer = viewer) />
            <Select
                label=demo::DEPLOYMENT
                choices=deployments
                selected=Signal::derive(move || state.get().deployment.key().to_owned())
                on_select=on_deployment
            />
            <Today today=Signal::derive(move || state.get().today) on_day=move |day: Date| change(&|demo| demo.today = day) />
            <Button on_click=move |()| change(&|demo| demo.today = demo.today.plus_days(1))>{demo::DAY}</Button>
            <Button on_click=move |()| change(&|demo| demo.today = demo.today.plus_months(1))>{demo::MONTH}</Button>
            <Button disabled_reason=no_expiry on_click=to_expiry>{demo::TO_EXPIRY}</Button>
            <Pick label=demo::SAVING chosen=Signal::derive(move || state.get().save) on_pick=move |save: Save| change(&|demo| demo.save = save) />
            <Button on_click=move |()| ui.store.reset()>{demo::RESET}</Button>
            <CopyButton
                text=Signal::derive(move || ui.store.address())
                name=demo::LINK
                label=demo::COPY
                copied=page::COPIED
                selected=page::COPY_BY_HAND
            />
            {move || state.get().ignored.into_iter().map(|it| view! { <p role="alert">{demo::ignored(it.name, &it.value)}</p> }).collect::<Vec<_>>()}
        </DemoBar>
    }
}

/// The state in one line.
fn summary(demo: &Demo) -> String {
    let deployment = if demo.deployment == Deployment::Server {
        demo::SERVER
    } else {
        demo::SERVICES
    };
    [label(demo.org), label(demo.viewer), deployment, &demo.today.to_string()].join(" · ")
}

/// The words of a value.
fn label<T: Choice>(value: T) -> &'static str {
    T::ALL
        .iter()
        .find(|(it, ..)| *it == value)
        .map_or("", |(_, _, label)| *label)
}

/// One of the values that stand in the address.
#[component]
fn Pick<T: Choice + Send + Sync>(
    /// What is picked.
    label: &'static str,
    /// What is chosen.
    chosen: Signal<T>,
    /// Told the new one.
    on_pick: impl Fn(T) + Send + Sync + 'static,
) -> impl IntoView {
    let choices: Vec<Option_> = T::ALL
        .iter()
        .map(|(_, key, label)| Option_::new(*key, *label))
        .collect();
    let selected = Signal::derive(move || chosen.get().key().to_owned());
    let on_select = move |key: String| {
        if let Some(value) = T::from_key(&key) {
            on_pick(value);
        }
    };
    view! { <Select label=label choices=choices selected=selected on_select=on_select /> }
}

/// The day, as it is typed.
#[component]
fn Today(
    /// The day.
    today: Signal<Date>,
    /// Told another one.
    on_day: impl Fn(Date) + Send + Sync + 'static,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    // What the address says stands in the field again.
    Effect::new(move |_| typed.set(today.get().to_string()));
    let error = move || Date::parse(&typed.get()).is_none().then(|| demo::NO_DATE.to_owned());
    Effect::new(move |_| {
        if let Some(day) = Date::parse(&typed.get()).filter(|day| *day != today.get_untracked()) {
            on_day(day);
        }
    });
    view! { <TextInput label=demo::TODAY value=typed error=Signal::derive(error) /> }
}
