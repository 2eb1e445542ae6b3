//! Price lists: which list applies on a day, and what a term costs (PLN 2, PLN 3).

use crate::value::date::Date;
use crate::value::money::Money;
use crate::value::plan::PlanKey;
use crate::value::term::BillingInterval;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A price band. From user number `from` on, each user costs `price` for a whole term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The first user at this price. 1 in the first band.
    pub from: u32,
    /// The price per user and whole term (a month, a year).
    pub price: Money,
}

/// Graduated prices: each user costs the price of their band (PLN 2). Never empty, and the first band starts at 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bands(Vec<Band>);

impl Bands {
    /// Creates bands. `None` unless they start at 1 and rise.
    pub fn new(bands: Vec<Band>) -> Option<Self> {
        let starts_at_one = bands.first().is_some_and(|band| band.from == 1);
        let rising = bands
            .iter()
            .zip(bands.iter().skip(1))
            .all(|(low, high)| low.from < high.from);
        (starts_at_one && rising).then_some(Self(bands))
    }

    /// The bands, lowest first.
    pub fn iter(&self) -> impl Iterator<Item = &Band> {
        self.0.iter()
    }

    /// The number of `users` in each band, with the band's price. Omits bands that are not reached.
    pub fn split(&self, users: u32) -> Vec<(u32, Money)> {
        let ends = self.0.iter().skip(1).map(|band| band.from - 1).chain([u32::MAX]);
        self.0
            .iter()
            .zip(ends)
            .filter(|(band, _)| users >= band.from)
            .map(|(band, end)| (users.min(end) - band.from + 1, band.price))
            .collect()
    }

    /// The price of a whole term for `users` (PLN 2). `None` if it is too large for an amount.
    pub fn term_price(&self, users: u32) -> Option<Money> {
        let nothing = Money::zero(self.0.first().map_or(0, |band| band.price.digits()));
        let mut parts = self.split(users).into_iter();
        parts.try_fold(nothing, |sum, (users, price)| Some(sum + price.checked_mul(users)?))
    }
}

/// The ID of a price list: the first day on which purchases use it (PLN 3). No two lists of a catalog start on the same
/// day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PriceListId(Date);

impl PriceListId {
    /// The ID of the list that starts on a day.
    pub fn starting(day: Date) -> Self {
        Self(day)
    }

    /// The first day on which purchases use the list.
    pub fn first_day(self) -> Date {
        self.0
    }
}

/// Prices that apply from a day on (PLN 3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceList {
    /// The first day on which purchases and new terms use it.
    pub from: Date,
    /// The first day on which renewals use it.
    pub renewals_from: Date,
    /// The prices by plan and billing interval.
    pub prices: BTreeMap<(PlanKey, BillingInterval), Bands>,
}

impl PriceList {
    /// The ID of the list.
    pub fn id(&self) -> PriceListId {
        PriceListId(self.from)
    }
}

/// The event that starts a term. It decides which date of a price list counts (PLN 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PricingEvent {
    /// A purchase, or a new term started today.
    NewTerm,
    /// A renewal.
    Renewal,
}

/// The price lists of a catalog, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceLists(Vec<PriceList>);

impl PriceLists {
    /// Sorts the lists. The check of the catalog ensures that no two start on the same day.
    pub fn new(lists: Vec<PriceList>) -> Self {
        // There are few lists, and the general sort is much code.
        let mut sorted: Vec<PriceList> = Vec::new();
        for list in lists {
            let at = sorted.partition_point(|other| other.from <= list.from);
            sorted.insert(at, list);
        }
        Self(sorted)
    }

    /// All lists, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &PriceList> {
        self.0.iter()
    }

    /// The list with an ID.
    pub fn by_id(&self, id: PriceListId) -> Option<&PriceList> {
        self.0.iter().find(|list| list.id() == id)
    }

    /// The prices of `(plan, length)` in the list with an ID.
    pub fn bands(&self, id: PriceListId, plan: PlanKey, length: BillingInterval) -> Option<&Bands> {
        self.by_id(id)?.prices.get(&(plan, length))
    }

    /// The newest list that applies on `today`, whatever it prices (PLN 3).
    pub fn newest(&self, event: PricingEvent, today: Date) -> Option<&PriceList> {
        self.0.iter().rev().find(|list| reached(list, event, today))
    }

    /// The newest list that applies on `today` and prices `(plan, length)`: the fallback for a plan that the account
    /// already has (PLN 3: "a list without the held plan: the newest that has it").
    pub fn newest_with(
        &self,
        event: PricingEvent,
        today: Date,
        plan: PlanKey,
        length: BillingInterval,
    ) -> Option<&PriceList> {
        self.0
            .iter()
            .rev()
            .find(|list| reached(list, event, today) && list.prices.contains_key(&(plan, length)))
    }

    /// The oldest list that prices `(plan, length)`: the fallback of an import (PLN 5).
    pub fn oldest_with(&self, plan: PlanKey, length: BillingInterval) -> Option<&PriceList> {
        self.0.iter().find(|list| list.prices.contains_key(&(plan, length)))
    }
}

/// Whether `list` applies on `today`.
fn reached(list: &PriceList, event: PricingEvent, today: Date) -> bool {
    today
        >= match event {
            PricingEvent::NewTerm => list.from,
            PricingEvent::Renewal => list.renewals_from,
        }
}
