//! Reads a CSV list of subscriptions for which certificates are issued. If it has errors, all of them are reported and
//! nothing is read.

use crate::error::{CliError, FileProblem, LineProblem};
use crate::files::read;
use crate::values::{canceled, day_cell, instance_id, interval, licenses, plan, subscription_id};
use licensing::activation::entitlement::Entitlement;
use licensing::directory::csv;
use licensing::directory::csv::headings::{Headings, Twice};
use licensing::text::letters::visible;
use licensing::{BillingInterval, Date, Term};
use std::path::Path;

/// The columns. The columns from `end` on are optional and may be empty.
const COLUMNS: [&str; 9] = [
    "subscription_id",
    "plan",
    "length",
    "licences",
    "start",
    "end",
    "cancelled",
    "instances",
    "valid_until",
];
const NEEDED: usize = 5;

/// Reads the list. Each subscription has the number of its line.
pub fn entitlements(file: &Path) -> Result<Vec<(usize, Entitlement)>, CliError> {
    let text = read(file)?;
    let mut lines = csv::read(&text);
    let first = lines.next();
    let found = Headings::of(first.as_ref()).found();
    let heading: Vec<String> = first
        .iter()
        .flat_map(|line| &line.cells)
        .map(|it| visible(it))
        .collect();
    let unknown = heading.iter().find(|cell| !COLUMNS.contains(&cell.trim()));
    let missing = COLUMNS
        .iter()
        .take(NEEDED)
        .find(|name| !heading.iter().any(|cell| cell.trim() == **name));
    let expected = COLUMNS.join(", ");
    if let Some(twice) = twice(&heading) {
        return Err(CliError::file(file, FileProblem::ColumnTwice(twice)));
    }
    if let Some(missing) = missing {
        let problem = FileProblem::NoColumn {
            missing,
            found,
            expected,
        };
        return Err(CliError::file(file, problem));
    }
    if let Some(unknown) = unknown {
        let unknown = unknown.clone();
        return Err(CliError::file(file, FileProblem::UnknownColumn { unknown, expected }));
    }
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    for line in lines {
        match entitlement(&heading, &line.cells) {
            Ok(it) => found.push((line.number, it)),
            Err(problem) => errors.push(CliError::line(file, line.number, problem)),
        }
    }
    if errors.is_empty() {
        Ok(found)
    } else {
        Err(CliError::Several(errors))
    }
}

/// The first two columns with the same name.
fn twice(heading: &[String]) -> Option<Twice> {
    let names = || (1..).zip(heading.iter().map(|it| it.trim()));
    let pair = |(at, name): (usize, &str)| {
        let other = names().find(|(place, other)| *place > at && *other == name && !name.is_empty())?;
        Some(Twice {
            first: (at, name.to_owned()),
            second: (other.0, other.1.to_owned()),
        })
    };
    names().find_map(pair)
}

/// Reads a line.
fn entitlement(heading: &[String], cells: &[String]) -> Result<Entitlement, LineProblem> {
    let cell = |name: &str| {
        let at = heading.iter().position(|it| it.trim() == name);
        at.and_then(|at| cells.get(at))
            .map(|it| visible(it))
            .filter(|it| !it.is_empty())
    };
    let needed = |name: &'static str| cell(name).ok_or(LineProblem::Missing(name));
    let length = interval(&needed("length")?)?;
    let start = day_cell("start", &needed("start")?)?;
    let end = cell("end").map(|it| day_cell("end", &it)).transpose()?;
    Ok(Entitlement {
        subscription_id: subscription_id(&needed("subscription_id")?)?,
        plan: plan(&needed("plan")?)?,
        length,
        licenses: licenses(&needed("licences")?)?,
        term: term(start, end, length),
        canceled: canceled(cell("cancelled").as_deref())?,
        instances: cell("instances")
            .unwrap_or_default()
            .split_whitespace()
            .map(instance_id)
            .collect::<Result<_, _>>()?,
        valid_until: cell("valid_until").map(|it| day_cell("valid_until", &it)).transpose()?,
    })
}

/// The term from `start` to `end`. Without an end, it is one billing interval long.
pub fn term(start: Date, end: Option<Date>, length: BillingInterval) -> Term {
    end.map_or(Term::starting(start, length), |end| Term { start, end })
}
