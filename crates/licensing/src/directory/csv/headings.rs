//! The first line of a table: which column holds what, by the headings that people and Microsoft's exports write, in
//! English, German, French and Spanish. Case, marks, blanks and dashes make no difference.

use crate::directory::csv::Line;
pub use crate::directory::csv::columns::Column;
use crate::directory::csv::columns::{Meaning, meaning};
use crate::text::letters::{folded, visible};

/// So many headings are named in a message; the rest is counted.
const NAMED: usize = 12;

/// Words for the first of several, or for one that must be filled in, as [`key`] writes them.
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

/// A first line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headings {
    /// As they are written, without what cannot be seen.
    shown: Vec<String>,
    columns: Vec<Option<Meaning>>,
    keys: Vec<String>,
}

/// Two columns that mean the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twice {
    /// The first, with its number from 1.
    pub first: (usize, String),
    /// The other.
    pub second: (usize, String),
}

impl Twice {
    /// What is the matter, and what to do.
    pub fn words(&self) -> String {
        let Self { first, second } = self;
        format!(
            "Columns {} (“{}”) and {} (“{}”) mean the same thing. Delete or rename one of them.",
            first.0, first.1, second.0, second.1
        )
    }
}

impl Headings {
    /// Reads a first line; without one there are no headings.
    pub fn of(line: Option<&Line>) -> Self {
        let shown: Vec<String> = line.iter().flat_map(|line| &line.cells).map(|it| visible(it)).collect();
        let keys: Vec<String> = shown.iter().map(|it| key(it)).collect();
        let exact: Vec<Option<Meaning>> = keys.iter().map(|it| meaning(it)).collect();
        // Where a heading matches as it is, others of its meaning must, too.
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

    /// Where such columns stand, the best first.
    pub fn all(&self, wanted: Column) -> impl Iterator<Item = usize> + use<> {
        let places = self.columns.iter().enumerate();
        let found = places.filter_map(|(at, it)| (*it).filter(|it| it.column == wanted).map(|it| (it.rank, at)));
        let mut found: Vec<(usize, usize)> = found.collect();
        found.sort_unstable();
        found.into_iter().map(|(_, at)| at)
    }

    /// Where the best of them stands.
    pub fn first(&self, wanted: Column) -> Option<usize> {
        self.all(wanted).next()
    }

    /// Two columns of one name, or two of what there may be only one of. Columns that nobody reads may be called anything.
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

    /// A heading with its number, from 1.
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

/// A heading as it is compared: small letters without marks, and figures.
pub fn key(heading: &str) -> String {
    folded(heading).chars().filter(|it| it.is_alphanumeric()).collect()
}

/// The same without what stands in brackets, and without words that tell a column from others of its meaning.
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
