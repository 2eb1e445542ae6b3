//! How many may use the product on a Server, and who they are (ACT 7).

use crate::account::Account;
use crate::account::access::Actor;
use crate::activation::grace_policy::GracePolicy;
use crate::directory::Directory;
use crate::directory::person::PersonId;
use crate::subscription::tranches::Tranche;
use crate::value::date::Date;
use crate::value::plan::Deployment;

/// What limits the use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usage {
    /// The account alone: on Services, in a trial, and where nothing is paid for (ACC 7).
    Account,
    /// A subscription on a Server: so many.
    UpTo(UsageLimit),
}

/// So many, and what makes the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsageLimit {
    /// How many may use it today.
    pub licenses: u32,
    /// How many the certificate gives today; 0 where there is none in force.
    pub certified: u32,
    /// How many were bought, or granted where nothing is paid for here: what is billed. Where it differs from `certified`, the page says both and what to do.
    pub bought: u32,
    /// The last day on which so many may; none where nobody may.
    pub last_day: Option<Date>,
    /// The last day on which all of those work that are not certified; none where there are none.
    pub uncertified_until: Option<Date>,
}

/// How many may use it on a day, and how many of them are certified; none where the account alone limits the use. Two
/// rules give licenses a last day: what is certified has that of its confirmation (ACT 5), what is booked that of its
/// booking; of a license that has both, the later one holds.
fn usable(account: &Account, today: Date) -> Option<(u32, u32)> {
    let GracePolicy { grace, activates, .. } = account.grace_policy;
    let certified = || account.activation.as_ref().map_or(0, |it| it.licenses(grace, today));
    if account.is_granted() {
        return Some((certified(), certified()));
    }
    account
        .paid()
        .filter(|_| activates && account.deployment == Deployment::Server)?;
    let certified = certified();
    let more = account
        .tranches
        .uncertified(certified, account.grace_policy.uncertified(), today);
    Some((certified + more, certified))
}

impl Account {
    /// What limits the use on a day (ACT 7).
    pub fn usage(&self, today: Date) -> Usage {
        let today = self.not_before_last_booking(today);
        let Some((licenses, certified)) = usable(self, today) else {
            return Usage::Account;
        };
        let uncertified = self.grace_policy.uncertified();
        let booked = self.tranches.steps().iter().map(|step| step.on.plus_days(uncertified));
        let above = |step: &&Tranche| step.up_to > certified;
        let ends = self
            .tranches
            .steps()
            .iter()
            .filter(above)
            .map(|step| step.on.plus_days(uncertified));
        let confirmed = self.activation.as_ref().map(|it| it.last_day(self.grace_policy.grace));
        let fewer_after = |day: &Date| {
            let after = usable(self, day.plus_days(1)).map_or(0, |(licenses, _)| licenses);
            *day >= today && after < licenses
        };
        Usage::UpTo(UsageLimit {
            licenses,
            certified,
            bought: self.licenses().unwrap_or(0),
            uncertified_until: ends.filter(|day| *day >= today).min(),
            last_day: booked.chain(confirmed).filter(fewer_after).min(),
        })
    }

    /// Whether somebody is among those whom the certificate lets in (ACT 7): who has been licensed longest, ties by id.
    pub(crate) fn is_let_in(&self, viewer: &Actor, people: &Directory, today: Date) -> bool {
        let Some((licenses, _)) = usable(self, self.not_before_last_booking(today)) else {
            return true;
        };
        // Of what is bought no more people have access than there are licenses (LIC 5), so that nobody is counted where
        // all of them may be used. A certificate that is the subscription may have fewer than are in use.
        if self.paid().is_some_and(|paid| paid.holding.licenses <= licenses) {
            return true;
        }
        let persons = self.assignments.with_access(people);
        let since = |rows: &[&PersonId]| {
            rows.iter()
                .filter_map(|row| self.assignments.entry(row))
                .map(|it| it.since)
                .min()
        };
        let Some(id) = viewer.id.as_ref().map(|id| people.counted_as(id)) else {
            return licenses > 0;
        };
        let own = persons.get(id).map(|rows| (since(rows), id));
        let before = persons.iter().filter(|(id, rows)| Some((since(rows), **id)) < own);
        u32::try_from(before.count()).is_ok_and(|before| before < licenses)
    }
}
