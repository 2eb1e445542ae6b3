//! `licensing`: the rules on the command line. Answers go to standard output, everything else to standard error.
//! Exit codes: 0 done, 1 a journal that differs, 2 unusable input.

mod bench;
mod documents;

use clap::{Parser, Subcommand};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use timetracker_licensing::licensing::replay::run;
use timetracker_licensing::licensing::scenario::Scenario;
use timetracker_licensing::licensing::verify::{Doubt, verify};

/// The licensing rules on the command line.
#[derive(Parser)]
#[command(name = "licensing", version)]
struct Cli {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Decide a scenario step by step and print documents, credit, subscription and roles as JSON
    Replay {
        /// The scenario; `-` reads standard input
        file: PathBuf,
        /// Write every document into this folder, too: PDF, XML and CSV
        #[arg(long, value_name = "DIR")]
        documents: Option<PathBuf>,
    },
    /// Prove an exported journal: decide every booking again and compare
    Verify {
        /// The journal, one JSON object a line; `-` reads standard input
        file: PathBuf,
    },
    /// Replay random commands and print how long it took
    Bench {
        /// How many commands
        #[arg(long, default_value_t = 100_000)]
        commands: u32,
    },
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().action {
        Action::Replay { file, documents } => run_replay(&file, documents.as_deref()),
        Action::Verify { file } => run_verify(&file),
        Action::Bench { commands } => bench::run(commands),
    };
    outcome.unwrap_or_else(|problem| {
        eprintln!("licensing: {problem}");
        ExitCode::from(2)
    })
}

fn run_replay(file: &Path, folder: Option<&Path>) -> Result<ExitCode, String> {
    let text = read(file)?;
    let shown = file.display();
    let mut reader = serde_json::Deserializer::from_str(&text);
    let scenario: Scenario = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| format!("{shown}: {}: {}", error.path(), error.inner()))?;
    reader
        .end()
        .map_err(|error| format!("{shown}: after the scenario: {error}"))?;
    let catalogue = scenario.check().map_err(|problems| {
        let lines: Vec<String> = problems
            .iter()
            .map(|it| format!("{shown}: {}: {}", it.place, it.problem))
            .collect();
        lines.join("\nlicensing: ")
    })?;
    let run = run(&scenario, &catalogue);
    if let Some(folder) = folder {
        documents::write(folder, &run, &catalogue)?;
    }
    let answer = serde_json::to_string_pretty(&run.answer).map_err(|error| error.to_string())?;
    say(&answer)?;
    Ok(ExitCode::SUCCESS)
}

fn run_verify(file: &Path) -> Result<ExitCode, String> {
    let text = read(file)?;
    match verify(text.lines().filter(|line| !line.trim().is_empty())) {
        Ok(proof) => {
            say(&format!(
                "proven: {} bookings, {} booked lines, {} documents, credit balance {}",
                proof.bookings, proof.lines, proof.documents, proof.credit
            ))?;
            Ok(ExitCode::SUCCESS)
        }
        Err(Doubt::Differs(damage)) => {
            say(&format!("differs: {damage}"))?;
            Ok(ExitCode::from(1))
        }
        Err(Doubt::Unreadable(damage)) => Err(format!("{}: {damage}", file.display())),
    }
}

/// Answers on standard output; a reader that has gone away is told of, not a panic.
fn say(answer: &str) -> Result<(), String> {
    writeln!(std::io::stdout(), "{answer}").map_err(|error| format!("standard output: {error}"))
}

fn read(file: &Path) -> Result<String, String> {
    if file.as_os_str() == "-" {
        let mut text = String::new();
        return match std::io::stdin().read_to_string(&mut text) {
            Ok(_) => Ok(text),
            Err(error) => Err(format!("standard input: {error}")),
        };
    }
    std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
