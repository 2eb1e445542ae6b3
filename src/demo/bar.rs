//! The demo bar: it can show the product in any state, but is not part of it.

use crate::app::context::AppContext;
use crate::components::{Button, Choice as Option_, CopyButton, DemoFrame, Select, TextInput};
use exchange::host::Params;
use leptos::prelude::*;
use sample::settings::{Choice, DEPLOYMENT, Demo, Org, Save, TODAY, ViewerKind};
use view::words::{demo as words, page};
use view::{Date, Deployment, Scene};

#[component]
pub fn DemoBar() -> impl IntoView {
    let ui = AppContext::get();
    let no_expiry = move || {
        ui.model(expiry)
            .flatten()
            .is_none()
            .then(|| words::NO_EXPIRY.to_owned())
    };
    let to_expiry = move |()| {
        if let Some(end) = ui.now(expiry).flatten() {
            go_to_day(ui, end);
        }
    };
    let ignored = move || {
        let ignored = shown(ui).ignored.into_iter();
        let told = ignored.map(|it| words::ignored(it.name, &it.value));
        told.map(|text| view! { <p role="alert">{text}</p> }).collect_view()
    };
    let deployments = vec![
        Option_::new(Deployment::Services.as_str(), words::SERVICES),
        Option_::new(Deployment::Server.as_str(), words::SERVER),
    ];
    view! {
        <DemoFrame label=words::LABEL summary=move || summary(&shown(ui))>
            {pick::<Org>(ui, words::ORGANIZATION, |demo| demo.org.as_str())}
            {pick::<ViewerKind>(ui, words::VIEWER, |demo| demo.viewer.as_str())}
            {select(ui, DEPLOYMENT, words::DEPLOYMENT, deployments, |demo| demo.deployment.as_str())}
            <Today />
            <Button on_click=move |()| go_to_day(ui, today(ui).plus_days(1))>{words::DAY}</Button>
            <Button on_click=move |()| go_to_day(ui, today(ui).plus_months(1))>{words::MONTH}</Button>
            <Button disabled_reason=no_expiry on_click=to_expiry>{words::TO_EXPIRY}</Button>
            {pick::<Save>(ui, words::SAVING, |demo| demo.save.as_str())}
            <Button on_click=move |()| ui.store.begin_again()>{words::RESET}</Button>
            <CopyButton
                text=move || ui.store.address()
                name=words::LINK
                label=words::COPY
                copied=page::COPIED
                selected=page::COPY_BY_HAND
            />
            {ignored}
        </DemoFrame>
    }
}

/// The values in the address; tracked.
fn shown(ui: AppContext) -> Demo {
    Demo::read(&ui.store.params())
}

/// The day on which the term or the trial ends.
fn expiry(scene: &Scene<'_>) -> Option<Date> {
    let term = scene.account.paid().map(|paid| paid.term.end);
    term.or(scene.account.trial().map(|trial| trial.end))
}

fn today(ui: AppContext) -> Date {
    untrack(|| shown(ui)).today
}

fn go_to_day(ui: AppContext, today: Date) {
    choose(ui, TODAY, &today.to_string());
}

/// Changes a value of the demonstration. The address omits defaults.
fn choose(ui: AppContext, name: &str, value: &str) {
    let mut chosen = ui.store.params_now();
    chosen.set(name, value);
    let mut params = Params::default();
    Demo::read(&chosen).write(&mut params);
    let names = Demo::NAMES.map(|name| (name, params.get(name).unwrap_or_default().to_owned()));
    ui.store.set_values(&names, true);
}

/// The state in one line.
fn summary(demo: &Demo) -> String {
    let deployment = if demo.deployment == Deployment::Server {
        words::SERVER
    } else {
        words::SERVICES
    };
    [
        demo.org.label(),
        demo.viewer.label(),
        deployment,
        &demo.today.to_string(),
    ]
    .join(" · ")
}

/// A select for a value with fixed choices.
fn pick<T: Choice>(ui: AppContext, label: &'static str, chosen: fn(&Demo) -> &'static str) -> impl IntoView {
    let choice = |(_, key, label): &(T, &'static str, &'static str)| Option_::new(*key, *label);
    select(ui, T::NAME, label, T::ALL.iter().map(choice).collect(), chosen)
}

/// A select for the value named `name` in the address.
fn select(
    ui: AppContext,
    name: &'static str,
    label: &'static str,
    choices: Vec<Option_>,
    chosen: fn(&Demo) -> &'static str,
) -> impl IntoView {
    let selected = move || chosen(&shown(ui)).to_owned();
    let show = move |key: String| choose(ui, name, &key);
    view! { <Select label=label choices=choices selected=selected on_select=show /> }
}

/// The date field.
#[component]
fn Today() -> impl IntoView {
    let ui = AppContext::get();
    let typed = RwSignal::new(String::new());
    // Shows the date of the address in the field again.
    Effect::new(move |_| typed.set(shown(ui).today.to_string()));
    let error = move || Date::parse(&typed.get()).is_none().then(|| words::NO_DATE.to_owned());
    let go = move |text: String| {
        if let Some(day) = Date::parse(&text).filter(|day| *day != today(ui)) {
            go_to_day(ui, day);
        }
    };
    view! { <TextInput label=words::TODAY value=typed error=error on_input=go /> }
}
