//! Words of the frame: navigation, ribbon, doors.

use crate::licensing::role::{Permission, Role};

/// The product's own page.
pub const TIME: &str = "Time";
/// The subscription page.
pub const SUBSCRIPTION: &str = "Subscription";
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
/// The subject of a message that asks for access, without a name in it (ACC 6).
pub const ASK_SUBJECT: &str = "Please give me access";

/// The subject of a message that asks for access (ACC 5).
pub fn ask_subject(product: &str) -> String {
    format!("Please give me access to {product}")
}

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
