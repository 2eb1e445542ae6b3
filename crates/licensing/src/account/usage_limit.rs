//! The number of people who may use the product on a Server, and who they are (ACT 7).

use crate::account::Account;
use crate::account::access::Actor;
use crate::activation::grace_policy::GracePolicy;
use crate::directory::Directory;
use crate::directory::person::PersonId;
use crate::subscription::tranches::Tranche;
use crate::value::date::Date;
use crate::value::license_count::LicenseCount;
use crate::value::plan::Deployment;

/// The limit on usage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usage {
    /// Only the account limits usage: on Services, in a trial, and without a subscription (ACC 7).
    Account,
    /// A subscription on a Server limits usage to a number of people.
    UpTo(UsageLimit),
}

/// The limit and how it was computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsageLimit {
    /// The number of people who may use the product today.
    pub licenses: u32,
    /// The number of licenses certified today. 0 if no certificate is in force.
    pub certified: u32,
    /// The number of licenses that are billed: bought, or granted if this account has bought none. If it differs from
    /// `certified`, the page shows both and what to do.
    pub bought: u32,
    /// The last day of this limit. `None` if it does not end.
    pub last_day: Option<Date>,
    /// The last day on which all uncertified licenses work. `None` if there are no uncertified licenses.
    pub uncertified_until: Option<Date>,
}

/// The number of usable licenses on a day, and how many of them are certified. `None` if only the account limits usage.
/// Two rules give a license its last day. A certified license works until its confirmation runs out (ACT 5), and a
/// booked one for some days after its booking. If both apply, the later day counts.
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
    /// The limit on usage on a day (ACT 7).
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
            bought: self.licenses().map_or(0, LicenseCount::get),
            uncertified_until: ends.filter(|day| *day >= today).min(),
            last_day: booked.chain(confirmed).filter(fewer_after).min(),
        })
    }

    /// Whether a person is within the usage limit (ACT 7). The longest licensed people come first, ties by ID.
    pub(crate) fn is_within_usage_limit(&self, viewer: &Actor, people: &Directory, today: Date) -> bool {
        let Some((licenses, _)) = usable(self, self.not_before_last_booking(today)) else {
            return true;
        };
        // A bought subscription never has more people with access than licenses (LIC 5). If all licenses are usable,
        // nobody needs to be counted. A certificate that is the subscription may have fewer licenses than are in use.
        if self.paid().is_some_and(|paid| paid.item.licenses <= licenses) {
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
