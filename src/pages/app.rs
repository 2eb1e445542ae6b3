//! The app: frame, ribbon, and the page that the viewer really gets.

use crate::dom::view;
use super::later::{Later, Part};
use super::ribbon::RibbonBar;
use super::scene::Ui;
use super::status::{LoadFailed, LoadingPage, Notices, QuickSaving};
use super::subscription::SubscriptionPage;
use crate::components::{
    Announcer, Frame, FrameWords, IconName, NavEntry, NavGroup, Speaker, Toaster, Toasts, Tone, focus_title,
};
use crate::store::{Load, News, Store};
use crate::view::route::Page;
use crate::view::shell::{self, Screen};
use crate::view::words::{self, frame};
use leptos::prelude::*;

/// The words of the frame.
const WORDS: FrameWords = FrameWords {
    skip: frame::SKIP,
    menu: frame::MENU,
    navigation: frame::NAVIGATION,
};

/// What stands in the content.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Loading,
    Failed,
    Screen(Screen),
}

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let ui = Ui {
        store: Store::start(),
        speaker: Speaker::new(),
        toasts: Toasts::new(),
        quick: RwSignal::new(None),
    };
    provide_context(ui);
    let access = ui.model(|scene| scene.access());
    let page = Memo::new(move |_| shell::page(&ui.store.path(), access.get()));
    let shown = Memo::new(move |_| match (ui.store.load(), access.get()) {
        (Load::Failed(_), _) => Shown::Failed,
        (Load::Ready(_), Some(access)) => Shown::Screen(shell::screen(page.get(), access)),
        _ => Shown::Loading,
    });
    let groups = Memo::new(move |_| groups(ui, page.get()));
    let product = ui.model(|scene| scene.catalogue.product.clone());
    name_window(ui, shown, product);
    tell_news(ui);
    // The demo bar is no part of the product: it comes when the page is there.
    let loaded = Memo::new(move |before| before == Some(&true) || shown.get() != Shown::Loading);
    let demonstration = move || {
        view! {
            {move || if loaded.get() {
                view! { <Later part=Part::Demonstration /> }
            } else {
                view! { <div class="demo demo-line"></div> }
            }}
        }
        .into_any()
    };
    let content = move || match shown.get() {
        Shown::Loading => view! { <LoadingPage /> }.into_any(),
        Shown::Failed => view! { <LoadFailed /> }.into_any(),
        Shown::Screen(Screen::Page(Page::Plans)) => view! { <Later part=Part::Plans /> }.into_any(),
        Shown::Screen(Screen::Page(_)) => view! { <SubscriptionPage /> }.into_any(),
        Shown::Screen(Screen::Time(role)) => view! { <Later part=Part::Time(role) /> }.into_any(),
        Shown::Screen(Screen::Locked | Screen::Neutral) => view! { <Later part=Part::Blocked /> }.into_any(),
        Shown::Screen(Screen::AdministratorsOnly) => view! { <Later part=Part::AdministratorsOnly /> }.into_any(),
    };
    view! {
        <Announcer speaker=ui.speaker />
        <Frame
            product=frame::TOP
            groups=groups
            words=WORDS
            demo=demonstration
            ribbon=|| view! { <RibbonBar /> <Notices /> <QuickSaving /> }
        >
            {content}
        </Frame>
        <Toaster toasts=ui.toasts dismiss_label=words::order_words::CLOSE />
    }
}

/// The navigation as the frame wants it.
fn groups(ui: Ui, page: Page) -> Vec<NavGroup> {
    let Some(snapshot) = ui.store.snapshot() else {
        return Vec::new();
    };
    let access = snapshot
        .account
        .access(&snapshot.place.viewer, &snapshot.people, snapshot.place.today);
    let entries = shell::navigation(page, access);
    let group = |label: Option<&str>, in_settings| NavGroup {
        label: label.map(str::to_owned),
        entries: entries
            .iter()
            .filter(|entry| entry.in_settings == in_settings)
            .map(|entry| nav_entry(ui, entry))
            .collect(),
    };
    let groups = [group(None, false), group(Some(frame::SETTINGS), true)];
    groups.into_iter().filter(|group| !group.entries.is_empty()).collect()
}

fn nav_entry(ui: Ui, entry: &shell::Entry) -> NavEntry {
    NavEntry {
        href: ui.store.href(entry.page.path()),
        label: entry.label.to_owned(),
        icon: if entry.page == Page::Time {
            IconName::Stopwatch
        } else {
            IconName::Money
        },
        current: entry.current,
    }
}

/// The window's title follows the page; a new page is said, and its heading takes the focus.
fn name_window(ui: Ui, shown: Memo<Shown>, product: Memo<Option<String>>) {
    Effect::new(move |before: Option<Option<(String, Screen)>>| {
        let (before, path) = (before.flatten(), ui.store.path());
        let Shown::Screen(screen) = shown.get() else {
            return before;
        };
        let title = shell::title(screen);
        // On the neutral page nothing of the product is said (ACC 6).
        let product = product.get().filter(|_| screen != Screen::Neutral);
        document().set_title(&product.map_or_else(|| title.to_owned(), |product| frame::window(title, &product)));
        if before.as_ref().is_some_and(|(_, before)| *before != screen) {
            ui.speaker.say(title);
        }
        // Where the demo bar alone brought another screen, the focus stays there.
        if before.is_some_and(|(before, _)| before != path) {
            focus_title();
        }
        Some((path, screen))
    });
}

/// What another tab books is told in a toast.
fn tell_news(ui: Ui) {
    Effect::new(move |_| {
        if let Some(News { actor, events }) = ui.store.news().get() {
            let what = ui.now(|scene| {
                events
                    .last()
                    .map(|event| words::event(scene, event))
                    .unwrap_or_default()
            });
            ui.tell(Tone::Info, frame::news(&actor, &what.unwrap_or_default()));
        }
    });
}
