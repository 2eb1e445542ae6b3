//! People of a file: a table with the columns `id`, `name`, `email` and `last_access`.

use crate::csv;
use crate::licensing::{Date, Person, PersonId};
use std::collections::BTreeSet;
use std::fmt;

/// The name of the file beside the page.
pub const NAME: &str = "people.csv";

/// The columns; the first must be there.
const COLUMNS: [&str; 4] = ["id", "name", "email", "last_access"];

/// What is wrong with the file. Its words say what and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// It could not be fetched: what came instead.
    NotReached(String),
    /// No column is headed `id`.
    NoIds,
    /// A line without an id.
    NoId(usize),
    /// A line with the id of another one.
    Twice(usize, String),
    /// A line with a day that is none.
    Day(usize, String),
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => write!(
                to,
                "{NAME} is missing: put it beside the page, with the columns {}.",
                COLUMNS.join(", ")
            ),
            Self::NotReached(why) => write!(
                to,
                "{NAME} could not be fetched from beside the page ({why}). Check the connection, then try again."
            ),
            Self::NoIds => write!(
                to,
                "{NAME} has no column “id”: its first line names the columns {}.",
                COLUMNS.join(", ")
            ),
            Self::NoId(line) => write!(
                to,
                "{NAME}, line {line}: the id is missing. Give everybody one that stays."
            ),
            Self::Twice(line, id) => write!(
                to,
                "{NAME}, line {line}: the id “{id}” stands in another line already. Give everybody their own."
            ),
            Self::Day(line, day) => write!(
                to,
                "{NAME}, line {line}: “{day}” is no day. Write it as 2026-11-24, or leave it empty."
            ),
        }
    }
}

/// Reads the people of the file.
///
/// # Errors
/// The first fault: a directory that is half read would take licences for left ones.
pub fn people(text: &str) -> Result<Vec<Person>, Fault> {
    let mut lines = csv::read(text);
    let heading = lines.next().map(|line| line.cells).unwrap_or_default();
    let column = |name: &str| heading.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name));
    let [id_at, name_at, email_at, seen_at] = COLUMNS.map(column);
    let id_at = id_at.ok_or(Fault::NoIds)?;
    let mut known = BTreeSet::new();
    lines
        .map(|line| {
            let cell = |at: Option<usize>| at.and_then(|at| line.cells.get(at)).map_or("", |cell| cell.trim());
            let id = PersonId::new(cell(Some(id_at))).ok_or(Fault::NoId(line.number))?;
            if !known.insert(id.clone()) {
                return Err(Fault::Twice(line.number, id.to_string()));
            }
            let day = |text: String| Date::parse(&text).ok_or(Fault::Day(line.number, text));
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            Ok(Person {
                id,
                name: cell(name_at).to_owned(),
                email: some(cell(email_at)),
                last_access: some(cell(seen_at)).map(day).transpose()?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_read_with_whatever_is_known_of_them() {
        let text = "id,name,email,last_access\nada,Ada Muster,ada@example.org,2026-11-24\nx,\"O'Neil \"\"Bob\"\"\",,\n";
        let people = people(text).unwrap();
        assert_eq!(people[0].last_access, Date::new(2026, 11, 24));
        assert_eq!((people[1].name.as_str(), &people[1].email), ("O'Neil \"Bob\"", &None));
        let other_order = people_of("last_access;ID\n2026-01-02;b");
        assert_eq!((other_order[0].id.as_str(), other_order[0].name.as_str()), ("b", ""));
    }

    fn people_of(text: &str) -> Vec<Person> {
        people(text).unwrap()
    }

    #[test]
    fn a_fault_is_told_with_its_line_and_nothing_is_half_read() {
        for (text, fault) in [
            ("", Fault::NoIds),
            ("name\nAda", Fault::NoIds),
            ("id,name\na,A\n,B", Fault::NoId(3)),
            ("id\na\nb\na", Fault::Twice(4, "a".to_owned())),
            ("id,last_access\na,24.11.2026", Fault::Day(2, "24.11.2026".to_owned())),
        ] {
            assert_eq!(people(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn the_file_beside_the_page_is_right() {
        let people = people(include_str!("../../people.csv")).unwrap();
        let directory = crate::licensing::Directory::new(people);
        assert_eq!(directory.doubles().len(), 1, "one person has two rows (LIC 2)");
    }
}
