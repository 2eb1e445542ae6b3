//! Words of adding people, of exports and of imports.

use crate::people::import::LineError;
use crate::people::source::ListError;
use crate::people::{Count, RoleImpact};

/// A button.
pub const EXPORT: &str = "Export CSV";
/// The columns of an export.
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
/// In the column of those who have left the directory (LIC 9).
pub const LEFT: &str = "left";
/// The button of the page, and the title of its dialog.
pub const ADD: &str = "Add people";
/// A button, and the title of its dialog.
pub const IMPORT: &str = "Import roles";
/// Leaves everything as it is.
pub const KEEP: &str = "Cancel";

/// The ways of choosing together.
pub const WAYS: &str = "How to choose people";
/// A way.
pub const BY_SEARCH: &str = "Search";
/// A way.
pub const BY_LIST: &str = "Paste or upload a list";
/// A way.
pub const BY_GROUP: &str = "Group";
/// The search.
pub const SEARCH: &str = "Search unlicensed people";
/// Empties the search.
pub const CLEAR_SEARCH: &str = "Clear search";
/// Nobody is found.
pub const NOBODY: &str = "No unlicensed person's name or email matches this.";
/// What a group is good for (ROL 5).
pub const GROUP_MEANS: &str =
    "Use a group to select people. Licenses belong to people, so later changes to the group have no effect.";
/// The groups together.
pub const GROUPS: &str = "Groups";
/// Asked for.
pub const ROLE: &str = "Role";
/// A role that gives no access.
pub const NO_ACCESS: &str = "Default is currently None, which gives no access. Choose a different role.";
/// Why nothing can be confirmed yet.
pub const CHOOSE_FIRST: &str = "Select people first.";
/// Takes the raise back.
pub const DO_NOT_RAISE: &str = "Don't add licenses";

/// Where a list is pasted.
pub const LIST: &str = "Email addresses, accounts, or IDs";
/// How it may look.
pub const LIST_HINT: &str = "Enter one per line, or separate them with commas, semicolons, or tabs. “Ada Muster <ada@example.org>” and tables with a header row also work.";
/// Loads a file.
pub const LOAD: &str = "Choose file";
/// The same by dragging.
pub const DROP: &str = "or drop it here (CSV or text, up to 20 MB)";
/// Puts the file away again.
pub const REMOVE_FILE: &str = "Remove file";
/// A heading of the report.
pub const FOUND: &str = "Found";
/// A heading of the report.
pub const LICENSED: &str = "Already licensed";
/// A heading of the report.
pub const MISSING: &str = "Not found";
/// What to do about those.
pub const MISSING_MEANS: &str = "No one in your organization has these email addresses, accounts, or IDs. They'll be skipped. Correct the list to add them.";

/// Where a table is pasted.
pub const TABLE: &str = "Table of people and roles";
/// How it may look.
pub const TABLE_HINT: &str = "Start with a header row: E-mail, Account, or ID, and Role. Roles are Default, None, Team, Product, Budget, and Administrator. You can also edit an export from this page and import it again.";
/// Why nothing can be confirmed yet.
pub const FILE_FIRST: &str = "Choose a file or paste a table first.";
/// Why nothing can be confirmed yet.
pub const MEND_FIRST: &str = "Fix the lines with errors or skip them to continue.";
/// Why nothing can be confirmed.
pub const ALL_SO_ALREADY: &str = "Nothing to change. Everyone already has these roles.";
/// What stands before what is free.
pub const CHANGES: &str = "Changes";
/// A column.
pub const PERSON: &str = "Person";
/// A column.
pub const FROM: &str = "Now";
/// A column.
pub const TO: &str = "After";

/// A file that is no text.
pub const NOT_TEXT: &str = "This file isn't UTF-8 text. Save it as “CSV UTF-8”, then upload it again.";
/// A file that could not be read.
pub const UNREADABLE: &str = "This file couldn't be read. Upload it again or paste its text.";
/// A file over the limit.
pub const TOO_LARGE: &str = "The file is larger than 20 MB. Split it and upload the parts one at a time.";

/// Why a list cannot be used.
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

/// What is wrong with a line.
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

/// What a role can be.
const ROLES: &str = "Enter Default, None, Team, Product, Budget, or Administrator.";

/// Somebody with several roles.
pub fn different_roles(name: &str, roles: &[(usize, String)]) -> String {
    let named: Vec<String> = roles
        .iter()
        .map(|(line, role)| format!("{role} on line {line}"))
        .collect();
    format!("{name} has different roles: {}. Keep only one.", named.join(", "))
}

/// A fault with its line.
pub fn at_line(line: usize) -> String {
    format!("Line {line}")
}

/// A number with the word that fits it.
fn some(count: &Count, one: &str, many: &str) -> String {
    format!("{} {}", count.text, if count.number == 1 { one } else { many })
}

/// "5 people".
pub fn people(count: &Count) -> String {
    some(count, "person", "people")
}

/// The button of an export, with what it holds.
pub fn export_count(count: &Count) -> String {
    format!("{EXPORT} ({})", count.text)
}

/// What was exported.
pub fn exported(count: &Count, file: &str) -> String {
    format!(
        "{} exported to {file}.",
        some(count, "licensed person", "licensed people")
    )
}

/// The name of an export of a day.
pub fn file_name(day: &str) -> String {
    format!("licensed-users-{day}.csv")
}

/// How many of those who are found are listed.
pub fn listed(shown: &Count, all: &Count) -> String {
    format!(
        "Showing the first {} of {}. Keep typing to narrow the results.",
        shown.text, all.text
    )
}

/// What is left of a list that is cut.
pub fn and_more(rest: &Count) -> String {
    format!("and {} more", rest.text)
}

/// Those who stand in a list again.
pub fn repeated(count: &Count) -> String {
    let entries = some(count, "entry is a duplicate", "entries are duplicates");
    format!("{entries}. Each person counts once.")
}

/// A group with those it brings.
pub fn group_detail(unlicensed: &Count, members: &Count) -> String {
    format!("{} of {} unlicensed", unlicensed.text, members.text)
}

/// How many are chosen.
pub fn chosen(count: &Count) -> String {
    if count.number == 0 {
        "No one selected".to_owned()
    } else {
        format!("{} selected", people(count))
    }
}

/// What it does to people and licenses.
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

/// The button that gives licenses, and raises their number where it has to.
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

/// The same where nobody gets access by it.
pub fn give_role(count: &Count, role: &str) -> String {
    format!("Give {} the {role} role", people(count))
}

/// What was added.
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

/// What was imported.
pub fn changed(count: &Count) -> String {
    format!("{} changed.", some(count, "role", "roles"))
}

/// A role with those who get it.
pub fn role_heading(role: &str, count: &Count) -> String {
    format!("{role}: {}", people(count))
}

/// Lines that change nothing.
pub fn unchanged(count: &Count) -> String {
    let have = some(count, "person already has the role", "people already have the role");
    format!("{have} and won't change.")
}

/// The faults together.
pub fn faults(count: &Count) -> String {
    format!("{} to fix", some(count, "line", "lines"))
}

/// A choice.
pub fn leave_out(count: &Count) -> String {
    let lines = some(count, "line with errors", "lines with errors");
    format!("Skip the {lines} and import the rest")
}

/// A file that is loaded.
pub fn loaded(name: &str) -> String {
    format!("Uploaded {name}")
}
