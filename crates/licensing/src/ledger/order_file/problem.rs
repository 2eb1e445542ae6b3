//! Why no certificate can be issued from an order (ACT 9).

use crate::activation::entitlement::EntitlementError;
use crate::value::date::Date;
use std::fmt;

/// The only version of the file that there is.
pub const VERSION: u32 = 1;

/// Why no certificate can be issued from an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderError {
    /// It is no order file.
    Unreadable(String),
    /// It has another version.
    Version(u32),
    /// It holds a field, a kind or a word that this program does not know: a newer version has written it.
    Newer(String),
    /// It is for another product.
    Product(String),
    /// An event, counted from 0, that does not follow from the catalogue and the events before it.
    Event {
        /// Which.
        at: usize,
        /// What is wrong.
        problem: String,
    },
    /// On that day nothing is paid for.
    NothingToIssue {
        /// The day.
        on: Date,
        /// The state of the account (SUB 8).
        status: &'static str,
    },
    /// The account is Free on that day, which needs no certificate (PLN 4).
    IsFree {
        /// The day.
        on: Date,
        /// Since when.
        since: Date,
        /// How many licenses it has.
        licenses: u32,
    },
    /// What is booked can be in no certificate.
    Entitlement(EntitlementError),
    /// It is not known which catalogue was in force on that day.
    NoCatalogue(Date),
}

impl fmt::Display for OrderError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(problem) => write!(
                to,
                "cannot be read: {problem}. Ask the customer for the order file anew"
            ),
            Self::Version(version) => write!(
                to,
                "has version {version} and this program knows {VERSION}: update it, then issue again"
            ),
            Self::Newer(problem) => write!(
                to,
                "cannot be read: it was written by a newer version of this program. Update it, then issue again ({problem})"
            ),
            Self::Product(product) => write!(to, "is for the product {product}: use the catalogue of that product"),
            Self::Event { at, problem } => write!(
                to,
                "events[{at}]: {problem}. Either the order was changed, which the customer has to explain, or the catalogue was: name the catalogues of every day by --catalogues, or issue by --subscription"
            ),
            Self::NothingToIssue { on, status } => write!(
                to,
                "nothing is paid for on {on}, the account is in the state {status}: there is nothing to issue"
            ),
            Self::IsFree { on, since, licenses } => write!(
                to,
                "the account is Free with {licenses} licenses since {since}, and nothing is paid for on {on}: there is nothing to issue. Free needs no certificate"
            ),
            Self::Entitlement(unfit) => unfit.fmt(to),
            Self::NoCatalogue(on) => write!(
                to,
                "it is not known which catalogue was in force on {on}: add it to the folder as {on}.json or earlier"
            ),
        }
    }
}
