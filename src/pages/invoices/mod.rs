//! Invoices: what was billed, and what is open?

pub mod balance_chart;
pub mod billing;
pub mod billing_form;
pub mod credit;
pub mod document;
pub mod document_cards;
pub mod document_files;
pub mod document_lines;
pub mod document_list;
pub mod filters;
pub mod links;
pub mod list;
pub mod page;
pub mod payment;
pub mod shown;
pub mod table;
