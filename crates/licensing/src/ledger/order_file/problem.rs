//! Why no certificate can be issued from an order (ACT 9).

use crate::activation::entitlement::EntitlementError;
use crate::value::date::Date;
use crate::value::license_count::LicenseCount;

/// The version of the file format. There is only one.
pub const VERSION: u32 = 1;

/// Why no certificate can be issued from an order.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderError {
    /// It is not an order file.
    #[error("can't be read: {0}. Ask the customer for a new order file")]
    Unreadable(String),
    /// It has another version.
    #[error("has version {0}, but this program supports {VERSION}: update the program, then issue again")]
    Version(u32),
    /// It has a field, a kind or a word that this program does not know, because a newer version has written it.
    #[error(
        "can't be read: it was written by a newer version of this program. Update the program, then issue again ({0})"
    )]
    Newer(String),
    /// It is for another product.
    #[error("is for the product {0}: use the catalog for that product")]
    Product(String),
    /// An event, counted from 0, does not follow from the catalog and the earlier events.
    #[error(
        "events[{at}]: {problem}. Either the order was changed, which the customer has to explain, or the catalog was: pass the catalogs for every day with --catalogues, or issue with --subscription"
    )]
    Event {
        /// The index of the event.
        at: usize,
        /// The problem.
        problem: Unfollowed,
    },
    /// No term is paid for on that day.
    #[error("no paid subscription on {on}: the account's status is {status}, so there's nothing to issue")]
    NothingToIssue {
        /// The day.
        on: Date,
        /// The status of the account (SUB 8).
        status: &'static str,
    },
    /// The account is Free on that day, and Free needs no certificate (PLN 4).
    #[error(
        "the account has been on the Free plan with {licenses} licenses since {since}, with no paid subscription on {on}: there's nothing to issue. The Free plan needs no certificate"
    )]
    IsFree {
        /// The day.
        on: Date,
        /// The first day of Free.
        since: Date,
        /// The number of licenses.
        licenses: LicenseCount,
    },
    /// No certificate can express the booking.
    #[error(transparent)]
    Entitlement(#[from] EntitlementError),
    /// No known catalog was in force on that day.
    #[error("no catalog for {0}: add one to the folder as {0}.json or earlier")]
    NoCatalogue(Date),
}

/// Why an event of an order does not follow from the catalog and the earlier events.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfollowed {
    /// It names a change that was not scheduled (SUB 5).
    #[error("it.dropped isn't the scheduled change")]
    Dropped,
    /// It is not an event of a subscription.
    #[error("a subscription has no such event")]
    Foreign,
    /// A renewal or an end that was due by that day is missing before it (SUB 2).
    #[error("what was due by {0} is missing before it")]
    DueBefore(Date),
    /// The rules refuse the command for it.
    #[error("the rules don't allow it ({rule}, {code})")]
    Refused {
        /// The rule.
        rule: &'static str,
        /// The code of the refusal.
        code: &'static str,
    },
    /// The rules book no such event on that day.
    #[error("no such event happens on that day")]
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
