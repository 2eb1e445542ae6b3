//! The app: the frame, the trial banner, and the page that the viewer is allowed to see.

pub mod bookings;
pub mod context;
pub mod load_states;
pub mod notices;
pub mod order_intent;
pub mod shortcuts;

use crate::app::bookings::{BackgroundBookings, tell_outcomes};
use crate::app::context::AppContext;
use crate::app::load_states::{LoadFailed, LoadingPage, WaitingPage};
use crate::app::notices::Notices;
use crate::app::shortcuts::Shortcuts;
use crate::components::{
    Announcer, Frame, FrameWords, IconName, NavEntry, NavGroup, PageHeading, Speaker, Toast, Toaster, Toasts, Tone,
    focus_title, on_hotkey,
};
use crate::pages::access::no_access::{AdministratorsOnly, BlockedPage};
use crate::pages::access::time::TimePage;
use crate::pages::access::trial_banner::RibbonBar;
use crate::pages::activation::activation_bar::ActivationBar;
use crate::pages::activation::page::ActivationPage;
use crate::pages::invoices::page::InvoicesPage;
use crate::pages::people::page::PeoplePage;
use crate::pages::people::sync_bar::ReadingBar;
use crate::pages::shared::outcome::last_event;
use crate::pages::shared::undo_offer::withdraw_offers;
use crate::pages::subscription::order_dialog::OrderDialog;
use crate::pages::subscription::page::SubscriptionPage;
use crate::pages::subscription::plans::PlansPage;
use crate::store::{Load, Store};
use exchange::host::Host;
use leptos::prelude::*;
use std::rc::Rc;
use view::Access;
use view::activation::reaches_vendor;
use view::attention;
use view::requests;
use view::route::Route;
use view::shell::{self, Screen};
use view::words::{self, frame, order_words};

/// The texts of the frame.
const WORDS: FrameWords = FrameWords {
    skip: frame::SKIP,
    menu: frame::MENU,
    navigation: frame::NAVIGATION,
};

/// What the content area shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Loading,
    Failed,
    Screen(Screen),
}

#[component]
pub fn App(
    /// The host of the page.
    host: Rc<dyn Host>,
    /// A bar above the loaded page, if the host has one.
    #[prop(optional)]
    bar: Option<fn() -> AnyView>,
) -> impl IntoView {
    let ui = AppContext {
        store: Store::start(host),
        speaker: Speaker::new(),
        toasts: Toasts::new(),
        order: RwSignal::new(None),
        offer: RwSignal::new(None),
    };
    provide_context(ui);
    PageHeading::provide();
    if ui.store.is_embedded() {
        // If the host has toasts, it shows the temporary ones.
        ui.toasts.hand_on(Callback::new(move |toast: Toast| {
            let Toast { text, action, .. } = toast.clone();
            ui.store.toast_of_host(text, action, move || ui.toasts.show_here(toast));
        }));
    }
    // A memo, so that a page is kept when its account changes.
    let shown = Memo::new(move |_| match (ui.store.load(), page_and_access(ui)) {
        (Load::Failed(_), _) => Shown::Failed,
        // Access depends on the people.
        (Load::Ready(now), Some((Route::Time, _))) if now.unread => Shown::Loading,
        (Load::Ready(_), Some((page, access))) => Shown::Screen(shell::screen(page, access)),
        _ => Shown::Loading,
    });
    name_window(ui, shown);
    close_with_page(ui, shown);
    tell_news(ui);
    withdraw_offers(ui);
    tell_outcomes(ui);
    let waits = ui.waits();
    let content = move || match ui.showing(shown) {
        Shown::Screen(screen) if waits(screen) => view! { <WaitingPage title=shell::title(screen) /> }.into_any(),
        Shown::Loading => view! { <LoadingPage /> }.into_any(),
        Shown::Failed => view! { <LoadFailed /> }.into_any(),
        Shown::Screen(Screen::Page(Route::Plans)) => view! { <PlansPage /> }.into_any(),
        Shown::Screen(Screen::Page(Route::Activation)) => view! { <ActivationPage /> }.into_any(),
        Shown::Screen(Screen::Page(Route::People)) => view! { <PeoplePage /> }.into_any(),
        Shown::Screen(Screen::Page(Route::Invoices)) => view! { <InvoicesPage /> }.into_any(),
        Shown::Screen(Screen::Page(_)) => view! { <SubscriptionPage /> }.into_any(),
        Shown::Screen(Screen::Time(role)) => view! { <TimePage role=role /> }.into_any(),
        Shown::Screen(Screen::Locked | Screen::Neutral) => view! { <BlockedPage /> }.into_any(),
        Shown::Screen(Screen::AdministratorsOnly) => view! { <AdministratorsOnly /> }.into_any(),
    };
    let loaded = Memo::new(move |before| before == Some(&true) || shown.get() != Shown::Loading);
    let activates = Memo::new(move |_| ui.model(reaches_vendor).unwrap_or(false));
    let embedded = ui.store.is_embedded();
    let above = move || {
        bar.map(|bar| {
            view! {
                <Show when=move || loaded.get() fallback=|| view! { <div class="demo demo-line"></div> }>
                    {bar()}
                </Show>
            }
        })
    };
    let ribbon = move || {
        view! {
            <RibbonBar />
            {embedded.then(|| view! { <ReadingBar /> })}
            <Show when=move || activates.get()>
                <ActivationBar />
            </Show>
            <Notices />
            <BackgroundBookings />
        }
    };
    // A memo, because it looks at all documents and people, and the address changes more often than they do.
    let items = ui.memo(attention::count);
    let keys_shown = RwSignal::new(false);
    on_hotkey("?", move || keys_shown.set(true));
    view! {
        <Announcer speaker=ui.speaker />
        <Frame
            top=move || top(ui, shown.get())
            groups=Memo::new(move |_| groups(ui, items.get().unwrap_or_default()))
            words=WORDS
            above=above
            ribbon=ribbon
        >
            {content}
        </Frame>
        <Toaster toasts=ui.toasts dismiss_label=words::order_words::CLOSE />
        <Shortcuts open=keys_shown />
        <OrderDialog intent=ui.order />
    }
}

/// The text on top of the navigation.
fn top(ui: AppContext, shown: Shown) -> Option<String> {
    let screen = match shown {
        Shown::Screen(screen) => Some(screen),
        Shown::Loading | Shown::Failed => None,
    };
    let product = ui.model(|scene| scene.catalogue.product.clone());
    shell::top(
        screen,
        ui.store.deployment(),
        ui.store.is_in_project(),
        product.as_deref(),
    )
}

/// The page that the address requests, and the access of the viewer. `None` while nothing is loaded.
fn page_and_access(ui: AppContext) -> Option<(Route, Access)> {
    let access = ui.model(|scene| scene.access())?;
    Some((shell::page(&ui.store.path(), Some(access)), access))
}

/// The navigation in the form that the frame needs. `items` need attention.
fn groups(ui: AppContext, items: u32) -> Vec<NavGroup> {
    let Some((page, access)) = page_and_access(ui) else {
        return Vec::new();
    };
    let entries = shell::with_badge(shell::navigation(page, access), access, items);
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

fn nav_entry(ui: AppContext, entry: &shell::Entry) -> NavEntry {
    NavEntry {
        href: ui.store.href(entry.page.path()),
        label: entry.label.to_owned(),
        icon: match entry.page {
            Route::Time => IconName::Stopwatch,
            Route::People => IconName::People,
            Route::Invoices => IconName::Document,
            _ => IconName::Money,
        },
        current: entry.current,
        badge: entry.badge.map(|count| (count.to_string(), frame::attention(count))),
    }
}

/// Sets the window title. A new page is announced, and its heading receives the focus.
fn name_window(ui: AppContext, shown: Memo<Shown>) {
    Effect::new(move |before: Option<Option<(String, Screen)>>| {
        let (before, path) = (before.flatten(), ui.store.path());
        let Shown::Screen(screen) = shown.get() else {
            return before;
        };
        let title = shell::title(screen);
        // The neutral page does not mention the product (ACC 6).
        let product = ui.model(|scene| scene.catalogue.product.clone());
        let product = product.filter(|_| screen != Screen::Neutral);
        ui.store.show_icon(product.is_some());
        document().set_title(&product.map_or_else(|| title.to_owned(), |product| frame::window(title, &product)));
        if before.as_ref().is_some_and(|(_, before)| *before != screen) {
            ui.speaker.say(title);
        }
        // If only the demo bar changed the screen, the focus stays there.
        if before.is_some_and(|(before, _)| before != path) {
            focus_title();
        }
        Some((path, screen))
    });
}

/// Closes what a page has opened when the page closes. The neutral page keeps no earlier toast (ACC 6).
fn close_with_page(ui: AppContext, shown: Memo<Shown>) {
    Effect::new(move |before: Option<Shown>| {
        let now = shown.get();
        if before.is_some_and(|before| before != now) && ui.order.get_untracked().is_some() {
            ui.order.set(None);
        }
        if now == Shown::Screen(Screen::Neutral) {
            ui.toasts.dismiss();
        }
        now
    });
}

/// Shows toasts for bookings of other tabs, if the viewer may know about them (ACC 2, ACC 6), and for earlier commands
/// of the viewer that turn out to be stored only now.
fn tell_news(ui: AppContext) {
    Effect::new(move |_| {
        let Some(news) = ui.store.news().get() else {
            return;
        };
        let own = ui.now(|scene| requests::answered(scene, news.events())).flatten();
        let what = ui.now(|scene| requests::news(scene, news.events())).flatten();
        match (own, what) {
            (Some(granted), _) => ui.tell(Tone::Info, words::requests::told_yourself(granted)),
            (None, Some(what)) => ui.tell(Tone::Info, frame::news(news.actor(), &what)),
            (None, None) => {}
        }
    });
    Effect::new(move |_| {
        if let Some(late) = ui.store.late().get()
            && requests::is_worth_telling(late.events())
        {
            ui.tell(Tone::Success, order_words::late(&last_event(ui, late.events())));
        }
    });
}
