//! People of a file: a table with the columns `id`, `name`, `email`, `last_access`, `account` and `state`.

use crate::csv::headings::{Column, Headings, Twice};
use crate::csv::{self, Line};
use crate::licensing::letters::comparable;
use crate::licensing::{AccountState, Date, Person, PersonId};
use std::collections::BTreeSet;
use std::fmt;

/// The name of the file beside the page.
pub const NAME: &str = "people.csv";

/// The columns; the first must be there.
const COLUMNS: [&str; 6] = ["id", "name", "email", "last_access", "account", "state"];

/// Of these there may be only one.
const SINGLE: [Column; 6] = [
    Column::Id,
    Column::Name,
    Column::Email,
    Column::LastAccess,
    Column::Account,
    Column::State,
];

/// What is wrong with the file. Its words say what and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// It could not be fetched: what came instead.
    NotReached(String),
    /// No column is headed `id`; the headings that there are.
    NoIds(String),
    /// Two columns mean the same.
    Columns(Twice),
    /// A line without an id.
    NoId(usize),
    /// A line with the id of another one.
    Twice(usize, String),
    /// A line with a day that is none.
    Day(usize, String),
    /// A line with a state that is none.
    State(usize, String),
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
            Self::NoIds(found) => write!(
                to,
                "{NAME} has no column “id”: its first line names {found}, and should name the columns {}.",
                COLUMNS.join(", ")
            ),
            Self::Columns(twice) => write!(to, "{NAME}: {}", twice.words()),
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
            Self::State(line, state) => write!(
                to,
                "{NAME}, line {line}: “{state}” is no state. Write {}, or leave it empty.",
                AccountState::ALL.map(AccountState::key).join(", ")
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
    let headings = Headings::of(lines.next().as_ref());
    if let Some(twice) = headings.twice(&SINGLE) {
        return Err(Fault::Columns(twice));
    }
    if headings.first(Column::Id).is_none() {
        return Err(Fault::NoIds(headings.found()));
    }
    let mut known = BTreeSet::new();
    lines
        .map(|line| {
            let person = person(&headings, &line)?;
            if known.insert(person.id.clone()) {
                Ok(person)
            } else {
                Err(Fault::Twice(line.number, person.id.to_string()))
            }
        })
        .collect()
}

fn person(headings: &Headings, line: &Line) -> Result<Person, Fault> {
    let cell = |column: Column| {
        let cell = headings.first(column).and_then(|at| line.cells.get(at));
        cell.map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    };
    let id = cell(Column::Id)
        .and_then(PersonId::new)
        .ok_or(Fault::NoId(line.number))?;
    let last_access =
        cell(Column::LastAccess).map(|text| day(text).ok_or_else(|| Fault::Day(line.number, text.to_owned())));
    let state = cell(Column::State)
        .map(|text| AccountState::try_from(comparable(text)).map_err(|_| Fault::State(line.number, text.to_owned())));
    Ok(Person {
        id,
        name: cell(Column::Name).unwrap_or_default().to_owned(),
        email: cell(Column::Email).map(str::to_owned),
        last_access: last_access.transpose()?,
        account: cell(Column::Account).map(str::to_owned),
        state: state.transpose()?.unwrap_or_default(),
    })
}

/// A day, also where a time stands behind it.
fn day(text: &str) -> Option<Date> {
    let end = text.find(['T', ' ']).unwrap_or(text.len());
    Date::parse(text.get(..end)?)
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
            ("", Fault::NoIds("nothing".to_owned())),
            ("name\nAda", Fault::NoIds("“name”".to_owned())),
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
