//! The rule book, and the citations of its rules.

use super::habits::{is_program, is_test};
use super::source::{File, Finding, code, find, is_word, mask, test_parts};

/// The sections of the rule book and the number of rules in each. Rule numbers never change, so neither do these.
const SECTIONS: &[(&str, usize)] = &[
    ("ACC", 10),
    ("ROL", 6),
    ("LIC", 10),
    ("PLN", 5),
    ("TRI", 5),
    ("SUB", 8),
    ("CHG", 13),
    ("CRD", 2),
    ("INV", 7),
    ("ACT", 9),
    ("SUP", 1),
];

const BOOK: &str = "docs/rules.md";

/// Every rule as it is cited: `CHG 3`.
pub fn rules() -> Vec<String> {
    SECTIONS
        .iter()
        .flat_map(|(section, count)| (1..=*count).map(move |n| format!("{section} {n}")))
        .collect()
}

/// Finds rules that are missing, duplicate, or out of order in the rule book.
pub fn book(files: &[File]) -> Vec<Finding> {
    let Some(file) = files.iter().find(|file| file.path == BOOK) else {
        return vec![Finding::of(BOOK, "missing: write the rule book")];
    };
    let (mut section, mut found) = (None, Vec::new());
    for line in file.text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            section = heading
                .split_once(" – ")
                .map(|(name, _)| name)
                .filter(|name| name.len() == 3);
        }
        let number = line
            .split_once(". ")
            .and_then(|(number, _)| number.parse::<usize>().ok());
        found.extend(
            section
                .zip(number)
                .map(|(section, number)| format!("{section} {number}")),
        );
    }
    let expected = rules();
    if found == expected {
        return Vec::new();
    }
    let first = expected.iter().zip(&found).find(|(expected, found)| expected != found);
    let place = first.map_or(
        format!("{} rules instead of {}", found.len(), expected.len()),
        |(expected, found)| format!("`{found}` stands where `{expected}` belongs"),
    );
    vec![Finding::of(
        BOOK,
        format!("{place}: numbers are cited everywhere and must not move"),
    )]
}

/// The program (including comments) and its tests, as one text each.
fn citing(files: &[File]) -> (String, String) {
    let (mut program, mut tests) = (String::new(), String::new());
    for file in files {
        let of_ours = [".rs", ".mjs", ".js", ".ts", ".json"]
            .iter()
            .any(|ending| file.path.ends_with(ending));
        if is_program(&file.path) {
            let parts = test_parts(&code(&file.text));
            program += &mask(&file.text, &parts, false);
            tests += &mask(&file.text, &parts, true);
        } else if is_test(&file.path) && of_ours {
            tests += &file.text;
        }
    }
    (program, tests)
}

/// Whether `text` cites the rule: `CHG 3` in words, or `chg_3` in the name of a function.
fn cites(text: &str, rule: &str) -> bool {
    let name = rule.to_ascii_lowercase().replace(' ', "_");
    let bytes = text.as_bytes();
    let in_name = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let after = bytes.get(at + name.len());
        !before.is_some_and(u8::is_ascii_alphanumeric) && !after.is_some_and(u8::is_ascii_alphanumeric)
    };
    !find(text, rule).is_empty() || text.match_indices(&name).any(|(at, _)| in_name(at))
}

/// Finds rules that the program or the tests do not cite, except for those in `later`.
pub fn uncited(files: &[File], later: &[&str]) -> Vec<Finding> {
    let (program, tests) = citing(files);
    let mut findings = Vec::new();
    for rule in rules().iter().filter(|rule| !later.contains(&rule.as_str())) {
        for (text, whose) in [(&program, "the program"), (&tests, "a test")] {
            if !cites(text, rule) {
                findings.push(about(
                    files,
                    rule,
                    &format!("{rule} is not cited by {whose}: cite it where it is kept"),
                ));
            }
        }
    }
    findings
}

/// A finding at the rule's line in the rule book.
fn about(files: &[File], rule: &str, message: &str) -> Finding {
    let place = || {
        let (section, number) = rule.split_once(' ')?;
        let book = files.iter().find(|file| file.path == BOOK)?;
        let start = book.text.find(&format!("\n## {section} "))?;
        Some((book, start + book.text[start..].find(&format!("\n{number}. "))? + 1))
    };
    place().map_or_else(
        || Finding::of(BOOK, message),
        |(book, offset)| Finding::at(book, offset, message),
    )
}

/// Finds rules in `later` that do not exist, or that are cited by now.
pub fn not_later(files: &[File], later: &[&str]) -> Vec<Finding> {
    let (program, tests) = citing(files);
    let known = rules();
    let mut findings = Vec::new();
    for rule in later {
        if !known.iter().any(|known| known == rule) {
            findings.push(Finding::of(
                "tests/tidy/main.rs",
                format!("LATER names {rule}, which is no rule"),
            ));
        } else if cites(&program, rule) && cites(&tests, rule) {
            findings.push(Finding::of(
                "tests/tidy/main.rs",
                format!("{rule} is cited: take it off LATER"),
            ));
        }
    }
    findings
}

/// Finds citations of rules that do not exist.
pub fn unknown(files: &[File]) -> Vec<Finding> {
    let known = rules();
    let mut findings = Vec::new();
    for file in files
        .iter()
        .filter(|file| !file.path.starts_with("tests/tidy/") && !file.path.ends_with(".lock"))
    {
        for (section, _) in SECTIONS {
            for offset in find(&file.text, section) {
                let rest = &file.text[offset + section.len()..];
                let Some(rest) = rest.strip_prefix(' ') else { continue };
                let number = &rest[..rest
                    .bytes()
                    .position(|byte| !byte.is_ascii_digit())
                    .unwrap_or(rest.len())];
                let rule = format!("{section} {number}");
                if !number.is_empty() && !known.contains(&rule) {
                    findings.push(Finding::at(file, offset, format!("the rule book has no {rule}")));
                }
            }
        }
    }
    findings
}

/// Finds tests of rules (`tests/licensing/rules/`) without the rule's number in their names.
pub fn unnumbered(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.path.starts_with("crates/licensing/tests/licensing/rules/"))
    {
        let code = code(&file.text);
        for offset in find(&code, "#[test]") {
            let Some(function) = find(&code[offset..], "fn").first().map(|at| offset + at) else {
                continue;
            };
            let name = code[function + 2..].trim_start();
            let name = &name[..name.bytes().position(|byte| !is_word(byte)).unwrap_or(name.len())];
            if !rules().iter().any(|rule| cites(name, rule)) {
                let what = format!("`{name}` does not say which rule it tests: name it like `chg_3_rounds_once`");
                findings.push(Finding::at(file, function, what));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File {
            path: path.into(),
            text: text.into(),
        }
    }

    #[test]
    fn a_citation_is_the_whole_number_in_words_or_in_a_name() {
        assert!(cites("see CHG 1.", "CHG 1") && cites("fn chg_1_is_kept()", "CHG 1"));
        assert!(cites("fn sub_8_and_chg_1()", "CHG 1"));
        assert!(!cites("CHG 12 and xchg_1 and chg_12_", "CHG 1"));
    }

    #[test]
    fn uncited_rules_are_found_on_both_sides() {
        let files = [
            file(
                "src/a.rs",
                "/// CHG 1, CHG 2\nfn a() {}\n#[cfg(test)]\nmod t { fn chg_2() {} /* CHG 3 */ }",
            ),
            file("crates/licensing/tests/licensing/rules/chg.rs", "fn chg_3_x() {}"),
            file("tests/tidy/main.rs", "CHG 4"),
        ];
        let said: Vec<_> = uncited(&files, &["ACC 1"]).iter().map(ToString::to_string).collect();
        let about = |rule: &str| said.iter().filter(|line| line.contains(&format!(" {rule} is"))).count();
        assert_eq!(
            ["CHG 1", "CHG 2", "CHG 3", "CHG 4", "ACC 1", "ACC 2"].map(about),
            [1, 0, 1, 2, 0, 2]
        );
    }

    #[test]
    fn the_list_of_later_rules_only_shrinks() {
        let files = [file("src/a.rs", "// INV 1, INV 5"), file("tests/a.rs", "// INV 1")];
        assert_eq!(not_later(&files, &["INV 1", "INV 5", "INV 8"]).len(), 2);
    }

    #[test]
    fn a_book_with_a_moved_number_is_found() {
        let numbers = |count: usize| (1..=count).map(|n| format!("{n}. x\n")).collect::<String>();
        let text: String = SECTIONS
            .iter()
            .map(|(name, count)| format!("## {name} – x\n{}", numbers(*count)))
            .collect();
        assert_eq!(book(&[file(BOOK, &text)]).len(), 0);
        assert_eq!(
            book(&[file(BOOK, &text.replace("## SUP – x\n1.", "## SUP – x\n2."))]).len(),
            1
        );
        assert_eq!(book(&[file(BOOK, &text.replacen("1. x", "1) x", 1))]).len(), 1);
        assert_eq!(book(&[file(BOOK, &format!("{text}## Words\n1. x"))]).len(), 0);
        assert_eq!(book(&[]).len(), 1);
    }

    #[test]
    fn unknown_rules_and_unnumbered_tests_are_found() {
        assert_eq!(
            unknown(&[file("src/a.rs", "// CHG 13, CHG 14, SUP 2, ACC of all")]).len(),
            2
        );
        let tests = "#[test]\nfn chg_3_rounds() {}\n#[test]\n#[ignore]\nfn chg_14_x() {}\nfn helper() {}";
        assert_eq!(
            unnumbered(&[file("crates/licensing/tests/licensing/rules/chg.rs", tests)]).len(),
            1
        );
    }
}
