//! Reads and writes files and standard streams.

use crate::error::{CliError, FileProblem};
use licensing::Catalogue;
use licensing::text::letters::decoded;
use serde::Serialize;
use std::io::{Read, Write};
use std::path::Path;

/// Prints an answer. A closed standard output is an error, not a panic.
pub fn say(answer: &str) -> Result<(), CliError> {
    writeln!(std::io::stdout(), "{answer}").map_err(CliError::Output)
}

/// Prints an answer as JSON.
pub fn say_json(answer: &impl Serialize) -> Result<(), CliError> {
    say(&serde_json::to_string_pretty(answer)?)
}

/// The text of a file, without its byte order mark. `-` is standard input.
pub fn read(file: &Path) -> Result<String, CliError> {
    let bytes = read_at_most(file, u64::MAX)?;
    decoded(&bytes).ok_or_else(|| CliError::file(file, FileProblem::NotText))
}

/// The first `limit` bytes of a file. `-` is standard input.
pub fn read_at_most(file: &Path, limit: u64) -> Result<Vec<u8>, CliError> {
    let mut bytes = Vec::new();
    let read = if file.as_os_str() == "-" {
        std::io::stdin().take(limit).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|open| open.take(limit).read_to_end(&mut bytes))
    };
    read.map(|_| bytes).map_err(|error| CliError::file(file, error))
}

/// Reads and checks a catalog. The error contains everything that is wrong.
pub fn catalogue(file: &Path) -> Result<Catalogue, CliError> {
    Catalogue::from_json(&read(file)?).map_err(|errors| {
        let errors = errors.into_iter().map(|error| CliError::file(file, error));
        CliError::Several(errors.collect())
    })
}

/// Replaces a file atomically, so nobody reads a partial file.
pub fn replace(file: &Path, text: &str) -> Result<(), CliError> {
    let mut part = file.as_os_str().to_owned();
    part.push(".part");
    std::fs::write(&part, text)
        .and_then(|()| std::fs::rename(&part, file))
        .map_err(|error| CliError::file(file, error))
}
