//! `named-users`: counts the people in lists exported from several instances, each person once (LIC 2).

use crate::error::{CliError, FileProblem, LineProblem};
use crate::files::{read, say_json};
use licensing::directory::account_name::is_no_person;
use licensing::directory::csv;
use licensing::directory::csv::addresses::addresses;
use licensing::directory::csv::columns::Column;
use licensing::directory::csv::headings::Headings;
use licensing::directory::named_users::{Listed, named_users};
use licensing::text::letters::visible;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Counts the people in all lists together.
pub fn count(files: &[PathBuf]) -> Result<(), CliError> {
    let mut rows = Vec::new();
    for (list, file) in (1..).zip(files) {
        let own = |mut row: Listed| {
            row.accounts = row.accounts.into_iter().map(|it| of_its_computer(it, list)).collect();
            row
        };
        rows.extend(listed(file)?.into_iter().map(own));
    }
    let people = rows
        .iter()
        .filter(|row| !row.accounts.iter().any(|it| is_no_person(it)));
    say_json(&json!({ "named_users": named_users(people), "rows": rows.len(), "lists": files.len() }))
}

/// Makes an account without a domain unique to its list, because it belongs to the computer that exported the list. The
/// same name in another list is a different person.
fn of_its_computer(account: String, list: u32) -> String {
    let name = account.strip_prefix(".\\").unwrap_or(&account);
    if name.is_empty() || name.contains(['\\', '@']) {
        return account;
    }
    format!("{list}:\\{name}")
}

/// The rows of one list.
fn listed(file: &Path) -> Result<Vec<Listed>, CliError> {
    let text = read(file)?;
    let mut lines = csv::read(&text);
    let headings = Headings::of(lines.next().as_ref());
    if let Some(twice) = headings.twice(&[Column::Id]) {
        return Err(CliError::file(file, FileProblem::ColumnTwice(twice)));
    }
    let id = headings.first(Column::Id);
    let accounts: Vec<usize> = headings
        .all(Column::Email)
        .chain(headings.all(Column::Account))
        .collect();
    if id.is_none() && accounts.is_empty() {
        return Err(CliError::file(file, FileProblem::NoPeople(headings.found())));
    }
    let rows = lines.map(|line| {
        let cell = |at: usize| line.cells.get(at).map(|it| visible(csv::unguarded(it.trim())));
        let some = |at: usize| cell(at).filter(|it| !it.is_empty());
        let named = accounts.iter().copied().filter_map(some);
        let row = Listed {
            id: id.and_then(some).unwrap_or_default(),
            accounts: named.flat_map(|cell| addresses(&cell)).collect(),
        };
        if row == Listed::default() {
            return Err(CliError::line(file, line.number, LineProblem::Nobody));
        }
        Ok(row)
    });
    rows.collect()
}
