//! Words of the choice who keeps access (LIC 7).

/// Its heading.
pub const TITLE: &str = "Who keeps access";
/// Its search.
pub const SEARCH: &str = "Search people";
/// Back to the preselection.
pub const PRESELECT: &str = "Select the most recently active";

/// What it is about.
pub fn means(licenses: usize, people: usize) -> String {
    format!(
        "{people} people have access, but you're getting {licenses} licenses. People you don't select lose access. You can give it back later."
    )
}

/// How many are chosen.
pub fn chosen(count: usize, licenses: usize) -> String {
    match count.checked_sub(licenses) {
        Some(over) if over > 0 => format!("{count} of {licenses} selected. Clear {over} or get more licenses"),
        _ => format!("{count} of {licenses} selected"),
    }
}

/// How many of those found are listed.
pub fn listed(shown: usize, found: usize) -> String {
    format!("Showing {shown} of {found} people. Search to find the others.")
}

/// Nobody is found.
pub const NOBODY: &str = "No one with access matches that name.";

/// The directory does not tell the last access.
pub const NOT_KNOWN: &str = "last access unknown";

/// The last access.
pub fn seen(day: Option<&str>) -> String {
    day.map_or_else(|| "never signed in".to_owned(), |day| format!("last access {day}"))
}
