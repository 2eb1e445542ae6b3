//! `licensing`: the rules on the command line. Answers go to standard output, everything else to standard error.
//! Exit codes: 0 done, 1 a journal that differs or a certificate that is not valid, 2 unusable input.

mod bench;
mod clock;
mod documents;
mod files;
mod inspect;
mod issue;
mod kept;
mod keys;
mod list;
mod named_users;
mod orders;

use clap::{Parser, Subcommand};
use files::{read, say};
use licensing::Date;
use licensing::json::duplicate_key;
use licensing::json::read::from_value;
use licensing::ledger::verify::{VerifyError, verify};
use licensing::scenario::Scenario;
use licensing::scenario::replay::run;
use licensing::value::instance::InstanceId;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The licensing rules on the command line.
#[derive(Parser)]
#[command(
    name = "licensing",
    version,
    arg_required_else_help = true,
    args_conflicts_with_subcommands = true
)]
struct Cli {
    /// Print the licenses of everything that the program is made of
    #[arg(long)]
    licenses: bool,
    #[command(subcommand)]
    action: Option<Action>,
}

/// What everything that is shipped is made of, and under which licenses.
const NOTICES: &str = include_str!("../../../assets/third-party-notices.txt");

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
    /// Check a catalogue: every fault is told with its place
    Catalogue {
        /// The catalogue; `-` reads standard input
        file: PathBuf,
    },
    /// Make a key that signs certificates; prints what belongs into activation.keys of the catalogue
    Keygen {
        /// The new file for the private key
        file: PathBuf,
        /// The id of the key; without it, it gets one of itself
        #[arg(long)]
        kid: Option<String>,
    },
    /// Make the order file of an exported journal
    Order(orders::Make),
    /// Decide an order again and say what it comes to: the plan, the licenses and the term, or that it is Free
    ReadOrder(orders::Told),
    /// Issue certificates into a folder, each as {subscription ID}.lic
    Issue(Box<issue::Issue>),
    /// Say what a certificate grants, or which check it fails
    Inspect {
        /// The certificate; `-` reads standard input
        file: PathBuf,
        /// The catalogue, which names product and keys
        #[arg(long, value_name = "FILE")]
        catalogue: PathBuf,
        /// The instance on which it is to be used
        #[arg(long, value_name = "ID", value_parser = list::instance)]
        instance: Option<InstanceId>,
        /// The day; without it, today
        #[arg(long, value_name = "DATE", value_parser = clock::day)]
        on: Option<Date>,
    },
    /// Take a key out of the catalogue, so that nothing it has signed is accepted any more
    RevokeKey {
        /// The id of the key
        kid: String,
        /// The catalogue; it is changed
        #[arg(long, value_name = "FILE")]
        catalogue: PathBuf,
        /// A folder of certificates: tells which of them have to be issued again
        #[arg(long, value_name = "DIR")]
        issued: Option<PathBuf>,
    },
    /// Count the people of exported lists of User Management, each once
    NamedUsers {
        /// The lists, CSV
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Replay random commands and print how long it took
    Bench {
        /// How many commands
        #[arg(long, default_value_t = 100_000)]
        commands: u32,
    },
}

fn main() -> ExitCode {
    // Without an action there is only `--licenses`: clap sees to it.
    let outcome = Cli::parse()
        .action
        .map_or_else(|| say(NOTICES.trim_end()).map(done), act);
    outcome.unwrap_or_else(|problem| {
        eprintln!("licensing: {problem}");
        ExitCode::from(2)
    })
}

fn act(action: Action) -> Result<ExitCode, String> {
    match action {
        Action::Replay { file, documents } => run_replay(&file, documents.as_deref()),
        Action::Verify { file } => run_verify(&file),
        Action::Catalogue { file } => check_catalogue(&file).map(done),
        Action::Keygen { file, kid } => keys::keygen(&file, kid.as_deref()).map(done),
        Action::Order(asked) => orders::make(&asked).map(done),
        Action::ReadOrder(asked) => orders::tell(&asked).map(done),
        Action::Issue(issue) => issue::run(&issue).map(done),
        Action::Inspect {
            file,
            catalogue,
            instance,
            on,
        } => inspect::run(&file, &catalogue, instance.as_ref(), on).map(|valid| ExitCode::from(u8::from(!valid))),
        Action::RevokeKey { kid, catalogue, issued } => keys::revoke(&kid, &catalogue, issued.as_deref()).map(done),
        Action::NamedUsers { files } => named_users::run(&files).map(done),
        Action::Bench { commands } => bench::run(commands),
    }
}

fn done((): ()) -> ExitCode {
    ExitCode::SUCCESS
}

fn run_replay(file: &Path, folder: Option<&Path>) -> Result<ExitCode, String> {
    let text = read(file)?;
    let shown = file.display();
    duplicate_key::check(&text).map_err(|found| format!("{shown}: {found}"))?;
    let value: Value = serde_json::from_str(&text).map_err(|error| format!("{shown}: {error}"))?;
    let scenario: Scenario = from_value(&value).map_err(|error| format!("{shown}: {error}"))?;
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

fn check_catalogue(file: &Path) -> Result<(), String> {
    let catalogue = files::catalogue(file)?;
    let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
    say(&format!(
        "valid: {}, {}, {}, prices in {}",
        count(catalogue.plans.len(), "plan"),
        count(catalogue.price_lists.iter().count(), "price list"),
        count(catalogue.tax_rates.len(), "tax rate"),
        catalogue.currency
    ))
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
        Err(VerifyError::Differs(damage)) => {
            say(&format!("differs: {damage}"))?;
            Ok(ExitCode::from(1))
        }
        Err(VerifyError::Unreadable(damage)) => Err(format!("{}: {damage}", file.display())),
    }
}
