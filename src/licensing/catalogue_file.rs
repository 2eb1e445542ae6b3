//! `catalogue.json` as it is written, and the checks that make a [`Catalogue`] of it (docs/formats.md).

use super::catalogue::{Activation, Catalogue, Fault, Seller, Support, TaxRate};
use super::date::Date;
use super::field::fields;
use super::money::{Money, parse_plain_decimal};
use super::plan::{Deployment, Limits, Plan, PlanKey};
use super::price::{Band, Bands, PriceList, PriceLists};
use super::term::Length;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// The file as it is written; [`File::check`] makes a [`Catalogue`] of it.
#[derive(Clone, Debug)]
pub struct File {
    product: String,
    currency: String,
    minor_digits: u32,
    trial_days: u32,
    payment_days: u32,
    activation_grace_days: u32,
    plans: BTreeMap<PlanKey, Plan>,
    price_lists: Vec<FilePriceList>,
    tax_rates: Vec<FileTaxRate>,
    seller: Seller,
    support: Support,
    activation: Option<Activation>,
}

fields!(File {
    product,
    currency,
    minor_digits,
    trial_days,
    payment_days,
    activation_grace_days,
    plans,
    price_lists,
    tax_rates,
    seller,
    support,
    activation: optional
});

#[derive(Clone, Debug)]
struct FilePriceList {
    from: Date,
    renewals_from: Option<Date>,
    prices: BTreeMap<PlanKey, BTreeMap<Length, Vec<FileBand>>>,
}

fields!(FilePriceList {
    from,
    renewals_from: optional,
    prices
});

#[derive(Clone, Debug)]
struct FileBand {
    from: u32,
    price: String,
}

fields!(FileBand { from, price });

#[derive(Clone, Debug)]
struct FileTaxRate {
    id: String,
    country: String,
    percent: String,
    reverse_charge: bool,
}

fields!(FileTaxRate {
    id,
    country,
    percent,
    reverse_charge
});

/// The highest price per user and term, in major units: keeps every sum far inside the decimal's range.
const HIGHEST_PRICE: i128 = 1_000_000_000;

/// Collects faults with their places.
struct Checker(Vec<Fault>);

impl Checker {
    /// Notes a fault unless `good`.
    fn require(&mut self, good: bool, place: &str, problem: &str) {
        if !good {
            self.0.push(Fault {
                place: place.to_owned(),
                problem: problem.to_owned(),
            });
        }
    }
}

impl File {
    /// Checks everything that its types do not say.
    ///
    /// # Errors
    /// Every fault at once, each with its place.
    pub fn check(self) -> Result<Catalogue, Vec<Fault>> {
        let mut checker = Checker(Vec::new());
        self.check_header(&mut checker);
        for (key, plan) in &self.plans {
            check_plan(&mut checker, *key, plan);
        }
        let price_lists = self.check_price_lists(&mut checker);
        let tax_rates = check_tax_rates(&mut checker, &self.tax_rates);
        if !checker.0.is_empty() {
            return Err(checker.0);
        }
        Ok(Catalogue {
            product: self.product,
            currency: self.currency,
            minor_digits: self.minor_digits,
            trial_days: self.trial_days,
            payment_days: self.payment_days,
            activation_grace_days: self.activation_grace_days,
            plans: self.plans,
            price_lists: PriceLists::new(price_lists),
            tax_rates,
            seller: self.seller,
            support: self.support,
            activation: self.activation,
        })
    }

    fn check_header(&self, checker: &mut Checker) {
        let letters = self.currency.len() == 3 && self.currency.bytes().all(|byte| byte.is_ascii_uppercase());
        checker.require(!self.product.trim().is_empty(), "product", "give the product's name");
        checker.require(
            letters,
            "currency",
            "use the three capital letters of ISO 4217, such as \"USD\"",
        );
        checker.require(
            self.minor_digits <= 4,
            "minor_digits",
            "a currency has 0 to 4 digits behind the point",
        );
        checker.require(
            (1..=3650).contains(&self.trial_days),
            "trial_days",
            "use 1 to 3650 days",
        );
        checker.require(self.payment_days <= 365, "payment_days", "use 0 to 365 days");
        checker.require(
            self.activation_grace_days <= 365,
            "activation_grace_days",
            "use 0 to 365 days",
        );
        checker.require(
            !self.seller.name.trim().is_empty(),
            "seller.name",
            "give the seller's name",
        );
        checker.require(
            !self.support.url.trim().is_empty(),
            "support.url",
            "give the address of the support page",
        );
        checker.require(
            !self.support.email.trim().is_empty(),
            "support.email",
            "give the e-mail address of support",
        );
    }

    fn check_price_lists(&self, checker: &mut Checker) -> Vec<PriceList> {
        let mut seen = BTreeSet::new();
        let mut lists = Vec::new();
        for (at, list) in self.price_lists.iter().enumerate() {
            let place = format!("price_lists[{at}]");
            checker.require(
                seen.insert(list.from),
                &format!("{place}.from"),
                "another price list starts on this day",
            );
            let mut prices = BTreeMap::new();
            for (plan, lengths) in &list.prices {
                let free = *plan == PlanKey::Free;
                checker.require(
                    !free,
                    &format!("{place}.prices.free"),
                    "Free has no price: take it out (PLN 4)",
                );
                for (length, bands) in lengths {
                    let place = format!("{place}.prices.{}.{}", plan.key(), length.key());
                    if let Some(bands) = check_bands(checker, &place, bands, self.minor_digits) {
                        prices.insert((*plan, *length), bands);
                    }
                }
            }
            let renewals_from = list.renewals_from.unwrap_or(list.from);
            lists.push(PriceList {
                from: list.from,
                renewals_from,
                prices,
            });
        }
        lists
    }
}

fn check_plan(checker: &mut Checker, key: PlanKey, plan: &Plan) {
    let place = format!("plans.{}", key.key());
    let Limits { min, max } = plan.licences;
    checker.require(
        !plan.name.trim().is_empty(),
        &format!("{place}.name"),
        "give the plan's name",
    );
    checker.require(
        min >= 1,
        &format!("{place}.licences.min"),
        "a plan has at least 1 licence",
    );
    checker.require(
        max.is_none_or(|max| max >= min),
        &format!("{place}.licences.max"),
        "must not be lower than min; null means no limit",
    );
    if key == PlanKey::Free {
        checker.require(
            max.is_some(),
            &format!("{place}.licences.max"),
            "Free has a fixed number of licences (PLN 4)",
        );
    }
    if key.is_legacy() {
        checker.require(
            !plan.sold,
            &format!("{place}.sold"),
            "a legacy plan cannot be sold (PLN 5)",
        );
    }
    let distinct: BTreeSet<Deployment> = plan.deployments.iter().copied().collect();
    checker.require(
        !distinct.is_empty() && distinct.len() == plan.deployments.len(),
        &format!("{place}.deployments"),
        "name \"services\", \"server\" or both, each once",
    );
}

fn check_bands(checker: &mut Checker, place: &str, bands: &[FileBand], digits: u32) -> Option<Bands> {
    let mut checked = Vec::new();
    for (at, band) in bands.iter().enumerate() {
        let price = Money::parse(&band.price, digits)
            .filter(|price| !price.is_negative() && price.minor() <= HIGHEST_PRICE * 10_i128.pow(digits.min(4)));
        checker.require(
            price.is_some(),
            &format!("{place}[{at}].price"),
            &format!("`{}` is no price: use a decimal from 0 to {HIGHEST_PRICE} with at most {digits} digits behind the point", band.price),
        );
        checked.extend(price.map(|price| Band { from: band.from, price }));
    }
    let complete = checked.len() == bands.len();
    let result = Bands::new(checked);
    checker.require(
        result.is_some() || !complete,
        place,
        "bands must start with \"from\": 1 and rise (the first user at that price)",
    );
    result.filter(|_| complete)
}

fn check_tax_rates(checker: &mut Checker, rates: &[FileTaxRate]) -> Vec<TaxRate> {
    let mut seen = BTreeSet::new();
    let mut checked = Vec::new();
    for (at, rate) in rates.iter().enumerate() {
        let place = format!("tax_rates[{at}]");
        let percent = parse_plain_decimal(&rate.percent)
            .filter(|percent| *percent >= Decimal::ZERO && *percent <= Decimal::ONE_HUNDRED);
        let country = rate.country.len() == 2 && rate.country.bytes().all(|byte| byte.is_ascii_uppercase());
        checker.require(
            !rate.id.is_empty() && seen.insert(&rate.id),
            &format!("{place}.id"),
            "give an id that no other rate has",
        );
        checker.require(
            country,
            &format!("{place}.country"),
            "use the two capital letters of ISO 3166, such as \"DE\"",
        );
        checker.require(
            percent.is_some(),
            &format!("{place}.percent"),
            "use a decimal from 0 to 100, such as \"19\"",
        );
        checked.extend(percent.map(|percent| TaxRate {
            id: rate.id.clone(),
            country: rate.country.clone(),
            percent,
            reverse_charge: rate.reverse_charge,
        }));
    }
    checked
}
