//! Why no certificate can be issued from an order (ACT 9).

use crate::activation::entitlement::EntitlementError;
use crate::value::date::Date;

/// The version of the file format. There is only one.
pub const VERSION: u32 = 1;

/// Why no certificate can be issued from an order.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderError {
    /// It is not an order file.
    #[error("cannot be read: {0}. Ask the customer for the order file anew")]
    Unreadable(String),
    /// It has another version.
    #[error("has version {0} and this program knows {VERSION}: update it, then issue again")]
    Version(u32),
    /// It has a field, a kind or a word that this program does not know, because a newer version has written it.
    #[error("cannot be read: it was written by a newer version of this program. Update it, then issue again ({0})")]
    Newer(String),
    /// It is for another product.
    #[error("is for the product {0}: use the catalogue of that product")]
    Product(String),
    /// An event, counted from 0, does not follow from the catalog and the earlier events.
    #[error(
        "events[{at}]: {problem}. Either the order was changed, which the customer has to explain, or the catalogue was: name the catalogues of every day by --catalogues, or issue by --subscription"
    )]
    Event {
        /// The index of the event.
        at: usize,
        /// The problem.
        problem: Unfollowed,
    },
    /// No term is paid for on that day.
    #[error("nothing is paid for on {on}, the account is in the state {status}: there is nothing to issue")]
    NothingToIssue {
        /// The day.
        on: Date,
        /// The status of the account (SUB 8).
        status: &'static str,
    },
    /// The account is Free on that day, and Free needs no certificate (PLN 4).
    #[error(
        "the account is Free with {licenses} licenses since {since}, and nothing is paid for on {on}: there is nothing to issue. Free needs no certificate"
    )]
    IsFree {
        /// The day.
        on: Date,
        /// The first day of Free.
        since: Date,
        /// The number of licenses.
        licenses: u32,
    },
    /// No certificate can express the booking.
    #[error(transparent)]
    Entitlement(#[from] EntitlementError),
    /// No known catalog was in force on that day.
    #[error("it is not known which catalogue was in force on {0}: add it to the folder as {0}.json or earlier")]
    NoCatalogue(Date),
}

/// Why an event of an order does not follow from the catalog and the earlier events.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfollowed {
    /// It names a change that was not scheduled (SUB 5).
    #[error("it.dropped is not what was scheduled")]
    Dropped,
    /// It is not an event of a subscription.
    #[error("no such thing happens to a subscription")]
    Foreign,
    /// A renewal or an end that was due by that day is missing before it (SUB 2).
    #[error("what was due by {0} is missing before it")]
    DueBefore(Date),
    /// The rules refuse the command for it.
    #[error("the rules refuse it ({rule}, {code})")]
    Refused {
        /// The rule.
        rule: &'static str,
        /// The code of the refusal.
        code: &'static str,
    },
    /// The rules book no such event on that day.
    #[error("nothing of the kind happens on that day")]
    Nothing,
    /// The rules book a different event.
    #[error("{field} {problem}")]
    Differs {
        /// The field that differs.
        field: String,
        /// The difference.
        problem: String,
    },
    /// It was booked after the day of the certificate.
    #[error("{last} lies after {today}")]
    Later {
        /// The day of the last event.
        last: Date,
        /// The day of the certificate.
        today: Date,
    },
    /// The next renewal cannot be booked.
    #[error("the renewal of {0} cannot be booked")]
    Renewal(Date),
}
