//! Words of the billing details.

use licensing::billing::details::Detail;
use licensing::catalogue::payment_method::PaymentMethod;

/// The page.
pub const TITLE: &str = "Billing details";
/// Nothing is known of the buyer.
pub const NOBODY_YET: &str = "Your documents don't name a recipient yet. Add your billing details";
/// Who is billed, and where.
pub const ADDRESS: &str = "Billing address";
/// Who is asked, and who gets the documents.
pub const CONTACT: &str = "Contact and recipients";
/// What the books need.
pub const BOOKS: &str = "Tax and purchase order";
/// How it is paid.
pub const PAYMENT: &str = "Payment";
/// To which documents a change applies (INV 5).
pub const LATER_ONLY: &str = "Changes apply to future documents. Documents already issued don't change.";
/// That no card is asked for.
pub const NO_CARDS: &str = "You never enter card numbers here. The payment provider's page opens with the invoice number and amount filled in.";
/// The catalogue has no way to pay.
pub const NO_WAY: &str = "No payment method is set up. Contact support to find out how to pay.";
/// How documents are paid.
pub const HOW: &str = "Payment method";
/// Saves the form.
pub const SAVE: &str = "Save billing details";
/// It is saved.
pub const SAVED: &str = "Billing details saved. They apply to future documents.";
/// Puts back what is known.
pub const DISCARD: &str = "Discard changes";
/// Nothing was changed.
pub const UNCHANGED: &str = "No changes to save.";
/// No country.
pub const NO_COUNTRY: &str = "Choose a country";
/// No way to pay is chosen.
pub const ANY_WAY: &str = "Not specified";
/// Above the form, where it cannot be saved.
pub const FAULTS: &str = "Fix these fields, then save again.";
/// Somebody leaves with changes.
pub const UNSAVED: &str = "You have unsaved changes.";

/// Who is billed.
pub fn billed_to(name: &str) -> String {
    format!("Billed to {name}")
}

/// What is asked.
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

/// Help below a field.
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

/// A way to pay.
pub fn way(way: PaymentMethod) -> &'static str {
    match way {
        PaymentMethod::BankTransfer => "Bank transfer",
        PaymentMethod::PaymentPage => "Payment page",
    }
}
