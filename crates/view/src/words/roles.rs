//! Texts about changing roles, and about reassigning and removing licenses.

use crate::people::{Count, Recent, RoleImpact};
use licensing::value::role::{Assigned, FreeingReason};
use licensing::{Refusal, Role};

/// The menu of roles, and the button for the selection.
pub const CHANGE_ROLE: &str = "Change role";
/// The button that undoes the latest change.
pub const UNDO: &str = "Undo";
/// The message after an undo.
pub const RESTORED: &str = "Undone. Everyone has the role from before.";
/// Undoing would remove access and therefore needs a confirmation, but the dialog for it is on another page.
pub const UNDO_THERE: &str = "Undoing this removes someone's access, so it needs your confirmation. Nothing was changed. Open User Management and change the role there.";
/// The button that leaves a dialog.
pub const KEEP: &str = "Cancel";
/// The label of the reason for freeing licenses (LIC 3).
pub const REASON: &str = "Reason";
/// A reason.
pub const LEFT: &str = "Left the organization";
/// A reason.
pub const STOPPED_USING: &str = "No longer uses the product";
/// The title if licenses must be bought first (LIC 5).
pub const MORE_LICENSES: &str = "You need more licenses";
/// The text before a number of licenses is chosen.
pub const NO_LICENSE_TEXT: &str =
    "Add licenses and assign the role in one step, or remove licenses from other people first.";
/// The label of the setting for the role of Default.
pub const DEFAULT_ROLE: &str = "Default role";
/// Its button.
pub const CHANGE_DEFAULT: &str = "Change default role";
/// What the setting means.
pub const DEFAULT_MEANS: &str =
    "Everyone on Default gets the new role right away, and so does anyone who's set to Default later.";
/// The title of reassigning a license (LIC 3).
pub const REASSIGN: &str = "Reassign license";
/// The button in the panel.
pub const PASS_ON: &str = "Reassign license";
/// The search for the new license holder.
pub const SEARCH_HEIR: &str = "Search unlicensed people";
/// The next step.
pub const CHOOSE_HEIR: &str = "Select who gets the license.";
/// Nobody matches.
pub const NO_HEIR: &str = "No unlicensed people found. Try another name.";
/// The button and the title of removing inactive licenses.
pub const FREE_INACTIVE: &str = "Remove inactive licenses";
/// Why that is not possible.
pub const LAST_ACCESS_NOT_KNOWN: &str = "Azure DevOps Server doesn't report when people last signed in. Select people in the list to remove their licenses.";
/// The label of the number of days.
pub const DAYS: &str = "Inactive for";
/// Nobody has been inactive for that long.
pub const NOBODY_INACTIVE: &str =
    "Every licensed person has signed in or been licensed within that time. Choose fewer days.";
/// The second question (LIC 3).
pub const REALLY_UNUSED: &str = "Is this license really no longer used?";
/// Appended to an entry of the history if a second question was answered (LIC 3).
pub const RECENT_CONFIRMED: &str = "; confirmed despite access within the previous 7 days";
/// The button that selects all.
pub const CHOOSE_ALL: &str = "Select all";
/// The button that clears the selection.
pub const CHOOSE_NONE: &str = "Clear all";
/// The button in the warning about licenses (LIC 5).
pub const ADD_LICENSES: &str = "Add licenses";

/// Who has signed in recently, before a license is removed as unused (LIC 3). `of` is the number of people who lose
/// theirs.
pub fn recently_seen(recent: &Recent, of: &Count) -> String {
    let seen = match (&recent.one, of.number) {
        (Some(one), 0 | 1) => format!(
            "{} last used Azure DevOps on {}, within the last 7 days.",
            one.name, one.on
        ),
        (Some(one), _) => format!(
            "1 of the {} people used Azure DevOps within the last 7 days: {}, on {}.",
            of.text, one.name, one.on
        ),
        (None, _) => format!(
            "{} of the {} people used Azure DevOps within the last 7 days.",
            recent.number.text, of.text
        ),
    };
    format!("{seen} You can reassign or remove a license only when its holder no longer uses the product.")
}

/// The confirming answer, which repeats the action.
pub fn yes(what: &str) -> String {
    format!("Yes, {}", super::continued(what))
}

/// Appended to an entry of the history: why a license was freed (LIC 3).
pub fn because(reason: FreeingReason) -> &'static str {
    match reason {
        FreeingReason::Left => " (left the organization)",
        FreeingReason::StoppedUsing => " (no longer uses the product)",
    }
}

/// What a role permits, in the menu.
pub fn means(assigned: Assigned, default: Role) -> String {
    match assigned {
        Assigned::Default => format!("Follows the default role, currently {}", super::role(default)),
        Assigned::Own(Role::None) => "No access. Removes the license".to_owned(),
        Assigned::Own(Role::Team) => "Own time entries".to_owned(),
        Assigned::Own(Role::Product) => "Everyone's time entries".to_owned(),
        Assigned::Own(Role::Budget) => "Everyone's time entries and budgets".to_owned(),
        Assigned::Own(Role::Administrator) => "Everything, including settings".to_owned(),
    }
}

/// The name of an assignment.
pub fn assigned(assigned: Assigned) -> &'static str {
    match assigned {
        Assigned::Default => "Default",
        Assigned::Own(role) => super::role(role),
    }
}

/// The name of the role button in a row.
pub fn role_of(name: &str, role: &str) -> String {
    format!("Role of {name}: {role}")
}

fn people(count: &Count) -> String {
    match count.number {
        1 => "1 person".to_owned(),
        _ => format!("{} people", count.text),
    }
}

fn licenses(count: &Count) -> String {
    match count.number {
        1 => "1 license".to_owned(),
        _ => format!("{} licenses", count.text),
    }
}

/// The name if there is only one person, or the number of people.
fn who(effect: &RoleImpact) -> String {
    effect.name.clone().unwrap_or_else(|| people(&effect.people))
}

/// The title before access is removed (ROL 4).
pub fn remove_title(effect: &RoleImpact) -> String {
    format!("Remove access for {}", who(effect))
}

/// The button that removes access.
pub fn remove(effect: &RoleImpact) -> String {
    match &effect.lose {
        lost if lost.number == 0 => "Set to None".to_owned(),
        lost if effect.limited => free(lost),
        lost => format!("Remove access for {}", people(lost)),
    }
}

/// The consequences of removing access (ROL 4).
pub fn remove_means(effect: &RoleImpact) -> String {
    let lost = &effect.lose;
    if lost.number == 0 {
        return "No one loses access. The same person keeps it through another account.".to_owned();
    }
    let whose = effect.name.clone().unwrap_or_else(|| people(lost));
    let verb = if lost.number == 1 { "loses" } else { "lose" };
    let freed = match lost.number {
        _ if !effect.limited => String::new(),
        1 => " 1 license becomes available.".to_owned(),
        _ => format!(" {} licenses become available.", lost.text),
    };
    format!("{whose} {verb} access right away.{freed} Time entries are kept, and you can restore access later.")
}

/// Who gets a role for which licenses are added (LIC 5).
pub fn give_means(effect: &RoleImpact, role: Assigned) -> String {
    let gets = if effect.people.number == 1 { "gets" } else { "get" };
    let whose = match effect.gain.number {
        0 => "no one needs a license".to_owned(),
        1 => "1 needs a license".to_owned(),
        _ => format!("{} need a license", effect.gain.text),
    };
    let role = assigned(role);
    match effect.people.number {
        1 => format!("{} {gets} the {role} role.", who(effect)),
        _ => format!("{} {gets} the {role} role; {whose}.", who(effect)),
    }
}

/// The title before licenses are added for a role (LIC 5).
pub fn give_title(role: Assigned) -> String {
    format!("Assign the {} role", assigned(role))
}

/// The offer to add licenses (LIC 5).
pub fn raise_to(needed: &Count) -> String {
    format!("Increase to {}", licenses(needed))
}

/// The button that adds them, once the lines are shown.
pub fn raise_and_give(needed: &Count) -> String {
    format!("Increase to {} and assign role", licenses(needed))
}

/// The missing licenses and the required total, if a refusal is about them (LIC 5).
pub fn missing(refusal: &Refusal) -> Option<(u32, u32)> {
    match refusal {
        Refusal::NoFreeLicense { missing, needed, .. } => Some((*missing, *needed)),
        _ => None,
    }
}

/// The message after a role was set.
pub fn role_set(effect: &RoleImpact, role: Assigned) -> String {
    let has = if effect.people.number == 1 { "has" } else { "have" };
    match role {
        Assigned::Own(Role::None) => format!("{} no longer {has} access.", who(effect)),
        role => format!("{} now {has} the {} role.", who(effect), assigned(role)),
    }
}

/// The impact of changing the default role (ROL 3, ROL 4).
pub fn default_does(effect: &RoleImpact) -> String {
    let touched = match effect.people.number {
        0 => "No one is on Default.".to_owned(),
        1 => "1 person is on Default.".to_owned(),
        _ => format!("{} are on Default.", people(&effect.people)),
    };
    let change = match (effect.lose.number, effect.gain.number) {
        (0, 0) => String::new(),
        (1, _) => " 1 person loses access right away.".to_owned(),
        (0, 1) => " 1 person gains access and needs a license.".to_owned(),
        (0, _) => format!(" {} gain access and need a license.", people(&effect.gain)),
        _ => format!(" {} lose access right away.", people(&effect.lose)),
    };
    touched + &change
}

/// The button that sets the default role.
pub fn set_default(role: Role) -> String {
    format!("Set default role to {}", super::role(role))
}

/// The message after it was set.
pub fn default_set(role: Role) -> String {
    format!("The default role is now {}.", super::role(role))
}

/// The consequences of reassigning a license (LIC 3).
pub fn reassign_means(from: &str, role: &str) -> String {
    format!(
        "{from} loses access right away. The new license holder gets the {role} role. The reason is saved in the history."
    )
}

/// The button that reassigns the license.
pub fn reassign(to: Option<&str>) -> String {
    to.map_or_else(
        || "Reassign license".to_owned(),
        |to| format!("Reassign license to {to}"),
    )
}

/// The message after reassigning.
pub fn reassigned(from: &str, to: &str) -> String {
    format!("{from}'s license is now assigned to {to}.")
}

/// A choice for the number of days.
pub fn days(days: u32) -> String {
    format!("{days} days")
}

/// The last access, if the day of the license counts instead (LIC 10).
pub fn licensed_since(seen: &str, since: &str) -> String {
    format!("{seen}, licensed since {since}")
}

/// The number of inactive people and of selected ones.
pub fn inactive_means(days: u32, found: &Count, chosen: &Count) -> String {
    let holders = match found.number {
        1 => format!("1 licensed person hasn't signed in for {days} days."),
        _ => format!("{} licensed people haven't signed in for {days} days.", found.text),
    };
    match chosen.number {
        0 => format!("{holders} None selected."),
        1 => format!("{holders} 1 selected. They lose access right away, and the license becomes available."),
        _ => format!(
            "{holders} {} selected. They lose access right away, and their licenses become available.",
            chosen.text
        ),
    }
}

/// The button that removes licenses.
pub fn free(count: &Count) -> String {
    format!("Remove {}", licenses(count))
}

/// The message after removing licenses.
pub fn freed(count: &Count) -> String {
    match count.number {
        1 => "1 license removed.".to_owned(),
        _ => format!("{} removed.", licenses(count)),
    }
}

/// The warning that few licenses are left (LIC 5).
pub fn runs_low(free: &Count, bought: &Count) -> String {
    match free.number {
        0 => format!(
            "All {} licenses are in use. Add licenses before giving access to more people.",
            bought.text
        ),
        1 => format!("Only 1 of {} licenses is available.", bought.text),
        _ => format!("Only {} of {} licenses are available.", free.text, bought.text),
    }
}
