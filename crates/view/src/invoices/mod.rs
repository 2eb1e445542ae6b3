//! View models of Invoices: the list of documents, the page of a document, the credit, and the billing details (INV,
//! CRD).

mod billing;
mod document;
mod invoice_route;
mod list;
mod query;
mod statement;

pub use billing::{BillingForm, DetailField, WayChoice, billing_command, billing_form, countries, faulty};
pub use document::{CreditLink, DocumentLine, DocumentView, PaymentView, document_view, is_about_day, payment_command};
pub use documents::printed_document::Party;
pub use invoice_route::InvoiceRoute;
pub use licensing::billing::details::Detail;
pub use list::{Invoices, RowView, Sums, export, headline, row_view, sums};
pub use query::{Period, Query, Sort, StatusFilter, name};
pub(crate) use statement::points;
pub use statement::{MovementRow, Point, StatementView, statement, statement_csv};
