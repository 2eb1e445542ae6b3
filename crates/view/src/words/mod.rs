//! Every word of the page, in one place: sentence case, short, telling the next step. Refusals keep their own words,
//! which are golden-tested beside the rules.

pub mod activation;
pub mod billing;
mod booking;
pub mod downloads;
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

/// A sentence after something else: its first letter is small.
fn continued(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

pub use booking::*;
pub use shell::*;
pub use subscription::*;
