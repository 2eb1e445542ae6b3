//! What people paste or load: a list of names as they come, or a table with a heading.

use crate::csv::{self, Line};
use crate::view::words;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u32 = 20_000_000;
/// The most lines that are read.
pub const MAX_LINES: usize = 200_000;

/// Words that head a column of e-mail addresses, of accounts, of ids, of roles; small letters and figures only.
const EMAIL: &[&str] = &["email", "mail", "emailaddress", "emailoraccount", "emails"];
const ACCOUNT: &[&str] = &[
    "account",
    "accountname",
    "user",
    "username",
    "userprincipalname",
    "upn",
    "login",
    "loginname",
    "signin",
];
const ID: &[&str] = &["id", "userid", "personid", "objectid"];
const ROLE: &[&str] = &["role", "roles", "productrole"];

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
    let pairs = |bytes: &[u8], read: fn([u8; 2]) -> u16| {
        let units = bytes.as_chunks().0.iter().map(|pair| read(*pair));
        char::decode_utf16(units).collect::<Result<String, _>>().ok()
    };
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => pairs(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => pairs(rest, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).ok().map(str::to_owned),
    };
    text.filter(|text| !text.contains('\0'))
        .ok_or(words::people_csv::NOT_TEXT)
}

/// The people of a list: separated by lines, commas, semicolons or tabs, as `Name <mail>` too; or of a table whose
/// first line names the columns.
///
/// # Errors
/// Too long, in words.
pub fn people(text: &str) -> Result<Vec<Named>, &'static str> {
    let heading = csv::read(text).next().map(|line| Columns::of(&line));
    let named = match heading.filter(|columns| !columns.people.is_empty()) {
        Some(columns) => csv::read(text).skip(1).map(|line| columns.named(&line)).collect(),
        None => pieces(text),
    };
    let named: Vec<Named> = named.into_iter().filter(|named| !named.names.is_empty()).collect();
    if named.len() > MAX_LINES {
        return Err(words::people_csv::TOO_LONG);
    }
    Ok(named)
}

/// The lines of a table with people and roles; a line without a person stands in it, too. Without a heading, two
/// columns are taken for person and role where the first line has a role in the second.
///
/// # Errors
/// Empty, too long, or a column is missing, in words.
pub fn roles(text: &str, is_role: impl Fn(&str) -> bool) -> Result<Vec<Named>, &'static str> {
    let first = csv::read(text).next().ok_or(words::people_csv::EMPTY)?;
    let mut columns = Columns::of(&first);
    let headless = first.cells.len() == 2 && first.cells.get(1).is_some_and(|cell| is_role(cell));
    if columns.people.is_empty() && headless {
        columns = Columns {
            people: vec![0],
            role: Some(1),
        };
    } else if columns.people.is_empty() {
        return Err(words::people_csv::NO_PERSON_COLUMN);
    } else if columns.role.is_none() {
        return Err(words::people_csv::NO_ROLE_COLUMN);
    }
    let lines = csv::read(text).skip(usize::from(!headless));
    let named: Vec<Named> = lines.take(MAX_LINES + 1).map(|line| columns.named(&line)).collect();
    match named.len() {
        0 => Err(words::people_csv::EMPTY),
        count if count > MAX_LINES => Err(words::people_csv::TOO_LONG),
        _ => Ok(named),
    }
}

/// Which columns hold what.
struct Columns {
    /// Those that say who: e-mails, accounts, then ids.
    people: Vec<usize>,
    role: Option<usize>,
}

impl Columns {
    fn of(heading: &Line) -> Self {
        let plain = |cell: &String| -> String {
            let letters = cell.chars().filter(|letter| letter.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect()
        };
        let cells: Vec<String> = heading.cells.iter().map(plain).collect();
        let headed = |words: &[&str]| {
            let fits = |cell: &String| words.contains(&cell.as_str());
            cells.iter().position(fits)
        };
        Self {
            people: [EMAIL, ACCOUNT, ID].into_iter().filter_map(headed).collect(),
            role: headed(ROLE),
        }
    }

    fn named(&self, line: &Line) -> Named {
        let cell = |at: &usize| line.cells.get(*at).map_or("", |cell| cell.trim());
        let names = self.people.iter().map(cell).filter_map(name);
        Named {
            line: line.number,
            names: names.collect(),
            role: self.role.as_ref().map_or("", cell).to_owned(),
        }
    }
}

/// What somebody is called: without the signs around an address, without `mailto:`.
fn name(text: &str) -> Option<String> {
    let text = csv::unguarded(text.trim());
    let inside = text.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>'));
    let text = inside.map_or(text, |(inside, _)| inside);
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'' | '<' | '>'));
    let start = text.get(..7).filter(|start| start.eq_ignore_ascii_case("mailto:"));
    let text = start.and_then(|start| text.strip_prefix(start)).unwrap_or(text);
    (!text.is_empty()).then(|| text.to_owned())
}

/// The pieces of a list; a separator within quotes or angles separates nothing.
fn pieces(text: &str) -> Vec<Named> {
    let text = text.strip_prefix(csv::BYTE_ORDER_MARK).unwrap_or(text);
    let mut all = Vec::new();
    for (line, text) in (1..).zip(text.split('\n')) {
        let (mut quoted, mut angled) = (false, false);
        let separates = |letter: char| {
            match letter {
                '"' => quoted = !quoted,
                '<' => angled = true,
                '>' => angled = false,
                ',' | ';' | '\t' | '\r' => return !quoted && !angled,
                _ => {}
            }
            false
        };
        all.extend(text.split(separates).filter_map(name).map(|name| Named {
            line,
            names: vec![name],
            role: String::new(),
        }));
    }
    all
}
