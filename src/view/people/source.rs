//! What people paste or load: a list of names as they come, or a table with a heading.

use crate::csv::headings::{Column, Headings};
use crate::csv::{self, Line};
use crate::licensing::letters::{self, visible};
use crate::view::words;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u32 = 20_000_000;
/// The most lines that are read.
pub const MAX_LINES: usize = 200_000;

/// Somebody in a list, by all that it calls them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The line, from 1.
    pub line: usize,
    /// What they are called; never empty.
    pub names: Vec<String>,
    /// The role, where the list is a table of roles.
    pub role: String,
}

impl Named {
    /// How the list calls them, for people.
    pub fn text(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }
}

/// The text of a file.
///
/// # Errors
/// It is none, or written in a way that nobody can know for sure: what to do, in words.
pub fn decoded(bytes: &[u8]) -> Result<String, &'static str> {
    letters::decoded(bytes).ok_or(words::people_csv::NOT_TEXT)
}

/// The people of a list: separated by lines, commas, semicolons or tabs, as `Name <mail>` too; or of a table whose
/// first line names the columns.
///
/// # Errors
/// Too long, or two columns of one name, in words.
pub fn people(text: &str) -> Result<Vec<Named>, String> {
    let columns = Columns::of(&headings(text))?;
    let named = match columns.people.is_empty() {
        false => csv::read(text).skip(1).map(|line| columns.named(&line)).collect(),
        true => pieces(text),
    };
    let named: Vec<Named> = named.into_iter().filter(|named| !named.names.is_empty()).collect();
    if named.len() > MAX_LINES {
        return Err(words::people_csv::TOO_LONG.to_owned());
    }
    Ok(named)
}

/// The lines of a table with people and roles; a line without a person stands in it, too. Without a heading, two
/// columns are taken for person and role where the first line has a role in the second.
///
/// # Errors
/// Empty, too long, a column is missing, or two have one name, in words.
pub fn roles(text: &str, is_role: impl Fn(&str) -> bool) -> Result<Vec<Named>, String> {
    let first = csv::read(text).next().ok_or(words::people_csv::EMPTY)?;
    let headings = headings(text);
    let mut columns = Columns::of(&headings)?;
    let headless = first.cells.len() == 2 && first.cells.get(1).is_some_and(|cell| is_role(cell));
    if columns.people.is_empty() && headless {
        columns = Columns {
            people: vec![0],
            role: Some(1),
        };
    } else if columns.people.is_empty() {
        return Err(words::people_csv::no_person_column(&headings.found()));
    } else if columns.role.is_none() {
        return Err(words::people_csv::no_role_column(&headings.found()));
    }
    let lines = csv::read(text).skip(usize::from(!headless));
    let named: Vec<Named> = lines.take(MAX_LINES + 1).map(|line| columns.named(&line)).collect();
    match named.len() {
        0 => Err(words::people_csv::EMPTY.to_owned()),
        count if count > MAX_LINES => Err(words::people_csv::TOO_LONG.to_owned()),
        _ => Ok(named),
    }
}

fn headings(text: &str) -> Headings {
    Headings::of(csv::read(text).next().as_ref())
}

/// Which columns hold what.
struct Columns {
    /// Those that say who: e-mails, accounts, then ids.
    people: Vec<usize>,
    role: Option<usize>,
}

impl Columns {
    fn of(headings: &Headings) -> Result<Self, String> {
        if let Some(twice) = headings.twice(&[Column::Role]) {
            return Err(twice.words());
        }
        let people = [Column::Email, Column::Account, Column::Id];
        Ok(Self {
            people: people.into_iter().flat_map(|it| headings.all(it)).collect(),
            role: headings.first(Column::Role),
        })
    }

    fn named(&self, line: &Line) -> Named {
        let cell = |at: &usize| line.cells.get(*at).map_or("", String::as_str);
        let names = self.people.iter().map(cell).filter_map(name);
        Named {
            line: line.number,
            names: names.collect(),
            role: visible(self.role.as_ref().map_or("", cell)),
        }
    }
}

/// What somebody is called: without the signs around an address, without `mailto:`.
fn name(text: &str) -> Option<String> {
    let seen = visible(text);
    let text = csv::unguarded(&seen);
    let inside = text.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>'));
    let text = inside.map_or(text, |(inside, _)| inside);
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'' | '<' | '>'));
    let start = text.get(..7).filter(|start| start.eq_ignore_ascii_case("mailto:"));
    let text = start.and_then(|start| text.strip_prefix(start)).unwrap_or(text);
    (!text.is_empty()).then(|| text.to_owned())
}

/// The pieces of a list. Where addresses stand in angles, as `Last, First <mail>`, only those count, and what is written
/// like an address or account outside of them: the names around them may hold separators.
fn pieces(text: &str) -> Vec<Named> {
    let (text, skipped) = csv::content(text);
    let text = text.replace("\r\n", "\n");
    let lines = || (1 + skipped..).zip(text.split(['\r', '\n']));
    let has_angles = lines().any(|(_, line)| next_angled(line).is_some());
    let pieces = lines().flat_map(|(number, line)| {
        let found = if has_angles { addresses(line) } else { separated(line) };
        found.into_iter().map(move |piece| (number, piece))
    });
    let named = |(line, piece): (usize, &str)| {
        Some(Named {
            line,
            names: vec![name(piece)?],
            role: String::new(),
        })
    };
    pieces.filter_map(named).collect()
}

/// What stands in the angles of a line, and addresses and accounts outside of them.
fn addresses(line: &str) -> Vec<&str> {
    let is_address = |piece: &&str| {
        let text = visible(piece);
        text.contains(['@', '\\']) && !text.contains(char::is_whitespace)
    };
    let (mut found, mut rest) = (Vec::new(), line);
    while let Some((before, inside, after)) = next_angled(rest) {
        let mut outside = separated(before);
        // The last piece is the name of who stands in the angles.
        outside.pop();
        found.extend(outside.into_iter().filter(is_address));
        found.push(inside);
        rest = after;
    }
    found.extend(separated(rest).into_iter().filter(is_address));
    found
}

/// The first angles of a line: what stands before, in and after them.
fn next_angled(line: &str) -> Option<(&str, &str, &str)> {
    let mut quoted = Quotes::of(line);
    let start = line.find(|letter| !quoted.holds(letter) && letter == '<')?;
    let (before, rest) = line.split_at_checked(start)?;
    let (inside, after) = rest.strip_prefix('<')?.split_once('>')?;
    // An angle that does not end is a sign like others.
    let inside = inside.rsplit_once('<').map_or(inside, |(_, last)| last);
    Some((before, inside, after))
}

/// The pieces of a line; a separator within quotes separates nothing.
fn separated(line: &str) -> Vec<&str> {
    let mut quoted = Quotes::of(line);
    line.split(|letter| !quoted.holds(letter) && matches!(letter, ',' | ';' | '\t'))
        .collect()
}

/// Whether letters of a line stand in quotes, asked one after the other. A quote that does not end quotes nothing.
struct Quotes {
    are_pairs: bool,
    open: bool,
}

impl Quotes {
    fn of(line: &str) -> Self {
        Self {
            are_pairs: line.matches('"').count().is_multiple_of(2),
            open: false,
        }
    }

    fn holds(&mut self, letter: char) -> bool {
        self.open ^= letter == '"' && self.are_pairs;
        self.open
    }
}
