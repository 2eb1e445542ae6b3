//! Invoices and credit notes as they are read, printed and filed: one model of a document, and what writes it (INV).
//!
//! [`issued`] finds in the events what held when a document was issued; [`Paper`] is everything that it shows (INV 4);
//! the writers turn it into text: [`csv`], [`cii`] (the invoice for machines) and, with the feature `pdf`, `pdf`;
//! `made` goes the whole way from a journal to a PDF.
//! Nothing of this is reached by the page's first module.

pub mod cii;
pub mod csv;
pub mod issued;
pub mod ledger;
#[cfg(feature = "pdf")]
pub mod made;
pub mod paper;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod words;
mod xml;

pub use issued::Issued;
pub use paper::Paper;
