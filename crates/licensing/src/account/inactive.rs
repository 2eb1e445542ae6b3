//! Who holds a license and does not use it (LIC 3, LIC 10).

use crate::account::Account;
use crate::directory::Directory;
use crate::directory::person::{Person, PersonId};
use crate::seats::assignments::Assignment;
use crate::value::date::Date;

/// Who was seen so many days ago or later was seen recently (LIC 3).
const RECENT_DAYS: i64 = 7;

/// Since when people have not used their licenses, by the directory (LIC 10).
#[derive(Clone, Copy, Debug)]
pub struct Inactivity<'a> {
    account: &'a Account,
    people: &'a Directory,
    /// Since when those have access who have no entry.
    open_since: Option<Date>,
}

impl<'a> Inactivity<'a> {
    /// None where the directory tells of nobody when they were last there: nobody is inactive then.
    pub fn of(account: &'a Account, people: &'a Directory) -> Option<Self> {
        let trial = account.trial().map(|trial| trial.start);
        people.tells_last_access().then(|| Self {
            account,
            people,
            open_since: trial.max(account.assignments.default_since()),
        })
    }

    /// The later of the last access and the day on which the license was given; of several rows the latest access and the
    /// earliest day count. None for who holds no license, and for who has left: the directory does not tell when they were
    /// there, and they are listed as left instead (LIC 9).
    pub fn since(&self, person: &PersonId) -> Option<Date> {
        if !self.people.contains(person) {
            return None;
        }
        let roster = &self.account.assignments;
        let rows = self.people.rows_of(person).iter();
        let held = rows.filter(|row| roster.row_has_access(row));
        let held_since = held.filter_map(|row| roster.entry(row).map(|it| it.since).or(self.open_since));
        Some(later(held_since.min()?, self.people.last_access_of(person)))
    }

    /// The same of a row that has access by this entry, without looking it up: a list asks for a hundred thousand.
    pub fn since_of(&self, row: &Person, entry: Option<&Assignment>) -> Option<Date> {
        if self.people.rows_of(&row.id).len() > 1 {
            return self.since(&row.id);
        }
        let held_since = entry.map(|it| it.since).or(self.open_since)?;
        Some(later(held_since, row.last_access))
    }
}

fn later(held_since: Date, last_access: Option<Date>) -> Date {
    last_access.map_or(held_since, |seen| seen.max(held_since))
}

/// Somebody with access who has not used it for long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inactive {
    /// The id they are counted under (LIC 2).
    pub person: PersonId,
    /// Their rows with access.
    pub rows: Vec<PersonId>,
    /// When they were last there; `None` for never seen.
    pub last_access: Option<Date>,
    /// Since when they are inactive (LIC 10).
    pub since: Date,
}

/// Everybody with access who has been inactive for `days` or more on `today`, by id (LIC 10).
pub fn inactive(account: &Account, people: &Directory, today: Date, days: u32) -> Vec<Inactive> {
    let Some(inactivity) = Inactivity::of(account, people) else {
        return Vec::new();
    };
    let look = |(person, rows): (&PersonId, Vec<&PersonId>)| {
        let since = inactivity.since(person)?;
        (since.days_until(today) >= i64::from(days)).then(|| Inactive {
            person: person.clone(),
            rows: rows.into_iter().cloned().collect(),
            last_access: people.last_access_of(person),
            since,
        })
    };
    account
        .assignments
        .with_access(people)
        .into_iter()
        .filter_map(look)
        .collect()
}

/// When somebody was seen, where that was within the last 7 days: whoever frees their license as no longer used is asked a
/// second time (LIC 3).
pub fn seen_recently(people: &Directory, person: &PersonId, today: Date) -> Option<Date> {
    let seen = people.last_access_of(person);
    seen.filter(|seen| seen.days_until(today) <= RECENT_DAYS)
}
