//! Billing details and payments (INV 5, INV 7).

use crate::billing::details::{BillingDetails, Detail};
use crate::billing::vat_id;
use crate::catalogue::Catalogue;
use crate::catalogue::payment_method::PaymentMethod;
use crate::decide::context::DecisionContext;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::refusal::field_error::{FieldError, TextField};
use crate::text::letters::{trimmed, visible};
use crate::text::printable::is_printable;
use crate::value::country::{is_country, meant_country};
use crate::value::date::Date;
use crate::value::ids::DocumentNumber;

/// The longest detail, in characters. Recipients are several addresses and may be longer.
const LONGEST: usize = 200;
const LONGEST_LIST: usize = 1_000;

/// Replaces all billing details. A detail that is not given is removed. The details apply to later documents (INV 5).
pub(crate) fn set_billing(context: DecisionContext<'_>, wanted: &BillingDetails) -> Result<Event, Refusal> {
    let mut billing = BillingDetails::default();
    for (detail, text) in wanted.iter() {
        let text = tidied(detail, text);
        if !text.is_empty() {
            billing.set(detail, text);
        }
    }
    for (detail, text) in billing.iter() {
        check(context.catalogue, &billing, detail, text).map_err(Refusal::Field)?;
    }
    if billing == *context.account.billing() {
        return Err(Refusal::NothingChanged);
    }
    Ok(Event::BillingSet {
        on: context.today,
        billing,
    })
}

/// Normalizes a detail: trims whitespace and writes codes in capitals. Names and addresses keep joiners and variation
/// selectors inside the text, because some scripts need them.
fn tidied(detail: Detail, text: &str) -> String {
    match detail {
        Detail::Name | Detail::Contact | Detail::Street | Detail::City => trimmed(text).to_owned(),
        Detail::Country => visible(text).to_ascii_uppercase(),
        Detail::VatId => vat_id::normalize(text),
        _ => visible(text),
    }
}

fn check(catalogue: &Catalogue, billing: &BillingDetails, detail: Detail, text: &str) -> Result<(), FieldError> {
    let most = if detail == Detail::Recipients {
        LONGEST_LIST
    } else {
        LONGEST
    };
    check_text(TextField::Billing(detail), text, most)?;
    match detail {
        Detail::Country if !is_country(text) => Err(FieldError::Country {
            text: text.to_owned(),
            meant: meant_country(text),
        }),
        Detail::VatId => vat_id::check(text, billing.get(Detail::Country)).map_err(|error| FieldError::VatId {
            text: text.to_owned(),
            example: error.example,
        }),
        Detail::Email => check_email(text),
        Detail::Recipients => text.split(',').try_for_each(|one| check_email(one.trim())),
        Detail::Payment => {
            let ways: Vec<&str> = catalogue.payment_methods().map(PaymentMethod::as_str).collect();
            if ways.contains(&text) {
                Ok(())
            } else {
                Err(FieldError::Payment { ways })
            }
        }
        _ => Ok(()),
    }
}

/// Checks that a line of text can be printed.
fn check_text(field: TextField, text: &str, most: usize) -> Result<(), FieldError> {
    if !is_printable(text) {
        return Err(FieldError::Unprintable { field });
    }
    if text.chars().count() > most {
        return Err(FieldError::TooLong { field, most });
    }
    Ok(())
}

/// Checks for text on both sides of a single `@`, without whitespace.
fn check_email(text: &str) -> Result<(), FieldError> {
    let halves = text.split_once('@');
    let good = halves.is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'));
    if good && !text.contains(char::is_whitespace) {
        Ok(())
    } else {
        Err(FieldError::Email { text: text.to_owned() })
    }
}

/// Records a payment of an invoice, corrects it, or removes it if there is no day (INV 7).
pub(crate) fn record_payment(
    context: DecisionContext<'_>,
    document: &str,
    paid_on: Option<Date>,
    reference: Option<&str>,
) -> Result<Event, Refusal> {
    let DecisionContext { account, today, .. } = context;
    // A printed number begins with the subscription ID (INV 3).
    let printed = [&account.id().to_string(), "-"].concat();
    let number = visible(document);
    let number = DocumentNumber::from(number.strip_prefix(&printed).unwrap_or(&number));
    let Some(found) = account.document(&number) else {
        return Err(Refusal::UnknownDocument {
            number: number.to_string(),
        });
    };
    if found.heading.due.is_zero() || account.reversed_by(&number).is_some() {
        return Err(Refusal::NothingDue { number });
    }
    if let Some(on) = paid_on.filter(|on| *on < found.date || *on > today) {
        let from = found.date;
        return Err(Refusal::Field(FieldError::PaidOn { on, from, today }));
    }
    let reference = reference
        .map(str::trim)
        .filter(|it| paid_on.is_some() && !it.is_empty());
    if let Some(text) = reference {
        check_text(TextField::PaymentReference, text, LONGEST).map_err(Refusal::Field)?;
    }
    let recorded = account.payment(found);
    let recorded = (
        recorded.map(|it| it.on),
        recorded.and_then(|it| it.reference.as_deref()),
    );
    if recorded == (paid_on, reference) {
        return Err(Refusal::NothingChanged);
    }
    Ok(Event::PaymentRecorded {
        on: today,
        document: number,
        paid_on,
        reference: reference.map(str::to_owned),
    })
}
