//! The catalogue: product, plans, limits, prices, tax. Data, read once and valid from then on; every figure of the
//! rules that a vendor may change stands here and none in code (PLN).

mod file;
mod in_force;
pub mod payment_method;
pub mod prices;
pub mod read;
pub mod standing;

use crate::catalogue::payment_method::PaymentMethod;
use crate::catalogue::prices::PriceLists;
use crate::catalogue::standing::CatalogueStatus;
use crate::value::country::Country;
use crate::value::money::Money;
use crate::value::percent::Percent;
use crate::value::plan::{Plan, PlanKey};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A checked catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// The product's name.
    pub product: String,
    /// The currency, three letters (ISO 4217).
    pub currency: String,
    /// How many digits the currency has behind the point.
    pub minor_digits: u32,
    /// How long a trial lasts, in days (TRI 1).
    pub trial_days: u32,
    /// How many days after its date a document is due (INV 4).
    pub payment_days: u32,
    /// How long the last activation stays good, in days (ACT 5).
    pub activation_grace_days: u32,
    /// The plans that exist.
    pub plans: BTreeMap<PlanKey, Plan>,
    /// The price lists.
    pub price_lists: PriceLists,
    /// Tax by country, first match counts (INV 6).
    pub tax_rates: Vec<TaxRate>,
    /// Who sells.
    pub seller: Seller,
    /// The address of a hosted payment page, with `{number}`, `{sum}` and `{currency}` in it (INV 5).
    pub payment_page: Option<String>,
    /// Where help is (SUP 1).
    pub support: Support,
    /// The activation service, where there is one (ACT).
    pub activation: Option<Activation>,
    /// The ids of keys that were taken out of it: who still knows them for good is older (PLN 3).
    pub revoked_keys: Vec<String>,
    /// Whether orders may be priced by it; of no file, but of who reads it.
    pub standing: CatalogueStatus,
}

/// A tax rate (INV 6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxRate {
    /// Its id, which lines carry.
    pub id: String,
    /// The country it holds for.
    pub country: Country,
    /// Per cent.
    pub percent: Percent,
    /// Whether a buyer with a VAT ID pays 0.
    pub reverse_charge: bool,
}

/// Who sells (INV 4).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct Seller {
    /// The company's name.
    pub name: String,
    /// Street and number.
    pub street: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// City.
    pub city: Option<String>,
    /// Country, two letters.
    pub country: Option<String>,
    /// VAT ID.
    pub vat_id: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Bank details, line by line.
    pub bank: Option<Vec<String>>,
}

/// Where help is (SUP 1).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct Support {
    /// A page to ask on.
    pub url: String,
    /// An address to write to.
    pub email: String,
}

/// The activation service (ACT).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activation {
    /// Its base address.
    pub url: String,
    /// Public keys by key id, base64 of 32 bytes.
    #[serde(default)]
    pub keys: BTreeMap<String, String>,
    /// Where order files are sent (ACT 9).
    pub orders_url: Option<String>,
}

impl Catalogue {
    /// Nothing, in this currency.
    pub fn zero(&self) -> Money {
        Money::zero(self.minor_digits)
    }

    /// A plan, if it exists.
    pub fn plan(&self, key: PlanKey) -> Option<&Plan> {
        self.plans.get(&key)
    }

    /// A plan's name for people; its key where the catalogue no longer knows it.
    pub fn plan_name(&self, key: PlanKey) -> &str {
        self.plan(key).map_or(key.as_str(), |plan| &plan.name)
    }

    /// The ways to pay that there are (INV 5).
    pub fn payment_methods(&self) -> impl Iterator<Item = PaymentMethod> {
        let bank = self.seller.bank.as_ref().map(|_| PaymentMethod::BankTransfer);
        let page = self.payment_page.as_ref().map(|_| PaymentMethod::PaymentPage);
        bank.into_iter().chain(page)
    }

    /// How many licenses Free has (PLN 4); 0 where it is not offered.
    pub fn free_licenses(&self) -> u32 {
        self.plan(PlanKey::Free).and_then(|plan| plan.licenses.max).unwrap_or(0)
    }
}
