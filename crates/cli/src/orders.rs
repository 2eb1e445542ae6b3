//! `order` and `read-order`: writes the order file of a journal, and reads one (ACT 9).

use crate::catalogue_history::{CatalogueArgs, CatalogueHistory};
use crate::clock::day_or_today;
use crate::error::CliError;
use crate::files::{read, say, say_json};
use crate::values;
use clap::Args;
use licensing::ledger::Ledger;
use licensing::ledger::order_file::OrderFile;
use licensing::scenario::replay::subscription_answer;
use licensing::value::instance::InstanceId;
use licensing::{Date, Directory};
use serde_json::json;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct OrderArgs {
    /// Journal file (`-` for standard input)
    journal: PathBuf,
    /// Instance that the journal belongs to
    #[arg(long, value_name = "ID", value_parser = values::instance_id)]
    instance: InstanceId,
}

#[derive(Args)]
pub struct ReadOrderArgs {
    /// Order file (`-` for standard input)
    file: PathBuf,
    #[command(flatten)]
    catalogues: CatalogueArgs,
    /// Date up to which it is renewed (default: today)
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    on: Option<Date>,
}

/// Prints the order file of an exported journal.
pub fn write_order(args: &OrderArgs) -> Result<(), CliError> {
    let text = read(&args.journal)?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let ledger = Ledger::read(lines).map_err(|error| CliError::file(&args.journal, error))?;
    say(OrderFile::of_ledger(&ledger, &args.instance).text()?.trim_end())
}

/// Recalculates an order and prints the subscription on a day.
pub fn read_order(args: &ReadOrderArgs) -> Result<(), CliError> {
    let on = day_or_today(args.on)?;
    let history = CatalogueHistory::read(&args.catalogues, on)?;
    let order = order(&args.file)?;
    let account = order.check_by(&history.catalogues(), on);
    let account = account.map_err(|error| CliError::file(&args.file, error))?;
    let subscription = subscription_answer(&account, &history.current, &Directory::default(), Some(on));
    let mut subscription = serde_json::to_value(subscription)?;
    // An order does not say who uses the licenses.
    subscription.as_object_mut().map(|it| it.remove("licences_in_use"));
    say_json(&json!({
        "deployment": order.deployment().as_str(),
        "instance": order.instance,
        "position": order.position,
        "on": on,
        "subscription": subscription,
    }))
}

/// Reads an order file.
pub fn order(file: &Path) -> Result<OrderFile, CliError> {
    OrderFile::read(&read(file)?).map_err(|error| CliError::file(file, error))
}
