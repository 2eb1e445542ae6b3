//! Words of the billing details.

use licensing::billing::details::Detail;
use licensing::catalogue::payment_method::PaymentMethod;

/// The page.
pub const TITLE: &str = "Billing details";
/// Nothing is known of the buyer.
pub const NOBODY_YET: &str = "Nobody is named on your documents yet. Say whom to bill";
/// Who is billed, and where.
pub const ADDRESS: &str = "Billing address";
/// Who is asked, and who gets the documents.
pub const CONTACT: &str = "Contact and recipients";
/// What the books need.
pub const BOOKS: &str = "Tax and purchase order";
/// How it is paid.
pub const PAYMENT: &str = "Payment";
/// To which documents a change applies (INV 5).
pub const LATER_ONLY: &str =
    "Changes apply to the documents issued from now on. Those already issued keep what they show.";
/// That no card is asked for.
pub const NO_CARDS: &str = "Card numbers are never entered here: the payment page belongs to the payment provider and opens with number and sum filled in.";
/// The catalogue has no way to pay.
pub const NO_WAY: &str = "No way to pay is set up. Ask support how to pay.";
/// How documents are paid.
pub const HOW: &str = "How do you pay?";
/// Saves the form.
pub const SAVE: &str = "Save billing details";
/// It is saved.
pub const SAVED: &str = "Billing details saved. They apply to documents from now on.";
/// Puts back what is known.
pub const DISCARD: &str = "Discard changes";
/// Nothing was changed.
pub const UNCHANGED: &str = "Nothing is changed yet.";
/// No country.
pub const NO_COUNTRY: &str = "Choose a country";
/// No way to pay is chosen.
pub const ANY_WAY: &str = "Not decided";
/// Above the form, where it cannot be saved.
pub const FAULTS: &str = "This cannot be saved as it stands.";
/// Somebody leaves with changes.
pub const UNSAVED: &str = "Changes that are not saved yet.";

/// Who is billed.
pub fn billed_to(name: &str) -> String {
    format!("Documents go to {name}")
}

/// What is asked.
pub fn label(detail: Detail) -> &'static str {
    match detail {
        Detail::Name => "Company or person",
        Detail::Street => "Street and number",
        Detail::PostalCode => "Postal code",
        Detail::City => "City",
        Detail::Country => "Country",
        Detail::VatId => "VAT ID",
        Detail::PoNumber => "Purchase-order number",
        Detail::Email => "E-mail",
        Detail::Contact => "Contact",
        Detail::Recipients => "More recipients of invoices",
        Detail::Payment => HOW,
    }
}

/// Help below a field.
pub fn hint(detail: Detail) -> Option<&'static str> {
    match detail {
        Detail::Country => Some("Tax is that of this country."),
        Detail::VatId => Some("With its country in front, such as DE123456789. Leave it empty where you have none."),
        Detail::PoNumber => Some("Stands on every document from now on."),
        Detail::Email => Some("Where questions about a document go."),
        Detail::Recipients => Some("E-mail addresses, separated by commas."),
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
