//! Words of reading the directory of Azure DevOps: how far it is, and what it means where not everybody could be read.

/// Calls it off.
pub const CANCEL: &str = "Cancel";
/// Said as it begins.
pub const BEGINS: &str = "Reading people";
/// Not everybody was read.
pub const INCOMPLETE: &str = "The list of people is not complete";
/// The same, where an earlier list is shown.
pub const NOT_AGAIN: &str = "The people could not be read again";
/// What that means.
pub const MEANS: &str = "Nobody counts as having left because of that, and what depends on everybody waits.";
/// What is shown instead.
pub const KEPT: &str = "The list shows everybody who was read before.";

/// Why what depends on everybody cannot be done while they are being read for the first time.
pub const NOT_YET: &str = "People are still being read. This can be done once all of them are read.";
/// Stands for a number that is not known before everybody is read.
pub const TO_COME: &str = "…";
/// Stands for a name that is not known before everybody is read.
pub const NAME_TO_COME: &str = "…";

/// How far it is.
pub fn so_far(count: &str) -> String {
    format!("Reading people… {count} so far")
}

/// What it waits for.
pub fn waits(seconds: u32) -> String {
    let unit = if seconds == 1 { "second" } else { "seconds" };
    format!("Azure DevOps is busy: reading goes on in {seconds} {unit}")
}

/// How far it came, and why not further: none where it was called off.
pub fn stopped(people: u32, count: &str, why: Option<&str>) -> String {
    let read = format!(
        "{count} {} read",
        if people == 1 { "person was" } else { "people were" }
    );
    match why {
        Some(why) => format!("{read}, then reading stopped: {why}"),
        None => format!("{read}, then you cancelled."),
    }
}

/// Everybody is read again.
pub fn read_again(people: u32, count: &str) -> String {
    format!(
        "{count} {} read again.",
        if people == 1 { "person was" } else { "people were" }
    )
}

/// How far the groups are.
pub fn groups_so_far(read: &str, all: &str) -> String {
    format!("Reading groups… {read} of {all} so far")
}

/// Said before anybody knows how many groups there are.
pub const GROUPS_BEGIN: &str = "Reading groups…";
/// Groups were called off.
pub const GROUPS_CANCELED: &str = "The groups were not read: you cancelled.";
/// No groups.
pub const NO_GROUPS: &str =
    "No group has anybody of this list in it. Search for people instead, or paste a list of them.";

/// Groups are out of reach; the rest works.
pub fn groups_failed(why: &str) -> String {
    format!("The groups could not be read; people are found by their names and e-mails. {why}")
}
