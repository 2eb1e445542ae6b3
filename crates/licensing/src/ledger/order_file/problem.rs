//! Why no certificate can be issued from an order (ACT 9).

use crate::activation::entitlement::EntitlementError;
use crate::value::date::Date;

/// The only version of the file that there is.
pub const VERSION: u32 = 1;

/// Why no certificate can be issued from an order.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderError {
    /// It is no order file.
    #[error("can't be read: {0}. Ask the customer for a new order file")]
    Unreadable(String),
    /// It has another version.
    #[error("has version {0}, but this program supports {VERSION}: update the program, then issue again")]
    Version(u32),
    /// It holds a field, a kind or a word that this program does not know: a newer version has written it.
    #[error(
        "can't be read: it was written by a newer version of this program. Update the program, then issue again ({0})"
    )]
    Newer(String),
    /// It is for another product.
    #[error("is for the product {0}: use the catalog for that product")]
    Product(String),
    /// An event, counted from 0, that does not follow from the catalogue and the events before it.
    #[error(
        "events[{at}]: {problem}. Either the order was changed, which the customer has to explain, or the catalog was: pass the catalogs for every day with --catalogues, or issue with --subscription"
    )]
    Event {
        /// Which.
        at: usize,
        /// What is wrong.
        problem: Unfollowed,
    },
    /// On that day nothing is paid for.
    #[error("no paid subscription on {on}: the account's status is {status}, so there's nothing to issue")]
    NothingToIssue {
        /// The day.
        on: Date,
        /// The state of the account (SUB 8).
        status: &'static str,
    },
    /// The account is Free on that day, which needs no certificate (PLN 4).
    #[error(
        "the account has been on the Free plan with {licenses} licenses since {since}, with no paid subscription on {on}: there's nothing to issue. The Free plan needs no certificate"
    )]
    IsFree {
        /// The day.
        on: Date,
        /// Since when.
        since: Date,
        /// How many licenses it has.
        licenses: u32,
    },
    /// What is booked can be in no certificate.
    #[error(transparent)]
    Entitlement(#[from] EntitlementError),
    /// It is not known which catalogue was in force on that day.
    #[error("no catalog for {0}: add one to the folder as {0}.json or earlier")]
    NoCatalogue(Date),
}

/// Why an event of an order does not follow from the catalogue and the events before it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfollowed {
    /// It names another change than was scheduled (SUB 5).
    #[error("it.dropped isn't the scheduled change")]
    Dropped,
    /// It is no event of a subscription.
    #[error("a subscription has no such event")]
    Foreign,
    /// A renewal or an end that was due by that day is missing before it (SUB 2).
    #[error("what was due by {0} is missing before it")]
    DueBefore(Date),
    /// The rules refuse the command that would lead to it.
    #[error("the rules don't allow it ({rule}, {code})")]
    Refused {
        /// The rule.
        rule: &'static str,
        /// The code of the refusal.
        code: &'static str,
    },
    /// The rules book nothing of the kind on that day.
    #[error("no such event happens on that day")]
    Nothing,
    /// The rules book something else.
    #[error("{field} {problem}")]
    Differs {
        /// The field that differs.
        field: String,
        /// How.
        problem: String,
    },
    /// It was booked after the day of the certificate.
    #[error("{last} is after {today}")]
    Later {
        /// The day of the last event.
        last: Date,
        /// The day of the certificate.
        today: Date,
    },
    /// The next renewal cannot be booked.
    #[error("the renewal on {0} isn't possible")]
    Renewal(Date),
}
