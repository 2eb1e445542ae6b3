//! Documents and scripts: documented commands, and nothing that exists on only one computer.

use super::source::{File, Finding, is_word};

/// Finds commands of `./dev` that the README does not mention, and every `./dev …` in documents that does not exist.
pub fn commands(files: &[File]) -> Vec<Finding> {
    let text = |path: &str| {
        files
            .iter()
            .find(|file| file.path == path)
            .map(|file| file.text.as_str())
    };
    let (Some(script), Some(readme)) = (text("dev"), text("README.md")) else {
        return vec![Finding::of(
            "README.md",
            "README.md and ./dev belong together, and one is missing",
        )];
    };
    let known = cases(script);
    let mut findings = Vec::new();
    if known.is_empty() {
        findings.push(Finding::of(
            "dev",
            "no command found: write them as cases, one `name)` a line",
        ));
    }
    for command in known
        .iter()
        .filter(|command| !named(readme).iter().any(|(_, name)| name == *command))
    {
        findings.push(Finding::of(
            "README.md",
            format!("does not name `./dev {command}`: say what it is for"),
        ));
    }
    for file in files.iter().filter(|file| file.path.ends_with(".md")) {
        for (at, name) in named(&file.text).into_iter().filter(|(_, name)| !known.contains(name)) {
            findings.push(Finding::at(
                file,
                at,
                format!("names `./dev {name}`, which ./dev does not know"),
            ));
        }
    }
    findings
}

/// The commands of the script: the words before `)` in its main `case`.
fn cases(script: &str) -> Vec<String> {
    let name =
        |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') && !word.starts_with('-');
    let labels = |line: &str| -> Vec<String> {
        let label = line.trim_start().split_once(')').map_or("", |(label, _)| label);
        label
            .split('|')
            .map(str::trim)
            .filter(|word| !word.is_empty() && name(word))
            .map(str::to_owned)
            .collect()
    };
    // The main `case` is the last one at the start of a line.
    let Some(block) = script.rfind("\ncase ").map(|at| &script[at + 1..]) else {
        return Vec::new();
    };
    let block = &block[..block.find("\nesac").unwrap_or(block.len())];
    block.lines().skip(1).flat_map(labels).collect()
}

/// Every `./dev name` in a text.
fn named(text: &str) -> Vec<(usize, String)> {
    let mut names = Vec::new();
    for (at, call) in text.match_indices("./dev ") {
        let rest = &text[at + call.len()..];
        let end = rest
            .bytes()
            .position(|byte| !is_word(byte) && byte != b'-')
            .unwrap_or(rest.len());
        names.extend((end > 0).then(|| (at, rest[..end].to_owned())));
    }
    names
}

/// Places that exist on only one computer. They are split, so that this file does not contain them itself.
const STRAY: &[&str] = &[
    concat!("../", "shared"),
    concat!("../", ".library"),
    concat!("/", "work/"),
    concat!("/", "root/"),
    concat!("/", "home/"),
];

/// The permitted package sources. A lock file with another host was written behind a mirror.
const SOURCES: &[(&str, &str, &str)] = &[
    (
        "Cargo.lock",
        "source = \"",
        "registry+https://github.com/rust-lang/crates.io-index\"",
    ),
    ("package-lock.json", "\"resolved\": \"", "https://registry.npmjs.org/"),
];

/// Finds paths and hosts that other people do not have.
pub fn strays(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        for needle in STRAY {
            let whole = |at: &usize| !file.text[..*at].bytes().next_back().is_some_and(is_word);
            let places = file.text.match_indices(needle).map(|(at, _)| at).filter(whole);
            findings.extend(places.map(|at| Finding::at(file, at, format!("`{needle}` only exists on one machine"))));
        }
        let name = file.path.rsplit('/').next().unwrap_or_default();
        for (_, key, host) in SOURCES.iter().filter(|(lock, _, _)| *lock == name) {
            let other = |at: &usize| !file.text[at + key.len()..].starts_with(host);
            let places = file.text.match_indices(key).map(|(at, _)| at).filter(other);
            findings.extend(
                places.map(|at| Finding::at(file, at, "a package from elsewhere: lock it from the public registry")),
            );
        }
        let redirects = (name == ".npmrc" && file.text.lines().any(|line| line.contains("registry=http")))
            || (file.path.starts_with(".cargo/") && file.text.contains("replace-with"));
        if redirects {
            findings.push(Finding::of(
                &file.path,
                "redirects a registry: that is for the machine, not for the project",
            ));
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
    fn commands_and_their_papers_are_compared() {
        let script = "x=${1:-}\ncase \"$x\" in a) ;; esac\ncase \"${1:-help}\" in\n  run) serve ;;\n  test | check) # both\n    (cd a)\n    ;;\n  -h | *) help ;;\nesac\n";
        assert_eq!(cases(script), ["run", "test", "check"]);
        let files = [
            file("dev", script),
            file("README.md", "`./dev run`, ./dev check."),
            file("docs/a.md", "./dev fly"),
        ];
        let said: Vec<_> = commands(&files).iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 2);
        assert!(said[0].contains("`./dev test`") && said[1].starts_with("docs/a.md:1"));
        assert_eq!(commands(&[]).len(), 1);
        assert_eq!(commands(&[file("dev", "run"), file("README.md", "")]).len(), 1);
    }

    #[test]
    fn what_only_one_machine_has_is_found() {
        let text = format!("see {} and {}x, not network/{}", STRAY[0], STRAY[2], "a");
        assert_eq!(strays(&[file("docs/a.md", &text)]).len(), 2);
        let lock =
            "source = \"registry+https://github.com/rust-lang/crates.io-index\"\nsource = \"registry+https://x/\"";
        assert_eq!(
            strays(&[file("Cargo.lock", lock), file("docs/Cargo.md", lock)]).len(),
            1
        );
        let lock = "\"resolved\": \"https://registry.npmjs.org/a\",\n\"resolved\": \"http://localhost/b\"";
        assert_eq!(strays(&[file("tests/e2e/package-lock.json", lock)]).len(), 1);
        assert_eq!(
            strays(&[
                file(".npmrc", "a=b\nregistry=https://x/"),
                file(".npmrc", "a-registry-b=true")
            ])
            .len(),
            1
        );
    }
}
