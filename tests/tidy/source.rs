//! Reads the source as text: the files of the project, and Rust without its comments, strings, and tests.

use std::fmt;
use std::ops::Range;
use std::path::Path;

/// A text file of the project.
pub struct File {
    /// The path relative to the project, with `/`.
    pub path: String,
    /// Its contents.
    pub text: String,
}

/// A violation of a house rule.
pub struct Finding {
    place: String,
    message: String,
}

impl Finding {
    /// A finding at byte `offset` of `file`: what is wrong, and what to do.
    pub fn at(file: &File, offset: usize, message: impl Into<String>) -> Self {
        Self {
            place: format!("{}:{}", file.path, line_number(&file.text, offset)),
            message: message.into(),
        }
    }

    /// A finding about `path` as a whole.
    pub fn of(path: &str, message: impl Into<String>) -> Self {
        Self {
            place: format!("{path}:1"),
            message: message.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// Directories without sources of the project.
const SKIPPED: &[&str] = &[".git", "target", "dist", "node_modules", ".tools", "out"];

/// The extensions of text files. Files without an extension are read, too.
const TEXT: &[&str] = &[
    "rs", "md", "toml", "lock", "js", "mjs", "ts", "css", "html", "json", "jsonl", "sh", "yml", "yaml", "svg", "py",
];

/// Every text file below `root`, sorted by path.
pub fn project(root: &Path) -> Vec<File> {
    let mut files = Vec::new();
    walk(root, root, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<File>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        // In a worktree, `.git` is a file.
        if SKIPPED.contains(&name.as_str()) {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            walk(root, &path, files);
        } else if path
            .extension()
            .is_none_or(|ext| TEXT.iter().any(|known| ext == *known))
        {
            // A file that is not UTF-8 is not text. A file may also have been deleted in the meantime.
            if let Ok(text) = std::fs::read_to_string(&path) {
                let path = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                files.push(File { path, text });
            }
        }
    }
}

/// The line of a byte offset, from 1.
pub fn line_number(text: &str, offset: usize) -> usize {
    text.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count() + 1
}

/// Rust with every comment and the content of every literal blanked. Byte offsets do not change.
pub fn code(text: &str) -> String {
    let mut out = text.as_bytes().to_vec();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = comment(rest).or_else(|| literal(rest, text[..at].bytes().next_back()));
        match length {
            Some(length) => {
                for byte in &mut out[at..at + length] {
                    if *byte != b'\n' {
                        *byte = b' ';
                    }
                }
                at += length;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    String::from_utf8(out).unwrap()
}

/// The length of the comment at the start of `rest`.
fn comment(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if !rest.starts_with("/*") {
        return None;
    }
    let (mut depth, mut at) = (0_u32, 0);
    while at < rest.len() {
        match &rest.as_bytes()[at..rest.len().min(at + 2)] {
            b"/*" => (depth, at) = (depth + 1, at + 2),
            b"*/" => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    Some(at)
}

/// The length of the string or character at the start of `rest`. `before` is the byte before it.
fn literal(rest: &str, before: Option<u8>) -> Option<usize> {
    let bytes = rest.as_bytes();
    if bytes[0] == b'"' {
        return Some(until_quote(bytes, b'"'));
    }
    if bytes[0] == b'\'' {
        let next = rest[1..].chars().next()?;
        let closed = rest[1 + next.len_utf8()..].starts_with('\'');
        return match next {
            '\\' => Some(until_quote(bytes, b'\'')),
            _ if closed => Some(next.len_utf8() + 2),
            _ => None, // a lifetime
        };
    }
    if bytes[0] == b'r' && !before.is_some_and(|byte| is_word(byte) && byte != b'b') {
        let hashes = rest[1..].bytes().take_while(|byte| *byte == b'#').count();
        if rest[1 + hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let body = 2 + hashes;
            return Some(
                rest[body..]
                    .find(&end)
                    .map_or(rest.len(), |found| body + found + end.len()),
            );
        }
    }
    None
}

fn until_quote(bytes: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < bytes.len() && bytes[at] != quote {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(bytes.len())
}

/// The parts of `code` (already blanked) that are compiled only for tests.
pub fn test_parts(code: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for (start, _) in code.match_indices("#[cfg(") {
        let attribute = &code[start..start + span(&code[start..], '[', ']')];
        let inside_another = parts.last().is_some_and(|part| start < part.end);
        if inside_another || find(attribute, "test").is_empty() || attribute.contains("not(test)") {
            continue;
        }
        let item = start + attribute.len();
        let end = match code[item..].find(['{', ';']) {
            Some(stop) if code[item + stop..].starts_with('{') => item + span(&code[item..], '{', '}'),
            Some(stop) => item + stop + 1,
            None => code.len(),
        };
        parts.push(start..end);
    }
    parts
}

/// The length up to the bracket that closes the first `open` in `text`.
fn span(text: &str, open: char, close: char) -> usize {
    let mut depth = 0_u32;
    for (at, letter) in text.char_indices() {
        if letter == open {
            depth += 1;
        } else if letter == close && depth > 0 {
            depth -= 1;
            if depth == 0 {
                return at + 1;
            }
        }
    }
    text.len()
}

/// `text` with the given parts blanked, or with everything else blanked if `keep` is true.
pub fn mask(text: &str, parts: &[Range<usize>], keep: bool) -> String {
    let inside = |at: usize| parts.iter().any(|part| part.contains(&at));
    text.char_indices()
        .map(|(at, c)| if c == '\n' || inside(at) == keep { c } else { ' ' })
        .collect()
}

/// Rust that is compiled into the program: without comments, literals, and tests. Byte offsets do not change.
pub fn production(text: &str) -> String {
    let mut code = code(text).into_bytes();
    for part in test_parts(std::str::from_utf8(&code).unwrap()) {
        for byte in &mut code[part] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    String::from_utf8(code).unwrap()
}

/// The byte offsets at which `needle` occurs in `text` as a whole word.
pub fn find(text: &str, needle: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let edge = |inner: u8, outer: Option<&u8>| !is_word(inner) || !outer.is_some_and(|byte| is_word(*byte));
    let (first, last) = (needle.as_bytes()[0], needle.as_bytes()[needle.len() - 1]);
    text.match_indices(needle)
        .map(|(at, _)| at)
        .filter(|at| edge(first, at.checked_sub(1).and_then(|before| bytes.get(before))))
        .filter(|at| edge(last, bytes.get(at + needle.len())))
        .collect()
}

/// Whether a byte can be part of an identifier.
pub fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[test]
fn comments_and_literals_are_blanked_and_offsets_kept() {
    let text = "a /* x /* y */ z */ b \"q\\\"r\" c 'd' e<'f> r#\"g\"h\"# '\\'' i // j – é\nk";
    let code = code(text);
    assert_eq!(code.len(), text.len());
    assert_eq!(
        code.split_whitespace().collect::<Vec<_>>(),
        ["a", "b", "c", "e<'f>", "i", "k"]
    );
    assert_eq!(line_number(text, text.len() - 1), 2);
}

#[test]
fn test_parts_are_what_cfg_test_guards() {
    let text = "fn a() {}\n#[cfg(test)]\nmod tests { fn b() { c() } }\nfn d() {}\n#[cfg(not(test))] fn e() {}\n\
                #[cfg(test)] use f;\n#[cfg(feature = \"g\")] fn h() { i() }";
    let kept = production(text);
    let names = |c: char| find(&kept, &c.to_string()).len();
    assert_eq!(
        "abcdefhi".chars().map(names).collect::<Vec<_>>(),
        [1, 0, 0, 1, 1, 0, 1, 1]
    );
    assert_eq!(
        mask(text, &test_parts(&code(text)), true).split_whitespace().next(),
        Some("#[cfg(test)]")
    );
}

#[test]
fn words_are_found_whole() {
    assert_eq!(find("f32 xf32 f320 (f32)", "f32"), [0, 15]);
    assert_eq!(find("a.unwrap() b.unwrap_or()", ".unwrap()"), [1]);
}

#[test]
fn findings_say_file_line_and_what() {
    let file = File {
        path: "src/a.rs".into(),
        text: "x\ny".into(),
    };
    assert_eq!(Finding::at(&file, 2, "no y").to_string(), "src/a.rs:2: no y");
}
