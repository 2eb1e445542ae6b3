//! The rooms of the core: each uses only the rooms before it, and its files form no dependency cycles.

use super::source::{File, Finding, find, is_word, production};
use std::collections::{BTreeMap, BTreeSet};

/// The directory of the core.
const CORE: &str = "crates/licensing/src/";

/// The rooms of the core in order. A room uses itself and the rooms before it.
const ROOMS: &[&str] = &[
    "text",
    "json",
    "value",
    "catalogue",
    "directory",
    "seats",
    "billing",
    "subscription",
    "activation",
    "command",
    "event",
    "refusal",
    "account",
    "decide",
    "ledger",
    "scenario",
];

/// The directory of the page.
const PAGE: &str = "src/";

/// For each module, the modules that it uses, with the byte offset of the first mention.
type Uses = BTreeMap<String, BTreeMap<String, usize>>;

/// Finds dependencies against the order of the rooms.
pub fn against_the_order(files: &[File]) -> Vec<Finding> {
    let core = modules(files, CORE);
    let mut findings = Vec::new();
    for (module, file) in &core {
        let Some(room) = place(module) else {
            findings.push(Finding::of(
                &file.path,
                format!("`{module}` is no room: add it to ROOMS"),
            ));
            continue;
        };
        for (used, at) in uses(&core, module, file) {
            let message = match place(&used) {
                Some(other) if other <= room => continue,
                Some(_) => format!("{module} uses {used}, which comes after it: move what it needs, or turn the arrow"),
                None => format!("{module} names something by the root of the crate: name the file that it stands in"),
            };
            findings.push(Finding::at(file, at, message));
        }
    }
    findings
}

/// Finds cycles of files, each with its path.
pub fn circles(files: &[File]) -> Vec<Finding> {
    [CORE, PAGE].iter().flat_map(|root| circles_of(files, root)).collect()
}

fn circles_of(files: &[File], root: &str) -> Vec<Finding> {
    let core = modules(files, root);
    let all: Uses = core
        .iter()
        .map(|(module, file)| (module.clone(), uses(&core, module, file)))
        .collect();
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for module in all.keys() {
        let Some(way) = way_back(&all, module) else { continue };
        let mut members: Vec<&String> = way.iter().collect();
        members.sort();
        if told.insert(format!("{members:?}")) {
            let around = [way.as_slice(), &way[..1]].concat().join(" → ");
            findings.push(Finding::of(&core[module].path, format!("a circle of files: {around}")));
        }
    }
    findings
}

/// The files of the core by module, without the crate root, which only declares the rooms.
fn modules<'a>(files: &'a [File], root: &str) -> BTreeMap<String, &'a File> {
    let module = |file: &File| {
        let inner = file.path.strip_prefix(root)?.strip_suffix(".rs")?;
        let inner = inner.strip_suffix("/mod").unwrap_or(inner);
        (!matches!(inner, "lib" | "main")).then(|| inner.replace('/', "::"))
    };
    files.iter().filter_map(|file| Some((module(file)?, file))).collect()
}

/// The position of a module's room in the order.
fn place(module: &str) -> Option<usize> {
    let room = module.split("::").next();
    ROOMS.iter().position(|it| Some(*it) == room)
}

/// The modules that a file uses. The empty module is the crate root.
fn uses(core: &BTreeMap<String, &File>, module: &str, file: &File) -> BTreeMap<String, usize> {
    let code = production(&file.text);
    let mut found = BTreeMap::new();
    let mut note = |path: &[String], at: usize| {
        let used = (0..=path.len())
            .rev()
            .map(|length| path[..length].join("::"))
            .find(|it| it.is_empty() || core.contains_key(it));
        if let Some(used) = used.filter(|it| it != module) {
            found.entry(used).or_insert(at);
        }
    };
    let own: Vec<String> = module.split("::").map(str::to_owned).collect();
    for at in find(&code, "crate::") {
        paths(&code[at + "crate::".len()..], &[], &mut |path| note(path, at));
    }
    for at in find(&code, "super::")
        .into_iter()
        .filter(|at| !code[..*at].ends_with("super::"))
    {
        let rest = code[at..].trim_start_matches("super::");
        let ups = (code.len() - at - rest.len()) / "super::".len();
        let base = &own[..own.len().saturating_sub(ups)];
        paths(rest, base, &mut |path| note(path, at));
    }
    // A module refers to its own submodules by their names alone.
    let children = core.keys().filter_map(|it| it.strip_prefix(module)?.strip_prefix("::"));
    for child in children.filter(|it| !it.contains("::")) {
        let start = |at: &usize| !code[..*at].ends_with("::");
        for at in find(&code, &format!("{child}::")).into_iter().filter(start) {
            note(&[own.as_slice(), &[child.to_owned()]].concat(), at);
        }
    }
    found
}

/// Every path in a tree such as `a::{b, c::d}`, prefixed with `base`.
fn paths(rest: &str, base: &[String], note: &mut impl FnMut(&[String])) {
    if let Some(group) = rest.strip_prefix('{') {
        let (mut depth, mut start) = (0_u32, 0);
        for (at, letter) in group.char_indices() {
            let ends = depth == 0 && matches!(letter, ',' | '}');
            if ends {
                paths(group[start..at].trim(), base, note);
                start = at + 1;
            }
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => return,
                '}' => depth -= 1,
                _ => {}
            }
        }
        return;
    }
    let end = rest.bytes().position(|byte| !is_word(byte)).unwrap_or(rest.len());
    let path = [base, &[rest[..end].to_owned()]].concat();
    match rest[end..].strip_prefix("::") {
        Some(more) if end > 0 => paths(more, &path, note),
        _ => note(&path),
    }
}

/// The shortest path from a module back to itself, starting with the module.
fn way_back(all: &Uses, module: &str) -> Option<Vec<String>> {
    let mut ways = vec![vec![module.to_owned()]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let last = way.last()?;
            for used in all.get(last).into_iter().flat_map(BTreeMap::keys) {
                if used == module {
                    return Some(way);
                }
                if seen.insert(used.clone()) {
                    longer.push([way.as_slice(), std::slice::from_ref(used)].concat());
                }
            }
        }
        ways = longer;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn core(list: &[(&str, &str)]) -> Vec<File> {
        list.iter()
            .map(|(path, text)| File {
                path: format!("{CORE}{path}"),
                text: (*text).into(),
            })
            .collect()
    }

    fn told(findings: &[Finding]) -> Vec<String> {
        findings.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_arrow_against_the_order_is_found() {
        let files = core(&[
            ("lib.rs", "pub mod value;\npub use value::Money;"),
            ("value/mod.rs", "pub mod money;"),
            (
                "value/money.rs",
                "use crate::Date;\n#[cfg(test)]\nmod tests { use crate::decide::decide; }",
            ),
            (
                "decide/mod.rs",
                "use crate::{value::money::Money, ledger::{self, entry::Record}};",
            ),
            ("ledger/mod.rs", "mod entry;\nfn f() { super::decide::decide() }"),
            ("ledger/entry.rs", "fn f() -> crate::scenario::Answer {}"),
            ("scenario.rs", ""),
            ("attic.rs", ""),
        ]);
        let places: Vec<String> = told(&against_the_order(&files))
            .iter()
            .map(|it| it.split(": ").take(2).collect::<Vec<_>>().join(": "))
            .collect();
        assert_eq!(
            places,
            [
                format!("{CORE}attic.rs:1: `attic` is no room"),
                format!("{CORE}decide/mod.rs:1: decide uses ledger, which comes after it"),
                format!("{CORE}decide/mod.rs:1: decide uses ledger::entry, which comes after it"),
                format!("{CORE}ledger/entry.rs:1: ledger::entry uses scenario, which comes after it"),
                format!("{CORE}value/money.rs:1: value::money names something by the root of the crate"),
            ]
        );
    }

    #[test]
    fn a_circle_of_files_is_found_and_printed() {
        let files = core(&[
            ("value/mod.rs", "pub mod money;\npub mod date;\npub mod term;"),
            ("value/money.rs", "use crate::value::{date::Date, term};"),
            ("value/date.rs", "use super::term::Term;"),
            ("value/term.rs", "fn f() { crate::value::money::zero() }"),
            (
                "decide/mod.rs",
                "mod order;\npub struct Context;\nfn f() { order::buy() }",
            ),
            ("decide/order.rs", "use crate::decide::Context;"),
        ]);
        assert_eq!(
            told(&circles(&files)),
            [
                format!("{CORE}decide/mod.rs:1: a circle of files: decide → decide::order → decide"),
                format!(
                    "{CORE}value/date.rs:1: a circle of files: value::date → value::term → value::money → value::date"
                ),
                format!("{CORE}value/money.rs:1: a circle of files: value::money → value::term → value::money"),
            ]
        );
    }
}
