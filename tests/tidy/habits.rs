//! House rules about the text of files.

use super::arrows::{crate_of, room};
use super::source::{File, Finding, code, find, is_word, production};

/// The highest number of lines in a Rust file. Pages should be shorter, because they contain only layout. Tests may be
/// longer, because they list cases.
const LINES: usize = 400;
const PAGE_LINES: usize = 250;
const TEST_LINES: usize = 600;

/// Whether a file is compiled into a program, and not a test.
pub fn is_program(path: &str) -> bool {
    let lies = path.starts_with("src/") || (path.starts_with("crates/") && path.contains("/src/"));
    lies && path.ends_with(".rs")
}

/// Whether a file contains tests of the program. These checks do not count.
pub fn is_test(path: &str) -> bool {
    (path.starts_with("tests/") && !path.starts_with("tests/tidy"))
        || (path.starts_with("crates/") && path.contains("/tests/"))
}

/// The sources of these rooms or crates, or all sources if none is given.
fn rust<'a>(files: &'a [File], rooms: &'a [&str]) -> impl Iterator<Item = &'a File> {
    let is_chosen = |room: String| rooms.contains(&crate_of(&room));
    let chosen = move |file: &&File| rooms.is_empty() || room(&file.path).is_some_and(is_chosen);
    files.iter().filter(|file| is_program(&file.path)).filter(chosen)
}

/// Every whole-word `needle` in the compiled part of the given files, with the reason why it is forbidden.
fn forbid<'a>(files: impl Iterator<Item = &'a File>, needles: &[&str], reason: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        let code = production(&file.text);
        for needle in needles {
            findings.extend(
                find(&code, needle)
                    .into_iter()
                    .map(|at| Finding::at(file, at, format!("`{needle}`: {reason}"))),
            );
        }
    }
    findings
}

/// Finds floats where money and days are computed.
pub fn floats(files: &[File]) -> Vec<Finding> {
    let pure = ["licensing", "documents", "view"];
    let inexact = [
        // This file passes points on a page to the PDF library. Money and days are text by then.
        "crates/documents/src/pdf/canvas.rs",
    ];
    let exact = || rust(files, &pure).filter(|file| !inexact.contains(&file.path.as_str()));
    let mut findings = forbid(
        exact(),
        &["f32", "f64"],
        "money and days are exact: use integers or Decimal",
    );
    for file in exact() {
        let code = production(&file.text);
        let bytes = code.as_bytes();
        for (dot, _) in code.match_indices('.') {
            let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
            let start = bytes[..dot].iter().rposition(|byte| !byte.is_ascii_digit());
            let of_a_name = start.is_some_and(|at| is_word(bytes[at]) || bytes[at] == b'.');
            if digit(dot.checked_sub(1)) && digit(Some(dot + 1)) && !of_a_name {
                findings.push(Finding::at(file, dot, "a float literal: use integers or Decimal"));
            }
        }
    }
    findings
}

/// Finds clocks where the day must be an argument (SUB 7).
pub fn clocks(files: &[File]) -> Vec<Finding> {
    let needles = [
        "Utc::now",
        "Local::now",
        "SystemTime",
        "Instant::now",
        "time::Instant",
        "Date::now",
        "new_0",
    ];
    forbid(
        rust(files, &["licensing", "documents", "view"]),
        &needles,
        "the day is an argument here; only the host knows it",
    )
}

/// Finds calls that end the program.
pub fn panics(files: &[File]) -> Vec<Finding> {
    let needles = [
        ".unwrap()",
        ".expect(",
        "panic!",
        "todo!",
        "unimplemented!",
        "unreachable!",
    ];
    forbid(
        rust(files, &[]),
        &needles,
        "may end the program: return an error, or shape the type so that it cannot be",
    )
}

/// Finds waiting in a page or a component without `components/here.rs`. When the answer arrives, that part of the page
/// may no longer exist.
pub fn waits(files: &[File]) -> Vec<Finding> {
    let here = |file: &&File| file.path != "src/components/here.rs";
    forbid(
        rust(files, &["pages", "components"]).filter(here),
        &["spawn_local"],
        "what it waits for may come when this part of the page is gone: use `Here::after` or `after`",
    )
}

/// Finds files that are too long.
pub fn lengths(files: &[File]) -> Vec<Finding> {
    let ours = |file: &&File| {
        file.path.ends_with(".rs") && ["src/", "crates/", "tests/"].iter().any(|at| file.path.starts_with(at))
    };
    let long = |file: &File| {
        let limit = match () {
            () if file.path.starts_with("src/pages/") => PAGE_LINES,
            () if is_program(&file.path) => LINES,
            () => TEST_LINES,
        };
        let lines = file.text.lines().count();
        (lines > limit).then(|| Finding::of(&file.path, format!("{lines} lines, {limit} at most: split it by noun")))
    };
    files.iter().filter(ours).filter_map(long).collect()
}

/// Finds colors outside `style/tokens.css`.
pub fn colors(files: &[File]) -> Vec<Finding> {
    const NAMED: &[&str] = &[
        "white", "black", "red", "green", "blue", "gray", "grey", "orange", "yellow",
    ];
    const FUNCTIONS: &[&str] = &[
        "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(",
    ];
    let mut findings = Vec::new();
    for file in files {
        let css = file.path.ends_with(".css") && file.path != "style/tokens.css";
        let rust = is_program(&file.path);
        if !css && !rust && file.path != "index.html" {
            continue;
        }
        let text = if css {
            without_css_comments(&file.text)
        } else {
            file.text.clone()
        };
        let mut report = |at: usize, what: &str| {
            let line = text[..at].rsplit('\n').next().unwrap_or_default();
            if !line.contains("theme-color") && !line.contains("//") {
                findings.push(Finding::at(
                    file,
                    at,
                    format!("colour `{what}`: give it a name in style/tokens.css"),
                ));
            }
        };
        for (at, _) in text.match_indices('#') {
            let digits = text[at + 1..].bytes().take_while(u8::is_ascii_hexdigit).count();
            let end = at + 1 + digits;
            let whole = !text[end..]
                .bytes()
                .next()
                .is_some_and(|byte| is_word(byte) || byte == b'-');
            let quoted = css || (text[..at].ends_with('"') && text[end..].starts_with('"'));
            if matches!(digits, 3 | 4 | 6 | 8) && whole && quoted {
                report(at, &text[at..end]);
            }
        }
        for function in FUNCTIONS.iter().filter(|_| !rust) {
            find(&text, function).into_iter().for_each(|at| report(at, function));
        }
        for name in NAMED.iter().filter(|_| css) {
            let value = |at: &usize| {
                let line = text[..*at].rsplit(['\n', '{', ';']).next().unwrap_or_default();
                line.contains(':') && !text[..*at].ends_with('-') && !text[at + name.len()..].starts_with('-')
            };
            find(&text, name)
                .into_iter()
                .filter(value)
                .for_each(|at| report(at, name));
        }
    }
    findings
}

fn without_css_comments(text: &str) -> String {
    let mut out = text.to_owned();
    while let Some(start) = out.find("/*") {
        let end = out[start..].find("*/").map_or(out.len(), |end| start + end + 2);
        let blank: String = out[start..end]
            .bytes()
            .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
            .collect();
        out.replace_range(start..end, &blank);
    }
    out
}

/// Finds what the page's content security policy blocks: inline styles, scripts, and handlers.
pub fn inline(files: &[File]) -> Vec<Finding> {
    let reason = "the page's policy blocks it: use a class, `style:name=`, or a file";
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.path == "index.html") {
        for needle in ["<style", "<script>", " style=", " onclick=", " onload=", "javascript:"] {
            let places = file.text.match_indices(needle);
            findings.extend(places.map(|(at, _)| Finding::at(file, at, format!("`{}`: {reason}", needle.trim()))));
        }
    }
    for file in rust(files, &["pages", "components", "main"]) {
        let places = file.text.match_indices(" style=\"");
        findings.extend(places.map(|(at, _)| Finding::at(file, at, format!("`style=\"`: {reason}"))));
    }
    findings
}

/// Finds tests that wait for a fixed time.
pub fn sleeps(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| is_test(&file.path)) {
        let rust = file.path.ends_with(".rs").then(|| code(&file.text));
        let text = rust.as_ref().unwrap_or(&file.text);
        for needle in ["thread::sleep", "waitForTimeout"] {
            let wait = "waits by the clock: wait for what should happen";
            findings.extend(
                find(text, needle)
                    .into_iter()
                    .map(|at| Finding::at(file, at, format!("`{needle}` {wait}"))),
            );
        }
    }
    findings
}

/// Finds TODO notes that do not say what to do.
pub fn todos(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| !file.path.starts_with("tests/tidy")) {
        for marker in ["TODO", "FIXME"] {
            for at in find(&file.text, marker) {
                let rest = file.text[at + marker.len()..].lines().next().unwrap_or_default();
                if rest.split_whitespace().count() < 4 {
                    findings.push(Finding::at(
                        file,
                        at,
                        format!("{marker} without a sentence: say what and why"),
                    ));
                }
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number of findings of `check` in a file with this text.
    fn found(check: fn(&[File]) -> Vec<Finding>, path: &str, text: &str) -> usize {
        check(&[File {
            path: path.into(),
            text: text.into(),
        }])
        .len()
    }

    #[test]
    fn floats_and_clocks_are_found_where_the_code_is_pure() {
        let text = "fn a(b: f64) { b * 1.5; pair.0.1; 0..5; \"1.5\"; x1.5 } // f32";
        assert_eq!(
            [
                found(floats, "crates/view/src/a.rs", text),
                found(floats, "src/pages/a.rs", text)
            ],
            [2, 0]
        );
        let text = "let now = Utc::now(); let instant = 1; std::time::Instant::now();";
        assert_eq!(
            [
                found(clocks, "crates/licensing/src/a.rs", text),
                found(clocks, "src/adapters/a.rs", text)
            ],
            [3, 0]
        );
    }

    #[test]
    fn panicking_calls_are_found_outside_tests() {
        let text = "a.unwrap(); b.expect(\"c\"); d.unwrap_or(e); // panic!\n#[cfg(test)] mod t { fn f() { todo!() } }";
        assert_eq!(found(panics, "src/a.rs", text), 2);
        assert_eq!(
            found(
                panics,
                "src/a.rs",
                "panic!(); unreachable!(); unimplemented!(); todo!();"
            ),
            4
        );
        assert_eq!(found(panics, "tests/a.rs", text), 0);
    }

    #[test]
    fn waiting_past_its_part_of_a_page_is_found() {
        let text = "use leptos::task::spawn_local; fn f() { spawn_local(async {}) }";
        assert_eq!(found(waits, "src/pages/a.rs", text), 2);
        assert_eq!(found(waits, "src/components/a.rs", text), 2);
        assert_eq!(found(waits, "src/components/here.rs", text), 0);
        assert_eq!(found(waits, "src/store/a.rs", text), 0);
    }

    #[test]
    fn long_files_are_found() {
        let lines = |count: usize| "x\n".repeat(count);
        assert_eq!(found(lengths, "src/a.rs", &lines(LINES)), 0);
        assert_eq!(found(lengths, "tests/a/b.rs", &lines(TEST_LINES + 1)), 1);
        assert_eq!(found(lengths, "src/pages/a.rs", &lines(PAGE_LINES + 1)), 1);
    }

    #[test]
    fn colors_are_found_outside_the_tokens() {
        let css = "/* #fff */ a { color: #0078d4; background: rgb(1 2 3); border: 1px solid white }\n\
                   .red b { color: var(--red-1); white-space: nowrap; fill: currentColor } #face-lift { top: 0 }";
        assert_eq!(
            [
                found(colors, "style/app.css", css),
                found(colors, "style/tokens.css", css)
            ],
            [3, 0]
        );
        let rust = "fill=\"#fff\" href=\"#subscription\" // \"#000\"";
        assert_eq!(found(colors, "src/components/a.rs", rust), 1);
        assert_eq!(
            found(
                colors,
                "index.html",
                "<meta name=\"theme-color\" content=\"#fff\">\n<a fill=\"#fff\">"
            ),
            1
        );
    }

    #[test]
    fn what_the_policy_blocks_is_found() {
        let html = "<script type=\"module\" src=\"boot.js\"></script><script>x</script><p style=\"y\" onclick=\"z\">";
        assert_eq!(found(inline, "index.html", html), 3);
        assert_eq!(found(inline, "src/pages/a.rs", "<p style=\"x\" style:height=y>"), 1);
    }

    #[test]
    fn sleeps_and_empty_notes_are_found() {
        assert_eq!(
            found(sleeps, "tests/a.rs", "std::thread::sleep(x); // thread::sleep"),
            1
        );
        assert_eq!(found(sleeps, "tests/e2e/a.mjs", "await page.waitForTimeout(100)"), 1);
        assert_eq!(
            found(
                todos,
                "src/a.rs",
                "// TODO\n// TODO: say why this is open\n// FIXME later"
            ),
            2
        );
    }
}
