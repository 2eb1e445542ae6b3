//! Reading and writing: every message names the file.

use licensing::Catalogue;
use licensing::text::letters::decoded;
use std::io::{Read, Write};
use std::path::Path;

/// Answers on standard output; a reader that has gone away is told of, not a panic.
pub fn say(answer: &str) -> Result<(), String> {
    writeln!(std::io::stdout(), "{answer}").map_err(|error| format!("standard output: {error}"))
}

/// Answers in JSON.
pub fn say_json(answer: &serde_json::Value) -> Result<(), String> {
    say(&serde_json::to_string_pretty(answer).map_err(|error| error.to_string())?)
}

/// A file's text, without the mark that some programs put before it; `-` is standard input.
pub fn read(file: &Path) -> Result<String, String> {
    let bytes = read_at_most(file, u64::MAX)?;
    let problem = "is no text in UTF-8, nor in UTF-16 with its mark: save it as UTF-8";
    decoded(&bytes).ok_or_else(|| about(file, &problem))
}

/// The first bytes of a file; `-` is standard input.
pub fn read_at_most(file: &Path, limit: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = if file.as_os_str() == "-" {
        std::io::stdin().take(limit).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|open| open.take(limit).read_to_end(&mut bytes))
    };
    read.map(|_| bytes).map_err(|error| about(file, &error))
}

/// A checked catalogue; every fault is told.
pub fn catalogue(file: &Path) -> Result<Catalogue, String> {
    Catalogue::from_json(&read(file)?).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(|fault| about(file, fault)).collect();
        lines.join("\nlicensing: ")
    })
}

/// Writes a file whole or not at all: whoever serves the folder never sees half of it.
pub fn replace(file: &Path, text: &str) -> Result<(), String> {
    let mut part = file.as_os_str().to_owned();
    part.push(".part");
    std::fs::write(&part, text)
        .and_then(|()| std::fs::rename(&part, file))
        .map_err(|error| about(file, &error))
}

/// What is wrong with a file.
pub fn about(file: &Path, problem: &dyn std::fmt::Display) -> String {
    let shown = if file.as_os_str() == "-" {
        "standard input".into()
    } else {
        file.display().to_string()
    };
    format!("{shown}: {problem}")
}
