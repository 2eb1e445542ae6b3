//! What a decision depends on.

use crate::account::Account;
use crate::account::access::Actor;
use crate::catalogue::Catalogue;
use crate::directory::Directory;
use crate::value::date::Date;

/// What a decision rests on, the command aside.
#[derive(Clone, Copy, Debug)]
pub struct DecisionContext<'a> {
    /// The catalogue in force.
    pub catalogue: &'a Catalogue,
    /// The account, with everything that is due already booked ([`catch_up`]).
    pub account: &'a Account,
    /// The directory now.
    pub people: &'a Directory,
    /// Who commands.
    pub viewer: &'a Actor,
    /// The day, in UTC (SUB 7).
    pub today: Date,
}
