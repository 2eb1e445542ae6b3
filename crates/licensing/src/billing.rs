//! Billing details: to whom documents go and how they are paid (INV 4, INV 5).

use super::source::{Outcome, Read, Source, deserialize};
use super::table::Table;
use super::word::words;
use serde::{Serialize, Serializer};

/// One billing detail; every one is a line of text and may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// The company or person that is billed.
    Name,
    /// Street and number.
    Street,
    /// Postal code.
    PostalCode,
    /// City.
    City,
    /// Country, two capital letters of ISO 3166.
    Country,
    /// VAT ID.
    VatId,
    /// The buyer's purchase-order number.
    PoNumber,
    /// The e-mail address of the contact.
    Email,
    /// Whom to ask.
    Contact,
    /// Further e-mail addresses that invoices go to, separated by commas.
    Recipients,
    /// How invoices are paid: a [`Way`], of those that the catalogue has.
    Payment,
}

words!(Detail, "billing detail",
    "name" => Name,
    "street" => Street,
    "postal_code" => PostalCode,
    "city" => City,
    "country" => Country,
    "vat_id" => VatId,
    "po_number" => PoNumber,
    "email" => Email,
    "contact" => Contact,
    "recipients" => Recipients,
    "payment" => Payment,
);

impl Detail {
    /// What a detail is called in a sentence.
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Street => "street",
            Self::PostalCode => "postal code",
            Self::City => "city",
            Self::Country => "country",
            Self::VatId => "VAT ID",
            Self::PoNumber => "purchase-order number",
            Self::Email => "e-mail address",
            Self::Contact => "contact",
            Self::Recipients => "list of recipients",
            Self::Payment => "way to pay",
        }
    }
}

/// A way to pay (INV 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the bank account that the catalogue names.
    BankTransfer,
    /// On the payment page that the catalogue names.
    PaymentPage,
}

words!(Way, "way to pay", "bank_transfer" => BankTransfer, "payment_page" => PaymentPage);

/// What is known of the buyer; what is missing is not there at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Billing(Table<Detail, String>);

impl Billing {
    /// A detail, where it is given.
    pub fn get(&self, detail: Detail) -> Option<&str> {
        self.0.get(&detail).map(String::as_str)
    }

    /// Gives a detail its text.
    pub fn set(&mut self, detail: Detail, text: String) {
        self.0.insert(detail, text);
    }

    /// Every detail that is given, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Detail, &str)> {
        self.0.iter().map(|(detail, text)| (*detail, text.as_str()))
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// From the details in order.
impl From<[Option<String>; Detail::ALL.len()]> for Billing {
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

impl Serialize for Billing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter())
    }
}

impl Read for Billing {
    fn read(source: &mut dyn Source) -> Outcome<Self> {
        Table::read(source).map(Self)
    }
}

deserialize!(Billing);
