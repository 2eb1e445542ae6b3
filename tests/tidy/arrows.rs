//! Who may use whom, and which module files are part of the program.

use super::source::{File, Finding, code, find, is_word, production};

/// The rooms of the page and of `exchange`, and what each may name: rooms beside it, and crates. Cargo keeps the arrows
/// between the other crates. `main.rs` and `lib.rs` put the program together and may name all.
const ARROWS: &[(&str, &[&str])] = &[
    ("exchange/journal", &[]),
    ("exchange/unexpected_answer", &[]),
    ("exchange/retry", &[]),
    ("exchange/directory", &["exchange/unexpected_answer"]),
    (
        "exchange/host",
        &[
            "exchange/journal",
            "exchange/directory",
            "exchange/retry",
            "exchange/unexpected_answer",
        ],
    ),
    ("exchange/vendor", &["exchange/retry", "exchange/unexpected_answer"]),
    // What only a browser or a host has. It writes dates and sums as view wants (view::Format).
    ("adapters", &["exchange", "licensing", "view"]),
    ("store", &["exchange", "licensing", "adapters"]),
    ("components", &[]),
    ("pages", &["components", "view", "store", "app"]),
    ("app", &["components", "view", "exchange", "store", "pages"]),
    // The demonstration wraps the product. Nothing else knows the sample organizations.
    (
        "demo",
        &[
            "adapters",
            "app",
            "components",
            "exchange",
            "licensing",
            "sample",
            "store",
            "view",
        ],
    ),
];

/// The crates that the page's rooms may or may not name.
const CRATES: &[&str] = &["documents", "exchange", "licensing", "sample", "view"];

/// Crates that are compiled without a browser, and what they must not name.
const PURE: &[&str] = &["licensing", "documents", "view", "exchange", "sample"];
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
    "TcpStream",
    "std::process",
    "std::thread",
    "println!",
    "eprintln!",
];

/// The crate of a source file in `crates/`, and where it lies in its `src/`.
fn in_crate(path: &str) -> Option<(&str, &str)> {
    path.strip_prefix("crates/")?.split_once("/src/")
}

/// The room of a source file: the crate's name (in `exchange` with its room), or the page's room.
pub fn room(path: &str) -> Option<String> {
    let first = |inner: &str| {
        let name = inner.split('/').next().unwrap_or(inner);
        name.strip_suffix(".rs").unwrap_or(name).to_owned()
    };
    let root = |room: &String| matches!(room.as_str(), "lib" | "main");
    match in_crate(path) {
        Some(("exchange", inner)) => Some(first(inner))
            .filter(|it| !root(it))
            .map(|it| format!("exchange/{it}")),
        Some((name, _)) => Some(name.to_owned()),
        None => Some(first(path.strip_prefix("src/")?)).filter(|it| !root(it)),
    }
}

/// The crate of a room, for those that are crates.
pub fn crate_of(room: &str) -> &str {
    room.split('/').next().unwrap_or(room)
}

/// Names of rooms where no arrow leads, and of browser or system where the code is pure.
pub fn arrows(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.path.ends_with(".rs")) {
        let Some(room) = room(&file.path) else { continue };
        let code = production(&file.text);
        for name in IMPURE.iter().filter(|_| PURE.contains(&crate_of(&room))) {
            for offset in find(&code, name) {
                let what = format!("{room} is pure and must not name {name}: that belongs to an adapter or a page");
                findings.push(Finding::at(file, offset, what));
            }
        }
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == room) else {
            if in_crate(&file.path).is_none() {
                let what = format!("`{room}` is no room: move it, or add it to ARROWS");
                findings.push(Finding::of(&file.path, what));
            }
            continue;
        };
        for (offset, target) in named(&code, &file.path, &room) {
            let is_known = CRATES.contains(&target.as_str()) || ARROWS.iter().any(|(name, _)| *name == target);
            if target == "*" || (is_known && target != room && !allowed.contains(&target.as_str())) {
                let list = if allowed.is_empty() {
                    "nothing of ours".into()
                } else {
                    allowed.join(", ")
                };
                let what = format!("{room} names {target}, but may name {list}: ask one of those for it");
                findings.push(Finding::at(file, offset, what));
            }
        }
    }
    findings
}

/// The rooms that a file names, and for the page the crates.
fn named(code: &str, path: &str, room: &str) -> Vec<(usize, String)> {
    let is_exchange = crate_of(room) == "exchange";
    let beside = |name: String| match name.as_str() {
        "*" => name,
        _ if is_exchange => format!("exchange/{name}"),
        _ => name,
    };
    let rooms = crate_names(code, path).into_iter().map(|(at, name)| (at, beside(name)));
    // A module of the same name stands behind another name or behind nothing of the kind.
    let from_outside = |at: usize| !code[..at].ends_with("::");
    let crates = CRATES.iter().filter(|_| !is_exchange).flat_map(|name| {
        let places = find(code, &format!("{name}::")).into_iter();
        places.filter(|at| from_outside(*at)).map(|at| (at, (*name).to_owned()))
    });
    rooms.chain(crates).collect()
}

/// The first name of every path that starts at the crate's root: `crate::a`, `crate::{a, b}`, `super::super::a`.
fn crate_names(code: &str, path: &str) -> Vec<(usize, String)> {
    let mut names = Vec::new();
    for offset in find(code, "crate::") {
        let rest = &code[offset + "crate::".len()..];
        names.extend(first_names(rest).into_iter().map(|name| (offset, name)));
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

/// How many modules below the crate's root a file stands: 1 for `src/a.rs` and `src/a/mod.rs`, 2 for `src/a/b.rs`.
fn depth(path: &str) -> usize {
    let inner = in_crate(path).map_or_else(|| path.trim_start_matches("src/"), |(_, inner)| inner);
    inner.trim_end_matches("/mod.rs").matches('/').count() + 1
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
    // What tests share, named by its path from the root of a group of tests.
    let is_shared = |path: &str| {
        let attribute = format!("#[path = \"../../../../{path}\"]");
        files
            .iter()
            .any(|file| file.path.contains("/tests/") && file.text.contains(&attribute))
    };
    let is_root = |path: &str| {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        path.ends_with("/lib.rs") || path.ends_with("/main.rs") || folder.ends_with("src/bin")
    };
    let modules = files
        .iter()
        .filter(|file| file.path.ends_with(".rs") && !is_root(&file.path));
    let is_orphan = |file: &&File| {
        let module = file.path.trim_end_matches(".rs").trim_end_matches("/mod");
        let Some((folder, name)) = module.rsplit_once('/') else {
            return false;
        };
        let parents = ["/mod.rs", ".rs", "/lib.rs", "/main.rs"].map(|end| format!("{folder}{end}"));
        !is_shared(&file.path) && !parents.iter().any(|parent| declares(parent, name))
    };
    let finding = |file: &File| {
        let name = file.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs");
        Finding::of(
            &file.path,
            format!("nobody declares `mod {name};`: declare or delete the file"),
        )
    };
    modules.filter(is_orphan).map(finding).collect()
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
                "crates/exchange/src/journal/a.rs",
                "use licensing::Role;\nuse crate::{directory::Source, vendor::{self, Store}};\nuse web_sys::Window;",
            ),
            (
                "crates/exchange/src/host/b.rs",
                "use crate::journal::Journal;\nuse crate::vendor::attempt;",
            ),
            (
                "src/pages/b.rs",
                "fn f() { licensing::decide() }\nuse view::b::Model;\nuse crate::adapters::Where;",
            ),
            (
                "src/components/c.rs",
                "// view::words\nuse view::words;\nuse super::super::pages;\nuse super::button;",
            ),
            (
                "crates/licensing/src/d.rs",
                "use crate::e;\n#[cfg(test)] mod tests { use std::fs; }",
            ),
            (
                "crates/licensing/src/e/f.rs",
                "use super::super::plan;\nuse leptos::prelude::*;\nuse std::fs;",
            ),
            (
                "src/store.rs",
                "use crate::{adapters, app};\nuse crate::pages::b;\nuse super::pages;\nuse crate::*;",
            ),
            ("src/attic.rs", ""),
            ("src/main.rs", "use crate::pages;"),
            ("crates/cli/src/files.rs", "use std::fs;"),
        ]);
        assert_eq!(
            places(&arrows(&bad)),
            [
                "crates/exchange/src/journal/a.rs:3",
                "crates/exchange/src/journal/a.rs:2",
                "crates/exchange/src/journal/a.rs:2",
                "crates/exchange/src/host/b.rs:2",
                "src/pages/b.rs:3",
                "src/pages/b.rs:1",
                "src/components/c.rs:3",
                "src/components/c.rs:2",
                "crates/licensing/src/e/f.rs:2",
                "crates/licensing/src/e/f.rs:3",
                "src/store.rs:1",
                "src/store.rs:2",
                "src/store.rs:4",
                "src/store.rs:3",
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
                "crates/view/tests/view/main.rs",
                "#[path = \"../../../../tests/support/a.rs\"] mod a;\nmod people;",
            ),
            ("tests/support/a.rs", ""),
            ("tests/support/b.rs", ""),
            ("crates/view/tests/view/people.rs", ""),
            ("crates/view/src/lib.rs", "mod words;"),
            ("crates/view/src/words.rs", ""),
            ("crates/pdf/src/bin/paper.rs", ""),
        ]);
        assert_eq!(
            places(&orphans(&some)),
            ["src/view/stray.rs:1", "src/lost.rs:1", "tests/support/b.rs:1"]
        );
    }
}
