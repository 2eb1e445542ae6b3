//! Invoices and credit notes as CSV, XML, and PDF (INV). Pure.
//!
//! [`issued`] collects the data that was in force when a document was issued. [`PrintedDocument`] contains everything
//! that a document shows (INV 4). [`csv`], [`cii`] (the XML invoice), and, with the feature `pdf`, `pdf` write it.
//! `render` produces a PDF directly from a journal. [`statement`] lists documents and credit for bookkeeping.

pub mod cii;
pub mod csv;
pub mod issued;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod printed_document;
#[cfg(feature = "pdf")]
pub mod render;
pub mod statement;
pub mod words;
mod xml;

pub use issued::Issued;
pub use printed_document::PrintedDocument;
