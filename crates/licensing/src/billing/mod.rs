//! Billing: details of the buyer, booked lines, documents, tax, credit and payments (INV, CRD).

pub mod credit;
pub mod details;
pub mod document;
pub mod line;
pub mod payment;
pub mod tax;
pub mod vat_id;
