//! What takes effect at the end of the term: scheduled changes, cancellation, Free.

use crate::decide::context::Situation;
use crate::decide::lifecycle::renewal;
use crate::decide::offer::{plan_misfit, refusal, scheduled_holding};
use crate::decide::order::{check_zero_and_free, settle};
use crate::directory::person::PersonId;
use crate::directory::set_of;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::subscription::{Change, Subscription};
use crate::value::plan::PlanKey;
use crate::value::term::Length;
use std::collections::BTreeSet;

/// Sets a change for the renewal; licences in use are judged on the day (SUB 5, CHG 9).
pub(crate) fn schedule(situation: Situation<'_>, change: Change) -> Result<Event, Refusal> {
    let Some(paid) = situation.account.paid() else {
        return Err(Refusal::NothingChanged);
    };
    let (plan, length, licences) = change.applied_to(&paid.holding);
    check_zero_and_free(situation, plan, licences)?;
    scheduled_holding(situation, change, &paid.holding, paid.term.end)
        .map_err(|misfit| refusal(situation, misfit, plan, length, licences))?;
    if change.changes_nothing(&paid.holding) || paid.scheduled() == Some(change) {
        return Err(Refusal::NothingChanged);
    }
    // What could not be booked then is not set: the renewal as it would be, licences in use aside.
    let mut then = paid.clone();
    then.scheduled = Some(change);
    let on_the_day = Situation {
        today: paid.term.end,
        ..situation
    };
    renewal(on_the_day, &then).map_err(Refusal::Invalid)?;
    Ok(Event::ChangeScheduled {
        on: situation.today,
        change,
    })
}

/// Removes what is set for the end of the term (SUB 5).
pub(crate) fn unschedule(situation: Situation<'_>) -> Result<Event, Refusal> {
    let pending = situation
        .account
        .paid()
        .is_some_and(|paid| paid.scheduled().is_some() || paid.pending_free().is_some());
    if pending {
        Ok(Event::ChangeUnscheduled { on: situation.today })
    } else {
        Err(Refusal::NothingScheduled)
    }
}

/// Cancels: no renewal, licences stay until the end (SUB 3); Free ends today.
pub(crate) fn cancel(situation: Situation<'_>, reason: Option<String>) -> Event {
    let on = situation.today;
    match situation.account.subscription {
        Subscription::Free { .. } => Event::Expired { on },
        _ => Event::Cancelled { on, reason },
    }
}

/// Chooses Free: at the end of a cancelled term, else at once (PLN 4).
pub(crate) fn choose_free(situation: Situation<'_>, keep: Option<&[PersonId]>) -> Result<Event, Refusal> {
    let licences = situation.catalogue.free_licences();
    if let Some(misfit) = plan_misfit(situation, PlanKey::Free, None) {
        return Err(refusal(situation, misfit, PlanKey::Free, Length::Monthly, licences));
    }
    let on = situation.today;
    let access = settle(situation, licences, keep)?;
    let Some(paid) = situation.account.paid() else {
        return Ok(Event::FreeStarted { on, licences, access });
    };
    // The same people in another order are the same choice.
    let pending = paid.pending_free().map(|choice| set(choice.keep.as_deref()));
    if pending == Some(set(keep)) {
        return Err(Refusal::NothingChanged);
    }
    Ok(Event::FreeChosen {
        on,
        keep: keep.map(<[PersonId]>::to_vec),
    })
}

/// A choice without its order.
fn set(ids: Option<&[PersonId]>) -> Option<BTreeSet<&PersonId>> {
    ids.map(set_of)
}
