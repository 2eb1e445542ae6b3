//! Texts of User Management.

use crate::people::RoleKind;
use licensing::AccountState;
use licensing::value::role::{Assigned, Role};

/// The title of the page.
pub const TITLE: &str = "User Management";
/// A tab.
pub const LICENSED: &str = "Licensed";
/// A tab.
pub const UNLICENSED: &str = "Unlicensed";
/// The name of the tabs.
pub const LISTS: &str = "People";
/// The heading of the numbers.
pub const LICENSES: &str = "Licenses";
/// The label of a number.
pub const BOUGHT: &str = "Purchased";
/// The label of a number.
pub const IN_USE: &str = "In use";
/// The label of a number.
pub const FREE: &str = "Available";
/// The label of a number.
pub const WAITING: &str = "Access requests";
/// A mark: no longer in the directory (LIC 9).
pub const LEFT: &str = "Left";
/// A mark: has requested access.
pub const REQUESTED: &str = "Requested";
/// A mark: another row is the same person, who counts only once (LIC 2).
pub const SAME_PERSON: &str = "Duplicate";
/// The person has never signed in.
pub const NEVER: &str = "Never";
/// The directory does not report last accesses.
pub const NOT_KNOWN: &str = "Unknown";
/// A cell without a value.
pub const NOTHING: &str = "–";
/// A column heading.
pub const NAME: &str = "Name";
/// A column heading and a filter.
pub const ROLE: &str = "Role";
/// A column heading.
pub const SINCE: &str = "Licensed since";
/// The column heading in the list without licenses.
pub const SINCE_NONE: &str = "Unlicensed since";
/// A column heading.
pub const LAST_ACCESS: &str = "Last access";
/// The button that reads the directory again.
pub const REFRESH: &str = "Refresh";
/// Why people cannot be refreshed now.
pub const REFRESHING: &str = "People are being read.";
/// The label of the search.
pub const SEARCH: &str = "Search by name, email, or group";
/// The button that clears the search.
pub const CLEAR_SEARCH: &str = "Clear search";
/// The choice without a filter.
pub const ANY_ROLE: &str = "Any role";
/// A choice of the filter: on Default.
pub const ON_DEFAULT: &str = "On Default";
/// The choice without a filter.
pub const ANY_ACCESS: &str = "Any last access";
/// A filter.
pub const FILTER_ACCESS: &str = "Last access";
/// The choice without a filter.
pub const ANY_STATE: &str = "Any account status";
/// A filter.
pub const FILTER_STATE: &str = "Account status";
/// A filter.
pub const FILTER_LEFT: &str = "No longer in organization";
/// A filter.
pub const FILTER_REQUESTED: &str = "Requested access";
/// The button that clears all filters.
pub const CLEAR: &str = "Clear filters";
/// The name of the filters.
pub const FILTERS: &str = "Filters";
/// The checkbox above the list.
pub const SELECT_ALL: &str = "Select all matches";
/// The button that clears the selection.
pub const CLEAR_SELECTION: &str = "Clear selection";
/// The name of the bar for the selection.
pub const SELECTION: &str = "Selection";
/// The button that closes the panel.
pub const CLOSE: &str = "Close";
/// A heading in the panel.
pub const PERMITS: &str = "What this role can do";
/// A heading in the panel.
pub const HISTORY: &str = "History";
/// The person has no history.
pub const NO_HISTORY: &str = "No history for this person yet.";
/// The headline before a trial.
pub const NOTHING_YET: &str = "No one has a license yet. Start the free trial or buy licenses to give people access";
/// Nobody has a license.
pub const NOBODY_LICENSED: &str = "No licensed people";
/// The next step then.
pub const NOBODY_LICENSED_TEXT: &str = "To license people, give them a role in the unlicensed list.";
/// The next step before a trial.
pub const BEFORE_TRIAL_TEXT: &str =
    "Start the free trial to give everyone in your organization access to every feature.";
/// The link to the other tab.
pub const SHOW_UNLICENSED: &str = "Show unlicensed people";
/// Everyone has a license.
pub const ALL_LICENSED: &str = "Everyone has a license";
/// What happens next.
pub const ALL_LICENSED_TEXT: &str = "New people in your organization appear here until you license them.";
/// Nothing matches.
pub const NO_MATCH: &str = "No matches";

/// The next step if nothing matches.
pub fn no_match(text: &str) -> String {
    if text.is_empty() {
        "No one matches these filters. Clear them to see everyone.".to_owned()
    } else {
        format!("No name, email, or group here contains “{text}”. Try the other list, or clear the filters.")
    }
}

/// A mark and a filter: the state of an account in the directory.
pub fn state(state: AccountState) -> &'static str {
    match state {
        AccountState::Active => "Active",
        AccountState::Disabled => "Disabled",
        AccountState::Deleted => "Deleted",
        AccountState::Expired => "Expired",
    }
}

/// A role as assigned (ROL 2). Default includes the role that it resolves to.
pub fn role(assigned: Option<Assigned>, role: Role) -> String {
    match assigned {
        None => NOTHING.to_owned(),
        Some(Assigned::Own(_)) => super::role(role).to_owned(),
        Some(Assigned::Default) => format!("Default ({} role)", super::role(role)),
    }
}

/// The explanation of a role in the list, which tells apart what looks alike.
pub fn role_hint(kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::Unassigned => "No role was assigned yet",
        RoleKind::None => "The role None was assigned, which gives no access",
        RoleKind::Own => "This role was assigned to this person",
        RoleKind::Default => "Follows the default role",
        RoleKind::DefaultNone => "Follows the default role, which gives no access",
    }
}

/// A choice of the inactivity filter.
pub fn inactive(days: u32) -> String {
    format!("Inactive for {days} days")
}

/// A tab with its number.
pub fn tab(label: &str, count: &str) -> String {
    format!("{label} ({count})")
}

/// A number in the reader's format, with the matching singular or plural.
fn people(count: u32, number: &str, one: &str, many: &str) -> String {
    format!("{number} {}", if count == 1 { one } else { many })
}

/// The headline in a trial (LIC 6). Each number comes with its formatted text.
pub fn in_trial(licensed: (u32, &str), unlicensed: (u32, &str)) -> String {
    let holders = people(licensed.0, licensed.1, "person has", "people have");
    format!(
        "{holders} access during the trial, which has no limit; {} without access",
        unlicensed.1
    )
}

/// The headline after the subscription has ended.
pub fn ended(licensed: (u32, &str)) -> String {
    let holders = people(licensed.0, licensed.1, "person", "people");
    format!("The subscription has ended, so no one has access. Buy again to restore access for {holders}")
}

/// The headline of a subscription (LIC 5).
pub fn held(licensed: (u32, &str), unlicensed: (u32, &str), free: (u32, &str)) -> String {
    let holders = people(licensed.0, licensed.1, "person has a license", "people have a license");
    let without = people(unlicensed.0, unlicensed.1, "doesn't", "don't");
    let free = match free {
        (0, _) => "no licenses available".to_owned(),
        (free, number) => people(free, number, "license available", "licenses available"),
    };
    format!("{holders}, {without}; {free}")
}

/// The number of rows in the list.
pub fn found(shown: &str, all: &str) -> String {
    format!("{shown} of {all} found")
}

/// Printed instead of a list that is too long for paper.
pub fn too_many_to_print(count: &str, most: &str, exports: bool) -> String {
    let instead = if exports {
        "Select Export CSV and print the file from a spreadsheet, or narrow"
    } else {
        "Narrow"
    };
    format!("{count} people are too many to print. The limit is {most}. {instead} the list by searching or filtering.")
}

/// The name of a row's checkbox.
pub fn select(name: &str) -> String {
    format!("Select {name}")
}

/// Announced after the selection was cleared.
pub const NOTHING_SELECTED: &str = "Nothing selected";

/// The number of selected people, and how many of them are outside the list.
pub fn selected(count: &str, outside: Option<&str>) -> String {
    match outside {
        None => format!("{count} selected"),
        Some(outside) => format!("{count} selected, {outside} not in this list"),
    }
}
