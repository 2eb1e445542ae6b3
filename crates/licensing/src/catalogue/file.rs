//! The format of `catalogue.json`, and the checks that turn it into a [`Catalogue`] (docs/formats.md).

mod texts;

use crate::catalogue::prices::{Band, Bands, PriceList, PriceLists};
use crate::catalogue::status::CatalogueStatus;
use crate::catalogue::{Activation, Catalogue, Seller, Support, TaxRate};
use crate::json::read::{FileError, Word};
use crate::value::country::{Country, meant_country, meant_currency};
use crate::value::date::Date;
use crate::value::money::Money;
use crate::value::percent::Percent;
use crate::value::plan::{Deployment, Limits, Plan, PlanKey};
use crate::value::term::BillingInterval;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The parsed file. Dates, prices, bands and percentages are not parsed yet, so [`File::check`] can report all their
/// errors together. It returns a [`Catalogue`].
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct File {
    product: String,
    currency: String,
    minor_digits: u32,
    trial_days: u32,
    payment_days: u32,
    activation_grace_days: u32,
    plans: BTreeMap<Word<PlanKey>, Plan>,
    price_lists: Vec<FilePriceList>,
    tax_rates: Vec<FileTaxRate>,
    seller: Seller,
    payment_page: Option<String>,
    support: Support,
    activation: Option<FileActivation>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
struct FilePriceList {
    from: Value,
    renewals_from: Option<Value>,
    prices: BTreeMap<Word<PlanKey>, BTreeMap<Word<BillingInterval>, Vec<FileBand>>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
struct FileBand {
    from: Value,
    price: Value,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
struct FileTaxRate {
    id: String,
    country: String,
    percent: Value,
    reverse_charge: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
struct FileActivation {
    url: String,
    #[serde(default)]
    keys: BTreeMap<String, String>,
    #[serde(default)]
    revoked: Vec<String>,
    orders_url: Option<String>,
}

/// The highest price per user and term in major units ([`check_bands`]). It keeps sums far below the decimal limit.
const HIGHEST_PRICE: i128 = 1_000_000_000;

/// Collects errors and their paths. Paths and messages are passed in parts, which are joined only for an error.
struct Checker(Vec<FileError>);

impl Checker {
    /// Adds an error unless `good`.
    fn require(&mut self, good: bool, place: &[&str], problem: &[&str]) {
        if !good {
            self.0.push(FileError {
                place: place.concat(),
                problem: problem.concat(),
            });
        }
    }
}

/// The path of an entry in a list.
fn entry(list: &str, at: usize) -> String {
    [list, "[", &at.to_string(), "]"].concat()
}

impl File {
    /// Checks everything that the types do not guarantee.
    ///
    /// # Errors
    /// All errors together, each with its path.
    pub fn check(self) -> Result<Catalogue, Vec<FileError>> {
        let mut checker = Checker(Vec::new());
        self.check_header(&mut checker);
        for (Word(key), plan) in self.plans.iter() {
            check_plan(&mut checker, *key, plan);
        }
        let price_lists = self.check_price_lists(&mut checker);
        let tax_rates = check_tax_rates(&mut checker, &self.tax_rates);
        if let Some(activation) = &self.activation {
            check_activation(&mut checker, activation);
        }
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
            plans: self.plans.into_iter().map(|(Word(key), plan)| (key, plan)).collect(),
            price_lists: PriceLists::new(price_lists),
            tax_rates,
            seller: self.seller,
            payment_page: self.payment_page,
            support: self.support,
            revoked_keys: self.activation.iter().flat_map(|it| it.revoked.clone()).collect(),
            activation: self.activation.map(|it| Activation {
                url: it.url,
                keys: it.keys,
                orders_url: it.orders_url,
            }),
            status: CatalogueStatus::InForce,
        })
    }

    fn check_header(&self, checker: &mut Checker) {
        // A recorded catalog stays readable when the standards change, so only the form of the code is checked.
        let code = is_capitals(&self.currency, 3);
        let currency = no_currency(&self.currency);
        let seller_country = self.seller.country.as_deref().unwrap_or_default();
        let given = |text: &str| !text.trim().is_empty();
        let page = self.payment_page.as_deref();
        let within = |days: u32, least: u32, most: u32| (least..=most).contains(&days);
        for (good, place, problem) in [
            (given(&self.product), "product", "enter the product's name"),
            (code, "currency", &currency),
            (
                seller_country.is_empty() || is_capitals(seller_country, 2),
                "seller.country",
                &no_country(seller_country),
            ),
            (self.minor_digits <= 4, "minor_digits", "use 0 to 4 decimal places"),
            (within(self.trial_days, 1, 3650), "trial_days", "use 1 to 3650 days"),
            (within(self.payment_days, 0, 365), "payment_days", "use 0 to 365 days"),
            (
                within(self.activation_grace_days, 0, 365),
                "activation_grace_days",
                "use 0 to 365 days",
            ),
            (given(&self.seller.name), "seller.name", "enter the seller's name"),
            (
                page.is_none_or(|page| page.starts_with("https://") && page.contains("{number}")),
                "payment_page",
                "use an https address with {number} in it",
            ),
            (
                given(&self.support.url),
                "support.url",
                "enter the address of the support page",
            ),
            (
                given(&self.support.email),
                "support.email",
                "enter support's email address",
            ),
        ] {
            checker.require(good, &[place], &[problem]);
        }
    }

    fn check_price_lists(&self, checker: &mut Checker) -> Vec<PriceList> {
        let mut lists: Vec<PriceList> = Vec::new();
        for (at, list) in self.price_lists.iter().enumerate() {
            let place = entry("price_lists", at);
            let from = check_date(checker, &[&place, ".from"], &list.from);
            let renewals_from = list.renewals_from.as_ref();
            let renewals_from = renewals_from.and_then(|day| check_date(checker, &[&place, ".renewals_from"], day));
            checker.require(
                lists.iter().all(|other| Some(other.from) != from),
                &[&place, ".from"],
                &["another price list starts on this date"],
            );
            let mut prices = BTreeMap::new();
            for (Word(plan), lengths) in list.prices.iter() {
                let place = [&place, ".prices.", plan.as_str()].concat();
                checker.require(
                    *plan != PlanKey::Free,
                    &[&place],
                    &["the Free plan has no price: remove this"],
                );
                for (Word(length), bands) in lengths.iter() {
                    let place = [&place, ".", length.as_str()].concat();
                    if let Some(bands) = check_bands(checker, &place, bands, self.minor_digits) {
                        prices.insert((*plan, *length), bands);
                    }
                }
            }
            lists.extend(from.map(|from| PriceList {
                from,
                renewals_from: renewals_from.unwrap_or(from),
                prices,
            }));
        }
        lists
    }
}

/// Whether the text consists of exactly `count` capital letters.
fn is_capitals(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The message for a code that is not a current currency.
fn no_currency(code: &str) -> String {
    match meant_currency(code) {
        Some(meant) => format!("`{code}` isn't an active ISO 4217 currency: did you mean {meant}?"),
        None => "use the three capital letters of an active ISO 4217 currency, such as \"USD\"".to_owned(),
    }
}

/// The message for a code that is not a country.
fn no_country(code: &str) -> String {
    match meant_country(code) {
        Some(meant) => format!("`{code}` isn't an ISO 3166 country: did you mean {meant}?"),
        None => "use the two capital letters of a country (ISO 3166), such as \"DE\"".to_owned(),
    }
}

fn check_plan(checker: &mut Checker, key: PlanKey, plan: &Plan) {
    let Limits { min, max } = plan.licenses;
    let is_free = key == PlanKey::Free;
    let times = |deployment: &Deployment| plan.deployments.iter().filter(|it| *it == deployment).count();
    let distinct = Deployment::ALL.iter().all(|deployment| times(deployment) <= 1);
    for (good, field, problem) in [
        (!plan.name.trim().is_empty(), "name", "enter the plan's name"),
        (min >= 1, "licences.min", "a plan has at least 1 license"),
        (
            max.is_none_or(|max| max >= min),
            "licences.max",
            "must not be lower than min; null means no limit",
        ),
        (
            max.is_some() || !is_free,
            "licences.max",
            "the Free plan has a fixed number of licenses",
        ),
        (!plan.sold || !key.is_legacy(), "sold", "a legacy plan can't be sold"),
        (
            distinct && !plan.deployments.is_empty(),
            "deployments",
            "use \"services\", \"server\", or both, each once",
        ),
    ] {
        checker.require(good, &["plans.", key.as_str(), ".", field], &[problem]);
    }
}

/// The text of a JSON string.
fn check_text<'a>(checker: &mut Checker, place: &[&str], value: &'a Value) -> Option<&'a str> {
    let text = value.as_str();
    checker.require(text.is_some(), place, &[&no_text(value)]);
    text
}

/// The message for a value that is not a string.
fn no_text(value: &Value) -> String {
    format!("`{value}` isn't text: put it in quotes")
}

fn check_date(checker: &mut Checker, place: &[&str], value: &Value) -> Option<Date> {
    let text = check_text(checker, place, value)?;
    let date = Date::parse(text);
    let problem = ["`", text, "` isn't a date in the format YYYY-MM-DD"];
    checker.require(date.is_some(), place, &problem);
    date
}

fn check_bands(checker: &mut Checker, place: &str, bands: &[FileBand], digits: u32) -> Option<Bands> {
    let mut checked = Vec::new();
    for (at, band) in bands.iter().enumerate() {
        let place = entry(place, at);
        let from = band.from.as_u64().and_then(|from| u32::try_from(from).ok());
        checker.require(
            from.is_some(),
            &[&place, ".from"],
            &[
                "`",
                &band.from.to_string(),
                "` isn't a number of users: use a whole number of 1 or more",
            ],
        );
        let highest = Money::from_minor(HIGHEST_PRICE, 0);
        let price = check_text(checker, &[&place, ".price"], &band.price).and_then(|text| {
            let price = Money::parse(text, digits).filter(|price| !price.is_negative() && *price <= highest);
            checker.require(
                price.is_some(),
                &[&place, ".price"],
                &[
                    "`",
                    text,
                    "` isn't a price: use a decimal from 0 to 1000000000 with up to ",
                    &digits.to_string(),
                    " decimal places",
                ],
            );
            price
        });
        let band = from.zip(price).map(|(from, price)| Band { from, price });
        checked.extend(band);
    }
    let complete = checked.len() == bands.len();
    let result = Bands::new(checked);
    checker.require(
        result.is_some() || !complete,
        &[place],
        &["bands must start with \"from\": 1 and increase (the first user at that price)"],
    );
    result.filter(|_| complete)
}

fn check_tax_rates(checker: &mut Checker, rates: &[FileTaxRate]) -> Vec<TaxRate> {
    let mut checked = Vec::new();
    for (at, rate) in rates.iter().enumerate() {
        let place = entry("tax_rates", at);
        let country = Country::parse(&rate.country);
        let percent = rate.percent.as_str().and_then(Percent::parse);
        let no_percent = match rate.percent {
            Value::String(_) => "use a decimal from 0 to 100, such as \"19\"".to_owned(),
            _ => no_text(&rate.percent),
        };
        let known = rates.iter().take(at).any(|other| other.id == rate.id);
        for (good, field, problem) in [
            (!rate.id.is_empty() && !known, ".id", "use an ID that no other rate has"),
            (country.is_some(), ".country", &no_country(&rate.country)),
            (percent.is_some(), ".percent", &no_percent),
        ] {
            checker.require(good, &[&place, field], &[problem]);
        }
        checked.extend(country.zip(percent).map(|(country, percent)| TaxRate {
            id: rate.id.clone(),
            country,
            percent,
            reverse_charge: rate.reverse_charge,
        }));
    }
    checked
}

/// Checks the form of addresses and keys. Whether a key is valid becomes known when it verifies a signature.
fn check_activation(checker: &mut Checker, activation: &FileActivation) {
    let orders = activation.orders_url.as_deref();
    let problem = ["use an address that starts with https:// or http://"];
    checker.require(is_address(&activation.url), &["activation.url"], &problem);
    checker.require(orders.is_none_or(is_address), &["activation.orders_url"], &problem);
    checker.require(
        activation.revoked.iter().all(|kid| !activation.keys.contains_key(kid)),
        &["activation.revoked"],
        &["a revoked key can't also be in activation.keys: remove it from one of them"],
    );
    for (kid, key) in activation.keys.iter() {
        let letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
        let sound = |key: &str| key.len() == 43 && key.bytes().all(letter);
        checker.require(
            key.strip_suffix('=').is_some_and(sound),
            &["activation.keys.", kid],
            &["use the public key printed by `licensing keygen`: base64 of 32 bytes"],
        );
    }
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}
