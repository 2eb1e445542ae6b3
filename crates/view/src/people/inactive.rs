//! Choosing for how long people must have been inactive before their licenses are removed (LIC 3, LIC 10): a histogram,
//! everyone beyond the cut-off, and the money that it can save.

use super::{Count, People, idle_detail};
use crate::chart::basis;
use crate::cost::Amount;
use crate::forecast::forecast;
use crate::key::{folded, holds};
use crate::words::inactive as words;
use crate::{Change, Date, Day, LicenseCount, Money, PersonId, Scene};
use licensing::billing::line::Tax;
use licensing::subscription::SubscriptionItem;
use std::collections::BTreeSet;

/// The width of a bucket, in days.
const WIDTH: u32 = 30;
/// The number of buckets before the last one, which has no end.
const BUCKETS: u32 = 12;

/// Everyone with a license, by the days for which it has not been used. Built from the list of people, once per change of
/// the account; search and cut-off only select.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InactivePeople {
    /// The longest inactive come first.
    people: Vec<Unused>,
    today: Date,
}

/// A person's license, and since when it has not been used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Unused {
    /// The row number in the list of people.
    row: u32,
    /// The last access in any of the person's rows.
    last_access: Option<Date>,
    since: Date,
}

/// A bar of the histogram: people who have been inactive for a number of days, or who have never signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// Its label: "30–59 days", "360 days or more", "Never signed in".
    pub label: String,
    /// The cut-off that removes this bucket and all older ones, in days. `None` for people who were active within the
    /// first days, and for people who have never signed in.
    pub cut_off: Option<u32>,
    /// The number of people.
    pub count: Count,
    /// How many of them are beyond the current cut-off.
    pub beyond: Count,
    /// The height, in basis points of the highest bucket.
    pub high: u32,
    /// The height of the part beyond the cut-off.
    pub beyond_high: u32,
}

/// A person in the list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct InactiveRow {
    /// The person's ID.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// The last access as text. If the day of the license is later and therefore counts, it is included.
    pub detail: String,
    /// The days of inactivity.
    pub days: u32,
}

impl InactivePeople {
    /// Everyone with a license, each once (LIC 2). `None` if the directory does not report last accesses, so that nobody is
    /// inactive. `list` must have been built from the same scene.
    pub fn new(scene: &Scene<'_>, list: &People) -> Option<Self> {
        if !scene.people.has_last_access() {
            return None;
        }
        let mut seen_twice = BTreeSet::new();
        let licensed = (0..).zip(list.rows()).filter(|(_, row)| row.licensed);
        let mut people: Vec<Unused> = licensed
            .filter_map(|(number, row)| {
                let since = row.inactive_since?;
                let alone = scene.people.rows_of(&row.id).len() == 1;
                let first = alone || seen_twice.insert(scene.people.counted_as(&row.id));
                first.then(|| Unused {
                    row: number,
                    last_access: match alone {
                        true => row.last_access,
                        false => scene.people.last_access_of(&row.id),
                    },
                    since,
                })
            })
            .collect();
        people.sort_by_key(|it| it.since);
        let today = scene.today;
        Some(Self { people, today })
    }

    /// The days of inactivity.
    fn days(&self, it: &Unused) -> u32 {
        u32::try_from(it.since.days_until(self.today)).unwrap_or(0)
    }

    /// The number of people whom a cut-off removes: all who have been inactive for at least that many days (LIC 10).
    /// They are the first ones in the list.
    pub fn count(&self, cut_off: u32) -> u32 {
        let by = self.today.minus_days(cut_off);
        let beyond = self.people.partition_point(|it| it.since <= by);
        u32::try_from(beyond).unwrap_or(u32::MAX)
    }

    /// The histogram: buckets of 30 days up to 12 months, then older, then people who have never signed in. What counts is
    /// the last access, or the day of the license if that is later (LIC 10). Whether somebody who has never signed in is
    /// beyond the cut-off depends on the day of the license alone.
    pub fn histogram(&self, scene: &Scene<'_>, cut_off: u32) -> Vec<Bucket> {
        let size = usize::try_from(BUCKETS + 2).unwrap_or(0);
        let mut counts = vec![(0_u32, 0_u32); size];
        for it in &self.people {
            let days = self.days(it);
            let bucket = match it.last_access {
                None => BUCKETS + 1,
                Some(_) => (days / WIDTH).min(BUCKETS),
            };
            if let Some((all, beyond)) = counts.get_mut(usize::try_from(bucket).unwrap_or(0)) {
                *all += 1;
                *beyond += u32::from(days >= cut_off);
            }
        }
        let highest = counts.iter().map(|(all, _)| *all).max().unwrap_or(0);
        let high = |count: u32| basis(count.into(), highest.into());
        let bucket = |(number, (all, beyond)): (u32, (u32, u32))| Bucket {
            label: label(number),
            cut_off: (1..=BUCKETS).contains(&number).then_some(number * WIDTH),
            count: Count::new(scene, all),
            beyond: Count::new(scene, beyond),
            high: high(all),
            beyond_high: high(beyond),
        };
        (0..).zip(counts).map(bucket).collect()
    }

    /// The numbers of everyone beyond a cut-off who matches `search`, longest inactive first. They are found as in the list
    /// of people: by name, email, account, and group.
    pub fn found(&self, list: &People, search: &str, cut_off: u32) -> Vec<u32> {
        let text = folded(search);
        let text = text.trim().as_bytes();
        let matches = |it: &Unused| list.get(it.row).is_some_and(|row| holds(list.key_of(row), text));
        let beyond = (0..self.count(cut_off)).zip(&self.people);
        beyond.filter(|(_, it)| matches(it)).map(|(number, _)| number).collect()
    }

    /// A person by the number that [`found`](Self::found) returns.
    pub fn row(&self, scene: &Scene<'_>, list: &People, number: u32) -> Option<InactiveRow> {
        let it = self.people.get(usize::try_from(number).ok()?)?;
        let id = scene.people.counted_as(&list.get(it.row)?.id);
        Some(InactiveRow {
            name: scene.person_name(id),
            detail: idle_detail(scene, it.last_access, it.since),
            days: self.days(it),
            id: id.clone(),
        })
    }
}

fn label(bucket: u32) -> String {
    match bucket {
        BUCKETS => words::days_or_more(BUCKETS * WIDTH),
        it if it > BUCKETS => words::NEVER.to_owned(),
        it => words::days(it * WIDTH, (it + 1) * WIDTH - 1),
    }
}

/// The money that fewer licenses save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saving {
    /// The number of licenses that would be dropped at the renewal.
    pub licenses: Count,
    /// What they cost a year, including tax.
    pub a_year: Amount,
    /// The change that would have to be scheduled. Removing licenses from people alone saves nothing.
    pub change: Change,
    /// All of this in a sentence.
    pub text: String,
}

/// What it saves a year if `removed` people lose their licenses and as many licenses are dropped at the renewal. `None` if
/// no license can be dropped, or if nothing renews.
///
/// The number of licenses at the next renewal, with the scheduled change, is lowered by `removed`, but not below the
/// licenses that are still in use then, nor below the plan's minimum. The saving is the price of a term for the one number
/// minus that for the other, by the price list of that renewal with its bands (PLN 2, PLN 3), times 12 for monthly
/// billing, plus the tax that applies today (INV 6). Credit does not change it.
pub fn saving(scene: &Scene<'_>, removed: u32) -> Option<Saving> {
    let forecast = forecast(scene).filter(|_| !scene.unread)?;
    let renewal = forecast.renewals.first()?;
    let item = renewal.item;
    let still_used = scene.account.licenses_in_use(scene.people).saturating_sub(removed);
    let least = scene.catalogue.plan(item.plan).map_or(1, |plan| plan.licenses.min);
    let fewer = item.licenses.get().saturating_sub(removed).max(still_used).max(least);
    let fewer = LicenseCount::try_from(fewer)
        .ok()
        .filter(|fewer| *fewer < item.licenses)?;
    let net = price_a_year(scene, &item, fewer)?;
    let percent = Tax::now(scene.catalogue, scene.account.billing()).and_then(|tax| tax.percent);
    let tax = percent.map_or(scene.catalogue.zero(), |percent| percent.of(net));
    let a_year = Amount::new(scene, net + tax);
    let [from, to] = [item.licenses, fewer].map(|it| scene.format.number(it.get()));
    Some(Saving {
        licenses: Count::new(scene, item.licenses.get() - fewer.get()),
        text: words::saves(&a_year.text, &Day::new(scene, renewal.on).text, &from, &to),
        change: Change {
            licenses: Some(fewer),
            ..Change::default()
        },
        a_year,
    })
}

/// The price a year of the licenses above `fewer`, before tax.
fn price_a_year(scene: &Scene<'_>, item: &SubscriptionItem, fewer: LicenseCount) -> Option<Money> {
    let lists = &scene.catalogue.price_lists;
    let bands = lists.bands(item.price_list, item.plan, item.length)?;
    let term = bands.term_price(item.licenses.get())? - bands.term_price(fewer.get())?;
    term.checked_mul(12 / item.length.months())
}
