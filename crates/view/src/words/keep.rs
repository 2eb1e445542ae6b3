//! Words of the choice who keeps access (LIC 7).

/// Its heading.
pub const TITLE: &str = "Who keeps access";
/// Its search.
pub const SEARCH: &str = "Search people";
/// Back to the preselection.
pub const PRESELECT: &str = "Choose the most recently seen";

/// What it is about.
pub fn means(licenses: usize, people: usize) -> String {
    format!(
        "{people} people have access, and you take {licenses}. Everybody you do not choose loses access; you can give it back later."
    )
}

/// How many are chosen.
pub fn chosen(count: usize, licenses: usize) -> String {
    match count.checked_sub(licenses) {
        Some(over) if over > 0 => format!("{count} of {licenses} chosen: take {over} out, or take more licences"),
        _ => format!("{count} of {licenses} chosen"),
    }
}

/// How many of those found are listed.
pub fn listed(shown: usize, found: usize) -> String {
    format!("{shown} of {found} people are listed. Search to find the others.")
}

/// Nobody is found.
pub const NOBODY: &str = "Nobody of that name has access.";

/// The directory does not tell the last access.
pub const NOT_KNOWN: &str = "last access not known";

/// The last access.
pub fn seen(day: Option<&str>) -> String {
    day.map_or_else(|| "never seen".to_owned(), |day| format!("last seen {day}"))
}
