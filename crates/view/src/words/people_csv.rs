//! Words of adding people, of exports and of imports.

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
pub const BY_LIST: &str = "Paste or load a list";
/// A way.
pub const BY_GROUP: &str = "Group";
/// The search.
pub const SEARCH: &str = "Search people without a licence";
/// Empties the search.
pub const CLEAR_SEARCH: &str = "Clear search";
/// Nobody is found.
pub const NOBODY: &str = "Nobody without a licence has this in their name or e-mail.";
/// What a group is good for (ROL 5).
pub const GROUP_MEANS: &str =
    "A group is a way to choose people. Licences belong to people, so later changes of the group do nothing here.";
/// The groups together.
pub const GROUPS: &str = "Groups of the directory";
/// Asked for.
pub const ROLE: &str = "Role";
/// A role that gives no access.
pub const NO_ACCESS: &str =
    "Default resolves to None at present, so nobody gets access by it. Choose a role of their own.";
/// Why nothing can be confirmed yet.
pub const CHOOSE_FIRST: &str = "Choose people first.";
/// Takes the raise back.
pub const DO_NOT_RAISE: &str = "Do not raise";

/// Where a list is pasted.
pub const LIST: &str = "E-mails, accounts or ids";
/// How it may look.
pub const LIST_HINT: &str = "One a line, or separated by commas, semicolons or tabs. “Ada Muster <ada@example.org>” and tables with a heading go too.";
/// Loads a file.
pub const LOAD: &str = "Choose a file";
/// The same by dragging.
pub const DROP: &str = "or drop it here: CSV or text, up to 20 MB";
/// Puts the file away again.
pub const REMOVE_FILE: &str = "Remove the file";
/// A heading of the report.
pub const FOUND: &str = "Found";
/// A heading of the report.
pub const LICENSED: &str = "Licensed already";
/// A heading of the report.
pub const MISSING: &str = "Not found";
/// What to do about those.
pub const MISSING_MEANS: &str =
    "Nobody in the directory has these e-mails, accounts or ids. They are left out; correct the list to add them.";

/// Where a table is pasted.
pub const TABLE: &str = "A table of people and roles";
/// How it may look.
pub const TABLE_HINT: &str = "The first line names the columns: E-mail, Account or ID, and Role. Roles are Default, None, Team, Product, Budget and Administrator. An export of this page can be changed and imported again.";
/// Why nothing can be confirmed yet.
pub const FILE_FIRST: &str = "Choose a file or paste a table first.";
/// Why nothing can be confirmed yet.
pub const MEND_FIRST: &str = "Nothing is changed while lines are faulty. Correct them, or leave them out.";
/// Why nothing can be confirmed.
pub const ALL_SO_ALREADY: &str = "Nothing would change: everybody has these roles already.";
/// What stands before what is free.
pub const CHANGES: &str = "What changes";
/// A column.
pub const PERSON: &str = "Person";
/// A column.
pub const FROM: &str = "Now";
/// A column.
pub const TO: &str = "Afterwards";

/// A file that is no text.
pub const NOT_TEXT: &str = "This is no text in UTF-8. Save it as “CSV UTF-8” and load it again.";
/// A file that could not be read.
pub const UNREADABLE: &str = "The browser could not read this file. Load it again, or paste its text.";
/// A file over the limit.
pub const TOO_LARGE: &str = "The file is larger than 20 MB. Split it and load the parts one after the other.";
/// A list over the limit.
pub const TOO_LONG: &str = "There are more than 200,000 rows. Split the list and load the parts one after the other.";
/// A list with nothing in it.
pub const EMPTY: &str = "There is nothing in it. It needs a line that names the columns, and a line for each person.";
/// A line without a person.
pub const NO_PERSON: &str = "Nobody is named. Write an e-mail, account or id, or delete the line.";

/// A table without a column for who; the headings that were found.
pub fn no_person_column(found: &str) -> String {
    format!(
        "No column says who is meant. Add a heading E-mail, Account or ID to the first line. Headings found: {found}."
    )
}

/// A table without a column for the role; the headings that were found.
pub fn no_role_column(found: &str) -> String {
    format!("No column says which role. Add the heading Role to the first line. Headings found: {found}.")
}

/// A person whom nobody knows.
pub fn unknown_person(text: &str) -> String {
    format!("Nobody has the e-mail, account or id “{text}”. Correct it, or delete the line.")
}

/// An id and an e-mail that are not of one person.
pub fn two_people(by_id: &str, by_email: &str) -> String {
    format!("The id is of {by_id}, the e-mail of {by_email}. Keep the one that is meant.")
}

/// A role that does not exist.
pub fn unknown_role(text: &str) -> String {
    const ROLES: &str = "Write Default, None, Team, Product, Budget or Administrator.";
    if text.is_empty() {
        format!("No role is given. {ROLES}")
    } else {
        format!("“{text}” is no role. {ROLES}")
    }
}

/// Somebody with several roles.
pub fn different_roles(name: &str, roles: &[(usize, String)]) -> String {
    let named: Vec<String> = roles
        .iter()
        .map(|(line, role)| format!("{role} in line {line}"))
        .collect();
    format!("{name} has different roles: {}. Keep one of them.", named.join(", "))
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
        "The first {} of {} are listed. Type more of a name to find the others.",
        shown.text, all.text
    )
}

/// What is left of a list that is cut.
pub fn and_more(rest: &Count) -> String {
    format!("and {} more", rest.text)
}

/// Those who stand in a list again.
pub fn repeated(count: &Count) -> String {
    let entries = some(count, "entry names", "entries name");
    format!("{entries} somebody again; everybody counts once.")
}

/// A group with those it brings.
pub fn group_detail(unlicensed: &Count, members: &Count) -> String {
    format!("{} of {} without a licence", unlicensed.text, members.text)
}

/// How many are chosen.
pub fn chosen(count: &Count) -> String {
    if count.number == 0 {
        "Nobody is chosen yet".to_owned()
    } else {
        format!("{} chosen", people(count))
    }
}

/// What it does to people and licenses.
pub fn effect(effect: &RoleImpact) -> String {
    let gains = (effect.gain.number > 0).then(|| some(&effect.gain, "person gets access", "people get access"));
    let loses = (effect.lose.number > 0).then(|| some(&effect.lose, "person loses access", "people lose access"));
    let people = gains.into_iter().chain(loses).collect::<Vec<_>>().join(", ");
    let people = if people.is_empty() {
        "Nobody gets or loses access".to_owned()
    } else {
        people
    };
    match &effect.free {
        Some((free, licenses)) => {
            format!(
                "{people}; {} of {} licences are free afterwards.",
                free.text, licenses.text
            )
        }
        None => format!("{people}; nothing limits the number of people at present."),
    }
}

/// The button that gives licenses, and raises their number where it has to.
pub fn add(count: &Count, raise_to: Option<&Count>) -> String {
    match raise_to {
        Some(licenses) => raise_and_assign(licenses),
        None if count.number == 0 => ADD.to_owned(),
        None => format!("Give {} a licence", people(count)),
    }
}

fn raise_and_assign(licenses: &Count) -> String {
    format!("Raise to {} licences and assign", licenses.text)
}

/// The same where nobody gets access by it.
pub fn give_role(count: &Count, role: &str) -> String {
    format!("Give {} the role {role}", people(count))
}

/// What was added.
pub fn added(effect: &RoleImpact) -> String {
    if effect.gain.number == 0 {
        return format!("{} changed.", some(&effect.people, "role", "roles"));
    }
    format!("{} a licence now.", some(&effect.gain, "person has", "people have"))
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
    let have = some(count, "person has the role already", "people have the role already");
    format!("{have}; nothing changes for them.")
}

/// The faults together.
pub fn faults(count: &Count) -> String {
    format!("{} to correct", some(count, "line", "lines"))
}

/// A choice.
pub fn leave_out(count: &Count) -> String {
    let lines = some(count, "faulty line", "faulty lines");
    format!("Leave out the {lines} and import the rest")
}

/// A file that is loaded.
pub fn loaded(name: &str) -> String {
    format!("Loaded: {name}")
}
