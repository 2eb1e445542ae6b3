//! The first line of a table, which assigns contents to columns. It recognizes headings that people write and that
//! Microsoft exports in English, German, French and Spanish. Case, accents, spaces and dashes are ignored.

use crate::directory::csv::Line;
pub use crate::directory::csv::columns::Column;
use crate::directory::csv::columns::{Meaning, meaning};
use crate::text::letters::{folded, visible};

/// The number of headings that a message names. The rest are counted.
const NAMED: usize = 12;

/// Words for the primary or the required column, as [`key`] normalizes them.
const PRIMARY: [&str; 12] = [
    "required",
    "primary",
    "main",
    "primar",
    "primare",
    "primarer",
    "principal",
    "principale",
    "principaux",
    "primaire",
    "primario",
    "primaria",
];

/// The headings of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headings {
    /// The headings without invisible characters.
    shown: Vec<String>,
    columns: Vec<Option<Meaning>>,
    keys: Vec<String>,
}

/// Two columns with the same contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twice {
    /// The first column: its number, counted from 1, and its heading.
    pub first: (usize, String),
    /// The second column.
    pub second: (usize, String),
}

impl Twice {
    /// The problem and what to do.
    pub fn words(&self) -> String {
        let Self { first, second } = self;
        format!(
            "Columns {} (“{}”) and {} (“{}”) mean the same thing. Delete or rename one of them.",
            first.0, first.1, second.0, second.1
        )
    }
}

impl Headings {
    /// Reads the first line. Without a line there are no headings.
    pub fn of(line: Option<&Line>) -> Self {
        let shown: Vec<String> = line.iter().flat_map(|line| &line.cells).map(|it| visible(it)).collect();
        let keys: Vec<String> = shown.iter().map(|it| key(it)).collect();
        let exact: Vec<Option<Meaning>> = keys.iter().map(|it| meaning(it)).collect();
        // If one heading of a meaning matches exactly, the others of that meaning must match exactly, too.
        let missing = |it: &Meaning| !exact.iter().flatten().any(|other| other.column == it.column);
        let nearly = |heading: &String| meaning(&bare_key(heading)).filter(missing);
        Self {
            columns: exact
                .iter()
                .zip(&shown)
                .map(|(it, heading)| it.or_else(|| nearly(heading)))
                .collect(),
            keys,
            shown,
        }
    }

    /// The indexes of the columns with these contents, best first.
    pub fn all(&self, wanted: Column) -> impl Iterator<Item = usize> + use<> {
        let places = self.columns.iter().enumerate();
        let found = places.filter_map(|(at, it)| (*it).filter(|it| it.column == wanted).map(|it| (it.rank, at)));
        let mut found: Vec<(usize, usize)> = found.collect();
        found.sort_unstable();
        found.into_iter().map(|(_, at)| at)
    }

    /// The index of the best column with these contents.
    pub fn first(&self, wanted: Column) -> Option<usize> {
        self.all(wanted).next()
    }

    /// Two columns with the same heading, or with the same contents if only one is allowed. Columns that are not read
    /// may have any heading.
    pub fn twice(&self, single: &[Column]) -> Option<Twice> {
        let places = (0..).zip(&self.columns).zip(&self.keys);
        let known = places.filter_map(|((at, it), key)| Some((at, (*it)?.column, key)));
        let known: Vec<(usize, Column, &String)> = known.collect();
        known.iter().enumerate().find_map(|(nth, (at, column, key))| {
            let same = |(_, other, name): &&(usize, Column, &String)| {
                other == column && (name == key || single.contains(column))
            };
            let (place, ..) = known.iter().skip(nth + 1).find(same)?;
            Some(Twice {
                first: self.numbered(*at),
                second: self.numbered(*place),
            })
        })
    }

    /// A heading with its column number, counted from 1.
    fn numbered(&self, at: usize) -> (usize, String) {
        (at + 1, self.shown.get(at).cloned().unwrap_or_default())
    }

    /// The headings that were found, for a message: “Name”, “Team”.
    pub fn found(&self) -> String {
        let written: Vec<&String> = self.shown.iter().filter(|it| !it.is_empty()).collect();
        let named: Vec<String> = written.iter().take(NAMED).map(|it| format!("“{it}”")).collect();
        match written.len().saturating_sub(NAMED) {
            0 if named.is_empty() => "nothing".to_owned(),
            0 => named.join(", "),
            rest => format!("{} and {rest} more", named.join(", ")),
        }
    }
}

/// The normalized heading: lowercase letters without accents, and digits.
pub fn key(heading: &str) -> String {
    folded(heading).chars().filter(|it| it.is_alphanumeric()).collect()
}

/// The normalized heading without text in brackets, and without words that only distinguish it from similar columns.
fn bare_key(heading: &str) -> String {
    let folded = folded(&outside_brackets(heading));
    let words = folded.split(|it: char| !it.is_alphanumeric());
    words.filter(|word| !PRIMARY.contains(word)).collect()
}

fn outside_brackets(heading: &str) -> String {
    let mut depth = 0_usize;
    let outside = heading.chars().filter(|letter| match letter {
        '(' | '[' | '{' | '（' => {
            depth += 1;
            false
        }
        ')' | ']' | '}' | '）' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    outside.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::csv::columns::HEADINGS;

    #[test]
    fn every_heading_is_written_as_it_is_compared_and_means_one_thing() {
        let words: Vec<&str> = HEADINGS.iter().flat_map(|(_, words)| words.iter().copied()).collect();
        for word in &words {
            assert_eq!(key(word), *word);
            assert_eq!(words.iter().filter(|it| *it == word).count(), 1, "{word}");
        }
    }
}
