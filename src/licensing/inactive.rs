//! Who holds a licence and does not use it (LIC 3).

use super::account::Account;
use super::date::Date;
use super::named_user::{Directory, PersonId};
use super::subscription::Subscription;

/// Somebody with access who has not used it for long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inactive {
    /// The id they are counted under (LIC 2).
    pub person: PersonId,
    /// Their rows with access.
    pub rows: Vec<PersonId>,
    /// When they were last there; `None` for never seen.
    pub last_access: Option<Date>,
    /// Since when they hold what they hold.
    pub held_since: Date,
}

/// Everybody with access whose last access lies `days` or more before `today`, by id. Somebody never seen counts from
/// the day since which they hold their licence. Of several rows the latest access and the earliest day count. Of
/// somebody who has left, the directory does not tell when they were there: they are listed as left instead (LIC 9).
pub fn inactive(account: &Account, people: &Directory, today: Date, days: u32) -> Vec<Inactive> {
    // Without an entry one has access from the start of the trial on.
    let trial_start = match &account.subscription {
        Subscription::Trial(trial) => trial.start,
        _ => today,
    };
    let since = |row: &PersonId| account.roster.entry(row).map_or(trial_start, |entry| entry.since);
    let look = |(person, rows): (&PersonId, Vec<&PersonId>)| {
        let here = people.contains(person);
        let last_access = people.last_access_of(person);
        let held_since = rows.iter().map(|row| since(row)).min().unwrap_or(today);
        let counted_from = last_access.unwrap_or(held_since);
        let long = counted_from.days_until(today) >= i64::from(days);
        (here && long).then(|| Inactive {
            person: person.clone(),
            rows: rows.into_iter().cloned().collect(),
            last_access,
            held_since,
        })
    };
    account
        .roster
        .with_access(people)
        .into_iter()
        .filter_map(look)
        .collect()
}
