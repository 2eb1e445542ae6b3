//! Reads what people paste or upload: a free-form list of names, or a table with headings.

pub use licensing::text::letters::decoded;

use super::list;
use licensing::directory::csv;
use licensing::directory::csv::Line;
use licensing::directory::csv::addresses::addresses;
use licensing::directory::csv::columns::Column;
use licensing::directory::csv::headings::{Headings, Twice};
use licensing::text::letters::visible;

/// The largest file, in bytes.
pub const MAX_BYTES: u32 = 20_000_000;
/// The highest number of lines.
pub const MAX_LINES: usize = 200_000;

/// An entry of a list, with all names that it contains for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The number of the line, from 1.
    pub line: usize,
    /// The names. Not empty for lists of people.
    pub names: Vec<String>,
    /// The role, if the list is a table with roles.
    pub role: String,
}

impl Named {
    /// The name of the entry in messages.
    pub fn text(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }
}

/// Why a list of people cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListError {
    /// It has no lines.
    Empty,
    /// It has more than [`MAX_LINES`] lines.
    TooLong,
    /// Two columns have the same meaning.
    Twice(Twice),
    /// No column identifies people.
    NoPersonColumn {
        /// The headings that it has.
        headings: String,
    },
    /// No column contains roles.
    NoRoleColumn {
        /// The headings that it has.
        headings: String,
    },
}

/// Reads people from a list, separated by lines, commas, semicolons, or tabs, also in the form `Name <email>`. Or from
/// a table whose first line contains headings.
///
/// # Errors
/// If the list is too long, or if two columns have the same meaning.
pub fn people(text: &str) -> Result<Vec<Named>, ListError> {
    let columns = Columns::of(&headings(text))?;
    let named: Vec<Named> = match columns.name_nobody() {
        false => csv::read(text).skip(1).map(|line| columns.named(&line)).collect(),
        true => list::names(text).map(alone).collect(),
    };
    let named: Vec<Named> = named.into_iter().filter(|it| !it.names.is_empty()).collect();
    if named.len() > MAX_LINES {
        return Err(ListError::TooLong);
    }
    Ok(named)
}

/// Reads people and roles from a table, including lines without a person. Without headings, two columns are read as
/// person and role if the second cell of the first line is a role.
///
/// # Errors
/// If the table is empty or too long, a column is missing, or two columns have the same meaning.
pub fn roles(text: &str, is_role: impl Fn(&str) -> bool) -> Result<Vec<Named>, ListError> {
    let first = csv::read(text).next().ok_or(ListError::Empty)?;
    let headings = headings(text);
    let mut columns = Columns::of(&headings)?;
    let headless = first.cells.len() == 2 && first.cells.get(1).is_some_and(|cell| is_role(cell));
    if columns.name_nobody() && headless {
        columns = Columns {
            addresses: vec![0],
            ids: Vec::new(),
            role: Some(1),
        };
    } else if columns.name_nobody() {
        return Err(ListError::NoPersonColumn {
            headings: headings.found(),
        });
    } else if columns.role.is_none() {
        return Err(ListError::NoRoleColumn {
            headings: headings.found(),
        });
    }
    let lines = csv::read(text).skip(usize::from(!headless));
    let named: Vec<Named> = lines.take(MAX_LINES + 1).map(|line| columns.named(&line)).collect();
    match named.len() {
        0 => Err(ListError::Empty),
        count if count > MAX_LINES => Err(ListError::TooLong),
        _ => Ok(named),
    }
}

fn headings(text: &str) -> Headings {
    Headings::of(csv::read(text).next().as_ref())
}

/// An entry with a single name.
fn alone((line, name): (usize, String)) -> Named {
    Named {
        line,
        names: vec![name],
        role: String::new(),
    }
}

/// The columns of a table.
struct Columns {
    /// The columns with addresses: email addresses first, then accounts.
    addresses: Vec<usize>,
    /// The columns with IDs, which are used unchanged.
    ids: Vec<usize>,
    role: Option<usize>,
}

impl Columns {
    fn of(headings: &Headings) -> Result<Self, ListError> {
        if let Some(twice) = headings.twice(&[Column::Role]) {
            return Err(ListError::Twice(twice));
        }
        Ok(Self {
            addresses: headings
                .all(Column::Email)
                .chain(headings.all(Column::Account))
                .collect(),
            ids: headings.all(Column::Id).collect(),
            role: headings.first(Column::Role),
        })
    }

    fn name_nobody(&self) -> bool {
        self.addresses.is_empty() && self.ids.is_empty()
    }

    fn named(&self, line: &Line) -> Named {
        let cell = |at: &usize| line.cells.get(*at).map_or("", String::as_str);
        let cells = self.addresses.iter().map(cell).flat_map(addresses);
        let ids = self
            .ids
            .iter()
            .map(|at| visible(csv::unguarded(cell(at))))
            .filter(|id| !id.is_empty());
        let names = cells.flat_map(|cell| list::called(&cell)).chain(ids);
        Named {
            line: line.number,
            names: names.collect(),
            role: visible(self.role.as_ref().map_or("", cell)),
        }
    }
}
