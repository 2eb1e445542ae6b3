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
    format!("Your trial ended on {end}. Your data is safe. Buy a subscription to continue")
}

/// The ribbon after the subscription.
pub fn ribbon_expired(end: &str) -> String {
    format!("Your subscription ended on {end}. Your data is safe. Buy again to continue")
}

/// The locked door (ACC 5).
pub const LOCKED_TITLE: &str = "This door is locked";
/// What is the matter, on Server.
pub const LOCKED_TEXT: &str = "You don't have access yet. A project collection administrator can give you access.";
/// The neutral page (ACC 6).
pub const NEUTRAL_TITLE: &str = "Access needed";
/// One neutral sentence, on Services.
pub const NEUTRAL_TEXT: &str = "You don't have access to this page.";
/// The same for collection administrators without access of their own (ACC 7).
pub const BLOCKED_ADMINISTRATOR: &str =
    "You don't have a license yourself, but as a project collection administrator you can manage the subscription.";
/// Nobody could say whether who looks is a collection administrator (ACC 9).
pub const NOT_ESTABLISHED: &str =
    "We couldn't verify that you're a project collection administrator, so you have standard access for now.";
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
        Permission::OwnTimes => "Use the product, own worklogs, and own timesheet",
        Permission::EverybodysTimes => "See everyone's time entries and filter by person",
        Permission::SeeBudgets => "See budget, billable, and billable hours columns",
        Permission::ManageBudgets => "Create, edit, and close budgets",
        Permission::SystemSettings => "Manage system settings, activity types, tokens, and roles through the API",
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
    pub const WHY_TEXT: &str = "Because you're a project collection administrator. Only project collection administrators can see this and make purchases.";
    /// A notice that a page is loading.
    pub const LOADING: &str = "Loading…";
    /// A notice that something is being saved.
    pub const SAVING: &str = "Saving…";
    /// The heading where nothing came.
    pub const NOT_LOADED: &str = "Couldn't load";
    /// Nothing could be loaded.
    pub const UNAVAILABLE_TITLE: &str = "This page couldn't be loaded";
    /// What to do.
    pub const UNAVAILABLE: &str =
        "Saved data couldn't be read. Nothing is lost. Close other tabs with this page, then try again.";
    /// Lines have vanished.
    pub const VANISHED_TITLE: &str = "Some history is missing";
    /// What it means and what to do.
    pub const VANISHED: &str = "History that this page has shown is no longer stored. Someone deleted the data or restored an older copy. Nothing has been saved since. Before you close this page, export what it still has and send it to support. To see what's stored now, select “Try again”.";
    /// A newer program keeps it.
    pub const NEWER_TITLE: &str = "A newer version is available";
    /// What it means and what to do.
    pub const NEWER: &str = "A newer version of this page saved data that this version can't read. Nothing was lost or changed. Reload the page to get the newer version.";
    /// Loads the page anew.
    pub const RELOAD: &str = "Reload";
    /// The prices of the page are older than those of the account.
    pub const OLDER_PAGE: &str = "Your prices are newer than this page, so you can't make purchases here. Reload the page to update it. If that doesn't help, contact support.";
    /// A damaged journal.
    pub const DAMAGED_TITLE: &str = "The history is damaged";
    /// What it means and what to do.
    pub const DAMAGED: &str = "Part of the history can't be trusted, so nothing is shown and nothing will be overwritten. Export the stored data and send it to support.";
    /// A journal of another deployment.
    pub const OTHER_TITLE: &str = "This history belongs somewhere else";
    /// What it means and what to do.
    pub const OTHER: &str = "The history stored here was started in another location, so nothing is shown and nothing will be overwritten. If it was copied, restore the original data. Otherwise, export the stored data and send it to support.";

    /// Where it was begun, and where the page stands; both as the journal calls them.
    pub fn other_deployment(journal: &str, host: &str) -> String {
        format!("The history is for “{journal}”, but this page is in “{host}”.")
    }

    /// The way out of it.
    pub const REPAIR: &str = "Set aside unreadable entries…";
    /// The same, once it was asked.
    pub const REPAIR_NOW: &str = "Set aside";
    /// What that does.
    pub const REPAIR_ASKED: &str = "The unreadable entry and everything saved after it will no longer count for anyone. Nothing is deleted. Export the stored data first, and contact support unless you know who wrote the entry.";
    /// A retry.
    pub const TRY_AGAIN: &str = "Try again";
    /// Export.
    pub const EXPORT: &str = "Export stored data";
    /// The way to the subscription.
    pub const TO_SUBSCRIPTION: &str = "Go to Subscription";
    /// Whom to ask.
    pub const WHO_HELPS: &str = "Project collection administrators";
    /// The heading of ACC 2.
    pub const ADMINISTRATORS_TITLE: &str = "For project collection administrators";
    /// The text of ACC 2.
    pub const ADMINISTRATORS_TEXT: &str =
        "Only project collection administrators can see the subscription and invoices. They can also buy for you.";
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
            "Not part of the history and set aside: ",
            &named.join(", "),
            &more,
            ". Everything else works, and nothing was deleted. Someone who can write this extension's data added or changed it. See “Entries that aren't part of the history” in the administrator guide.",
        ]
        .concat()
    }

    /// Nothing is kept.
    pub const NOT_KEPT: &str =
        "This browser doesn't store data for this page. Your changes will be lost when you close it.";
    /// Saving failed.
    pub const SAVE_FAILED: &str = "Your change couldn't be saved. Nothing is lost. Try again.";
    /// The store is full.
    pub const SAVE_FULL: &str = "Your change wasn't saved because the browser's storage for this page is full. Free up some space, then try again.";
    /// The store is closed.
    pub const SAVE_FORBIDDEN: &str = "Your change wasn't saved because the browser blocks storage for this page. Allow storage for this address, then try again.";
    /// The history was written before the first release.
    pub const UNRELEASED_TITLE: &str = "This history was written before the first release";
    /// What to do about it.
    pub const UNRELEASED: &str = "It was written by a preview version under rules that have since changed, so this version can't read it. Nothing was changed. Export the history if you need it, then start over with a new account or contact support.";
    /// A newer program keeps the store.
    pub const SAVE_NEWER: &str = "Your change wasn't saved because a newer version of this page is open in this browser. Reload the page, then try again.";
    /// The trial has begun.
    pub const TRIAL_STARTED: &str = "Trial started. Everyone can use every feature.";
    /// A heading of the page Time.
    pub const YOUR_ACCESS: &str = "Your access";
    /// A fact: role.
    pub const ROLE: &str = "Your role";
    /// A fact: plan.
    pub const PLAN: &str = "Plan";
    /// A fact: administrators.
    pub const ADMINISTERED_BY: &str = "Administered by";
    /// The table of ROL 1.
    pub const PERMITS: &str = "What your role can do";
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
        format!("{actor} {}", crate::words::continued(what))
    }

    /// A faulty catalogue beside the app.
    pub fn unreadable_catalogue(why: &str) -> String {
        format!(
            "The price catalog is missing or contains errors ({why}). You can't make purchases until that's fixed. Try again. If that doesn't help, contact support."
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
    pub const ORGANIZATION: &str = "Organization";
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
    pub const NO_EXPIRY: &str = "There's no active term";
    /// How saving behaves.
    pub const SAVING: &str = "Saving";
    /// Begin anew.
    pub const RESET: &str = "Reset organization";
    /// The link.
    pub const LINK: &str = "Link to this state";
    /// Copy it.
    pub const COPY: &str = "Copy link";
    /// Not a date.
    pub const NO_DATE: &str = "Enter a date such as 2026-11-24";

    /// A value of the address that means nothing.
    pub fn ignored(name: &str, value: &str) -> String {
        format!("“{value}” isn't valid for {name} and is ignored")
    }
}
