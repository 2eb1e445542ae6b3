//! How many may use the product on a Server, and who they are (ACT 7).

use super::super::account::Account;
use super::super::date::Date;
use super::super::named_user::{Directory, PersonId};
use super::super::plan::Deployment;
use super::grace::Confirmation;
use super::levels::Levels;
use std::collections::BTreeSet;

/// How long things work without what should confirm them, in days; both are of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// Days to pay.
    pub payment: u32,
    /// Days of ACT 5.
    pub grace: u32,
}

impl Days {
    /// For how many days after its own a booking works without its certificate.
    pub fn uncertified(self) -> u32 {
        self.payment.saturating_add(self.grace)
    }
}

/// What limits the use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowance {
    /// The account alone: on Services, in a trial, and where nothing is paid for (ACC 7).
    Account,
    /// A subscription on a Server: so many.
    UpTo(Allowed),
}

/// So many, and what makes the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// How many may use it today.
    pub licences: u32,
    /// How many the certificate gives today; 0 where there is none in force.
    pub certified: u32,
    /// How many were bought: what is billed. Where it differs from `certified`, the page says both and what to do.
    pub bought: u32,
    /// The last day on which so many may; none where nobody may.
    pub last_day: Option<Date>,
}

/// What limits the use on a day. Two rules give licences a last day: what is certified has that of its confirmation
/// (ACT 5), what is booked that of its booking; of a licence that has both, the later one holds.
pub fn allowance(
    account: &Account,
    levels: &Levels,
    confirmation: Option<&Confirmation>,
    days: Days,
    today: Date,
) -> Allowance {
    let Some(paid) = account.paid().filter(|_| account.deployment == Deployment::Server) else {
        return Allowance::Account;
    };
    let certified = |on: Date| confirmation.map_or(0, |it| it.licences(days.grace, on));
    let usable = |on: Date| {
        let certified = certified(on);
        certified.saturating_add(levels.uncertified(certified, days.uncertified(), on))
    };
    let licences = usable(today);
    let booked = levels.steps().iter().map(|step| step.on.plus_days(days.uncertified()));
    let mut ends: Vec<Date> = booked.chain(confirmation.map(|it| it.last_day(days.grace))).collect();
    ends.sort_unstable();
    let fewer_after = |day: &Date| *day >= today && usable(day.plus_days(1)) < licences;
    Allowance::UpTo(Allowed {
        licences,
        certified: certified(today),
        bought: paid.holding.licences,
        last_day: ends.into_iter().find(fewer_after),
    })
}

/// Who is let in where not everybody may: those who have been licensed longest, ties by id. Of a person with several
/// rows the first day counts, and the id under which they are counted stands for them (LIC 2).
pub fn let_in(account: &Account, people: &Directory, licences: u32) -> BTreeSet<PersonId> {
    let since = |row: &&PersonId| account.roster.entry(row).map(|entry| entry.since);
    let mut persons: Vec<(Option<Date>, &PersonId)> = account
        .roster
        .with_access(people)
        .into_iter()
        .map(|(person, rows)| (rows.iter().filter_map(since).min(), person))
        .collect();
    persons.sort_unstable();
    let number = usize::try_from(licences).unwrap_or(usize::MAX);
    persons
        .into_iter()
        .take(number)
        .map(|(_, person)| person.clone())
        .collect()
}
