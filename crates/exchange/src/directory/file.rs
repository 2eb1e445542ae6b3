//! Reads people from a file: a table with the columns `id`, `name`, `email`, `last_access`, `account`, and `state`.

use super::cells::{seen, state, truth};
use licensing::directory::csv;
use licensing::directory::csv::Line;
use licensing::directory::csv::addresses::addresses;
use licensing::directory::csv::columns::Column;
use licensing::directory::csv::headings::{Headings, Twice};
use licensing::text::letters::{decoded, trimmed, visible};
use licensing::{AccountState, Person, PersonId};
use std::collections::BTreeSet;
use thiserror::Error;

/// The name of the file next to the page.
pub const NAME: &str = "people.csv";

/// The columns. The first is required.
const COLUMNS: [&str; 6] = ["id", "name", "email", "last_access", "account", "state"];

/// Columns that may occur only once. Of others, the best one with a non-empty cell counts.
const SINGLE: [Column; 2] = [Column::Id, Column::LastAccess];

/// Why the file cannot be used. The text says what is wrong and what to do.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum PeopleFileError {
    /// There is no file.
    #[error("{NAME} is missing. Put it in the same folder as the page, with the columns {columns}.", columns = COLUMNS.join(", "))]
    Missing,
    /// It could not be fetched, with the reason.
    #[error(
        "{NAME} couldn't be loaded ({0}). It should be in the same folder as the page. Check your connection, then try again."
    )]
    NotReached(String),
    /// It is not text, or its encoding is ambiguous.
    #[error("{NAME} isn't UTF-8 text or UTF-16 text with a byte order mark. Save it as UTF-8, then try again.")]
    NotText,
    /// There is no column `id`. Contains the columns of the file.
    #[error(
        "{NAME} has no “id” column. Its first line lists {0}, but should list the columns {columns}.",
        columns = COLUMNS.join(", ")
    )]
    NoIds(String),
    /// Two columns have the same meaning.
    #[error("{NAME}: {words}", words = .0.words())]
    Columns(Twice),
    /// A line has no ID.
    #[error("{NAME}, line {0}: the ID is missing. Give every person a permanent ID.")]
    NoId(usize),
    /// Two lines have the same ID.
    #[error("{NAME}, line {0}: the ID “{1}” is already used on another line. Give every person a unique ID.")]
    Twice(usize, String),
    /// A line has an invalid day.
    #[error("{NAME}, line {0}: “{1}” isn't a valid date. Use the format 2026-11-24, or leave it empty.")]
    Day(usize, String),
}

/// Reads the people from the bytes of a file.
///
/// # Errors
/// The file is not text, or the first error in it.
pub fn read(bytes: &[u8]) -> Result<Vec<Person>, PeopleFileError> {
    people(&decoded(bytes).ok_or(PeopleFileError::NotText)?)
}

/// Reads the people from the text of a file.
///
/// # Errors
/// The first error. If lines with errors were skipped, their people would seem to have left.
pub fn people(text: &str) -> Result<Vec<Person>, PeopleFileError> {
    let mut lines = csv::read(text);
    let headings = Headings::of(lines.next().as_ref());
    if let Some(twice) = headings.twice(&SINGLE) {
        return Err(PeopleFileError::Columns(twice));
    }
    if headings.first(Column::Id).is_none() {
        return Err(PeopleFileError::NoIds(headings.found()));
    }
    let mut known = BTreeSet::new();
    lines
        .map(|line| {
            let person = person(&headings, &line)?;
            if known.insert(person.id.clone()) {
                Ok(person)
            } else {
                Err(PeopleFileError::Twice(line.number, person.id.to_string()))
            }
        })
        .collect()
}

fn person(headings: &Headings, line: &Line) -> Result<Person, PeopleFileError> {
    let cells = |column: Column| {
        let cells = headings.all(column).filter_map(|at| line.cells.get(at));
        cells.filter(|cell| !visible(cell).is_empty())
    };
    let seen_cell = |column: Column| cells(column).next().map(|cell| visible(cell));
    let id = seen_cell(Column::Id).and_then(|id| PersonId::new(&id));
    let last_access = seen_cell(Column::LastAccess)
        .map(|text| seen(&text).ok_or_else(|| PeopleFileError::Day(line.number, text.clone())));
    let told = |column: Column, wanted: bool, state: AccountState| {
        cells(column).filter_map(move |cell| (truth(cell) == Some(wanted)).then_some(state))
    };
    let states = cells(Column::State).filter_map(|cell| state(cell));
    let states = states
        .chain(told(Column::Enabled, false, AccountState::Disabled))
        .chain(told(Column::Blocked, true, AccountState::Disabled))
        .chain(told(Column::Removed, true, AccountState::Deleted));
    Ok(Person {
        id: id.ok_or(PeopleFileError::NoId(line.number))?,
        // The name keeps invisible joiners, because they may be part of its spelling.
        name: cells(Column::Name).next().map_or("", |cell| trimmed(cell)).to_owned(),
        email: seen_cell(Column::Email).and_then(|cell| addresses(&cell).into_iter().next()),
        last_access: last_access.transpose()?.flatten(),
        account: seen_cell(Column::Account),
        // Several columns may describe the account. The worst state counts, and the default is active.
        state: states.max().unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use licensing::Date;

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
            ("", PeopleFileError::NoIds("nothing".to_owned())),
            ("name\nAda", PeopleFileError::NoIds("“name”".to_owned())),
            ("id,name\na,A\n,B", PeopleFileError::NoId(3)),
            ("id\na\nb\na", PeopleFileError::Twice(4, "a".to_owned())),
            (
                "id,last_access\na,24.11.2026",
                PeopleFileError::Day(2, "24.11.2026".to_owned()),
            ),
        ] {
            assert_eq!(people(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn the_file_is_text_in_utf_8_or_marked_utf_16() {
        let text = "id,name\na,Müster\n";
        let marked = ["\u{feff}", text].concat();
        let units = || marked.encode_utf16();
        for bytes in [
            text.as_bytes().to_vec(),
            marked.clone().into_bytes(),
            units().flat_map(u16::to_le_bytes).collect(),
            units().flat_map(u16::to_be_bytes).collect(),
        ] {
            assert_eq!(read(&bytes).unwrap()[0].name, "Müster", "{bytes:?}");
        }
        let unmarked: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [&b"id,name\na,M\xfcster\n"[..], &unmarked, b"PK\x03\x04\0"] {
            assert_eq!(read(bytes), Err(PeopleFileError::NotText), "{bytes:?}");
        }
    }

    #[test]
    fn the_file_beside_the_page_is_right() {
        let people = people(include_str!("../../../../people.csv")).unwrap();
        let directory = licensing::Directory::new(people);
        assert_eq!(directory.doubles().len(), 1, "one person has two rows (LIC 2)");
    }
}
