//! All texts of the page in one place: in sentence case, short, and with the next step. The messages of refusals are
//! not here. They are next to the rules, with golden tests.

pub mod activation;
pub mod attention;
pub mod billing;
mod booking;
pub mod charts;
pub mod cost;
pub mod downloads;
pub mod inactive;
pub mod invoices;
pub mod keep;
pub mod order_words;
pub mod payment;
pub mod people;
pub mod people_csv;
pub mod reading;
pub mod requests;
pub mod roles;
pub mod saving;
mod shell;
pub mod shortcuts;
mod subscription;
pub mod undo;

/// A sentence that follows other text, so it starts with a lowercase letter.
fn continued(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

pub use booking::*;
pub use shell::*;
pub use subscription::*;
