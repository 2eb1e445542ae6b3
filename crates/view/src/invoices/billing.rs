//! Billing details as a form: to whom documents go, and how they are paid (INV 5).

use crate::format::{Format, sort_by_text};
use crate::words::billing as words;
use crate::{Command, Refusal, Scene};
use licensing::billing::details::{BillingDetails, Detail};
use licensing::catalogue::payment_method::PaymentMethod;
use licensing::refusal::field_error::{FieldError, TextField};
use licensing::value::country;
use licensing::value::country::is_country;

/// A detail in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetailField {
    /// Which.
    pub detail: Detail,
    /// What is asked.
    pub label: &'static str,
    /// Help below it.
    pub hint: Option<&'static str>,
    /// What is known.
    pub value: String,
}

/// A way to pay that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayChoice {
    /// Its key.
    pub key: &'static str,
    /// Its words.
    pub label: &'static str,
}

/// The form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillingForm {
    /// The answer in one line.
    pub headline: String,
    /// Who is billed, and where.
    pub address: Vec<DetailField>,
    /// Who is asked, and who gets the documents.
    pub contact: Vec<DetailField>,
    /// What stands on the documents for the books.
    pub books: Vec<DetailField>,
    /// The ways to pay; empty where the catalogue has none.
    pub ways: Vec<WayChoice>,
    /// The way that is chosen; empty where none is.
    pub way: String,
    /// How it is paid: the bank's lines.
    pub bank: Vec<String>,
}

/// The form with what is known.
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

/// The command that sets all details as they stand in the form; what is empty is taken out.
pub fn billing_command(texts: impl IntoIterator<Item = (Detail, String)>) -> Command {
    let mut billing = BillingDetails::default();
    for (detail, text) in texts {
        if !text.trim().is_empty() {
            billing.set(detail, text);
        }
    }
    Command::SetBilling { billing }
}

/// Which detail a refusal is about; none where it is about something else.
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

/// The countries of ISO 3166 with their names, in the order of these; `known` too where it is none of them.
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
