//! The frame around every page: which page the viewer really gets, the navigation, the ribbon (ACC, TRI 2–3).

use super::route::Route;
use super::{Access, Command, Deployment, Mood, ProductAccess, Role, Scene, Status, words};

/// What the viewer gets for an address (ACC 2, ACC 5–7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The page that was asked for.
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

/// The page that an address asks for; the bare one asks for the first page of the viewer.
pub fn page(path: &str, access: Option<Access>) -> Route {
    match access {
        Some(access) if path == "/" && !access.subscription => Route::Time,
        _ => Route::from_path(path),
    }
}

/// The page that the viewer really gets.
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
        // ACC 3, ACC 4: collection administrators without a license as well, and Administrators where they may.
        Route::People if access.users => Screen::Page(page),
        // ACC 2: who is inside is told whose page it is; who is blocked gets the door, whatever the link.
        Route::Subscription | Route::Plans | Route::Activation | Route::People | Route::Invoices => {
            match access.product {
                ProductAccess::Open(_) => Screen::AdministratorsOnly,
                _ => blocked,
            }
        }
    }
}

/// Whether a screen shows nothing before the people of the directory are read: it lists them, counts them, or is theirs.
pub fn needs_people(screen: Screen) -> bool {
    !matches!(screen, Screen::Page(Route::Subscription | Route::Invoices))
}

/// An entry of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it leads.
    pub page: Route,
    /// Its words.
    pub label: &'static str,
    /// Whether it belongs to Settings (ACC 10).
    pub in_settings: bool,
    /// Whether it is the page in sight.
    pub current: bool,
}

/// The navigation; what the viewer may not see does not stand there (ACC 2, ACC 6).
pub fn navigation(page: Route, access: Access) -> Vec<Entry> {
    let entry = |to, label, in_settings, current| Entry {
        page: to,
        label,
        in_settings,
        current,
    };
    let time = access
        .time_in_navigation
        .then(|| entry(Route::Time, words::TIME, false, page == Route::Time));
    let on_subscription = matches!(page, Route::Subscription | Route::Plans | Route::Activation);
    let subscription = access
        .subscription
        .then(|| entry(Route::Subscription, words::SUBSCRIPTION, true, on_subscription));
    // ACC 4: who reaches it as Administrator finds it in the product's own tab, which has no settings for them.
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

/// What stands on top of the navigation: as Azure DevOps calls the place of the settings, or the product where the page
/// stands in a project. Nothing on the neutral page, and nothing in a project before it is known who looks (ACC 6).
pub fn top(screen: Option<Screen>, deployment: Deployment, in_project: bool, product: Option<&str>) -> Option<String> {
    match screen {
        Some(Screen::Neutral) => None,
        Some(_) if in_project => product.map(str::to_owned),
        None if in_project => None,
        _ => Some(words::frame::top(deployment).to_owned()),
    }
}

/// What the ribbon's button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RibbonAction {
    /// To the plans.
    BuyNow,
    /// Starts the trial; "Buy Now" stands beside it.
    StartTrial,
}

/// The ribbon on every page, for collection administrators only (TRI 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ribbon {
    /// Product name and "Free Trial".
    pub title: String,
    /// Days left, or since when it has ended.
    pub text: String,
    /// How urgent it is.
    pub mood: Mood,
    /// Its button.
    pub action: RibbonAction,
}

/// The ribbon, where there is one (TRI 2).
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

/// The command behind "Start free trial".
pub fn start_trial() -> Command {
    Command::StartTrial {}
}

/// The name of a screen: the window's title, and what is said when it comes into sight.
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
