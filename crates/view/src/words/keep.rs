//! Texts for the choice of who keeps access (LIC 7).

/// The heading.
pub const TITLE: &str = "Who keeps access";
/// The label of the search.
pub const SEARCH: &str = "Search people";
/// The button that restores the preselection.
pub const PRESELECT: &str = "Select the most recently active";

/// The explanation of the choice.
pub fn means(licenses: usize, people: usize) -> String {
    format!(
        "{people} people have access, but you're getting {licenses} licenses. People you don't select lose access. You can give it back later."
    )
}

/// The number of selected people.
pub fn chosen(count: usize, licenses: usize) -> String {
    match count.checked_sub(licenses) {
        Some(over) if over > 0 => format!("{count} of {licenses} selected. Clear {over} or get more licenses"),
        _ => format!("{count} of {licenses} selected"),
    }
}

/// The number of listed people and of all matches.
pub fn listed(shown: usize, found: usize) -> String {
    format!("Showing {shown} of {found} people. Search to find the others.")
}

/// Nobody matches.
pub const NOBODY: &str = "No one with access matches that name.";

/// The directory does not report the last access.
pub const NOT_KNOWN: &str = "last access unknown";

/// The last access.
pub fn seen(day: Option<&str>) -> String {
    day.map_or_else(|| "never signed in".to_owned(), |day| format!("last access {day}"))
}
