//! What a command comes to: events, or a refusal. Pure; the day is an argument.
//!
//! Where several rules refuse, the order is that of SUB 8: ACC first, then the clock, the table, PLN, LIC, CHG 9,
//! CHG 8. A preview is the decision itself, so what is shown is what is booked (CHG 10).

mod due;
mod fits;
mod import;
mod order;
mod parted;
mod people;
mod schedule;

pub use due::catch_up;
pub use parted::parted;

use super::access::Viewer;
use super::account::Account;
use super::catalogue::Catalogue;
use super::command::Command;
use super::date::Date;
use super::event::Event;
use super::named_user::Directory;
use super::refusal::Refusal;
use super::role::{Assigned, Role};
use super::states::{Cell, cell};

/// What a decision rests on, the command aside.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// The catalogue in force.
    pub catalogue: &'a Catalogue,
    /// The account, with everything that is due already booked ([`catch_up`]).
    pub account: &'a Account,
    /// The directory now.
    pub people: &'a Directory,
    /// Who commands.
    pub viewer: &'a Viewer,
    /// The day, in UTC (SUB 7).
    pub today: Date,
}

/// Decides a command.
///
/// # Errors
/// The refusal, by the first rule that refuses.
pub fn decide(situation: Situation<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    check_access_and_clock(situation, command)?;
    check_table(situation, command)?;
    let event = match command {
        Command::StartTrial {} => people::start_trial(situation),
        Command::Buy {
            plan,
            length,
            licences,
            keep,
        } => order::buy(situation, *plan, *length, *licences, keep.as_deref())?,
        Command::Adjust { plan, length, licences } => order::adjust(situation, change(*plan, *length, *licences))?,
        Command::Schedule { plan, length, licences } => {
            schedule::schedule(situation, change(*plan, *length, *licences))?
        }
        Command::Unschedule {} => schedule::unschedule(situation)?,
        Command::Cancel { reason } => schedule::cancel(situation, reason.clone()),
        Command::Resume {} => Event::Resumed { on: situation.today },
        Command::RenewNow {} => order::renew_now(situation)?,
        Command::ChooseFree { keep } => schedule::choose_free(situation, keep.as_deref())?,
        Command::SetRole { people, role, reason } => people::set_role(situation, people, *role, *reason)?,
        Command::SetDefaultRole { role } => people::set_default_role(situation, *role)?,
        Command::Reassign { from, to, reason } => return people::reassign(situation, from, to, *reason),
        Command::Import {
            plan,
            length,
            licences,
            start,
            credit,
        } => {
            let wanted = import::Legacy {
                plan: *plan,
                length: *length,
                licences: *licences,
                start: *start,
                credit: *credit,
            };
            import::import(situation, wanted)?
        }
    };
    Ok(vec![event])
}

/// Whether a command of this viewer would get past ACC, the clock and the table: what buttons ask before there is a
/// number or a plan to judge.
///
/// # Errors
/// The refusal that stands in the way.
pub fn may(situation: Situation<'_>, command: &Command) -> Result<(), Refusal> {
    check_access_and_clock(situation, command)?;
    check_table(situation, command)
}

/// ACC, then SUB 7.
fn check_access_and_clock(situation: Situation<'_>, command: &Command) -> Result<(), Refusal> {
    let Situation {
        account,
        people,
        viewer,
        today,
        ..
    } = situation;
    account.access(viewer, people, today).permits(command.kind())?;
    match account.last_booking() {
        Some(last) if today < last => Err(Refusal::ClockBehind { today, last }),
        _ => Ok(()),
    }
}

/// The table of SUB 8.
fn check_table(situation: Situation<'_>, command: &Command) -> Result<(), Refusal> {
    let Situation { account, today, .. } = situation;
    let sets_none = match command {
        Command::SetRole { role, .. } => *role == Assigned::Own(Role::None),
        Command::SetDefaultRole { role } => *role == Role::None,
        _ => false,
    };
    match cell(command.kind(), account.status(today)) {
        Cell::Goes => Ok(()),
        Cell::OnlyNone(_) if sets_none => Ok(()),
        Cell::OnlyNone(code) | Cell::Refused(code) => Err(Refusal::NotNow {
            code,
            end: account.paid().map(|paid| paid.term.end),
        }),
    }
}

/// The named fields of a command as one value.
fn change(
    plan: Option<super::PlanKey>,
    length: Option<super::Length>,
    licences: Option<u32>,
) -> super::subscription::Change {
    super::subscription::Change { plan, length, licences }
}
