//! CSV: how lists of people leave the page and come back.
//!
//! A spreadsheet takes a cell that begins like a formula for one. Such a cell gets an apostrophe in front
//! ([`guarded`]), and reading takes it away again ([`unguarded`]): whatever was written is read back.

pub mod addresses;
pub mod columns;
pub mod headings;
pub mod preface;

use crate::text::letters::is_invisible;
use ::csv::ReaderBuilder;
use preface::Preface;

/// By this mark a spreadsheet knows that the text is UTF-8.
pub use crate::text::letters::BYTE_ORDER_MARK;

/// Lines end as RFC 4180 says.
pub const LINE_END: &str = "\r\n";

/// What stands between the cells of a line, the likeliest first.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// Whether a spreadsheet may take the cell for a formula, or drop what stands before one: blanks, signs without a
/// shape, and apostrophes, which are how this is prevented.
fn looks_like_formula(cell: &str) -> bool {
    for letter in cell.chars() {
        match letter {
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' => return true,
            // The same signs in other widths and shapes, which some programs take for them.
            '＝' | '＋' | '－' | '＠' | '﹢' | '﹣' | '﹦' | '﹫' | '−' => return true,
            '\'' => {}
            sign if is_invisible(sign) || sign.is_whitespace() || sign.is_control() => {}
            _ => return false,
        }
    }
    false
}

/// A cell that no spreadsheet takes for a formula.
pub fn guarded(cell: &str) -> String {
    let guard = if looks_like_formula(cell) { "'" } else { "" };
    [guard, cell].concat()
}

/// A cell without the apostrophe of [`guarded`].
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'')
        .filter(|rest| looks_like_formula(rest))
        .unwrap_or(cell)
}

/// Writes lines of cells as a file: guarded, quoted where needed (RFC 4180), for spreadsheets to know as UTF-8.
pub fn written(lines: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut text = String::from(BYTE_ORDER_MARK);
    for cells in lines {
        let cells: Vec<String> = cells.iter().map(|cell| guarded(cell)).collect();
        write_line(cells.iter().map(String::as_str), &mut text);
    }
    text
}

/// Writes one line, each cell as it is, quoted where needed.
pub fn write_line<'a>(cells: impl Iterator<Item = &'a str>, text: &mut String) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(',');
        }
        write_cell(cell, text);
    }
    text.push_str(LINE_END);
}

fn write_cell(cell: &str, text: &mut String) {
    let ends_blank = cell.starts_with(char::is_whitespace) || cell.ends_with(char::is_whitespace);
    let quoted = ends_blank || cell.contains(['"', '\r', '\n']) || cell.contains(DELIMITERS);
    if quoted {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

/// A line that was read: where it begins in the file, from 1, and its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The number of its first line in the file.
    pub number: usize,
    /// Its cells, unguarded.
    pub cells: Vec<String>,
}

impl Line {
    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Reads a text line by line; empty lines are left out. What stands between cells is found out from the first line.
pub fn read(text: &str) -> impl Iterator<Item = Line> {
    let preface = Preface::of(text);
    let delimiter = preface.delimiter.unwrap_or_else(|| likely_delimiter(preface.rest));
    let text = preface.rest;
    let mut number = 1 + preface.lines;
    let mut counted = 0;
    let reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    // No record fails: each is UTF-8, and may have as many cells as it likes.
    let records = reader.into_records().filter_map(Result::ok);
    let lines = records.map(move |record| {
        // The reader counts LF alone, and passes over empty lines before a record.
        let at = record.position().and_then(|it| usize::try_from(it.byte()).ok());
        let rest = at.and_then(|at| text.get(at..)).unwrap_or_default();
        let begins = text.len() - rest.trim_start_matches(['\r', '\n']).len();
        number += text.get(counted..begins).map_or(0, line_ends);
        counted = begins;
        let cells = record.iter().map(|cell| unguarded(cell).to_owned()).collect();
        Line { number, cells }
    });
    lines.filter(|line| !line.is_blank())
}

/// How many lines end in a text: with CR, with LF, or with both.
fn line_ends(text: &str) -> usize {
    text.matches(['\r', '\n']).count() - text.matches(LINE_END).count()
}

/// The delimiter that stands in the first line most often, outside of quotes.
fn likely_delimiter(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [0_usize; DELIMITERS.len()];
    for letter in text.trim_start().chars() {
        match letter {
            '"' => quoted = !quoted,
            '\n' | '\r' if !quoted => break,
            _ if !quoted => {
                let counted = counts.iter_mut().zip(DELIMITERS).find(|(_, sign)| *sign == letter);
                if let Some((count, _)) = counted {
                    *count += 1;
                }
            }
            _ => {}
        }
    }
    // The first of those that are equal.
    let most = counts.iter().zip(DELIMITERS).rev().max_by_key(|(count, _)| **count);
    most.map_or(b',', |(_, sign)| sign as u8)
}
