//! The frame around every page: the page that the viewer gets, the navigation, and the trial banner (ACC, TRI 2–3).

use super::route::Route;
use super::{Access, Command, Deployment, Mood, ProductAccess, Role, Scene, Status, words};

/// What the viewer gets at an address (ACC 2, ACC 5–7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The requested page.
    Page(Route),
    /// The product's own page, with this role.
    Time(Role),
    /// "This door is locked" (ACC 5).
    Locked,
    /// One neutral sentence (ACC 6).
    Neutral,
    /// "For collection administrators" (ACC 2).
    AdministratorsOnly,
}

/// The page that an address requests. An empty path means the viewer's first page.
pub fn page(path: &str, access: Option<Access>) -> Route {
    match access {
        Some(access) if path == "/" && !access.subscription => Route::Time,
        _ => Route::from_path(path),
    }
}

/// The screen that the viewer gets for a page.
pub fn screen(page: Route, access: Access) -> Screen {
    let blocked = match access.product {
        ProductAccess::Open(role) => Screen::Time(role),
        ProductAccess::Locked => Screen::Locked,
        ProductAccess::Neutral => Screen::Neutral,
    };
    match page {
        Route::Time => blocked,
        Route::Subscription | Route::Plans | Route::Activation | Route::Invoices if access.subscription => {
            Screen::Page(page)
        }
        // ACC 3, ACC 4: collection administrators even without a license, and Administrators if the setting permits it.
        Route::People if access.users => Screen::Page(page),
        // ACC 2: viewers with access learn who can open the page. Viewers without access get the locked door at every
        // address.
        Route::Subscription | Route::Plans | Route::Activation | Route::People | Route::Invoices => {
            match access.product {
                ProductAccess::Open(_) => Screen::AdministratorsOnly,
                _ => blocked,
            }
        }
    }
}

/// Whether a screen needs the people of the directory: it lists or counts them, or depends on who the viewer is.
pub fn needs_people(screen: Screen) -> bool {
    !matches!(screen, Screen::Page(Route::Subscription | Route::Invoices))
}

/// An entry of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The page that it leads to.
    pub page: Route,
    /// Its label.
    pub label: &'static str,
    /// Whether it belongs to Settings (ACC 10).
    pub in_settings: bool,
    /// Whether it is the current page.
    pub current: bool,
    /// How many items need attention there. `None` if none do.
    pub badge: Option<u32>,
}

/// The navigation. It omits pages that the viewer may not see (ACC 2, ACC 6).
pub fn navigation(page: Route, access: Access) -> Vec<Entry> {
    let entry = |to, label, in_settings, current| Entry {
        page: to,
        label,
        in_settings,
        current,
        badge: None,
    };
    let time = access
        .time_in_navigation
        .then(|| entry(Route::Time, words::TIME, false, page == Route::Time));
    let on_subscription = matches!(page, Route::Subscription | Route::Plans | Route::Activation);
    let subscription = access
        .subscription
        .then(|| entry(Route::Subscription, words::SUBSCRIPTION, true, on_subscription));
    // ACC 4: Administrators find it in the product's own hub, where they have no settings.
    let people = access.users.then(|| {
        entry(
            Route::People,
            words::people::TITLE,
            access.subscription,
            page == Route::People,
        )
    });
    let invoices = access
        .subscription
        .then(|| entry(Route::Invoices, words::INVOICES, true, page == Route::Invoices));
    time.into_iter()
        .chain(subscription)
        .chain(people)
        .chain(invoices)
        .collect()
}

/// The navigation with its badge: the number of items that need attention ([`super::attention::count`]). It is at
/// Subscription or, for people who only manage users, at User Management.
pub fn with_badge(mut entries: Vec<Entry>, access: Access, items: u32) -> Vec<Entry> {
    let page = if access.subscription {
        Route::Subscription
    } else {
        Route::People
    };
    if let Some(entry) = entries.iter_mut().find(|entry| entry.page == page) {
        entry.badge = Some(items).filter(|items| *items > 0);
    }
    entries
}

/// The text at the top of the navigation: the name that Azure DevOps uses for the settings or, in a project, the
/// product. `None` on the neutral page, and in a project until the viewer is known (ACC 6).
pub fn top(screen: Option<Screen>, deployment: Deployment, in_project: bool, product: Option<&str>) -> Option<String> {
    match screen {
        Some(Screen::Neutral) => None,
        Some(_) if in_project => product.map(str::to_owned),
        None if in_project => None,
        _ => Some(words::frame::top(deployment).to_owned()),
    }
}

/// The button of the trial banner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RibbonAction {
    /// Opens the plans.
    BuyNow,
    /// Starts the trial. "Buy Now" is next to it.
    StartTrial,
}

/// The trial banner on every page, only for collection administrators (TRI 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ribbon {
    /// The product name and "Free Trial".
    pub title: String,
    /// The days left, or the day on which the trial ended.
    pub text: String,
    /// The tone of the banner.
    pub mood: Mood,
    /// Its button.
    pub action: RibbonAction,
}

/// The trial banner, if there is one (TRI 2).
pub fn ribbon(scene: &Scene<'_>) -> Option<Ribbon> {
    if !scene.access().ribbon {
        return None;
    }
    let product = &scene.catalogue.product;
    let days_left = scene.account.trial().map_or(0, |trial| trial.days_left(scene.today));
    let (text, mood, action) = match scene.status() {
        Status::None => (
            words::ribbon_before_trial(scene.catalogue.trial_days),
            Mood::Info,
            RibbonAction::StartTrial,
        ),
        Status::Trial => {
            let mood = if days_left <= 7 { Mood::Warning } else { Mood::Info };
            (words::ribbon_days_left(days_left), mood, RibbonAction::BuyNow)
        }
        Status::TrialEnded => {
            let end = scene
                .account
                .trial()
                .map(|trial| scene.date(trial.end))
                .unwrap_or_default();
            (words::ribbon_trial_ended(&end), Mood::Bad, RibbonAction::BuyNow)
        }
        _ => {
            let end = super::subscription::ended_on(scene)
                .map(|on| scene.date(on))
                .unwrap_or_default();
            (words::ribbon_expired(&end), Mood::Bad, RibbonAction::BuyNow)
        }
    };
    let title = match scene.status() {
        Status::Expired => product.clone(),
        _ => words::free_trial(product),
    };
    Some(Ribbon {
        title,
        text,
        mood,
        action,
    })
}

/// The command of "Start free trial".
pub fn start_trial() -> Command {
    Command::StartTrial {}
}

/// The name of a screen, for the window title and for screen readers.
pub fn title(screen: Screen) -> &'static str {
    match screen {
        Screen::Page(Route::Plans) => words::order_words::PLANS,
        Screen::Page(Route::Activation) => words::activation::TITLE,
        Screen::Page(Route::People) => words::people::TITLE,
        Screen::Page(Route::Invoices) => words::INVOICES,
        Screen::Page(_) => words::SUBSCRIPTION,
        Screen::Time(_) => words::TIME,
        Screen::Locked => words::LOCKED_TITLE,
        Screen::Neutral => words::NEUTRAL_TITLE,
        Screen::AdministratorsOnly => words::frame::ADMINISTRATORS_TITLE,
    }
}
