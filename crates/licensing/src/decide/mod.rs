//! Decides a command: returns its events or a refusal. Decisions are pure, and the day is an argument.
//!
//! If several rules refuse, the order of SUB 8 applies: first ACC, then the clock, the table, PLN, LIC, CHG 9 and
//! CHG 8. A preview is the decision itself, so the booking matches the preview (CHG 10).

pub mod activation;
mod billing;
pub mod bookable;
pub mod context;
mod import;
pub mod lifecycle;
mod new_people;
mod offer;
mod order;
mod people;
pub mod recreated_people;
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

/// The rules of a version.
fn rules(version: RulesVersion) -> &'static dyn Rules {
    match version {
        RulesVersion::V1 => &Version1,
    }
}

/// Advances an account to a day and returns the events, each with its own date: ended terms (SUB 2), licenses for new
/// people (LIC 8), split identities (LIC 2), and people who were created again (LIC 9). It stops before an event that
/// could not be read back after it is written. Every command is then refused.
pub fn advance(account: &mut Account, around: Surroundings<'_>) -> Vec<Event> {
    rules(around.rules).advance(account, around)
}

/// Decides a command on an account that was advanced to today, folds the events and returns them.
///
/// # Errors
/// If a rule refuses the command. The first rule counts, and the account is unchanged.
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
/// If a rule refuses the command. The first rule counts.
pub fn decide(context: DecisionContext<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    rules(context.rules).decide(context, command)
}

/// Checks a command of this viewer against ACC, the clock and the table only. Buttons use it before a number or a plan
/// is known.
///
/// # Errors
/// If one of these checks refuses the command.
pub fn may(context: DecisionContext<'_>, command: &Command) -> Result<(), Refusal> {
    rules(context.rules).may(context, command)
}
