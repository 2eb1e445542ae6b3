//! Words of User Management.

use licensing::AccountState;
use licensing::value::role::{Assigned, Role};

/// The page.
pub const TITLE: &str = "User Management";
/// A tab.
pub const LICENSED: &str = "Licensed";
/// A tab.
pub const UNLICENSED: &str = "Unlicensed";
/// The tabs together.
pub const LISTS: &str = "People";
/// The numbers together.
pub const LICENSES: &str = "Licenses";
/// A number.
pub const BOUGHT: &str = "Bought";
/// A number.
pub const IN_USE: &str = "In use";
/// A number.
pub const FREE: &str = "Available";
/// A number.
pub const WAITING: &str = "Access requests";
/// A mark: gone from the directory (LIC 9).
pub const LEFT: &str = "Left";
/// A mark: has asked.
pub const REQUESTED: &str = "Requested";
/// A mark: another row is the same person, who counts once (LIC 2).
pub const SAME_PERSON: &str = "Duplicate";
/// Never seen.
pub const NEVER: &str = "Never";
/// The directory does not tell when people were last there.
pub const NOT_KNOWN: &str = "Unknown";
/// No role, and nothing to tell.
pub const NOTHING: &str = "–";
/// A column.
pub const NAME: &str = "Name";
/// A column, a filter.
pub const ROLE: &str = "Role";
/// A column.
pub const SINCE: &str = "Licensed since";
/// The same where no license is held.
pub const SINCE_NONE: &str = "Unlicensed since";
/// A column.
pub const LAST_ACCESS: &str = "Last access";
/// Reads the directory again.
pub const REFRESH: &str = "Refresh";
/// The search.
pub const SEARCH: &str = "Search by name, email, or group";
/// Empties the search.
pub const CLEAR_SEARCH: &str = "Clear search";
/// A filter that lets everything through.
pub const ANY_ROLE: &str = "Any role";
/// A filter: on Default.
pub const ON_DEFAULT: &str = "On Default";
/// A filter that lets everything through.
pub const ANY_ACCESS: &str = "Any last access";
/// A filter.
pub const FILTER_ACCESS: &str = "Last access";
/// A filter that lets everything through.
pub const ANY_STATE: &str = "Any account status";
/// A filter.
pub const FILTER_STATE: &str = "Account status";
/// A filter.
pub const FILTER_LEFT: &str = "No longer in organization";
/// A filter.
pub const FILTER_REQUESTED: &str = "Requested access";
/// Takes every filter away.
pub const CLEAR: &str = "Clear filters";
/// The filters together.
pub const FILTERS: &str = "Filters";
/// Above the list.
pub const SELECT_ALL: &str = "Select all matches";
/// In the bar of what is selected.
pub const CLEAR_SELECTION: &str = "Clear selection";
/// The bar of what is selected.
pub const SELECTION: &str = "Selection";
/// The panel's button.
pub const CLOSE: &str = "Close";
/// A part of the panel.
pub const PERMITS: &str = "What this role can do";
/// A part of the panel.
pub const HISTORY: &str = "History";
/// Nothing has happened with somebody.
pub const NO_HISTORY: &str = "No history for this person yet.";
/// The first line before a trial.
pub const NOTHING_YET: &str = "No one has a license yet. Start the free trial or buy licenses to give people access";
/// Nobody holds a license.
pub const NOBODY_LICENSED: &str = "No licensed people";
/// What to do about it.
pub const NOBODY_LICENSED_TEXT: &str = "To license people, give them a role in the unlicensed list.";
/// The same before a trial.
pub const BEFORE_TRIAL_TEXT: &str =
    "Start the free trial to give everyone in your organization access to every feature.";
/// To the other tab.
pub const SHOW_UNLICENSED: &str = "Show unlicensed people";
/// Everybody holds a license.
pub const ALL_LICENSED: &str = "Everyone has a license";
/// What comes next.
pub const ALL_LICENSED_TEXT: &str = "New people in your organization appear here until you license them.";
/// Nothing matches.
pub const NO_MATCH: &str = "No matches";

/// What to do where nothing matches.
pub fn no_match(text: &str) -> String {
    if text.is_empty() {
        "No one matches these filters. Clear them to see everyone.".to_owned()
    } else {
        format!("No name, email, or group here contains “{text}”. Try the other list, or clear the filters.")
    }
}

/// A mark and a filter: what the directory says of an account.
pub fn state(state: AccountState) -> &'static str {
    match state {
        AccountState::Active => "Active",
        AccountState::Disabled => "Disabled",
        AccountState::Deleted => "Deleted",
        AccountState::Expired => "Expired",
    }
}

/// A role as it was given (ROL 2): Default with what it resolves to.
pub fn role(assigned: Option<Assigned>, role: Role) -> String {
    match assigned {
        None => NOTHING.to_owned(),
        Some(Assigned::Own(_)) => super::role(role).to_owned(),
        Some(Assigned::Default) => format!("Default ({} role)", super::role(role)),
    }
}

/// A filter.
pub fn inactive(days: u32) -> String {
    format!("Inactive for {days} days")
}

/// A tab with its number.
pub fn tab(label: &str, count: &str) -> String {
    format!("{label} ({count})")
}

/// A number in the reader's form, with the word that fits it.
fn people(count: u32, number: &str, one: &str, many: &str) -> String {
    format!("{number} {}", if count == 1 { one } else { many })
}

/// The first line of a trial (LIC 6); each number with its form for the reader.
pub fn in_trial(licensed: (u32, &str), unlicensed: (u32, &str)) -> String {
    let holders = people(licensed.0, licensed.1, "person has", "people have");
    format!(
        "{holders} access during the trial, which has no limit; {} without access",
        unlicensed.1
    )
}

/// The first line after the end.
pub fn ended(licensed: (u32, &str)) -> String {
    let holders = people(licensed.0, licensed.1, "person", "people");
    format!("The subscription has ended, so no one has access. Buy again to restore access for {holders}")
}

/// The first line of a subscription (LIC 5).
pub fn held(licensed: (u32, &str), unlicensed: (u32, &str), free: (u32, &str)) -> String {
    let holders = people(licensed.0, licensed.1, "person has a license", "people have a license");
    let without = people(unlicensed.0, unlicensed.1, "doesn't", "don't");
    let free = match free {
        (0, _) => "no licenses available".to_owned(),
        (free, number) => people(free, number, "license available", "licenses available"),
    };
    format!("{holders}, {without}; {free}")
}

/// How many rows of the list are shown.
pub fn found(shown: &str, all: &str) -> String {
    format!("{shown} of {all} found")
}

/// On paper, in place of a list that is too long for it.
pub fn too_many_to_print(count: &str, most: &str, exports: bool) -> String {
    let instead = if exports {
        "Select Export CSV and print the file from a spreadsheet, or narrow"
    } else {
        "Narrow"
    };
    format!("{count} people are too many to print. The limit is {most}. {instead} the list by searching or filtering.")
}

/// The name of a row's box.
pub fn select(name: &str) -> String {
    format!("Select {name}")
}

/// Said once nothing is selected any more.
pub const NOTHING_SELECTED: &str = "Nothing selected";

/// What is selected; some of it may stand outside of the list.
pub fn selected(count: &str, outside: Option<&str>) -> String {
    match outside {
        None => format!("{count} selected"),
        Some(outside) => format!("{count} selected, {outside} not in this list"),
    }
}
