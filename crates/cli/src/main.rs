//! `licensing`: the rules on the command line. Answers go to standard output, everything else to standard error.
//! Exit codes: 0 done, 1 the journal differs or the certificate is not valid, 2 the input cannot be used.

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
use error::{CliError, FileProblem};
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

/// The licenses of all parts of the program.
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
    Order(orders::OrderArgs),
    /// Decide an order again and say what it comes to: the plan, the licenses and the term, or that it is Free
    ReadOrder(orders::ReadOrderArgs),
    /// Issue certificates into a folder, each as {subscription ID}.lic
    Issue(Box<issue::IssueArgs>),
    /// Say what a certificate grants, or which check it fails
    Inspect {
        /// The certificate; `-` reads standard input
        file: PathBuf,
        /// The catalogue, which names product and keys
        #[arg(long, value_name = "FILE")]
        catalogue: PathBuf,
        /// The instance on which it is to be used
        #[arg(long, value_name = "ID", value_parser = values::instance_id)]
        instance: Option<InstanceId>,
        /// The day; without it, today
        #[arg(long, value_name = "DATE", value_parser = values::day)]
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
    // Without an action there is only `--licenses`, which clap ensures.
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

/// 0 for a certificate that is valid or a journal that is proven, otherwise 1.
fn exit_code(is_good: bool) -> ExitCode {
    ExitCode::from(u8::from(!is_good))
}

/// Replays a scenario and prints the answer.
fn run_replay(file: &Path, folder: Option<&Path>) -> Result<(), CliError> {
    let text = read(file)?;
    let (scenario, catalogue) = read_scenario(file, &text)?;
    let run = run(&scenario, &catalogue);
    if let Some(folder) = folder {
        documents::write(folder, &run, &catalogue)?;
    }
    say_json(&run.answer)
}

/// Reads a scenario and its catalog. The error has everything that is wrong.
fn read_scenario(file: &Path, text: &str) -> Result<(Scenario, Catalogue), CliError> {
    let name = file.display().to_string();
    let about = |problem: FileProblem| CliError::named(&name, problem);
    duplicate_key::check(text).map_err(|error| about(error.into()))?;
    let value: Value = serde_json::from_str(text).map_err(|error| about(error.into()))?;
    let scenario: Scenario = from_value(&value).map_err(|error| about(error.into()))?;
    let catalogue = scenario.check().map_err(|errors| {
        let errors = errors.into_iter().map(|error| about(error.into()));
        CliError::Several(errors.collect())
    })?;
    Ok((scenario, catalogue))
}

/// Checks a catalog and prints what it has.
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

/// Proves a journal, prints the result, and returns whether it is proven.
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
        Err(VerifyError::Unreadable(error)) => Err(CliError::named(file.display().to_string(), error)),
    }
}
