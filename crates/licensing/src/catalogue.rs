//! The catalogue: product, plans, limits, prices, tax. Data, read once and valid from then on; every figure of the
//! rules that a vendor may change stands here and none in code (PLN).

use super::billing::Way;
use super::catalogue_file::File;
use super::duplicate_key;
pub use super::json::Fault;
use super::json::from_value;
use super::letters::unmarked;
use super::money::Money;
use super::newer::is_newer;
use super::plan::{Plan, PlanKey};
use super::price::PriceLists;
use super::standing::Standing;
use super::tax::Percent;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The catalogue that is shipped with the program.
pub const SHIPPED: &str = include_str!("../../../catalogue.json");

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
    pub standing: Standing,
}

/// A tax rate (INV 6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxRate {
    /// Its id, which lines carry.
    pub id: String,
    /// The country it holds for, two letters.
    pub country: String,
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
    /// Reads and checks a catalogue.
    ///
    /// # Errors
    /// Every fault at once, each with its place.
    pub fn from_json(text: &str) -> Result<Self, Vec<Fault>> {
        let text = unmarked(text);
        duplicate_key::check(text).map_err(|found| {
            let (place, problem) = (found.place.clone(), found.problem());
            vec![Fault { place, problem }]
        })?;
        let value: Value = serde_json::from_str(text).map_err(|error| {
            let (place, problem) = (String::new(), error.to_string());
            vec![Fault { place, problem }]
        })?;
        read(&value)?.check_typed()
    }

    /// Checks a catalogue that stands inside another file that people write (a scenario).
    ///
    /// # Errors
    /// Every fault at once, each with its place.
    pub fn from_scenario(value: &Value) -> Result<Self, Vec<Fault>> {
        read(value)?.check_typed()
    }

    /// Checks a catalogue that a journal recorded. Its texts stand there already, so what no document can carry is no
    /// fault of them.
    ///
    /// # Errors
    /// Every fault at once, each with its place.
    pub fn from_value(value: &Value) -> Result<Self, Vec<Fault>> {
        read(value)?.check()
    }

    /// Whether a catalogue cannot be read because it holds a field or a word that is not known here.
    pub fn is_newer(value: &Value) -> bool {
        from_value::<File>(value).is_err_and(|fault| is_newer::<File>(value.clone(), fault))
    }

    /// The shipped catalogue; its validity is tested.
    ///
    /// # Errors
    /// Its faults, should somebody have broken it.
    pub fn shipped() -> Result<Self, Vec<Fault>> {
        Self::from_json(SHIPPED)
    }

    /// Nothing, in this currency.
    pub fn nothing(&self) -> Money {
        Money::zero(self.minor_digits)
    }

    /// A plan, if it exists.
    pub fn plan(&self, key: PlanKey) -> Option<&Plan> {
        self.plans.get(&key)
    }

    /// A plan's name for people; its key where the catalogue no longer knows it.
    pub fn plan_name(&self, key: PlanKey) -> &str {
        self.plan(key).map_or(key.key(), |plan| &plan.name)
    }

    /// The ways to pay that there are (INV 5).
    pub fn ways_to_pay(&self) -> impl Iterator<Item = Way> {
        let bank = self.seller.bank.as_ref().map(|_| Way::BankTransfer);
        let page = self.payment_page.as_ref().map(|_| Way::PaymentPage);
        bank.into_iter().chain(page)
    }

    /// How many licences Free has (PLN 4); 0 where it is not offered.
    pub fn free_licences(&self) -> u32 {
        self.plan(PlanKey::Free).and_then(|plan| plan.licences.max).unwrap_or(0)
    }
}

/// Reads the form of a value.
fn read(value: &Value) -> Result<File, Vec<Fault>> {
    from_value(value).map_err(|fault| vec![fault])
}
