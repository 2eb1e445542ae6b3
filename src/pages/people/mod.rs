//! User Management: who has a licence, who needs one?

mod add;
mod adding;
mod answer;
mod ask;
mod default_role;
mod export;
mod filters;
mod grouping;
mod import;
mod inactive;
mod list;
mod outcome;
mod panel;
mod reassign;
mod requests;
mod roles;
mod second;
mod selection;
mod settings;
mod side;
mod source;
mod table;
mod ways;

use super::scene::{Ui, tone};
use crate::components::{Button, IconName, LinkButton, MessageCard, Meter, PageHeader, Stat, Tabs, Tone};
use crate::dom::view;
use crate::pages::reading;
use crate::store::Store;
use ask::{Ask, Asked};
use leptos::prelude::*;
use list::List;
use roles::RoleMenu;
use view::people::{Count, Query, Summary, Tab, summary};
use view::route::Page;
use view::words;
use view::{Mood, Scene};

/// The page.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let ui = Ui::get();
    let list = List::new(ui);
    let ask = Ask::new(list);
    let menu = RoleMenu::new(ask);
    list.remember_order();
    let subtitle = move || Some(list.found()?.headline.to_string());
    let tabs = [Tab::Licensed, Tab::Unlicensed].map(|tab| (tab.key(), Signal::derive(move || label(list, tab))));
    let choose = move |key: String| {
        let tab = if key == Tab::Unlicensed.key() {
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
    // Who searches may mean a group.
    Effect::new(move |_| {
        if !list.typed.text().get().is_empty() {
            ui.store.read_groups();
        }
    });
    view! {
        <PageHeader title=words::people::TITLE subtitle=Signal::derive(subtitle) actions=actions(ask, settings_open) />
        <div class="page-content people">
            {ui.show(low)}
            {ui.show(numbers)}
            {requests::card(list)}
            <Tabs
                label=words::people::LISTS
                tabs=tabs.into()
                selected=Signal::derive(move || list.query().tab.key().to_owned())
                on_select=choose
            >
                {filters::filters(list)}
                {table::table(list, menu)}
            </Tabs>
        </div>
        {panel::panel(list, ask)}
        {settings::panel(ask, settings_open)}
        {menu.view()}
        {ask::dialog(ask)}
        {answer::dialog(list)}
    }
}

/// What can be done with the whole page.
fn actions(ask: Ask, settings_open: RwSignal<bool>) -> AnyView {
    let ui = ask.list.ui;
    // A demonstration is always as it is.
    let refresh = Store::is_hosted().then(|| {
        view! {
            <Button
                icon=IconName::Refresh
                busy=Signal::derive(move || ui.store.is_reading())
                on_click=move |()| reading::again(ui)
            >
                {words::people::REFRESH}
            </Button>
        }
    });
    let unknown = move || {
        let told = ui.model(|scene| scene.people.tells_last_access()).unwrap_or(true);
        (!told).then(|| words::roles::LAST_ACCESS_NOT_KNOWN.to_owned())
    };
    view! {
        {refresh}
        {settings::button(settings_open)}
        <Button disabled_reason=Signal::derive(unknown) on_click=move |()| ask.open(Asked::Inactive)>
            {words::roles::FREE_INACTIVE}
        </Button>
        {export::export_csv(ask.list)}
        {import::import_roles(ask.list)}
        {add::add_people(ask.list)}
    }
    .into_any()
}

/// The warning that licences run low, with the way to more (LIC 5).
fn low(scene: &Scene<'_>) -> AnyView {
    let Summary { bought, free, mood, .. } = summary(scene);
    let (Some(bought), Some(free), Mood::Warning) = (bought, free, mood) else {
        return ().into_any();
    };
    let more = scene.access().subscription.then(|| {
        let href = Ui::get().store.href(Page::Plans.path());
        view! { <LinkButton href=href>{words::roles::ADD_LICENCES}</LinkButton> }.into_any()
    });
    let text = words::roles::runs_low(&Count::new(scene, free), &Count::new(scene, bought));
    view! { <MessageCard tone=Tone::Warning quiet=true action=more.into_any()>{text}</MessageCard> }.into_any()
}

/// The words of a tab.
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

/// Bought, in use, free, waiting, and the bar that fills.
fn numbers(scene: &Scene<'_>) -> AnyView {
    let Summary {
        bought,
        in_use,
        free,
        waiting,
        mood,
    } = summary(scene);
    let stat = |value: u32, label: &'static str, colour: Tone| {
        view! { <Stat value=scene.format.number(value) label=label tone=colour /> }.into_any()
    };
    let plain = Tone::Neutral;
    let meter = |bought| {
        view! {
            <Meter
                label=words::people::LICENCES
                value=in_use
                max=bought
                tone=tone(mood)
                text=words::of(in_use, bought)
            />
        }
        .into_any()
    };
    view! {
        <section class="card people-numbers" aria-label=words::people::LICENCES>
            <div class="card-body">
                <div class="stats">
                    {bought.map(|it| stat(it, words::people::BOUGHT, plain))}
                    {stat(in_use, words::people::IN_USE, plain)}
                    {free.map(|it| stat(it, words::people::FREE, if it == 0 { tone(mood) } else { plain }))}
                    {requests::counter(scene, waiting)}
                </div>
                {bought.map(meter)}
            </div>
        </section>
    }
    .into_any()
}
