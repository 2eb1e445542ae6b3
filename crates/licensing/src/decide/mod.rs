//! What a command comes to: events, or a refusal. Pure; the day is an argument.
//!
//! Where several rules refuse, the order is that of SUB 8: ACC first, then the clock, the table, PLN, LIC, CHG 9,
//! CHG 8. A preview is the decision itself, so what is shown is what is booked (CHG 10).

pub mod activation;
mod billing;
pub mod bookable;
pub mod context;
mod import;
pub mod lifecycle;
pub mod made_anew;
mod new_people;
mod offer;
mod order;
mod people;
mod requests;
mod roles;
mod rules;
mod schedule;
pub mod split_identities;
pub mod state_table;
mod undo;
mod version_1;

use crate::account::Account;
use crate::account::access::Actor;
use crate::command::Command;
use crate::decide::activation::check_position;
use crate::decide::context::{DecisionContext, Surroundings};
use crate::decide::rules::Rules;
use crate::decide::version_1::Version1;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::value::rules_version::RulesVersion;

/// The rules that a version number names.
fn rules(version: RulesVersion) -> &'static dyn Rules {
    match version {
        RulesVersion::V1 => &Version1,
    }
}

/// Brings an account up to a day and returns what it comes to, each event on its own day: the terms that have ended
/// (SUB 2), licenses for people who are new (LIC 8), one person who turns out to be two (LIC 2), and people who were made
/// anew (LIC 9). It stops at an event that could not be read again once it is written: then every command is refused.
pub fn advance(account: &mut Account, around: Surroundings<'_>) -> Vec<Event> {
    rules(around.rules).advance(account, around)
}

/// Decides a command on an account that was brought up to the day, folds what it comes to, and returns it.
///
/// # Errors
/// The refusal, by the first rule that refuses; the account is as it was.
pub fn execute(
    account: &mut Account,
    around: Surroundings<'_>,
    viewer: &Actor,
    last_position: u32,
    command: &Command,
) -> Result<Vec<Event>, Refusal> {
    let events = decide(around.of(account, viewer), command)?;
    check_position(command, last_position)?;
    events.iter().for_each(|event| account.apply(event));
    Ok(events)
}

/// Decides a command.
///
/// # Errors
/// The refusal, by the first rule that refuses.
pub fn decide(context: DecisionContext<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    rules(context.rules).decide(context, command)
}

/// Whether a command of this viewer would get past ACC, the clock and the table: what buttons ask before there is a
/// number or a plan to judge.
///
/// # Errors
/// The refusal that stands in the way.
pub fn may(context: DecisionContext<'_>, command: &Command) -> Result<(), Refusal> {
    rules(context.rules).may(context, command)
}
