//! CSV: exports and imports lists of people.
//!
//! A spreadsheet runs a cell that looks like a formula. Writing therefore puts an apostrophe before such a cell
//! ([`guarded`]), and reading removes it ([`unguarded`]), so every written cell is read back unchanged.

pub mod addresses;
pub mod columns;
pub mod headings;
pub mod preface;

use crate::text::letters::is_invisible;
use ::csv::ReaderBuilder;
use preface::Preface;

/// The mark that tells a spreadsheet that the text is UTF-8.
pub use crate::text::letters::BYTE_ORDER_MARK;

/// The line ending of RFC 4180.
pub const LINE_END: &str = "\r\n";

/// The delimiters between cells, most likely first.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// Whether a spreadsheet may run the cell as a formula. It may skip whitespace, invisible characters and apostrophes
/// before a formula. The apostrophes are also how this is prevented.
fn looks_like_formula(cell: &str) -> bool {
    for letter in cell.chars() {
        match letter {
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' => return true,
            // The same characters in other widths and shapes, which some programs accept as well.
            '＝' | '＋' | '－' | '＠' | '﹢' | '﹣' | '﹦' | '﹫' | '−' => return true,
            '\'' => {}
            sign if is_invisible(sign) || sign.is_whitespace() || sign.is_control() => {}
            _ => return false,
        }
    }
    false
}

/// A cell that no spreadsheet runs as a formula.
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

/// Writes lines of cells as a file: guarded, quoted if needed (RFC 4180), and marked as UTF-8 for spreadsheets.
pub fn written(lines: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut text = String::from(BYTE_ORDER_MARK);
    for cells in lines {
        let cells: Vec<String> = cells.iter().map(|cell| guarded(cell)).collect();
        write_line(cells.iter().map(String::as_str), &mut text);
    }
    text
}

/// Writes one line. Cells are quoted if needed, but not guarded.
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

/// A parsed line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The number of its first line in the file, counted from 1.
    pub number: usize,
    /// The cells, unguarded.
    pub cells: Vec<String>,
}

impl Line {
    /// Whether all cells are empty.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Reads a text line by line and skips empty lines. The first line determines the delimiter.
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
    // No record fails, because each is UTF-8 and may have any number of cells.
    let records = reader.into_records().filter_map(Result::ok);
    let lines = records.map(move |record| {
        // The reader counts only LF, and skips empty lines before a record.
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

/// The number of line endings in a text: CR, LF or both.
fn line_ends(text: &str) -> usize {
    text.matches(['\r', '\n']).count() - text.matches(LINE_END).count()
}

/// The most frequent delimiter in the first line outside quotes.
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
    // The first of several equal counts.
    let most = counts.iter().zip(DELIMITERS).rev().max_by_key(|(count, _)| **count);
    most.map_or(b',', |(_, sign)| sign as u8)
}
