//! All texts in one list for a native speaker to review: `docs/texts.md`, generated from the code.
//! `UPDATE=1 cargo test --package view --test view texts` writes it.

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The folders and files with texts, relative to the root of the project.
const ROOMS: [&str; 7] = [
    "crates/view/src/words",
    "crates/licensing/src/refusal",
    "crates/licensing/src/activation/check.rs",
    "crates/documents/src/words.rs",
    "crates/exchange/src/journal/extension/words.rs",
    "crates/exchange/src/directory/devops/error.rs",
    "crates/exchange/src/vendor/error.rs",
];
const HEAD: &str = "# All texts\n
What users read, by the files that hold it, in the order of the code; what stands in braces is filled in. A test keeps this list:
`UPDATE=1 cargo test --package view --test view texts` writes it.\n";

#[test]
fn all_texts_stand_in_one_list() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut list = HEAD.to_owned();
    for room in ROOMS {
        for file in files(&top.join(room)) {
            let code = std::fs::read_to_string(&file).unwrap();
            let code = code.split("#[cfg(test)]").next().unwrap();
            let texts: Vec<String> = literals(code).into_iter().filter(|text| is_read(text)).collect();
            if texts.is_empty() {
                continue;
            }
            let name = file.strip_prefix(&top).unwrap().display();
            write!(list, "\n## {name}\n\n").unwrap();
            texts.iter().for_each(|text| writeln!(list, "- {text}").unwrap());
        }
    }
    let page = top.join("docs/texts.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&page, &list).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(&page).unwrap_or_default(),
        list,
        "docs/texts.md is old: UPDATE=1 writes it"
    );
}

/// The files in a folder, sorted by name.
fn files(room: &Path) -> Vec<PathBuf> {
    if room.is_file() {
        return vec![room.to_owned()];
    }
    let entries = std::fs::read_dir(room).unwrap();
    let mut inside: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    inside.sort();
    inside.iter().flat_map(|path| files(path)).collect()
}

/// Whether a text is a sentence or a label, not a code such as `reason_missing` or `INV 5`, or text without letters.
fn is_read(text: &str) -> bool {
    let outside: String = text.split('{').map(|part| part.rsplit('}').next().unwrap()).collect();
    let is_rule = text.len() < 7 && text.ends_with(|last: char| last.is_ascii_digit());
    let begins_large = text.starts_with(|first: char| first.is_uppercase());
    outside.chars().any(char::is_alphabetic) && !is_rule && (begins_large || outside.trim().contains(' '))
}

/// The string literals outside of comments and attributes.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in code.split_inclusive('\n') {
        let line = line.trim_start();
        if line.starts_with("//") || (line.starts_with("#[") && !line.starts_with("#[error")) {
            continue;
        }
        let mut rest = line;
        while let Some((_, after)) = rest.split_once('"') {
            let mut text = String::new();
            let mut letters = after.char_indices();
            let mut end = after.len();
            while let Some((at, letter)) = letters.next() {
                match letter {
                    '"' => {
                        end = at + 1;
                        break;
                    }
                    '\\' => text.extend(letters.next().map(|(_, escaped)| escaped)),
                    _ => text.push(letter),
                }
            }
            found.push(text);
            rest = &after[end..];
        }
    }
    found
}
