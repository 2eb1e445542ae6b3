//! The settings of User Management, in a side panel. Each takes effect immediately (ACC 4, LIC 8).

use crate::app::context::AppContext;
use crate::components::{Button, Switch};
use crate::pages::people::dialogs::people_state::{Ask, Asked};
use crate::pages::people::side_panel::{SidePanel, focus};
use crate::pages::shared::background_booking::book;
use leptos::prelude::*;
use view::Setting;
use view::people::{SettingView, default_means, settings, switch};
use view::words::{requests as words, roles};

/// The ids of the elements that receive the focus when the panel opens and closes.
const HEADING: &str = "settings";
/// The id of the menu that opens it, which has the focus once it is closed.
pub(crate) const OPENER: &str = "people-actions";

/// Opens the panel.
pub(crate) fn open_settings(open: RwSignal<bool>) {
    open.set(true);
    focus(HEADING);
}

/// The panel, while it is open. Opening a person's panel closes it.
#[component]
pub(crate) fn SettingsPanel(ask: Ask, open: RwSignal<bool>) -> impl IntoView {
    let ui = ask.list.ui;
    let person = move || ui.store.params().get(view::people::name::PERSON).map(str::to_owned);
    Effect::new(move |before: Option<Option<String>>| {
        let now = person();
        if now.is_some() && before.is_some_and(|before| before != now) {
            open.set(false);
        }
        now
    });
    let close = move |()| {
        open.set(false);
        focus(OPENER);
    };
    let shown = ui.memo(|scene| (default_means(scene), settings(scene)));
    // Updated in place after every booking, so that the switch keeps the focus.
    let sections = move || {
        let (means, settings) = shown.get()?;
        let switches = settings
            .into_iter()
            .map(|shown| view! { <SettingSection ui=ui shown=shown /> });
        Some(view! {
            <DefaultRoleSection ask=ask means=means />
            {switches.collect_view()}
        })
    };
    view! {
        <Show when=move || open.get()>
            <SidePanel id=HEADING title=words::SETTINGS on_close=close>
                <div class="settings">{sections}</div>
            </SidePanel>
        </Show>
    }
}

/// The role that Default resolves to, and the button that changes it, which asks first (ROL 3, ROL 4).
#[component]
fn DefaultRoleSection(ask: Ask, means: String) -> impl IntoView {
    view! {
        <section class="setting">
            <h3>{roles::DEFAULT_ROLE}</h3>
            <p>{means}</p>
            <Button on_click=move |()| ask.open(Asked::DefaultRole)>{roles::CHANGE_DEFAULT}</Button>
        </section>
    }
}

/// A setting with a switch.
#[component]
fn SettingSection(ui: AppContext, shown: SettingView) -> impl IntoView {
    let SettingView {
        setting,
        label,
        on,
        means,
        locked,
    } = shown;
    let change = move |on: bool| {
        book(ui, switch(setting, on), move |_| announcement(setting, on));
    };
    view! {
        <section class="setting">
            <Switch label=label on=on disabled_reason=locked.map(|_| String::new()) on_change=change />
            <p class="soft">{means}</p>
            {locked.map(|why| view! { <p class="soft">{why}</p> })}
        </section>
    }
}

/// The announcement that it was changed.
fn announcement(setting: Setting, on: bool) -> &'static str {
    match (setting, on) {
        (Setting::AdministratorsManageUsers, true) => words::ADMINISTRATORS_ARE_ON,
        (Setting::AdministratorsManageUsers, false) => words::ADMINISTRATORS_ARE_OFF,
        (Setting::LicenseNewPeople, true) => words::NEW_PEOPLE_ARE_ON,
        (Setting::LicenseNewPeople, false) => words::NEW_PEOPLE_ARE_OFF,
    }
}
