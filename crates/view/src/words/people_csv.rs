//! Texts about adding people, exports, and imports.

use crate::people::import::LineError;
use crate::people::source::ListError;
use crate::people::{Count, RoleImpact};

/// The button that exports.
pub const EXPORT: &str = "Export CSV";
/// The column headings of an export.
pub const COLUMNS: [&str; 9] = [
    "Name",
    "E-mail or account",
    "ID",
    "Role",
    "Licensed since",
    "Last access",
    "Left",
    "Account",
    "State",
];
/// The mark of people who have left the directory (LIC 9).
pub const LEFT: &str = "left";
/// The button of the page, and the title of the dialog.
pub const ADD: &str = "Add people";
/// A button, and the title of its dialog.
pub const IMPORT: &str = "Import roles";
/// The button that leaves the dialog.
pub const KEEP: &str = "Cancel";

/// The name of the tabs.
pub const WAYS: &str = "How to choose people";
/// A tab.
pub const BY_SEARCH: &str = "Search";
/// A tab.
pub const BY_LIST: &str = "Paste or upload a list";
/// A tab.
pub const BY_GROUP: &str = "Group";
/// The label of the search.
pub const SEARCH: &str = "Search unlicensed people";
/// The button that clears the search.
pub const CLEAR_SEARCH: &str = "Clear search";
/// Nobody matches.
pub const NOBODY: &str = "No unlicensed person's name or email matches this.";
/// What a group is used for (ROL 5).
pub const GROUP_MEANS: &str =
    "Use a group to select people. Licenses belong to people, so later changes to the group have no effect.";
/// The heading of the groups.
pub const GROUPS: &str = "Groups";
/// The label of the role.
pub const ROLE: &str = "Role";
/// The error for a role that gives no access.
pub const NO_ACCESS: &str = "Default is currently None, which gives no access. Choose a different role.";
/// Why the dialog cannot be confirmed yet.
pub const CHOOSE_FIRST: &str = "Select people first.";
/// The button that withdraws the additional licenses.
pub const DO_NOT_RAISE: &str = "Don't add licenses";

/// The label of the field for a list.
pub const LIST: &str = "Email addresses, accounts, or IDs";
/// The hint for that field.
pub const LIST_HINT: &str = "Enter one per line, or separate them with commas, semicolons, or tabs. “Ada Muster <ada@example.org>” and tables with a header row also work.";
/// The button that selects a file.
pub const LOAD: &str = "Choose file";
/// The hint for dropping a file.
pub const DROP: &str = "or drop it here (CSV or text, up to 20 MB)";
/// The button that removes the file.
pub const REMOVE_FILE: &str = "Remove file";
/// A heading of the report.
pub const FOUND: &str = "Found";
/// A heading of the report.
pub const LICENSED: &str = "Already licensed";
/// A heading of the report.
pub const MISSING: &str = "Not found";
/// What to do about entries that were not found.
pub const MISSING_MEANS: &str = "No one in your organization has these email addresses, accounts, or IDs. They'll be skipped. Correct the list to add them.";

/// The label of the field for a table.
pub const TABLE: &str = "Table of people and roles";
/// The hint for that field.
pub const TABLE_HINT: &str = "Start with a header row: E-mail, Account, or ID, and Role. Roles are Default, None, Team, Product, Budget, and Administrator. You can also edit an export from this page and import it again.";
/// Why the dialog cannot be confirmed yet.
pub const FILE_FIRST: &str = "Choose a file or paste a table first.";
/// Why the dialog cannot be confirmed yet.
pub const MEND_FIRST: &str = "Fix the lines with errors or skip them to continue.";
/// Why the dialog cannot be confirmed.
pub const ALL_SO_ALREADY: &str = "Nothing to change. Everyone already has these roles.";
/// The heading of the changes.
pub const CHANGES: &str = "Changes";
/// A column heading.
pub const PERSON: &str = "Person";
/// A column heading: the current role.
pub const FROM: &str = "Now";
/// A column heading: the new role.
pub const TO: &str = "After";

/// The error for a file that is not text.
pub const NOT_TEXT: &str = "This file isn't UTF-8 text. Save it as “CSV UTF-8”, then upload it again.";
/// The error for an unreadable file.
pub const UNREADABLE: &str = "This file couldn't be read. Upload it again or paste its text.";
/// The error for a file that is too large.
pub const TOO_LARGE: &str = "The file is larger than 20 MB. Split it and upload the parts one at a time.";

/// The error for a list that cannot be used.
pub fn unusable(error: &ListError) -> String {
    match error {
        ListError::TooLong => {
            "The list has more than 200,000 rows. Split it and upload the parts one at a time.".to_owned()
        }
        ListError::Empty => "The file is empty. Add a header row and one line per person.".to_owned(),
        ListError::Twice(columns) => columns.words(),
        ListError::NoPersonColumn { headings } => format!(
            "No column identifies people. Add the heading E-mail, Account, or ID to the first line. Headings found: {headings}."
        ),
        ListError::NoRoleColumn { headings } => {
            format!("No column contains roles. Add the heading Role to the first line. Headings found: {headings}.")
        }
    }
}

/// The error for a line that assigns no role.
pub fn wrong_line(error: &LineError<'_>) -> String {
    match error {
        LineError::NoPerson => "No person given. Add an email, account, or ID, or delete the line.".to_owned(),
        LineError::UnknownPerson(text) => {
            format!("No one has the email, account, or ID “{text}”. Correct it or delete the line.")
        }
        LineError::TwoPeople { by_id, by_email } => {
            format!("The ID belongs to {by_id}, but the email belongs to {by_email}. Keep the correct one.")
        }
        LineError::UnknownRole("") => format!("No role given. {ROLES}"),
        LineError::UnknownRole(text) => format!("“{text}” isn't a role. {ROLES}"),
    }
}

/// The roles that a file can name.
const ROLES: &str = "Enter Default, None, Team, Product, Budget, or Administrator.";

/// The error for a person with several roles.
pub fn different_roles(name: &str, roles: &[(usize, String)]) -> String {
    let named: Vec<String> = roles
        .iter()
        .map(|(line, role)| format!("{role} on line {line}"))
        .collect();
    format!("{name} has different roles: {}. Keep only one.", named.join(", "))
}

/// The number of the line with an error.
pub fn at_line(line: usize) -> String {
    format!("Line {line}")
}

/// A number with the matching singular or plural.
fn some(count: &Count, one: &str, many: &str) -> String {
    format!("{} {}", count.text, if count.number == 1 { one } else { many })
}

/// "5 people".
pub fn people(count: &Count) -> String {
    some(count, "person", "people")
}

/// The button that exports, with the number of people.
pub fn export_count(count: &Count) -> String {
    format!("{EXPORT} ({})", count.text)
}

/// The message after an export.
pub fn exported(count: &Count, file: &str) -> String {
    format!(
        "{} exported to {file}.",
        some(count, "licensed person", "licensed people")
    )
}

/// The file name of an export.
pub fn file_name(day: &str) -> String {
    format!("licensed-users-{day}.csv")
}

/// The number of listed people and of all matches.
pub fn listed(shown: &Count, all: &Count) -> String {
    format!(
        "Showing the first {} of {}. Keep typing to narrow the results.",
        shown.text, all.text
    )
}

/// The number of entries that a shortened list omits.
pub fn and_more(rest: &Count) -> String {
    format!("and {} more", rest.text)
}

/// The number of duplicates in a list.
pub fn repeated(count: &Count) -> String {
    let entries = some(count, "entry is a duplicate", "entries are duplicates");
    format!("{entries}. Each person counts once.")
}

/// The number of people that a group contributes.
pub fn group_detail(unlicensed: &Count, members: &Count) -> String {
    format!("{} of {} unlicensed", unlicensed.text, members.text)
}

/// The number of selected people.
pub fn chosen(count: &Count) -> String {
    if count.number == 0 {
        "No one selected".to_owned()
    } else {
        format!("{} selected", people(count))
    }
}

/// The impact on people and licenses.
pub fn effect(effect: &RoleImpact) -> String {
    let gains = (effect.gain.number > 0).then(|| some(&effect.gain, "person gains access", "people gain access"));
    let loses = (effect.lose.number > 0).then(|| some(&effect.lose, "person loses access", "people lose access"));
    let people = gains.into_iter().chain(loses).collect::<Vec<_>>().join(", ");
    let people = if people.is_empty() {
        "No one gains or loses access".to_owned()
    } else {
        people
    };
    match &effect.free {
        Some((free, licenses)) => {
            format!(
                "{people}. {} of {} licenses will be available.",
                free.text, licenses.text
            )
        }
        None => format!("{people}. There's currently no limit on the number of people."),
    }
}

/// The button that gives licenses and, if necessary, increases their number.
pub fn add(count: &Count, raise_to: Option<&Count>) -> String {
    match raise_to {
        Some(licenses) => raise_and_assign(licenses),
        None if count.number == 0 => ADD.to_owned(),
        None => format!("License {}", people(count)),
    }
}

fn raise_and_assign(licenses: &Count) -> String {
    format!("Increase to {} licenses and assign", licenses.text)
}

/// The same button if nobody gains access.
pub fn give_role(count: &Count, role: &str) -> String {
    format!("Give {} the {role} role", people(count))
}

/// The message after adding people.
pub fn added(effect: &RoleImpact) -> String {
    if effect.gain.number == 0 {
        return format!("{} changed.", some(&effect.people, "role", "roles"));
    }
    format!("{} a license.", some(&effect.gain, "person now has", "people now have"))
}

/// The button that imports.
pub fn change(count: &Count, raise_to: Option<&Count>) -> String {
    match raise_to {
        Some(licenses) => raise_and_assign(licenses),
        None if count.number == 0 => IMPORT.to_owned(),
        None => format!("Change {}", some(count, "role", "roles")),
    }
}

/// The message after an import.
pub fn changed(count: &Count) -> String {
    format!("{} changed.", some(count, "role", "roles"))
}

/// A role with the number of people who get it.
pub fn role_heading(role: &str, count: &Count) -> String {
    format!("{role}: {}", people(count))
}

/// The number of people whose role does not change.
pub fn unchanged(count: &Count) -> String {
    let have = some(count, "person already has the role", "people already have the role");
    format!("{have} and won't change.")
}

/// The number of errors.
pub fn faults(count: &Count) -> String {
    format!("{} to fix", some(count, "line", "lines"))
}

/// The checkbox that skips lines with errors.
pub fn leave_out(count: &Count) -> String {
    let lines = some(count, "line with errors", "lines with errors");
    format!("Skip the {lines} and import the rest")
}

/// A file was uploaded.
pub fn loaded(name: &str) -> String {
    format!("Uploaded {name}")
}
