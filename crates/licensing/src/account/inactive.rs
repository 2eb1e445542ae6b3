//! People who hold a license but do not use it (LIC 3, LIC 10).

use crate::account::Account;
use crate::directory::Directory;
use crate::directory::person::{Person, PersonId};
use crate::seats::assignments::Assignment;
use crate::value::date::Date;

/// A person seen at most this many days ago counts as seen recently (LIC 3).
const RECENT_DAYS: i64 = 7;

/// The days since which people have not used their licenses, from the directory (LIC 10).
#[derive(Clone, Copy, Debug)]
pub struct Inactivity<'a> {
    account: &'a Account,
    people: &'a Directory,
    /// The day on which people without an entry got access.
    open_since: Option<Date>,
}

impl<'a> Inactivity<'a> {
    /// `None` if the directory has no last access for anybody. Then nobody is inactive.
    pub fn of(account: &'a Account, people: &'a Directory) -> Option<Self> {
        let trial = account.trial().map(|trial| trial.start);
        people.has_last_access().then(|| Self {
            account,
            people,
            open_since: trial.max(account.assignments.default_since()),
        })
    }

    /// The later of the last access and the day on which the license was given. Over several rows, the latest access
    /// and the earliest day count. `None` for people without a license and for people who have left. The directory has
    /// no last access for people who have left, and the page lists them as left (LIC 9).
    pub fn since(&self, person: &PersonId) -> Option<Date> {
        if !self.people.contains(person) {
            return None;
        }
        let assignments = &self.account.assignments;
        let rows = self.people.rows_of(person).iter();
        let held = rows.filter(|row| assignments.row_has_access(row));
        let held_since = held.filter_map(|row| assignments.entry(row).map(|it| it.since).or(self.open_since));
        Some(later(held_since.min()?, self.people.last_access_of(person)))
    }

    /// The same for a row with access through this entry. It needs no lookup, because lists call it for 100,000 people.
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

/// A person with access who has not used it for a long time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inactive {
    /// The ID under which the person is counted (LIC 2).
    pub person: PersonId,
    /// Their rows with access.
    pub rows: Vec<PersonId>,
    /// The last access. `None` for never seen.
    pub last_access: Option<Date>,
    /// The day since which the person has been inactive (LIC 10).
    pub since: Date,
}

/// All people with access who have been inactive for at least `days` days on `today`, by ID (LIC 10).
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

/// The last access of a person if it was within the last 7 days. The page then asks a second time before it frees the
/// license as no longer used (LIC 3).
pub fn seen_recently(people: &Directory, person: &PersonId, today: Date) -> Option<Date> {
    let seen = people.last_access_of(person);
    seen.filter(|seen| seen.days_until(today) <= RECENT_DAYS)
}
