//! `licensing`: the rules on the command line. Results go to standard output, everything else to standard error. Exit
//! codes: 0 means success, 1 that the journal differs or the certificate is not valid, 2 that the input cannot be used.

mod bench;
mod catalogue_history;
mod clock;
mod documents;
mod error;
mod files;
mod inspect_certificate;
mod issue;
mod keys;
mod named_users;
mod orders;
mod subscriptions_csv;
mod values;

use clap::{Parser, Subcommand};
use error::CliError;
use files::{read, say, say_json};
use licensing::json::duplicate_key;
use licensing::json::read::from_value;
use licensing::ledger::verify::{VerifyError, verify};
use licensing::scenario::Scenario;
use licensing::scenario::replay::run;
use licensing::value::instance::InstanceId;
use licensing::{Catalogue, Date};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Work with Timetracker licensing on the command line.
#[derive(Parser)]
#[command(
    name = "licensing",
    version,
    arg_required_else_help = true,
    args_conflicts_with_subcommands = true
)]
struct Cli {
    /// Print the licenses of all included software
    #[arg(long)]
    licenses: bool,
    #[command(subcommand)]
    action: Option<Action>,
}

/// The licenses of all included software.
const NOTICES: &str = include_str!("../../../assets/third-party-notices.txt");

#[derive(Subcommand)]
enum Action {
    /// Run a scenario step by step, and print documents, credit, subscription, and roles as JSON
    Replay {
        /// Scenario file (`-` for standard input)
        file: PathBuf,
        /// Also write every document to this folder as PDF, XML, and CSV
        #[arg(long, value_name = "DIR")]
        documents: Option<PathBuf>,
    },
    /// Verify an exported journal by repeating and comparing every decision
    Verify {
        /// Journal file, one JSON object per line (`-` for standard input)
        file: PathBuf,
    },
    /// Check a catalog, and list every error with its location
    Catalogue {
        /// Catalog file (`-` for standard input)
        file: PathBuf,
    },
    /// Create a key for signing certificates, and print its line for activation.keys in the catalog
    Keygen {
        /// New file for the private key
        file: PathBuf,
        /// Key ID (default: derived from the key)
        #[arg(long)]
        kid: Option<String>,
    },
    /// Create the order file for an exported journal
    Order(orders::OrderArgs),
    /// Check an order, and print its plan, licenses, and term, or that the account is on the Free plan
    ReadOrder(orders::ReadOrderArgs),
    /// Issue certificates to a folder, each as {subscription ID}.lic
    Issue(Box<issue::IssueArgs>),
    /// Show what a certificate includes, or which check it fails
    Inspect {
        /// Certificate file (`-` for standard input)
        file: PathBuf,
        /// Catalog with the product and keys
        #[arg(long, value_name = "FILE")]
        catalogue: PathBuf,
        /// Instance where the certificate will be used
        #[arg(long, value_name = "ID", value_parser = values::instance_id)]
        instance: Option<InstanceId>,
        /// Date (default: today)
        #[arg(long, value_name = "DATE", value_parser = values::day)]
        on: Option<Date>,
    },
    /// Remove a key from the catalog, so that certificates signed with it are no longer accepted
    RevokeKey {
        /// Key ID
        kid: String,
        /// Catalog file to change
        #[arg(long, value_name = "FILE")]
        catalogue: PathBuf,
        /// Folder of certificates: lists the ones that have to be reissued
        #[arg(long, value_name = "DIR")]
        issued: Option<PathBuf>,
    },
    /// Count the people in lists exported from User Management, each person once
    NamedUsers {
        /// CSV lists
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Run random commands, and print how long it took
    Bench {
        /// Number of commands
        #[arg(long, default_value_t = 100_000)]
        commands: u32,
    },
}

fn main() -> ExitCode {
    // If there is no action, `--licenses` was given, because clap requires one of them.
    let outcome = Cli::parse()
        .action
        .map_or_else(|| say(NOTICES.trim_end()).map(done), act);
    outcome.unwrap_or_else(|error| {
        eprintln!("licensing: {error}");
        ExitCode::from(2)
    })
}

fn act(action: Action) -> Result<ExitCode, CliError> {
    match action {
        Action::Replay { file, documents } => run_replay(&file, documents.as_deref()).map(done),
        Action::Verify { file } => run_verify(&file).map(exit_code),
        Action::Catalogue { file } => check_catalogue(&file).map(done),
        Action::Keygen { file, kid } => keys::keygen(&file, kid.as_deref()).map(done),
        Action::Order(args) => orders::write_order(&args).map(done),
        Action::ReadOrder(args) => orders::read_order(&args).map(done),
        Action::Issue(args) => issue::issue(&args).map(done),
        Action::Inspect {
            file,
            catalogue,
            instance,
            on,
        } => inspect_certificate::inspect(&file, &catalogue, instance.as_ref(), on).map(exit_code),
        Action::RevokeKey { kid, catalogue, issued } => keys::revoke(&kid, &catalogue, issued.as_deref()).map(done),
        Action::NamedUsers { files } => named_users::count(&files).map(done),
        Action::Bench { commands } => bench::run(commands).map(done),
    }
}

fn done((): ()) -> ExitCode {
    ExitCode::SUCCESS
}

/// 0 for a valid certificate or a verified journal, otherwise 1.
fn exit_code(is_good: bool) -> ExitCode {
    ExitCode::from(u8::from(!is_good))
}

/// Replays a scenario and prints the result.
fn run_replay(file: &Path, folder: Option<&Path>) -> Result<(), CliError> {
    let text = read(file)?;
    let (scenario, catalogue) = read_scenario(file, &text)?;
    let run = run(&scenario, &catalogue);
    if let Some(folder) = folder {
        documents::write(folder, &run, &catalogue)?;
    }
    say_json(&run.answer)
}

/// Reads a scenario and its catalog. The error contains everything that is wrong.
fn read_scenario(file: &Path, text: &str) -> Result<(Scenario, Catalogue), CliError> {
    duplicate_key::check(text).map_err(|error| CliError::file(file, error))?;
    let value: Value = serde_json::from_str(text).map_err(|error| CliError::file(file, error))?;
    let scenario: Scenario = from_value(&value).map_err(|error| CliError::file(file, error))?;
    let catalogue = scenario.check().map_err(|errors| {
        let errors = errors.into_iter().map(|error| CliError::file(file, error));
        CliError::Several(errors.collect())
    })?;
    Ok((scenario, catalogue))
}

/// Checks a catalog and prints a summary of its contents.
fn check_catalogue(file: &Path) -> Result<(), CliError> {
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

/// Verifies a journal, prints the result, and returns whether it passed.
fn run_verify(file: &Path) -> Result<bool, CliError> {
    let text = read(file)?;
    match verify(text.lines().filter(|line| !line.trim().is_empty())) {
        Ok(proof) => {
            say(&format!(
                "proven: {} bookings, {} booked lines, {} documents, credit balance {}",
                proof.bookings, proof.lines, proof.documents, proof.credit
            ))?;
            Ok(true)
        }
        Err(VerifyError::Differs(error)) => say(&format!("differs: {error}")).map(|()| false),
        Err(VerifyError::Unreadable(error)) => Err(CliError::file(file, error)),
    }
}
