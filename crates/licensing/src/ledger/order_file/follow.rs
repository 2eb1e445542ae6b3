//! Checks an order with the rules: converts each event back into its command and decides it again.

use crate::account::Account;
use crate::account::access::Actor;
use crate::catalogue::Catalogue;
use crate::command::Command;
use crate::decide::advance;
use crate::decide::context::Surroundings;
use crate::decide::execute;
use crate::directory::Directory;
use crate::event::Event;
use crate::ledger::difference::first_difference;
use crate::ledger::order_file::problem::Unfollowed;
use crate::subscription::{Change, OfferError};
use crate::value::date::Date;

/// The account with an event folded in, by the first catalog that leads to the event. Otherwise the error of the first
/// catalog.
pub(crate) fn follow_one(account: &Account, by: &[&Catalogue], event: &Event) -> Result<Account, Unfollowed> {
    let mut first = None;
    for catalogue in by {
        let mut after = account.clone();
        match follow(&mut after, catalogue, event) {
            Ok(()) => return Ok(after),
            Err(problem) => first = first.or(Some(problem)),
        }
    }
    Err(first.unwrap_or(Unfollowed::Nothing))
}

/// Drops a scheduled decrease of licenses before the vendor derives a renewal. Whether the decrease fits depends on the
/// licenses in use, which only the customer knows. Until their next order arrives, nobody loses access (SUB 5).
pub(crate) fn drop_scheduled_decrease(account: &mut Account) {
    let Some(paid) = account.paid() else {
        return;
    };
    let fewer = |change: &Change| change.licenses.is_some_and(|licenses| licenses < paid.item.licenses);
    // A choice of Free stays.
    let cut = paid.scheduled().filter(fewer);
    account.drop_scheduled(cut);
}

/// Decides an event again and folds it in.
fn follow(account: &mut Account, catalogue: &Catalogue, event: &Event) -> Result<(), Unfollowed> {
    let on = event.on();
    let people = Directory::default();
    drop_unfitting_change(account, event);
    restore_dropped_change(account, event);
    let command = command_of(account, event)?;
    let around = Surroundings::unchanged(catalogue, &people, on);
    let due = advance(account, around);
    let expected = match command {
        None => due,
        Some(_) if !due.is_empty() => return Err(Unfollowed::DueBefore(on)),
        Some(command) => {
            let viewer = Actor::collection_administrator();
            let mut decided =
                execute(account, around, &viewer, 0, &command).map_err(|refusal| Unfollowed::Refused {
                    rule: refusal.rule(),
                    code: refusal.code(),
                })?;
            // An earlier event of its own has already removed the scheduled change.
            decided.retain(|it| event.dropped().is_none() || !matches!(it, Event::ChangeUnscheduled { .. }));
            decided
        }
    };
    let [expected] = expected.as_slice() else {
        return Err(Unfollowed::Nothing);
    };
    match first_difference("it", event, &as_ordered(expected.clone(), event)) {
        None => Ok(()),
        Some((field, problem)) => Err(Unfollowed::Differs { field, problem }),
    }
}

/// If a renewal says that the scheduled change did not fit because more licenses were in use, only the customer can
/// know. The vendor accepts this, and drops the change before the renewal is decided (SUB 5).
fn drop_unfitting_change(account: &mut Account, event: &Event) {
    let Event::Renewed { on, not_fitting, .. } = event else {
        return;
    };
    if not_fitting.is_some_and(|it| it.reason == OfferError::LicensesInUse) {
        account.apply(&Event::ChangeUnscheduled { on: *on });
    }
}

/// Restores a scheduled change before the adjustment that drops it. One command removes the change and makes the
/// adjustment (SUB 5).
fn restore_dropped_change(account: &mut Account, event: &Event) {
    if let Some(change) = event.dropped() {
        account.apply(&Event::ChangeScheduled { on: event.on(), change });
    }
}

/// Whether an event names the right dropped change: the change suspended by a choice of Free, otherwise the one that
/// the previous event `removed` on the same day.
pub(crate) fn names_dropped_change(account: &Account, removed: Option<(Date, Change)>, event: &Event) -> bool {
    let asleep = account.paid().filter(|paid| paid.pending_free().is_some());
    let removed = removed.filter(|(on, _)| *on == event.on()).map(|(_, change)| change);
    let dropped = event.dropped();
    dropped.is_none() || dropped == asleep.map_or(removed, |paid| paid.scheduled())
}

/// The day and the scheduled change that an event removes.
pub(crate) fn removed_by(account: &Account, event: &Event) -> Option<(Date, Change)> {
    let paid = account.paid().filter(|paid| paid.pending_free().is_none())?;
    let removes = matches!(event, Event::ChangeUnscheduled { .. });
    Some((event.on(), paid.scheduled().filter(|_| removes)?))
}

/// The decided event with the order's reason, if the order gives one.
fn as_ordered(mut decided: Event, told: &Event) -> Event {
    if let (
        Event::Renewed { not_fitting, .. },
        Event::Renewed {
            not_fitting: Some(said),
            ..
        },
    ) = (&mut decided, told)
        && said.reason == OfferError::LicensesInUse
    {
        *not_fitting = Some(*said);
    }
    decided
}

/// Whether an event happens automatically.
pub(crate) fn is_automatic(event: &Event) -> bool {
    matches!(
        event,
        Event::Renewed { .. } | Event::Expired { .. } | Event::FreeStarted { .. }
    )
}

/// The command that leads to an event. `None` for automatic events: the end of a paid term, and Free after it.
/// Otherwise Free is chosen immediately and ended by a command (PLN 4).
fn command_of(account: &Account, event: &Event) -> Result<Option<Command>, Unfollowed> {
    Ok(Some(match event {
        _ if is_automatic(event) && account.paid().is_some() => return Ok(None),
        Event::Renewed { .. } => return Ok(None),
        Event::Expired { .. } => Command::Cancel { reason: None },
        Event::FreeStarted { .. } | Event::FreeChosen { .. } => Command::ChooseFree { keep: None },
        Event::TrialStarted { .. } => Command::StartTrial {},
        Event::Purchased { item, .. } => Command::Buy {
            plan: item.plan,
            length: item.length,
            licenses: item.licenses.get(),
            keep: None,
        },
        Event::Imported { item, term, credit, .. } => Command::Import {
            plan: item.plan,
            length: item.length,
            licenses: item.licenses.get(),
            start: term.start,
            credit: *credit,
        },
        Event::Adjusted { item, dropped, .. } | Event::IntervalChanged { item, dropped, .. } => Command::Adjust {
            plan: Some(item.plan),
            length: Some(item.length),
            licenses: Some(item.licenses.get()),
            drop_scheduled: dropped.map(|_| true),
        },
        Event::RenewedNow { .. } => Command::RenewNow {},
        Event::Undone { .. } => Command::Undo {},
        Event::ChangeScheduled { change, .. } => Command::schedule(*change),
        Event::ChangeUnscheduled { .. } => Command::Unschedule {},
        Event::Canceled { reason, .. } => Command::Cancel { reason: reason.clone() },
        Event::Resumed { .. } => Command::Resume {},
        Event::BillingSet { billing, .. } => Command::SetBilling {
            billing: billing.clone(),
        },
        _ => return Err(Unfollowed::Foreign),
    }))
}
