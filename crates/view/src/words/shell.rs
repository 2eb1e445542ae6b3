//! Texts of the frame: navigation, trial banner, and pages for people without access.

use licensing::value::plan::Deployment;
use licensing::value::role::{Permission, Role};

/// The name of the product's own page.
pub const TIME: &str = "Time";
/// The name of the subscription page.
pub const SUBSCRIPTION: &str = "Subscription";
/// The name of the invoices page.
pub const INVOICES: &str = "Invoices";
/// The name of the plan in a trial.
pub const IN_TRIAL: &str = "Free trial";

/// The title of the trial banner.
pub fn free_trial(product: &str) -> String {
    format!("{product} Free Trial")
}

/// The trial banner before a trial (TRI 2).
pub fn ribbon_before_trial(days: u32) -> String {
    format!("Try every feature with your whole team for {days} days")
}

/// The trial banner in a trial, with its own text on the last day (TRI 1).
pub fn ribbon_days_left(days: i64) -> String {
    if days == 1 {
        "Last day of the trial".to_owned()
    } else {
        format!("{days} days left")
    }
}

/// The trial banner after the trial (TRI 2).
pub fn ribbon_trial_ended(end: &str) -> String {
    format!("Your trial ended on {end}. Your data is safe. Buy a subscription to continue")
}

/// The trial banner after the subscription.
pub fn ribbon_expired(end: &str) -> String {
    format!("Your subscription ended on {end}. Your data is safe. Buy again to continue")
}

/// The title of the locked door (ACC 5).
pub const LOCKED_TITLE: &str = "This door is locked";
/// Its text, on Server.
pub const LOCKED_TEXT: &str = "You don't have access yet. A project collection administrator can give you access.";
/// The title of the neutral page (ACC 6).
pub const NEUTRAL_TITLE: &str = "Access needed";
/// Its neutral sentence, on Services.
pub const NEUTRAL_TEXT: &str = "You don't have access to this page.";
/// The text for collection administrators without access of their own (ACC 7).
pub const BLOCKED_ADMINISTRATOR: &str =
    "You don't have a license yourself, but as a project collection administrator you can manage the subscription.";
/// It is unknown whether the viewer is a collection administrator (ACC 9).
pub const NOT_ESTABLISHED: &str =
    "We couldn't verify that you're a project collection administrator, so you have standard access for now.";
/// The name of a role.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::None => "None",
        Role::Team => "Team",
        Role::Product => "Product",
        Role::Budget => "Budget",
        Role::Administrator => "Administrator",
    }
}

/// A permission in the table of ROL 1.
pub fn permission(permission: Permission) -> &'static str {
    match permission {
        Permission::OwnTimes => "Use the product, own worklogs, and own timesheet",
        Permission::EverybodysTimes => "See everyone's time entries and filter by person",
        Permission::SeeBudgets => "See budget, billable, and billable hours columns",
        Permission::ManageBudgets => "Create, edit, and close budgets",
        Permission::SystemSettings => "Manage system settings, activity types, tokens, and roles through the API",
    }
}

/// Texts of the frame, the trial banner, the demo bar, and loading.
pub mod frame {
    /// The meaning of the count beside a page in the navigation.
    pub fn attention(count: u32) -> String {
        match count {
            1 => "1 item needs attention".to_owned(),
            _ => format!("{count} items need attention"),
        }
    }

    use super::Deployment;

    /// The link that skips the navigation.
    pub const SKIP: &str = "Skip to content";
    /// The button that opens the navigation.
    pub const MENU: &str = "Menu";
    /// The name of the navigation.
    pub const NAVIGATION: &str = "Pages";
    /// The title of the navigation. It is the name that Azure DevOps uses for the place and says nothing of the
    /// product, so that the neutral page stays neutral (ACC 6).
    pub fn top(deployment: Deployment) -> &'static str {
        match deployment {
            Deployment::Services => "Organization settings",
            Deployment::Server => "Collection settings",
        }
    }
    /// The heading of the settings (ACC 10).
    pub const SETTINGS: &str = "Settings";
    /// The link in the trial banner (TRI 3).
    pub const WHY: &str = "Why am I seeing this?";
    /// The explanation behind it (TRI 3).
    pub const WHY_TEXT: &str = "Because you're a project collection administrator. Only project collection administrators can see this and make purchases.";
    /// A page is loading.
    pub const LOADING: &str = "Loading…";
    /// A change is being saved.
    pub const SAVING: &str = "Saving…";
    /// The title if nothing was loaded.
    pub const NOT_LOADED: &str = "Couldn't load";
    /// Nothing could be loaded.
    pub const UNAVAILABLE_TITLE: &str = "This page couldn't be loaded";
    /// The next step.
    pub const UNAVAILABLE: &str =
        "Saved data couldn't be read. Nothing is lost. Close other tabs with this page, then try again.";
    /// Lines of the history have disappeared.
    pub const VANISHED_TITLE: &str = "Some history is missing";
    /// The consequences and the next step.
    pub const VANISHED: &str = "History that this page has shown is no longer stored. Someone deleted the data or restored an older copy. Nothing has been saved since. Before you close this page, export what it still has and send it to support. To see what's stored now, select “Try again”.";
    /// A newer version of the program has stored data.
    pub const NEWER_TITLE: &str = "A newer version is available";
    /// The consequences and the next step.
    pub const NEWER: &str = "A newer version of this page saved data that this version can't read. Nothing was lost or changed. Reload the page to get the newer version.";
    /// The button that reloads the page.
    pub const RELOAD: &str = "Reload";
    /// The prices of the page are older than those of the account.
    pub const OLDER_PAGE: &str = "Your prices are newer than this page, so you can't make purchases here. Reload the page to update it. If that doesn't help, contact support.";
    /// The journal is damaged.
    pub const DAMAGED_TITLE: &str = "The history is damaged";
    /// The consequences and the next step.
    pub const DAMAGED: &str = "Part of the history can't be trusted, so nothing is shown and nothing will be overwritten. Export the stored data and send it to support.";
    /// The journal belongs to another deployment.
    pub const OTHER_TITLE: &str = "This history belongs somewhere else";
    /// The consequences and the next step.
    pub const OTHER: &str = "The history stored here was started in another location, so nothing is shown and nothing will be overwritten. If it was copied, restore the original data. Otherwise, export the stored data and send it to support.";

    /// The deployment of the journal and of the page.
    pub fn other_deployment(journal: &str, host: &str) -> String {
        format!("The history is for “{journal}”, but this page is in “{host}”.")
    }

    /// The button that repairs the journal.
    pub const REPAIR: &str = "Set aside unreadable entries…";
    /// The button that confirms the repair.
    pub const REPAIR_NOW: &str = "Set aside";
    /// The consequences of the repair.
    pub const REPAIR_ASKED: &str = "The unreadable entry and everything saved after it will no longer count for anyone. Nothing is deleted. Export the stored data first, and contact support unless you know who wrote the entry.";
    /// The button that retries.
    pub const TRY_AGAIN: &str = "Try again";
    /// The button that exports the data.
    pub const EXPORT: &str = "Export stored data";
    /// The link to the subscription.
    pub const TO_SUBSCRIPTION: &str = "Go to Subscription";
    /// The heading of the people who can help.
    pub const WHO_HELPS: &str = "Project collection administrators";
    /// The title of the page in ACC 2.
    pub const ADMINISTRATORS_TITLE: &str = "For project collection administrators";
    /// The text of the page in ACC 2.
    pub const ADMINISTRATORS_TEXT: &str =
        "Only project collection administrators can see the subscription and invoices. They can also buy for you.";
    /// The highest number of documents that are named.
    const NAMED: usize = 5;

    /// Documents that are not part of the journal: their names, the reasons, and the next step.
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

    /// The browser stores nothing.
    pub const NOT_KEPT: &str =
        "This browser doesn't store data for this page. Your changes will be lost when you close it.";
    /// Saving failed.
    pub const SAVE_FAILED: &str = "Your change couldn't be saved. Nothing is lost. Try again.";
    /// The storage is full.
    pub const SAVE_FULL: &str = "Your change wasn't saved because the browser's storage for this page is full. Free up some space, then try again.";
    /// The storage is blocked.
    pub const SAVE_FORBIDDEN: &str = "Your change wasn't saved because the browser blocks storage for this page. Allow storage for this address, then try again.";
    /// The history was written before the first release.
    pub const UNRELEASED_TITLE: &str = "This history was written before the first release";
    /// The consequences and the next step.
    pub const UNRELEASED: &str = "It was written by a preview version under rules that have since changed, so this version can't read it. Nothing was changed. Export the history if you need it, then start over with a new account or contact support.";
    /// A newer version of the program uses the storage.
    pub const SAVE_NEWER: &str = "Your change wasn't saved because a newer version of this page is open in this browser. Reload the page, then try again.";
    /// The trial has started.
    pub const TRIAL_STARTED: &str = "Trial started. Everyone can use every feature.";
    /// A heading of the product's own page.
    pub const YOUR_ACCESS: &str = "Your access";
    /// A label: role.
    pub const ROLE: &str = "Your role";
    /// A label: plan.
    pub const PLAN: &str = "Plan";
    /// A label: administrators.
    pub const ADMINISTERED_BY: &str = "Administered by";
    /// The heading of the table of ROL 1.
    pub const PERMITS: &str = "What your role can do";
    /// A column heading.
    pub const PERMISSION: &str = "Permission";
    /// A column heading.
    pub const ALLOWED: &str = "Allowed";
    /// The permission is granted.
    pub const YES: &str = "Yes";
    /// The permission is not granted.
    pub const NO: &str = "No";

    /// Someone has booked in another tab.
    pub fn news(actor: &str, what: &str) -> String {
        format!("{actor} {}", crate::words::continued(what))
    }

    /// The catalog next to the page is missing or invalid.
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

/// Texts of the demo bar, which is not part of the product.
pub mod demo {
    /// The name of the bar.
    pub const LABEL: &str = "Demonstration, not part of the product";
    /// The label of the organization.
    pub const ORGANIZATION: &str = "Organization";
    /// The label of the viewer.
    pub const VIEWER: &str = "Viewer";
    /// The label of the deployment.
    pub const DEPLOYMENT: &str = "Deployment";
    /// The choice: Services.
    pub const SERVICES: &str = "Services (cloud)";
    /// The choice: Server.
    pub const SERVER: &str = "Server (on-premises)";
    /// The label of the day.
    pub const TODAY: &str = "Today";
    /// The button that advances by a day.
    pub const DAY: &str = "+1 day";
    /// The button that advances by a month.
    pub const MONTH: &str = "+1 month";
    /// The button that advances to the end of the term.
    pub const TO_EXPIRY: &str = "To expiry";
    /// Why it cannot advance to the end of the term.
    pub const NO_EXPIRY: &str = "There's no active term";
    /// The label of the outcome of saving.
    pub const SAVING: &str = "Saving";
    /// The button that resets the organization.
    pub const RESET: &str = "Reset organization";
    /// The label of the link.
    pub const LINK: &str = "Link to this state";
    /// The button that copies the link.
    pub const COPY: &str = "Copy link";
    /// The error if it is not a date.
    pub const NO_DATE: &str = "Enter a date such as 2026-11-24";

    /// A parameter of the address with an invalid value.
    pub fn ignored(name: &str, value: &str) -> String {
        format!("“{value}” isn't valid for {name} and is ignored")
    }
}
