//! Who may use whom, and which module files are part of the program.

use super::source::{File, Finding, code, find, is_word, production};

/// The rooms of `src/` and the rooms each may name. `main.rs` and `lib.rs` put the program together and may name all.
const ARROWS: &[(&str, &[&str])] = &[
    ("licensing", &[]),
    ("csv", &["licensing"]),
    ("documents", &["licensing", "csv"]),
    ("view", &["licensing", "documents", "csv"]),
    ("journal", &["licensing"]),
    ("directory", &["licensing", "csv"]),
    // The browser's way of writing dates and sums keeps the promise that view states (view::Format).
    ("host", &["licensing", "view", "journal", "directory"]),
    ("vendor", &["licensing", "host"]),
    ("store", &["journal", "directory", "host", "licensing", "vendor"]),
    ("dom", &[]),
    ("components", &["dom"]),
    ("pages", &["components", "dom", "view", "store"]),
    ("bin", &["licensing", "documents", "csv"]),
];

/// Rooms that are compiled without a browser, and what they must not name.
const PURE: &[&str] = &["licensing", "documents", "view", "csv"];
const IMPURE: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_net",
    "idb",
    "clap",
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "println!",
    "eprintln!",
];

/// The room of a source file: the first name below `src/`.
pub fn room(path: &str) -> Option<&str> {
    let name = path.strip_prefix("src/")?.split('/').next()?;
    Some(name.strip_suffix(".rs").unwrap_or(name)).filter(|room| !matches!(*room, "lib" | "main"))
}

/// Names of rooms where no arrow leads, and of browser or system where the code is pure.
pub fn arrows(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.path.ends_with(".rs")) {
        let Some(room) = room(&file.path) else { continue };
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == room) else {
            findings.push(Finding::of(
                &file.path,
                format!("`{room}` is no room: move it, or add it to ARROWS"),
            ));
            continue;
        };
        let code = production(&file.text);
        for (offset, target) in crate_names(&code, &file.path) {
            let is_room = ARROWS.iter().any(|(name, _)| *name == target);
            if target == "*" || (is_room && target != room && !allowed.contains(&target.as_str())) {
                let list = if allowed.is_empty() {
                    "nothing of ours".into()
                } else {
                    allowed.join(", ")
                };
                let what = format!("{room} names crate::{target}, but may name {list}: ask one of those for it");
                findings.push(Finding::at(file, offset, what));
            }
        }
        for name in IMPURE.iter().filter(|_| PURE.contains(&room)) {
            for offset in find(&code, name) {
                let what = format!("{room} is pure and must not name {name}: that belongs to an adapter or a page");
                findings.push(Finding::at(file, offset, what));
            }
        }
    }
    findings
}

/// The first name of every path that starts at the crate's root: `crate::a`, `crate::{a, b}`, `super::super::a`.
fn crate_names(code: &str, path: &str) -> Vec<(usize, String)> {
    let mut names = Vec::new();
    for root in ["crate::", "timetracker_licensing::"] {
        for offset in find(code, root) {
            names.extend(
                first_names(&code[offset + root.len()..])
                    .into_iter()
                    .map(|name| (offset, name)),
            );
        }
    }
    for offset in find(code, "super::")
        .into_iter()
        .filter(|at| !code[..*at].ends_with("super::"))
    {
        let rest = code[offset..].trim_start_matches("super::");
        let ups = (code.len() - offset - rest.len()) / "super::".len();
        if ups >= depth(path) {
            names.extend(first_names(rest).into_iter().map(|name| (offset, name)));
        }
    }
    names
}

/// How many modules above the crate's root a file stands: 1 for `src/a.rs` and `src/a/mod.rs`, 2 for `src/a/b.rs`.
fn depth(path: &str) -> usize {
    path.trim_start_matches("src/")
        .trim_end_matches("/mod.rs")
        .matches('/')
        .count()
        + 1
}

/// `a` of `a::b`, or `a` and `c` of `{a::b, c}`.
fn first_names(rest: &str) -> Vec<String> {
    let word = |text: &str| {
        let text = text.trim_start();
        let end = text.bytes().position(|byte| !is_word(byte)).unwrap_or(text.len());
        text[..end.max(usize::from(text.starts_with('*')))].to_owned()
    };
    let Some(group) = rest.strip_prefix('{') else {
        return vec![word(rest)];
    };
    let (mut depth, mut start, mut names) = (1_u32, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if (letter == ',' && depth == 1) || depth == 0 {
            names.push(word(&group[start..at]));
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Files that no `mod` declares, so that nobody compiles them.
pub fn orphans(files: &[File]) -> Vec<Finding> {
    let declares = |parent: &str, name: &str| {
        files
            .iter()
            .any(|file| file.path == parent && !find(&code(&file.text), &format!("mod {name};")).is_empty())
    };
    let by_path = |path: &str| {
        // From the root of a group of tests.
        let attribute = |path: &str| format!("#[path = \"{path}\"]");
        let from_a_group = attribute(&path.replacen("tests/", "../", 1));
        files
            .iter()
            .any(|file| file.path.starts_with("tests/") && file.text.contains(&from_a_group))
    };
    let is_module = |path: &str| {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        match folder {
            "src" => !matches!(name, "lib.rs" | "main.rs"),
            "src/bin" | "tests" | "benches" | "" => false,
            _ => !matches!(name, "lib.rs" | "main.rs"),
        }
    };
    let mut findings = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.path.ends_with(".rs") && is_module(&file.path))
    {
        let module = file.path.trim_end_matches(".rs").trim_end_matches("/mod");
        let Some((folder, name)) = module.rsplit_once('/') else {
            continue;
        };
        let parents = [
            format!("{folder}/mod.rs"),
            format!("{folder}.rs"),
            format!("{folder}/main.rs"),
        ];
        let roots = ["src/lib.rs".to_owned(), "src/main.rs".to_owned()];
        let mut parents = parents.iter().chain(roots.iter().filter(|_| folder == "src"));
        let in_a_test = folder == "tests"
            && files
                .iter()
                .any(|file| file.path.matches('/').count() == 1 && declares(&file.path, name));
        if !in_a_test && !by_path(&file.path) && !parents.any(|parent| declares(parent, name)) {
            findings.push(Finding::of(
                &file.path,
                format!("nobody declares `mod {name};`: declare or delete the file"),
            ));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Vec<File> {
        list.iter()
            .map(|(path, text)| File {
                path: (*path).into(),
                text: (*text).into(),
            })
            .collect()
    }

    fn places(findings: &[Finding]) -> Vec<String> {
        findings
            .iter()
            .map(|finding| finding.to_string().split(": ").next().unwrap().to_owned())
            .collect()
    }

    #[test]
    fn arrows_against_the_stream_are_found() {
        let bad = files(&[
            (
                "src/view/a.rs",
                "use crate::licensing::Role;\nuse crate::{licensing::Plan, store::{self, Store}};",
            ),
            (
                "src/pages/b.rs",
                "fn f() { crate::licensing::decide() }\nuse crate::view::b::Model;",
            ),
            (
                "src/components/c.rs",
                "// crate::view\nuse super::super::view::words;\nuse super::button;",
            ),
            (
                "src/licensing/d.rs",
                "use crate::licensing::e;\n#[cfg(test)] mod tests { use crate::view::x; }",
            ),
            (
                "src/licensing/e/f.rs",
                "use super::super::plan;\nuse leptos::prelude::*;\nuse std::fs;",
            ),
            (
                "src/store.rs",
                "use crate::{journal, host};\nuse crate::pages::b;\nuse super::pages;\nuse crate::*;",
            ),
            (
                "src/bin/x.rs",
                "use timetracker_licensing::licensing::replay;\nuse timetracker_licensing::store::Store;",
            ),
            ("src/attic.rs", ""),
            ("src/main.rs", "use crate::pages;"),
        ]);
        assert_eq!(
            places(&arrows(&bad)),
            [
                "src/view/a.rs:2",
                "src/pages/b.rs:1",
                "src/components/c.rs:2",
                "src/licensing/e/f.rs:2",
                "src/licensing/e/f.rs:3",
                "src/store.rs:2",
                "src/store.rs:4",
                "src/store.rs:3",
                "src/bin/x.rs:2",
                "src/attic.rs:1",
            ]
        );
    }

    #[test]
    fn files_that_nobody_declares_are_found() {
        let some = files(&[
            ("src/lib.rs", "pub mod view;\n// mod lost;"),
            ("src/view/mod.rs", "mod words;"),
            ("src/view/words.rs", "mod inner;"),
            ("src/view/words/inner.rs", ""),
            ("src/view/stray.rs", ""),
            ("src/lost.rs", ""),
            (
                "tests/view/main.rs",
                "#[path = \"../support/a.rs\"] mod a;\nmod people;",
            ),
            ("tests/support/a.rs", ""),
            ("tests/support/b.rs", ""),
            ("tests/view/people.rs", ""),
        ]);
        assert_eq!(
            places(&orphans(&some)),
            ["src/view/stray.rs:1", "src/lost.rs:1", "tests/support/b.rs:1"]
        );
    }
}
