//! The form for billing details: the recipient of documents, and how they are paid (INV 5).

use crate::format::{Format, sort_by_text};
use crate::words::billing as words;
use crate::{Command, Refusal, Scene};
use licensing::billing::details::{BillingDetails, Detail};
use licensing::catalogue::payment_method::PaymentMethod;
use licensing::refusal::field_error::{FieldError, TextField};
use licensing::value::country;
use licensing::value::country::is_country;

/// A field of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetailField {
    /// The detail that it edits.
    pub detail: Detail,
    /// The label.
    pub label: &'static str,
    /// The hint below the field.
    pub hint: Option<&'static str>,
    /// The current value.
    pub value: String,
}

/// A payment method to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayChoice {
    /// The value in the form.
    pub key: &'static str,
    /// The label.
    pub label: &'static str,
}

/// The form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillingForm {
    /// A summary in one line.
    pub headline: String,
    /// The recipient and the address.
    pub address: Vec<DetailField>,
    /// The contact, and the recipients of the documents.
    pub contact: Vec<DetailField>,
    /// Details that the buyer's accounting needs.
    pub books: Vec<DetailField>,
    /// The payment methods. Empty if the catalog has none.
    pub ways: Vec<WayChoice>,
    /// The selected payment method. Empty if none is selected.
    pub way: String,
    /// The bank details, line by line.
    pub bank: Vec<String>,
}

/// The form with the current details.
pub fn billing_form(scene: &Scene<'_>) -> BillingForm {
    let billing = scene.account.billing();
    let known = |detail| billing.get(detail).unwrap_or_default().to_owned();
    let fields = |details: &[Detail]| {
        let field = |detail: &Detail| DetailField {
            detail: *detail,
            label: words::label(*detail),
            hint: words::hint(*detail),
            value: known(*detail),
        };
        details.iter().map(field).collect()
    };
    let way = |way: PaymentMethod| WayChoice {
        key: way.as_str(),
        label: words::way(way),
    };
    BillingForm {
        headline: match billing.get(Detail::Name) {
            Some(name) => words::billed_to(name),
            None => words::NOBODY_YET.to_owned(),
        },
        address: fields(&[
            Detail::Name,
            Detail::Street,
            Detail::PostalCode,
            Detail::City,
            Detail::Country,
        ]),
        contact: fields(&[Detail::Contact, Detail::Email, Detail::Recipients]),
        books: fields(&[Detail::VatId, Detail::PoNumber]),
        ways: scene.catalogue.payment_methods().map(way).collect(),
        way: known(Detail::Payment),
        bank: scene.catalogue.seller.bank.clone().unwrap_or_default(),
    }
}

/// The command that sets all details of the form. Empty fields remove the detail.
pub fn billing_command(texts: impl IntoIterator<Item = (Detail, String)>) -> Command {
    let mut billing = BillingDetails::default();
    for (detail, text) in texts {
        if !text.trim().is_empty() {
            billing.set(detail, text);
        }
    }
    Command::SetBilling { billing }
}

/// The detail that a refusal is about. `None` if it is about something else.
pub fn faulty(refusal: &Refusal, of: &dyn Fn(Detail) -> String) -> Option<Detail> {
    let Refusal::Field(invalid) = refusal else {
        return None;
    };
    match invalid {
        FieldError::Country { .. } => Some(Detail::Country),
        FieldError::VatId { .. } => Some(Detail::VatId),
        FieldError::Payment { .. } => Some(Detail::Payment),
        FieldError::Email { text } if of(Detail::Email).trim() == text => Some(Detail::Email),
        FieldError::Email { .. } => Some(Detail::Recipients),
        FieldError::TooLong {
            field: TextField::Billing(detail),
            ..
        }
        | FieldError::Unprintable {
            field: TextField::Billing(detail),
        } => Some(*detail),
        FieldError::TooLong { .. }
        | FieldError::Unprintable { .. }
        | FieldError::NoDays
        | FieldError::PaidOn { .. }
        | FieldError::Proxy(_)
        | FieldError::BeyondCalendar
        | FieldError::BeyondDigits
        | FieldError::Credit { .. } => None,
    }
}

/// The ISO 3166 countries, sorted by name. `known` is included even if it is not one of them.
pub fn countries(format: &dyn Format, known: &str, name: &dyn Fn(&str) -> String) -> Vec<(String, String)> {
    let other = Some(known).filter(|known| !known.is_empty() && !is_country(known));
    let codes = country::countries().map(str::to_owned).chain(other.map(str::to_owned));
    let mut countries: Vec<(String, String)> = codes
        .map(|code| {
            let name = name(&code);
            (code, name)
        })
        .collect();
    sort_by_text(format, &mut countries, |(_, name)| name);
    countries
}
