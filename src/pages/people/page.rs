//! User Management: who has a license, and who needs one?

use crate::app::context::{AppContext, tone};
use crate::components::{ActionMenu, LinkButton, MenuItem, MessageCard, Meter, PageHeader, Stat, Tabs, Tone};
use crate::pages::people::dialogs::add::AddPeople;
use crate::pages::people::dialogs::answer_request::AnswerDialog;
use crate::pages::people::dialogs::import::{ImportRoles, ImportState};
use crate::pages::people::dialogs::people_dialog::PeopleDialog;
use crate::pages::people::dialogs::people_state::{Ask, Asked};
use crate::pages::people::export::{export_label, save_people};
use crate::pages::people::filters::Filters;
use crate::pages::people::list::List;
use crate::pages::people::person_panel::PersonPanel;
use crate::pages::people::requests::{WaitingCard, WaitingCounter};
use crate::pages::people::role_menu::{RoleMenu, RolesMenu};
use crate::pages::people::settings_panel::{OPENER, SettingsPanel, open_settings};
use crate::pages::people::sync_bar;
use crate::pages::people::table::PeopleTable;
use leptos::prelude::*;
use view::people::{Count, Query, Summary, Tab, summary};
use view::route::Route;
use view::words;
use view::{Mood, Scene};

#[component]
pub fn PeoplePage() -> impl IntoView {
    let ui = AppContext::get();
    let list = List::new(ui);
    let ask = Ask::new(list);
    let menu = RoleMenu::new(ask);
    list.remember_order();
    let subtitle = move || Some(list.found()?.headline.to_string());
    let tabs = [Tab::Licensed, Tab::Unlicensed].map(|tab| (tab.as_str(), Signal::derive(move || label(list, tab))));
    let choose = move |key: String| {
        let tab = if key == Tab::Unlicensed.as_str() {
            Tab::Unlicensed
        } else {
            Tab::Licensed
        };
        list.go(&Query {
            tab,
            ..untrack(|| list.query())
        });
    };
    let settings_open = RwSignal::new(false);
    // The search text may refer to a group.
    Effect::new(move |_| {
        if !list.typed.text().get().is_empty() {
            ui.store.read_groups();
        }
    });
    let import = ImportState::new(list);
    let actions = move || view! { <Actions ask=ask import=import settings_open=settings_open /> };
    view! {
        <PageHeader title=words::people::TITLE subtitle=subtitle actions=actions />
        <div class="page-content people">
            <RunsLow />
            <LicenseNumbers />
            <WaitingCard list=list />
            <Tabs
                label=words::people::LISTS
                tabs=tabs.into()
                selected=move || list.query().tab.as_str().to_owned()
                on_select=choose
            >
                <Filters list=list />
                <PeopleTable list=list menu=menu />
            </Tabs>
        </div>
        <PersonPanel list=list ask=ask />
        <SettingsPanel ask=ask open=settings_open />
        <RolesMenu menu=menu />
        <PeopleDialog ask=ask />
        <AnswerDialog list=list />
        <ImportRoles state=import />
    }
}

/// What can be done with the whole page: adding people, and a menu for the rest.
#[component]
fn Actions(ask: Ask, import: ImportState, settings_open: RwSignal<bool>) -> impl IntoView {
    const IMPORT: &str = "import";
    const EXPORT: &str = "export";
    const SETTINGS: &str = "settings";
    const REFRESH: &str = "refresh";
    const INACTIVE: &str = "inactive";
    let (list, ui) = (ask.list, ask.list.ui);
    let items = move || {
        // The people of a demonstration never change.
        let refresh = ui.store.is_embedded().then(|| {
            let reading = untrack(|| ui.store.is_reading()).then(|| words::people::REFRESHING.to_owned());
            MenuItem::action(REFRESH, words::people::REFRESH).unless(reading)
        });
        let has_last_access = ui.now(|scene| scene.people.has_last_access()).unwrap_or(true);
        let unknown = (!has_last_access).then(|| words::roles::LAST_ACCESS_NOT_KNOWN.to_owned());
        let import = MenuItem::action(IMPORT, words::people_csv::IMPORT).unless(untrack(|| import.refusal()));
        let inactive = MenuItem::action(INACTIVE, words::roles::FREE_INACTIVE)
            .unless(unknown)
            .ending();
        [import, MenuItem::action(EXPORT, export_label(list))]
            .into_iter()
            .chain([MenuItem::action(SETTINGS, words::requests::SETTINGS)])
            .chain(refresh)
            .chain([inactive])
            .collect()
    };
    let choose = move |key: String| match key.as_str() {
        IMPORT => import.start(),
        EXPORT => save_people(list),
        SETTINGS => open_settings(settings_open),
        REFRESH => sync_bar::again(ui),
        INACTIVE => ask.open(Asked::Inactive),
        _ => {}
    };
    view! {
        <AddPeople list=list />
        <ActionMenu label=words::page::MORE id=OPENER items=items on_choose=choose />
    }
}

/// The label of a tab.
fn label(list: List, tab: Tab) -> String {
    let label = match tab {
        Tab::Licensed => words::people::LICENSED,
        Tab::Unlicensed => words::people::UNLICENSED,
    };
    let (licensed, unlicensed) = list.found().map(|found| found.people.counts()).unwrap_or_default();
    let count = if tab == Tab::Licensed { licensed } else { unlicensed };
    let count = list.ui.model(|scene| scene.format.number(count));
    words::people::tab(label, &count.unwrap_or_default())
}

/// The warning that few licenses are left, with a link to order more (LIC 5).
#[component]
fn RunsLow() -> impl IntoView {
    let ui = AppContext::get();
    let low = ui.memo(runs_low);
    move || {
        let (text, may_order) = low.get().flatten()?;
        let href = ui.store.href(Route::Plans.path());
        let more = may_order.then(|| view! { <LinkButton href=href>{words::roles::ADD_LICENSES}</LinkButton> });
        Some(view! { <MessageCard tone=Tone::Warning quiet=true action=move || more>{text}</MessageCard> })
    }
}

/// The text of the warning, and whether the viewer can order more. `None` if there are enough licenses.
fn runs_low(scene: &Scene<'_>) -> Option<(String, bool)> {
    let Summary { bought, free, mood, .. } = summary(scene);
    let (bought, free) = bought.zip(free).filter(|_| mood == Mood::Warning)?;
    let text = words::roles::runs_low(&Count::new(scene, free), &Count::new(scene, bought));
    Some((text, scene.access().subscription))
}

/// The metrics: bought, in use, free, and waiting, with the usage bar.
#[component]
fn LicenseNumbers() -> impl IntoView {
    let ui = AppContext::get();
    let numbers = ui.memo(summary);
    move || {
        let Summary {
            bought,
            in_use,
            free,
            waiting,
            mood,
        } = numbers.get()?;
        let count = |number: u32| ui.now(|scene| Count::new(scene, number)).unwrap_or_default();
        let stat = |number: u32, label: &'static str, color: Tone| {
            view! { <Stat value=count(number).text label=label tone=color /> }
        };
        let plain = Tone::Neutral;
        let meter = |bought: u32| {
            view! {
                <Meter
                    label=words::people::LICENSES
                    value=in_use
                    max=bought
                    tone=tone(mood)
                    text=words::of(in_use, bought)
                />
            }
        };
        Some(view! {
            <section class="card people-numbers" aria-label=words::people::LICENSES>
                <div class="card-body">
                    <div class="stats">
                        {bought.map(|it| stat(it, words::people::BOUGHT, plain))}
                        {stat(in_use, words::people::IN_USE, plain)}
                        {free.map(|it| stat(it, words::people::FREE, if it == 0 { tone(mood) } else { plain }))}
                        <WaitingCounter count=count(waiting) />
                    </div>
                    {bought.map(meter)}
                </div>
            </section>
        })
    }
}
