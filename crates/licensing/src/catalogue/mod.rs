//! The catalog: product, plans, limits, prices and tax. It is data that is checked once when it is read. It holds every
//! figure of the rules that a vendor may change; the code holds none (PLN).

mod file;
mod in_force;
pub mod payment_method;
pub mod prices;
pub mod read;
pub mod status;

use crate::catalogue::payment_method::PaymentMethod;
use crate::catalogue::prices::PriceLists;
use crate::catalogue::status::CatalogueStatus;
use crate::value::country::Country;
use crate::value::license_count::LicenseCount;
use crate::value::money::Money;
use crate::value::percent::Percent;
use crate::value::plan::{Plan, PlanKey};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A checked catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// The product's name.
    pub product: String,
    /// The currency, three letters (ISO 4217).
    pub currency: String,
    /// The number of minor digits of the currency.
    pub minor_digits: u32,
    /// The length of a trial in days (TRI 1).
    pub trial_days: u32,
    /// The days from the date of a document to its due date (INV 4).
    pub payment_days: u32,
    /// The days for which the last activation stays valid (ACT 5).
    pub activation_grace_days: u32,
    /// The plans.
    pub plans: BTreeMap<PlanKey, Plan>,
    /// The price lists.
    pub price_lists: PriceLists,
    /// Tax rates by country. The first match counts (INV 6).
    pub tax_rates: Vec<TaxRate>,
    /// The seller.
    pub seller: Seller,
    /// The address of a hosted payment page, with the placeholders `{number}`, `{sum}` and `{currency}` (INV 5).
    pub payment_page: Option<String>,
    /// The support contact (SUP 1).
    pub support: Support,
    /// The activation service, if there is one (ACT).
    pub activation: Option<Activation>,
    /// The IDs of removed keys. A catalog that still has one of these keys is older (PLN 3).
    pub revoked_keys: Vec<String>,
    /// Whether it may price orders. The file does not hold this; the reader sets it.
    pub status: CatalogueStatus,
}

/// A tax rate (INV 6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxRate {
    /// The ID that lines refer to.
    pub id: String,
    /// The country of the rate.
    pub country: Country,
    /// The percentage.
    pub percent: Percent,
    /// Whether a buyer with a VAT ID pays 0.
    pub reverse_charge: bool,
}

/// The seller (INV 4).
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
    /// Email address.
    pub email: Option<String>,
    /// Bank details, line by line.
    pub bank: Option<Vec<String>>,
}

/// The support contact (SUP 1).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct Support {
    /// A page for support requests.
    pub url: String,
    /// An email address for support requests.
    pub email: String,
}

/// The activation service (ACT).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activation {
    /// Its base address.
    pub url: String,
    /// Public keys by key ID, base64 of 32 bytes.
    #[serde(default)]
    pub keys: BTreeMap<String, String>,
    /// The address for order files (ACT 9).
    pub orders_url: Option<String>,
}

impl Catalogue {
    /// Zero in the catalog's currency.
    pub fn zero(&self) -> Money {
        Money::zero(self.minor_digits)
    }

    /// A plan, if it exists.
    pub fn plan(&self, key: PlanKey) -> Option<&Plan> {
        self.plans.get(&key)
    }

    /// The plan's display name, or its key if the catalog no longer has it.
    pub fn plan_name(&self, key: PlanKey) -> &str {
        self.plan(key).map_or(key.as_str(), |plan| &plan.name)
    }

    /// The available payment methods (INV 5).
    pub fn payment_methods(&self) -> impl Iterator<Item = PaymentMethod> {
        let bank = self.seller.bank.as_ref().map(|_| PaymentMethod::BankTransfer);
        let page = self.payment_page.as_ref().map(|_| PaymentMethod::PaymentPage);
        bank.into_iter().chain(page)
    }

    /// The number of licenses of Free (PLN 4). `None` if the catalog has no Free.
    pub fn free_licenses(&self) -> Option<LicenseCount> {
        self.plan(PlanKey::Free)?.licenses.max?.try_into().ok()
    }
}
