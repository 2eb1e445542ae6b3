//! Words of reading the directory of Azure DevOps: how far it is, and what it means where not everybody could be read.

/// Calls it off.
pub const CANCEL: &str = "Cancel";
/// Said as it begins.
pub const BEGINS: &str = "Loading people";
/// Not everybody was read.
pub const INCOMPLETE: &str = "The list of people is incomplete";
/// The same, where an earlier list is shown.
pub const NOT_AGAIN: &str = "The list of people couldn't be refreshed";
/// What that means.
pub const MEANS: &str = "No one is treated as having left. Changes that need the complete list have to wait.";
/// What is shown instead.
pub const KEPT: &str = "The list shows the people found earlier.";

/// Why what depends on everybody cannot be done while they are being read for the first time.
pub const NOT_YET: &str = "People are still loading. You can do this once the list is complete.";
/// Stands for a number that is not known before everybody is read.
pub const TO_COME: &str = "…";
/// Stands for a name that is not known before everybody is read.
pub const NAME_TO_COME: &str = "…";

/// How far it is.
pub fn so_far(count: &str) -> String {
    format!("Loading people… {count} so far")
}

/// What it waits for.
pub fn waits(seconds: u32) -> String {
    let unit = if seconds == 1 { "second" } else { "seconds" };
    format!("Azure DevOps is busy. Loading continues in {seconds} {unit}")
}

/// How far it came, and why not further: none where it was called off.
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

/// Everybody is read again.
pub fn read_again(people: u32, count: &str) -> String {
    format!(
        "{count} {} loaded.",
        if people == 1 { "person was" } else { "people were" }
    )
}

/// How far the groups are.
pub fn groups_so_far(read: &str, all: &str) -> String {
    format!("Loading groups… {read} of {all} so far")
}

/// Said before anybody knows how many groups there are.
pub const GROUPS_BEGIN: &str = "Loading groups…";
/// Groups were called off.
pub const GROUPS_CANCELED: &str = "Groups weren't loaded because you canceled.";
/// No groups.
pub const NO_GROUPS: &str = "No group includes these people. Search for people or paste a list instead.";

/// Groups are out of reach; the rest works.
pub fn groups_failed(why: &str) -> String {
    format!("Groups couldn't be loaded. You can still search by name and email. {why}")
}
