//! Words of the frame: navigation, ribbon, doors.

use licensing::value::plan::Deployment;
use licensing::value::role::{Permission, Role};

/// The product's own page.
pub const TIME: &str = "Time";
/// The subscription page.
pub const SUBSCRIPTION: &str = "Subscription";
/// The documents.
pub const INVOICES: &str = "Invoices";
/// What stands for the plan in a trial.
pub const IN_TRIAL: &str = "Free trial";

/// The ribbon's title.
pub fn free_trial(product: &str) -> String {
    format!("{product} Free Trial")
}

/// The ribbon before a trial (TRI 2).
pub fn ribbon_before_trial(days: u32) -> String {
    format!("Try every feature with your whole team for {days} days")
}

/// The ribbon in a trial; the last day says so (TRI 1).
pub fn ribbon_days_left(days: i64) -> String {
    if days == 1 {
        "Last day of the trial".to_owned()
    } else {
        format!("{days} days left")
    }
}

/// The ribbon after the trial (TRI 2).
pub fn ribbon_trial_ended(end: &str) -> String {
    format!("The trial has ended on {end}. Nothing is deleted: buy to go on")
}

/// The ribbon after the subscription.
pub fn ribbon_expired(end: &str) -> String {
    format!("The subscription has ended on {end}. Nothing is deleted: buy to go on")
}

/// The locked door (ACC 5).
pub const LOCKED_TITLE: &str = "This door is locked";
/// What is the matter, on Server.
pub const LOCKED_TEXT: &str = "You have no access here yet. A project collection administrator can let you in.";
/// The neutral page (ACC 6).
pub const NEUTRAL_TITLE: &str = "Nothing here for you yet";
/// One neutral sentence, on Services.
pub const NEUTRAL_TEXT: &str = "If you expected something, ask a project collection administrator for access.";
/// The same for collection administrators without access of their own (ACC 7).
pub const BLOCKED_ADMINISTRATOR: &str =
    "You have no access of your own. As a project collection administrator you manage the subscription all the same.";
/// Nobody could say whether who looks is a collection administrator (ACC 9).
pub const NOT_ESTABLISHED: &str = "This page could not find out whether you are a project collection administrator, so it treats you as if you were not one.";
/// A role's name.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::None => "None",
        Role::Team => "Team",
        Role::Product => "Product",
        Role::Budget => "Budget",
        Role::Administrator => "Administrator",
    }
}

/// A row of ROL 1.
pub fn permission(permission: Permission) -> &'static str {
    match permission {
        Permission::OwnTimes => "Use the product, own worklogs and timesheet",
        Permission::EverybodysTimes => "See everybody's times, filter by person",
        Permission::SeeBudgets => "See budget, billable and billable-hours columns",
        Permission::ManageBudgets => "Create, edit and close budgets",
        Permission::SystemSettings => "System settings, activity types, tokens, roles by API",
    }
}

/// Words of the frame, the ribbon, the demo bar and of loading.
pub mod frame {
    use super::Deployment;

    /// The link that skips the navigation.
    pub const SKIP: &str = "Skip to content";
    /// The button that opens the navigation.
    pub const MENU: &str = "Menu";
    /// The name of the navigation.
    pub const NAVIGATION: &str = "Pages";
    /// The top of the navigation, as Azure DevOps names the place: nothing of the product, so that the neutral page
    /// stays neutral (ACC 6).
    pub fn top(deployment: Deployment) -> &'static str {
        match deployment {
            Deployment::Services => "Organization settings",
            Deployment::Server => "Collection settings",
        }
    }
    /// The group of settings (ACC 10).
    pub const SETTINGS: &str = "Settings";
    /// The link of the ribbon (TRI 3).
    pub const WHY: &str = "Why am I seeing this?";
    /// Its explanation (TRI 3).
    pub const WHY_TEXT: &str = "Because you are a project collection administrator. Only project collection administrators see this, and only they can purchase.";
    /// A notice that a page is loading.
    pub const LOADING: &str = "Loading…";
    /// A notice that something is being saved.
    pub const SAVING: &str = "Saving…";
    /// The heading where nothing came.
    pub const NOT_LOADED: &str = "Not loaded";
    /// Nothing could be loaded.
    pub const UNAVAILABLE_TITLE: &str = "This page could not be loaded";
    /// What to do.
    pub const UNAVAILABLE: &str = "The browser did not hand out what it keeps for this page. Nothing is lost. Close other tabs of this page, then try again.";
    /// Lines have vanished.
    pub const VANISHED_TITLE: &str = "Bookings are no longer stored";
    /// What it means and what to do.
    pub const VANISHED: &str = "Bookings that this page has shown have vanished from where they were stored: somebody has deleted the data or put back older ones. Nothing was booked since. Export what this page still knows before you close it, and send it to support; “Try again” shows what is stored now.";
    /// A newer program keeps it.
    pub const NEWER_TITLE: &str = "A newer version of this page is in use";
    /// What it means and what to do.
    pub const NEWER: &str = "A newer version of this page has stored what this one cannot read. Nothing is lost, and nothing was changed. Reload the page to get the newer version.";
    /// Loads the page anew.
    pub const RELOAD: &str = "Reload";
    /// The prices of the page are older than those of the account.
    pub const OLDER_PAGE: &str = "This page is older than the prices of this account. Nothing that has a price can be booked here. Reload the page to get the newer version; if it stays so, ask support.";
    /// A damaged journal.
    pub const DAMAGED_TITLE: &str = "The journal is damaged";
    /// What it means and what to do.
    pub const DAMAGED: &str = "A line of the journal cannot be trusted, so nothing is shown and nothing is overwritten. Export what is stored and send it to support.";
    /// A journal of another deployment.
    pub const OTHER_TITLE: &str = "The journal is not of this place";
    /// What it means and what to do.
    pub const OTHER: &str = "What is stored here was begun somewhere else, so nothing is shown and nothing is overwritten. If it was copied, put back what was stored here before. Otherwise export what is stored and send it to support.";

    /// Where it was begun, and where the page stands; both as the journal calls them.
    pub fn other_deployment(journal: &str, host: &str) -> String {
        format!("The first line of the journal says “{journal}”, and this page stands in “{host}”.")
    }

    /// The way out of it.
    pub const REPAIR: &str = "Set aside what cannot be read…";
    /// The same, once it was asked.
    pub const REPAIR_NOW: &str = "Set it aside now";
    /// What that does.
    pub const REPAIR_ASKED: &str = "The line that cannot be read, and everything booked after it, then no longer counts for anybody. Nothing is deleted. Export what is stored first, and ask support unless you know who wrote the line.";
    /// A retry.
    pub const TRY_AGAIN: &str = "Try again";
    /// Export.
    pub const EXPORT: &str = "Export what is stored";
    /// The way to the subscription.
    pub const TO_SUBSCRIPTION: &str = "Go to Subscription";
    /// Whom to ask.
    pub const WHO_HELPS: &str = "Project collection administrators";
    /// The heading of ACC 2.
    pub const ADMINISTRATORS_TITLE: &str = "For project collection administrators";
    /// The text of ACC 2.
    pub const ADMINISTRATORS_TEXT: &str =
        "Subscription and invoices are for project collection administrators. They can also buy for you.";
    /// So many documents are named at most.
    const NAMED: usize = 5;

    /// Documents that are no part of the journal: which, why, and what to do.
    pub fn set_aside(documents: &[(&str, String)]) -> String {
        let named = documents
            .iter()
            .take(NAMED)
            .map(|(id, why)| [id, " (", why.as_str(), ")"].concat());
        let named: Vec<String> = named.collect();
        let more = match documents.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        [
            "Set aside, because it is no part of the journal: ",
            &named.join(", "),
            &more,
            ". Everything goes on without it, and nothing was deleted. Somebody who may write this extension's data has written it, or has changed what was there: see “What is no part of the journal” in the guide for administrators.",
        ]
        .concat()
    }

    /// Nothing is kept.
    pub const NOT_KEPT: &str =
        "This browser keeps nothing for this page: what you book here is lost when you close it.";
    /// Saving failed.
    pub const SAVE_FAILED: &str = "It could not be saved. Nothing was booked and nothing is lost. Try again.";
    /// The store is full.
    pub const SAVE_FULL: &str =
        "The browser's storage for this page is full. Nothing was booked. Free some space, then try again.";
    /// The store is closed.
    pub const SAVE_FORBIDDEN: &str =
        "The browser does not let this page save. Nothing was booked. Allow storage for this address, then try again.";
    /// The history was written before the first release.
    pub const UNRELEASED_TITLE: &str = "This history was written before the first release";
    /// What to do about it.
    pub const UNRELEASED: &str = "It was written by a preview version of this program, under rules that have since changed. This version cannot read it, and has changed nothing. Export the history if you need it, then start over with a new account or ask support.";
    /// A newer program keeps the store.
    pub const SAVE_NEWER: &str =
        "A newer version of this page is in use in this browser. Nothing was booked. Reload this page, then repeat it.";
    /// The trial has begun.
    pub const TRIAL_STARTED: &str = "The trial has started: everybody may use every feature.";
    /// A heading of the page Time.
    pub const YOUR_ACCESS: &str = "Your access";
    /// A fact: role.
    pub const ROLE: &str = "Your role";
    /// A fact: plan.
    pub const PLAN: &str = "Plan";
    /// A fact: administrators.
    pub const ADMINISTERED_BY: &str = "Administered by";
    /// The table of ROL 1.
    pub const PERMITS: &str = "What your role permits";
    /// A column.
    pub const PERMISSION: &str = "Permission";
    /// A column.
    pub const ALLOWED: &str = "Allowed";
    /// Yes.
    pub const YES: &str = "Yes";
    /// No.
    pub const NO: &str = "No";

    /// Somebody booked in another tab.
    pub fn news(actor: &str, what: &str) -> String {
        format!("{actor} has booked: {what}")
    }

    /// A faulty catalogue beside the app.
    pub fn unreadable_catalogue(why: &str) -> String {
        format!(
            "The catalogue beside the app is faulty or cannot be read ({why}). Nothing that has a price can be booked until it can. Try again; if it stays so, ask support."
        )
    }

    /// The title of the window.
    pub fn window(page: &str, product: &str) -> String {
        format!("{page} · {product}")
    }
}

/// Words of the demo bar, which is no part of the product.
pub mod demo {
    /// What it is.
    pub const LABEL: &str = "Demonstration, not part of the product";
    /// The organization.
    pub const ORGANIZATION: &str = "Organisation";
    /// The viewer.
    pub const VIEWER: &str = "Viewer";
    /// The deployment.
    pub const DEPLOYMENT: &str = "Deployment";
    /// The cloud.
    pub const SERVICES: &str = "Services (cloud)";
    /// On-premises.
    pub const SERVER: &str = "Server (on-premises)";
    /// The day.
    pub const TODAY: &str = "Today";
    /// One day on.
    pub const DAY: &str = "+1 day";
    /// One month on.
    pub const MONTH: &str = "+1 month";
    /// To the end of the term.
    pub const TO_EXPIRY: &str = "To expiry";
    /// Why not.
    pub const NO_EXPIRY: &str = "Nothing runs that could expire";
    /// How saving behaves.
    pub const SAVING: &str = "Saving";
    /// Begin anew.
    pub const RESET: &str = "Reset organisation";
    /// The link.
    pub const LINK: &str = "Link to this state";
    /// Copy it.
    pub const COPY: &str = "Copy link";
    /// Not a date.
    pub const NO_DATE: &str = "Enter a date such as 2026-11-24";

    /// A value of the address that means nothing.
    pub fn ignored(name: &str, value: &str) -> String {
        format!("“{value}” means nothing for {name} and is ignored")
    }
}
