//! The demo bar: no part of the product; it opens any state of it.

use crate::app::context::Ui;
use crate::components::{Button, Choice as Option_, CopyButton, DemoBar, Select, TextInput};
use crate::store::{Choice, DEPLOYMENT, Demo, Org, Save, ViewerKind};
use leptos::prelude::*;
use view::words::{demo, page};
use view::{Date, Deployment, Scene};

/// The bar.
#[component]
pub fn Demonstration() -> impl IntoView {
    let ui = Ui::get();
    let no_expiry = move || ui.model(expiry).flatten().is_none().then(|| demo::NO_EXPIRY.to_owned());
    let to_expiry = move |()| {
        if let Some(end) = ui.now(expiry).flatten() {
            go_to_day(ui, end);
        }
    };
    let ignored = move || {
        let ignored = shown(ui).ignored.into_iter();
        let told = ignored.map(|it| demo::ignored(it.name, &it.value));
        told.map(|text| view! { <p role="alert">{text}</p> }).collect_view()
    };
    let deployments = vec![
        Option_::new(Deployment::Services.as_str(), demo::SERVICES),
        Option_::new(Deployment::Server.as_str(), demo::SERVER),
    ];
    view! {
        <DemoBar label=demo::LABEL summary=move || summary(&shown(ui))>
            {pick::<Org>(ui, demo::ORGANIZATION, |demo| demo.org.as_str())}
            {pick::<ViewerKind>(ui, demo::VIEWER, |demo| demo.viewer.as_str())}
            {select(ui, DEPLOYMENT, demo::DEPLOYMENT, deployments, |demo| demo.deployment.as_str())}
            <Today />
            <Button on_click=move |()| go_to_day(ui, today(ui).plus_days(1))>{demo::DAY}</Button>
            <Button on_click=move |()| go_to_day(ui, today(ui).plus_months(1))>{demo::MONTH}</Button>
            <Button disabled_reason=no_expiry on_click=to_expiry>{demo::TO_EXPIRY}</Button>
            {pick::<Save>(ui, demo::SAVING, |demo| demo.save.as_str())}
            <Button on_click=move |()| ui.store.reset()>{demo::RESET}</Button>
            <CopyButton
                text=move || ui.store.address()
                name=demo::LINK
                label=demo::COPY
                copied=page::COPIED
                selected=page::COPY_BY_HAND
            />
            {ignored}
        </DemoBar>
    }
}

/// What is shown; tracked. The bar stands only where there is a demonstration.
fn shown(ui: Ui) -> Demo {
    ui.store.demo().unwrap_or_default()
}

/// The day on which the term or the trial ends.
fn expiry(scene: &Scene<'_>) -> Option<Date> {
    let term = scene.account.paid().map(|paid| paid.term.end);
    term.or(scene.account.trial().map(|trial| trial.end))
}

fn today(ui: Ui) -> Date {
    untrack(|| shown(ui)).today
}

fn go_to_day(ui: Ui, today: Date) {
    let demo = untrack(|| shown(ui));
    ui.store.show(&Demo { today, ..demo });
}

/// The state in one line.
fn summary(demo: &Demo) -> String {
    let deployment = if demo.deployment == Deployment::Server {
        demo::SERVER
    } else {
        demo::SERVICES
    };
    [
        demo.org.label(),
        demo.viewer.label(),
        deployment,
        &demo.today.to_string(),
    ]
    .join(" · ")
}

/// One of the values that stand in the address.
fn pick<T: Choice>(ui: Ui, label: &'static str, chosen: fn(&Demo) -> &'static str) -> impl IntoView {
    let choice = |(_, key, label): &(T, &'static str, &'static str)| Option_::new(*key, *label);
    select(ui, T::NAME, label, T::ALL.iter().map(choice).collect(), chosen)
}

/// The choice of a value that stands in the address as `name`.
fn select(
    ui: Ui,
    name: &'static str,
    label: &'static str,
    choices: Vec<Option_>,
    chosen: fn(&Demo) -> &'static str,
) -> impl IntoView {
    let selected = move || chosen(&shown(ui)).to_owned();
    let show = move |key: String| ui.store.show_with(name, &key);
    view! { <Select label=label choices=choices selected=selected on_select=show /> }
}

/// The day, as it is typed.
#[component]
fn Today() -> impl IntoView {
    let ui = Ui::get();
    let typed = RwSignal::new(String::new());
    // What the address says stands in the field again.
    Effect::new(move |_| typed.set(shown(ui).today.to_string()));
    let error = move || Date::parse(&typed.get()).is_none().then(|| demo::NO_DATE.to_owned());
    let go = move |text: String| {
        if let Some(day) = Date::parse(&text).filter(|day| *day != today(ui)) {
            go_to_day(ui, day);
        }
    };
    view! { <TextInput label=demo::TODAY value=typed error=error on_input=go /> }
}
