//! The settings of User Management, in a panel at the side: each takes effect at once (ACC 4, LIC 8).

use super::ask::{Ask, Asked};
use super::side::{focus, side};
use crate::components::{Button, IconName, Switch};
use crate::dom::{Node, view};
use crate::pages::confirm;
use crate::pages::scene::Ui;
use leptos::prelude::*;
use view::people::{SettingView, default_means, settings, switch};
use view::words::{requests as words, roles};
use view::{Scene, Setting};

/// The ids of what has the focus while the panel is open, and once it is closed.
const HEADING: &str = "settings";
const OPENER: &str = "to-settings";

/// The button that opens the panel.
pub(super) fn button(open: RwSignal<bool>) -> Node {
    let press = move |()| {
        open.set(true);
        focus(HEADING);
    };
    view! { <span id=OPENER><Button icon=IconName::Gear on_click=press>{words::SETTINGS}</Button></span> }
}

/// Everything that is set here, one section each; another setting is another section.
fn sections(ask: Ask, scene: &Scene<'_>) -> Vec<Node> {
    let switches = settings(scene).into_iter().map(|it| switched(ask.list.ui, it));
    std::iter::once(default_role(ask, scene)).chain(switches).collect()
}

/// What Default resolves to, and the way to change it, which asks first (ROL 3, ROL 4).
fn default_role(ask: Ask, scene: &Scene<'_>) -> Node {
    view! {
        <section class="setting">
            <h3>{roles::DEFAULT_ROLE}</h3>
            <p>{default_means(scene)}</p>
            <Button on_click=move |()| ask.open(Asked::DefaultRole)>{roles::CHANGE_DEFAULT}</Button>
        </section>
    }
}

/// The panel, while it is open; a person's panel takes its place.
pub(super) fn panel(ask: Ask, open: RwSignal<bool>) -> AnyView {
    let ui = ask.list.ui;
    let person = move || ui.store.params().get(view::people::name::PERSON).map(str::to_owned);
    Effect::new(move |before: Option<Option<String>>| {
        let now = person();
        if now.is_some() && before.is_some_and(|before| before != now) {
            open.set(false);
        }
        now
    });
    let close = Callback::new(move |()| {
        open.set(false);
        focus(OPENER);
    });
    let sheet = move || {
        let settings = ui.show(move |scene| view! { {sections(ask, scene)} }.into_any());
        let body = view! { <div class="settings">{settings}</div> };
        side(HEADING, words::SETTINGS.to_owned(), Node::Nothing, body, close)
    };
    view! { {move || open.get().then(sheet)} }.into_any()
}

/// A setting that is on or off.
fn switched(ui: Ui, shown: SettingView) -> Node {
    let SettingView {
        setting,
        label,
        on,
        means,
        locked,
    } = shown;
    let change = move |on: bool| confirm::send(ui, switch(setting, on), told(setting, on));
    view! {
        <section class="setting">
            <Switch label=label on=Signal::stored(on) disabled_reason=Signal::stored(locked.map(|_| String::new())) on_change=change />
            <p class="soft">{means}</p>
            {locked.map(|why| view! { <p class="soft">{why}</p> })}
        </section>
    }
}

/// What is told once it is switched.
fn told(setting: Setting, on: bool) -> fn(()) -> String {
    match (setting, on) {
        (Setting::AdministratorsManageUsers, true) => |()| words::ADMINISTRATORS_ARE_ON.to_owned(),
        (Setting::AdministratorsManageUsers, false) => |()| words::ADMINISTRATORS_ARE_OFF.to_owned(),
        (Setting::LicenseNewPeople, true) => |()| words::NEW_PEOPLE_ARE_ON.to_owned(),
        (Setting::LicenseNewPeople, false) => |()| words::NEW_PEOPLE_ARE_OFF.to_owned(),
    }
}
