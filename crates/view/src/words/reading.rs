//! Texts about reading the directory of Azure DevOps: its progress, and the consequences if it is incomplete.

/// The button that cancels.
pub const CANCEL: &str = "Cancel";
/// Announced at the start.
pub const BEGINS: &str = "Loading people";
/// The list of people is incomplete.
pub const INCOMPLETE: &str = "The list of people is incomplete";
/// The same if an earlier list is shown.
pub const NOT_AGAIN: &str = "The list of people couldn't be refreshed";
/// The consequences.
pub const MEANS: &str = "No one is treated as having left. Changes that need the complete list have to wait.";
/// An earlier list is shown.
pub const KEPT: &str = "The list shows the people found earlier.";

/// Why something that needs all people is not possible during the first read.
pub const NOT_YET: &str = "People are still loading. You can do this once the list is complete.";
/// Placeholder for a number that is not known before all people are read.
pub const TO_COME: &str = "…";
/// Placeholder for a name that is not known before all people are read.
pub const NAME_TO_COME: &str = "…";

/// The progress.
pub fn so_far(count: &str) -> String {
    format!("Loading people… {count} so far")
}

/// The wait that Azure DevOps asked for.
pub fn waits(seconds: u32) -> String {
    let unit = if seconds == 1 { "second" } else { "seconds" };
    format!("Azure DevOps is busy. Loading continues in {seconds} {unit}")
}

/// The number of people read so far, and why reading stopped. `why` is `None` if it was canceled.
pub fn stopped(people: u32, count: &str, why: Option<&str>) -> String {
    let read = format!(
        "{count} {} loaded",
        if people == 1 { "person was" } else { "people were" }
    );
    match why {
        Some(why) => format!("{read} before loading stopped: {why}"),
        None => format!("{read} before you canceled."),
    }
}

/// All people were read again.
pub fn read_again(people: u32, count: &str) -> String {
    format!(
        "{count} {} loaded.",
        if people == 1 { "person was" } else { "people were" }
    )
}

/// The progress of reading groups.
pub fn groups_so_far(read: &str, all: &str) -> String {
    format!("Loading groups… {read} of {all} so far")
}

/// The progress before the number of groups is known.
pub const GROUPS_BEGIN: &str = "Loading groups…";
/// Reading groups was canceled.
pub const GROUPS_CANCELED: &str = "Groups weren't loaded because you canceled.";
/// There are no groups.
pub const NO_GROUPS: &str = "No group includes these people. Search for people or paste a list instead.";

/// Groups could not be read. The search still works without them.
pub fn groups_failed(why: &str) -> String {
    format!("Groups couldn't be loaded. You can still search by name and email. {why}")
}
