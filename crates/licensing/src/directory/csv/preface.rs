//! Lines before the headings of a table: `sep=;` for spreadsheets, `#TYPE …` of PowerShell, `version:v1.0` of Entra,
//! and blank lines.

use crate::text::letters::{is_invisible, unended, unmarked, visible};

/// The beginnings of lines that name the program: PowerShell and the forms of Entra.
const PASSED: [&str; 2] = ["#TYPE", "version:v"];

/// The lines before a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preface<'a> {
    /// The delimiter, if a line defines it.
    pub delimiter: Option<u8>,
    /// The table.
    pub rest: &'a str,
    /// The number of lines before the table.
    pub lines: usize,
}

/// A line before a table.
enum Before {
    /// A blank line, or one without meaning here.
    Passed,
    /// It defines the delimiter. `None` if it contradicts itself.
    Delimiter(Option<u8>),
}

impl<'a> Preface<'a> {
    /// Splits a text into the preface and the table.
    pub fn of(text: &'a str) -> Self {
        let mut preface = Self {
            delimiter: None,
            rest: unended(unmarked(text)),
            lines: 0,
        };
        while !preface.rest.is_empty() {
            let (line, rest) = first_line(preface.rest);
            match before(line) {
                Some(Before::Passed) => {}
                Some(Before::Delimiter(sign)) => preface.delimiter = sign,
                None => break,
            }
            preface.rest = rest;
            preface.lines += 1;
        }
        preface
    }
}

/// The first line, and the text after its line ending: CR, LF or both.
fn first_line(text: &str) -> (&str, &str) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (line, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    let after = ["\r\n", "\r", "\n"].iter().find_map(|end| rest.strip_prefix(*end));
    (line, after.unwrap_or_default())
}

/// The kind of a line before the table. `None` if the line belongs to the table.
fn before(line: &str) -> Option<Before> {
    let text = visible(line);
    let start = text.trim_start_matches('"');
    let begins = |with: &&str| start.get(..with.len()).is_some_and(|it| it.eq_ignore_ascii_case(with));
    if text.is_empty() || PASSED.iter().any(begins) {
        return Some(Before::Passed);
    }
    told_delimiter(line).map(Before::Delimiter)
}

/// The delimiter of a line such as `sep=;`. A spreadsheet that saved the line as cells may have added its own
/// delimiters after it.
fn told_delimiter(line: &str) -> Option<Option<u8>> {
    let line: String = line.chars().filter(|sign| !is_invisible(*sign)).collect();
    let line = line.trim_start();
    let (cell, quoted_after) = match line.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"')?,
        None => (line, ""),
    };
    let (name, told) = cell.split_at_checked("sep=".len())?;
    if !name.eq_ignore_ascii_case("sep=") {
        return None;
    }
    let (sign, after) = match told.strip_prefix("\\t") {
        Some(after) => (b'\t', after),
        None => (*told.as_bytes().first()?, told.get(1..)?),
    };
    let after = [after, quoted_after].concat();
    let mut behind = after.bytes().filter(|it| *it != b' ');
    let other = behind.next().unwrap_or(sign);
    let is_told = separates(sign) && separates(other) && behind.all(|it| it == other);
    is_told.then(|| (other == sign).then_some(sign))
}

/// Whether a character may separate cells.
fn separates(sign: u8) -> bool {
    sign == b'\t' || (sign.is_ascii_punctuation() && sign != b'"')
}
