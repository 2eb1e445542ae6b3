//! `order` and `read-order`: the order file of a journal, and what one comes to (ACT 9).

use crate::files::{about, read, say, say_json};
use crate::kept::{Kept, KeptArgs};
use crate::{clock, list};
use clap::Args;
use licensing::ledger::Ledger;
use licensing::ledger::order_file::OrderFile;
use licensing::scenario::replay::subscription_answer;
use licensing::value::instance::InstanceId;
use licensing::{Date, Directory};
use serde_json::json;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Make {
    /// The journal; `-` reads standard input
    journal: PathBuf,
    /// The instance that it is of
    #[arg(long, value_name = "ID", value_parser = list::instance)]
    instance: InstanceId,
}

#[derive(Args)]
pub struct Told {
    /// The order; `-` reads standard input
    file: PathBuf,
    #[command(flatten)]
    kept: KeptArgs,
    /// The day, up to which it is renewed; without it, today
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    on: Option<Date>,
}

/// Makes the order file of an exported journal.
pub fn make(asked: &Make) -> Result<(), String> {
    let text = read(&asked.journal)?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let book = Ledger::read(lines).map_err(|damage| about(&asked.journal, &damage))?;
    say(OrderFile::of_book(&book, &asked.instance).text().trim_end())
}

/// Decides an order again and says what is held on a day.
pub fn tell(asked: &Told) -> Result<(), String> {
    let on = asked.on.map_or_else(|| clock::now().map(|now| now.date()), Ok)?;
    let kept = Kept::read(&asked.kept, on)?;
    let order = order(&asked.file)?;
    let account = order.check_by(&kept.of_days(), on);
    let account = account.map_err(|problem| about(&asked.file, &problem))?;
    let held = subscription_answer(&account, &kept.current, &Directory::default(), Some(on));
    let mut held = serde_json::to_value(held).map_err(|error| error.to_string())?;
    // Who uses it only the customer knows.
    held.as_object_mut().map(|held| held.remove("licences_in_use"));
    say_json(&json!({
        "deployment": order.deployment().as_str(),
        "instance": order.instance,
        "position": order.position,
        "on": on,
        "subscription": held,
    }))
}

/// Reads an order file.
pub fn order(file: &Path) -> Result<OrderFile, String> {
    OrderFile::read(&read(file)?).map_err(|problem| about(file, &problem))
}
