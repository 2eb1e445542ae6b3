//! `named-users`: how many people the exported lists of several instances are, each once (LIC 2).

use crate::files::{about, read, say_json};
use serde_json::json;
use std::path::{Path, PathBuf};
use timetracker_licensing::csv;
use timetracker_licensing::licensing::census::{Listed, named_users};
use timetracker_licensing::licensing::named_user::is_no_person;

/// Headings of the columns that say who is meant, in small letters and nothing else.
const ID: &[&str] = &["id"];
const ACCOUNT: &[&str] = &["emailoraccount", "email", "account"];

/// Counts the people of all lists together.
pub fn run(files: &[PathBuf]) -> Result<(), String> {
    let mut rows = Vec::new();
    for (list, file) in (1..).zip(files) {
        let own = |mut row: Listed| {
            row.account = of_its_computer(row.account, list);
            row
        };
        rows.extend(listed(file)?.into_iter().map(own));
    }
    let people = rows.iter().filter(|row| !is_no_person(&row.account));
    say_json(&json!({ "named_users": named_users(people), "rows": rows.len(), "lists": files.len() }))
}

/// An account without a domain is one of the computer that wrote the list: the same name in another list is somebody else.
fn of_its_computer(account: String, list: u32) -> String {
    let name = account.strip_prefix(".\\").unwrap_or(&account);
    if name.is_empty() || name.contains(['\\', '@']) {
        return account;
    }
    format!("{list}:\\{name}")
}

/// The rows of one list.
fn listed(file: &Path) -> Result<Vec<Listed>, String> {
    let text = read(file)?;
    let mut lines = csv::read(&text);
    let heading = lines.next().map(|line| line.cells).unwrap_or_default();
    let column = |names: &[&str]| heading.iter().position(|cell| names.contains(&plain(cell).as_str()));
    let (id, account) = (column(ID), column(ACCOUNT));
    if id.is_none() && account.is_none() {
        return Err(about(
            file,
            &"no column is headed ID or E-mail: use a list as Export CSV of User Management writes it",
        ));
    }
    let rows = lines.map(|line| {
        let cell = |at: Option<usize>| {
            at.and_then(|at| line.cells.get(at))
                .map(|it| csv::unguarded(it.trim()).to_owned())
                .unwrap_or_default()
        };
        let row = Listed {
            id: cell(id),
            account: cell(account),
        };
        if row == Listed::default() {
            let problem = format!(
                "line {}: nobody is named. Give the id or the e-mail, or delete the line",
                line.number
            );
            return Err(about(file, &problem));
        }
        Ok(row)
    });
    rows.collect()
}

/// A heading in small letters and digits only.
fn plain(heading: &str) -> String {
    let letters = heading.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|it| it.to_ascii_lowercase()).collect()
}
