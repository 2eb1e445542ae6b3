//! Components contain no words for readers, so that every sentence is in the crate `view`.

use super::source::{File, Finding, code, mask, test_parts};

/// Finds words for readers in a component: the pages hand them in.
pub fn words_in_components(files: &[File]) -> Vec<Finding> {
    let components = files.iter().filter(|file| file.path.starts_with("src/components/"));
    let mut findings = Vec::new();
    for file in components {
        // A test may name anything.
        let text = mask(&file.text, &test_parts(&code(&file.text)), false);
        for (at, literal) in literals(&text) {
            if is_for_readers(literal) {
                findings.push(Finding::at(
                    file,
                    at,
                    format!("`{literal}` is read by people: the page hands it in"),
                ));
            }
        }
    }
    findings
}

/// The text between quotes, outside of comments.
fn literals(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let is_comment = line.trim_start().starts_with("//");
        let mut quotes = line.match_indices('"').map(|(at, _)| at);
        while let (false, Some(open), Some(close)) = (is_comment, quotes.next(), quotes.next()) {
            found.push((start + open, &line[open + 1..close]));
        }
        start += line.len();
    }
    found
}

/// Whether a literal is a sentence or a label, not a class, a key, or a path of an icon.
fn is_for_readers(literal: &str) -> bool {
    const KEYS: &[&str] = &["Home", "End", "Tab", "Enter", "Escape", "Delete", "Shift", "Control"];
    let mut letters = literal.chars();
    let is_capitalized =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    let first = literal.split(' ').next().unwrap_or_default();
    let is_word = first
        .chars()
        .skip(1)
        .all(|letter| letter.is_lowercase() || letter == '.');
    is_capitalized && is_word && !KEYS.contains(&literal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_readers_are_found_in_components() {
        let text = "view! { <button class=\"button subtle\" aria-label=\"Close\">{label}</button> }\n// \"Close\"\n\
                    match key { \"Home\" | \"ArrowUp\" => {} }\nlet fault = \"Enter a number.\";\n\
                    #[cfg(test)]\nmod tests { const TEXT: &str = \"Some words\"; }";
        let found = |path: &str| {
            let (path, text) = (path.into(), text.into());
            words_in_components(&[File { path, text }]).len()
        };
        assert_eq!(found("src/components/a.rs"), 2);
        assert_eq!(found("src/pages/a.rs"), 0);
    }
}
