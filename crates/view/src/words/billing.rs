//! Texts of the billing details.

use licensing::billing::details::Detail;
use licensing::catalogue::payment_method::PaymentMethod;

/// The title of the page.
pub const TITLE: &str = "Billing details";
/// The buyer is not known yet.
pub const NOBODY_YET: &str = "Your documents don't name a recipient yet. Add your billing details";
/// A heading of the form: recipient and address.
pub const ADDRESS: &str = "Billing address";
/// A heading of the form: contact, and recipients of the documents.
pub const CONTACT: &str = "Contact and recipients";
/// A heading of the form: details for accounting.
pub const BOOKS: &str = "Tax and purchase order";
/// A heading of the form: payment.
pub const PAYMENT: &str = "Payment";
/// The documents that a change applies to (INV 5).
pub const LATER_ONLY: &str = "Changes apply to future documents. Documents already issued don't change.";
/// The page never asks for card numbers.
pub const NO_CARDS: &str = "You never enter card numbers here. The payment provider's page opens with the invoice number and amount filled in.";
/// The catalog has no payment method.
pub const NO_WAY: &str = "No payment method is set up. Contact support to find out how to pay.";
/// The label of the payment method.
pub const HOW: &str = "Payment method";
/// The button that saves the form.
pub const SAVE: &str = "Save billing details";
/// The form was saved.
pub const SAVED: &str = "Billing details saved. They apply to future documents.";
/// The button that restores the saved details.
pub const DISCARD: &str = "Discard changes";
/// There are no changes to save.
pub const UNCHANGED: &str = "No changes to save.";
/// The choice of no country.
pub const NO_COUNTRY: &str = "Choose a country";
/// The choice of no payment method.
pub const ANY_WAY: &str = "Not specified";
/// The notice above a form with errors.
pub const FAULTS: &str = "Fix these fields, then save again.";
/// The notice about unsaved changes.
pub const UNSAVED: &str = "You have unsaved changes.";

/// The recipient of the documents.
pub fn billed_to(name: &str) -> String {
    format!("Billed to {name}")
}

/// The label of a field.
pub fn label(detail: Detail) -> &'static str {
    match detail {
        Detail::Name => "Company or name",
        Detail::Street => "Street address",
        Detail::PostalCode => "Postal code",
        Detail::City => "City",
        Detail::Country => "Country",
        Detail::VatId => "VAT ID",
        Detail::PoNumber => "Purchase order number",
        Detail::Email => "Email",
        Detail::Contact => "Contact",
        Detail::Recipients => "Additional invoice recipients",
        Detail::Payment => HOW,
    }
}

/// The hint below a field.
pub fn hint(detail: Detail) -> Option<&'static str> {
    match detail {
        Detail::Country => Some("Determines the tax on your invoices."),
        Detail::VatId => Some("Include the country prefix, such as DE123456789. Leave empty if you don't have one."),
        Detail::PoNumber => Some("Shown on all future documents."),
        Detail::Email => Some("For questions about a document."),
        Detail::Recipients => Some("Email addresses, separated by commas."),
        _ => None,
    }
}

/// A payment method.
pub fn way(way: PaymentMethod) -> &'static str {
    match way {
        PaymentMethod::BankTransfer => "Bank transfer",
        PaymentMethod::PaymentPage => "Payment page",
    }
}
