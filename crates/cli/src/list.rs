//! A list of subscriptions to issue for, as CSV: whole, or every fault of it.

use licensing::activation::entitlement::Entitlement;
use licensing::directory::csv;
use licensing::directory::csv::headings::{Headings, Twice};
use licensing::text::letters::visible;
use licensing::value::instance::InstanceId;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{BillingInterval, Date, PlanKey, Term};
use std::path::Path;

use crate::files::{about, read};

/// The columns, as the first line names them; those from `end` on may be missing or empty.
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

/// Reads the list: each subscription with the number of its line.
pub fn entitlements(file: &Path) -> Result<Vec<(usize, Entitlement)>, String> {
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
    let columns = COLUMNS.join(", ");
    if let Some(twice) = twice(&heading) {
        return Err(about(file, &twice.words()));
    }
    if let Some(missing) = missing {
        return Err(about(
            file,
            &format!("no column is headed {missing}: the first line names {found}, and should name {columns}"),
        ));
    }
    if let Some(unknown) = unknown {
        return Err(about(
            file,
            &format!("the column {unknown} is unknown: the first line should name {columns}"),
        ));
    }
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for line in lines {
        match entitlement(&heading, &line.cells) {
            Ok(it) => found.push((line.number, it)),
            Err(problem) => faults.push(about(file, &format!("line {}: {problem}", line.number))),
        }
    }
    if faults.is_empty() {
        Ok(found)
    } else {
        Err(faults.join("\nlicensing: "))
    }
}

/// Two columns of one name.
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

fn entitlement(heading: &[String], cells: &[String]) -> Result<Entitlement, String> {
    let cell = |name: &str| {
        let at = heading.iter().position(|it| it.trim() == name);
        at.and_then(|at| cells.get(at))
            .map(|it| visible(it))
            .filter(|it| !it.is_empty())
    };
    let needed = |name: &str| cell(name).ok_or_else(|| format!("{name} is missing"));
    let length = length(&needed("length")?)?;
    let start = day("start", &needed("start")?)?;
    let end = cell("end").map(|it| day("end", &it)).transpose()?;
    Ok(Entitlement {
        subscription_id: subscription(&needed("subscription_id")?)?,
        plan: plan(&needed("plan")?)?,
        length,
        licenses: number(&needed("licences")?)?,
        term: term(start, end, length),
        canceled: flag(cell("cancelled").as_deref())?,
        instances: cell("instances")
            .unwrap_or_default()
            .split_whitespace()
            .map(instance)
            .collect::<Result<_, _>>()?,
        valid_until: cell("valid_until").map(|it| day("valid_until", &it)).transpose()?,
    })
}

/// The term: to the day that is named, or so long.
pub fn term(start: Date, end: Option<Date>, length: BillingInterval) -> Term {
    end.map_or(Term::starting(start, length), |end| Term { start, end })
}

/// Reads the key of a plan.
pub fn plan(text: &str) -> Result<PlanKey, String> {
    text.parse()
        .map_err(|_| no_word(text, "plan", &PlanKey::ALL.map(PlanKey::as_str)))
}

/// Reads the length of a term.
pub fn length(text: &str) -> Result<BillingInterval, String> {
    text.parse()
        .map_err(|_| no_word(text, "length", &BillingInterval::ALL.map(BillingInterval::as_str)))
}

/// That a text is none of the words, and which they are.
fn no_word(text: &str, what: &str, words: &[&str]) -> String {
    let (last, others) = words.split_last().unwrap_or((&"", &[]));
    format!("`{text}` is no {what}: use {} or {last}", others.join(", "))
}

/// Reads a subscription ID.
pub fn subscription(text: &str) -> Result<SubscriptionId, String> {
    SubscriptionId::parse(text).map_err(|_| {
        format!("`{text}` is no subscription ID: a character is wrong or missing, copy it from the invoice")
    })
}

/// Reads the id of an instance.
pub fn instance(text: &str) -> Result<InstanceId, String> {
    InstanceId::new(text)
        .ok_or_else(|| format!("`{text}` is no id of an instance: use up to 100 characters without blanks"))
}

fn day(name: &str, text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| format!("{name}: `{text}` is no day, write it as 2026-11-24"))
}

fn number(text: &str) -> Result<u32, String> {
    text.parse()
        .map_err(|_| format!("licences: `{text}` is no whole number"))
}

fn flag(text: Option<&str>) -> Result<bool, String> {
    match text {
        None | Some("false") => Ok(false),
        Some("true") => Ok(true),
        Some(other) => Err(format!("cancelled: `{other}` is neither true nor false")),
    }
}
