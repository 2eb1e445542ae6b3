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
mod schedule;
pub mod split_identities;
pub mod state_table;
mod undo;

use crate::command::{Command, Kind};
use crate::decide::bookable::unbookable;
use crate::decide::context::Situation;
use crate::decide::state_table::{Cell, cell};
use crate::event::Event;
use crate::refusal::Refusal;
use crate::value::role::{Assigned, Role};
use crate::value::setting::Setting;

/// Decides a command.
///
/// # Errors
/// The refusal, by the first rule that refuses.
pub fn decide(situation: Situation<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    may(situation, command)?;
    check_prices(situation, command)?;
    check_bookable(situation, events_of(situation, command)?)
}

/// The events of a command that may be given.
fn events_of(situation: Situation<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::Buy {
            plan,
            length,
            licences,
            keep,
        } => order::buy(situation, *plan, *length, *licences, keep.as_deref())?,
        Command::Adjust {
            plan,
            length,
            licences,
            drop_scheduled,
        } => {
            let change = change(*plan, *length, *licences);
            return order::adjust(situation, change, *drop_scheduled == Some(true));
        }
        Command::Schedule { plan, length, licences } => {
            schedule::schedule(situation, change(*plan, *length, *licences))?
        }
        Command::SetRole {
            people,
            role,
            reason,
            licences,
            ..
        } => {
            let grant = roles::Grant {
                changes: &[(people, *role)],
                reason: *reason,
                licences: *licences,
            };
            return roles::set_roles(situation, &grant);
        }
        Command::SetRoles {
            changes,
            reason,
            licences,
            ..
        } => {
            let changes: Vec<_> = changes.iter().map(|it| (&it.people, it.role)).collect();
            let grant = roles::Grant {
                changes: &changes,
                reason: *reason,
                licences: *licences,
            };
            return roles::set_roles(situation, &grant);
        }
        Command::SetDefaultRole { role } => people::set_default_role(situation, *role)?,
        Command::Reassign { from, to, reason, .. } => return people::reassign(situation, from, to, *reason),
        Command::FreeInactive { days, keep } => {
            people::free_inactive(situation, *days, keep.as_deref().unwrap_or_default())?
        }
        Command::SetSetting { setting, on } => set_setting(situation, *setting, *on)?,
        Command::RequestAccess { why } => requests::ask(situation, why.clone())?,
        Command::AnswerRequest {
            person,
            grant: false,
            word,
            ..
        } => requests::decline(situation, person, word.clone())?,
        Command::AnswerRequest {
            person,
            grant: true,
            role,
            word,
            licences,
        } => {
            let granted = requests::Granted {
                person,
                role: role.unwrap_or(Assigned::Default),
                word: word.clone(),
                licences: *licences,
            };
            return requests::grant(situation, granted);
        }
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
        Command::SetBilling { billing } => billing::set_billing(situation, billing)?,
        Command::RecordPayment {
            document,
            paid_on,
            reference,
        } => billing::record_payment(situation, document, *paid_on, reference.as_deref())?,
        Command::Activate {
            way,
            instance,
            certificate,
        } => activation::activate(situation, *way, instance, certificate)?,
        Command::Confirm { instance, certificate } => activation::confirm(situation, instance, certificate.as_deref())?,
        Command::SetRelay { relay } => activation::set_relay(situation, relay)?,
        Command::RecordOrder { position, by } => activation::record_order(situation, *position, *by)?,
        Command::StartTrial {} => people::start_trial(situation),
        Command::Unschedule {} => schedule::unschedule(situation)?,
        Command::Cancel { reason } => schedule::cancel(situation, reason.clone()),
        Command::Resume {} => Event::Resumed { on: situation.today },
        Command::RenewNow {} => order::renew_now(situation)?,
        Command::Undo {} => undo::undo(situation)?,
        Command::ChooseFree { keep } => schedule::choose_free(situation, keep.as_deref())?,
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
    check_due(situation)?;
    check_table(situation, command)
}

/// Where what is due cannot be booked, nothing can be booked after it (SUB 2).
fn check_due(situation: Situation<'_>) -> Result<(), Refusal> {
    lifecycle::unbookable_due(situation).map_or(Ok(()), |invalid| Err(Refusal::Invalid(invalid)))
}

/// What needs a price is priced only by a catalogue that may price (PLN 3, CRD 1).
fn check_prices(situation: Situation<'_>, command: &Command) -> Result<(), Refusal> {
    let refusal = situation.catalogue.standing.refusal();
    let refusal = refusal.filter(|_| command.kinds().any(Kind::needs_price));
    refusal.map_or(Ok(()), Err)
}

/// Whatever is booked can be read again (SUB 7, CHG 3).
fn check_bookable(situation: Situation<'_>, events: Vec<Event>) -> Result<Vec<Event>, Refusal> {
    let invalid = events.iter().find_map(|event| unbookable(situation.account, event));
    invalid.map_or(Ok(events), |invalid| Err(Refusal::Invalid(invalid)))
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
    let access = account.access(viewer, people, today);
    command.kinds().try_for_each(|kind| access.permits(kind))?;
    match account.last_booking() {
        // Of certificates this is a check among others, in its own place (ACT 8).
        _ if matches!(command.kind(), Kind::Activate | Kind::Confirm) => Ok(()),
        Some(last) if today < last => Err(Refusal::ClockBehind { today, last }),
        _ => Ok(()),
    }
}

/// The table of SUB 8.
fn check_table(situation: Situation<'_>, command: &Command) -> Result<(), Refusal> {
    let Situation { account, today, .. } = situation;
    let sets_none = match command {
        Command::SetRole { role, .. } => *role == Assigned::Own(Role::None),
        Command::SetRoles { changes, .. } => changes.iter().all(|it| it.role == Assigned::Own(Role::None)),
        Command::SetDefaultRole { role } => *role == Role::None,
        _ => false,
    };
    let status = account.status(today);
    let granted = account.granted(today).filter(|_| account.is_granted());
    command.kinds().try_for_each(|kind| match cell(kind, status) {
        _ if kind.is_of_subscription() && granted.is_some() => Err(Refusal::ManagedElsewhere {
            id: granted.map_or(account.id, |grant| grant.subscription_id),
        }),
        Cell::Goes => Ok(()),
        Cell::OnlyNone(_) if sets_none => Ok(()),
        Cell::OnlyNone(code) | Cell::Refused(code) => Err(Refusal::NotNow {
            code,
            end: account.paid().map(|paid| paid.term.end),
        }),
    })
}

/// Switches a setting (ACC 4, LIC 8).
fn set_setting(situation: Situation<'_>, setting: Setting, enabled: bool) -> Result<Event, Refusal> {
    if situation.account.is_on(setting) == enabled {
        return Err(Refusal::NothingChanged);
    }
    Ok(Event::SettingChanged {
        on: situation.today,
        setting,
        enabled,
    })
}

/// The named fields of a command as one value.
fn change(
    plan: Option<crate::value::plan::PlanKey>,
    length: Option<crate::value::term::Length>,
    licences: Option<u32>,
) -> crate::subscription::Change {
    crate::subscription::Change { plan, length, licences }
}
