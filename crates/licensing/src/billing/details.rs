//! Billing details: who receives documents and how they are paid (INV 4, INV 5).

use crate::text::words::all;
use crate::value::country::Country;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// One billing detail: an optional line of text.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Detail {
    /// The billed company or person.
    Name,
    /// Street and number.
    Street,
    /// Postal code.
    PostalCode,
    /// City.
    City,
    /// Country: two capital letters of ISO 3166.
    Country,
    /// VAT ID.
    VatId,
    /// The buyer's purchase-order number.
    PoNumber,
    /// The contact's email address.
    Email,
    /// The contact person.
    Contact,
    /// Further email addresses that receive invoices, separated by commas.
    Recipients,
    /// How invoices are paid: a [payment method](crate::catalogue::payment_method::PaymentMethod) of the catalog.
    Payment,
}

impl Detail {
    /// Every billing detail, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl Detail {
    /// The detail's label in a sentence.
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Street => "street",
            Self::PostalCode => "postal code",
            Self::City => "city",
            Self::Country => "country",
            Self::VatId => "VAT ID",
            Self::PoNumber => "purchase order number",
            Self::Email => "email address",
            Self::Contact => "contact",
            Self::Recipients => "list of recipients",
            Self::Payment => "payment method",
        }
    }
}

/// The known details of the buyer. A missing detail has no entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BillingDetails(BTreeMap<Detail, String>);

impl BillingDetails {
    /// The detail, if it is given.
    pub fn get(&self, detail: Detail) -> Option<&str> {
        self.0.get(&detail).map(String::as_str)
    }

    /// The country, if it is given and has the form of a country code.
    pub fn country(&self) -> Option<Country> {
        self.get(Detail::Country).and_then(Country::parse)
    }

    /// Sets a detail.
    pub fn set(&mut self, detail: Detail, text: String) {
        self.0.insert(detail, text);
    }

    /// All given details, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Detail, &str)> {
        self.0.iter().map(|(detail, text)| (*detail, text.as_str()))
    }

    /// Whether no detail is given.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Takes the details in order.
impl From<[Option<String>; Detail::ALL.len()]> for BillingDetails {
    fn from(texts: [Option<String>; Detail::ALL.len()]) -> Self {
        let mut billing = Self::default();
        for (detail, text) in Detail::ALL.into_iter().zip(texts) {
            if let Some(text) = text {
                billing.set(detail, text);
            }
        }
        billing
    }
}

/// The billing details as fields of a command, among its other fields. A field that is not given is missing or `null`.
pub mod fields {
    use super::BillingDetails;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields, expecting = "an object")]
    struct Fields {
        name: Option<String>,
        street: Option<String>,
        postal_code: Option<String>,
        city: Option<String>,
        country: Option<String>,
        vat_id: Option<String>,
        po_number: Option<String>,
        email: Option<String>,
        contact: Option<String>,
        recipients: Option<String>,
        payment: Option<String>,
    }

    /// Reads the details from the fields.
    ///
    /// # Errors
    /// If a field is not a string or `null`.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BillingDetails, D::Error> {
        let it = Fields::deserialize(deserializer)?;
        Ok([
            it.name,
            it.street,
            it.postal_code,
            it.city,
            it.country,
            it.vat_id,
            it.po_number,
            it.email,
            it.contact,
            it.recipients,
            it.payment,
        ]
        .into())
    }

    /// Writes the details as fields.
    ///
    /// # Errors
    /// If the serializer fails.
    pub fn serialize<S: Serializer>(billing: &BillingDetails, serializer: S) -> Result<S::Ok, S::Error> {
        billing.serialize(serializer)
    }
}
