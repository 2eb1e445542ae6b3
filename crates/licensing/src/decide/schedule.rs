//! Commands that take effect at the end of the term: scheduled changes, cancellation, Free.

use crate::decide::context::DecisionContext;
use crate::decide::lifecycle::renewal;
use crate::decide::offer::{plan_error, refusal, scheduled_item};
use crate::decide::order::{allocate_seats, check_not_free, running};
use crate::directory::person::PersonId;
use crate::directory::set_of;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::subscription::{Change, Subscription};
use crate::value::plan::PlanKey;
use crate::value::term::BillingInterval;
use std::collections::BTreeSet;

/// Schedules a change for the renewal. Licenses in use are checked on the day of the renewal (SUB 5, CHG 9).
pub(crate) fn schedule(context: DecisionContext<'_>, change: Change) -> Result<Event, Refusal> {
    let paid = running(context)?;
    let (plan, length, licenses) = change.applied_to(&paid.item);
    check_not_free(context, plan)?;
    scheduled_item(context, change, &paid.item, paid.term.end)
        .map_err(|error| refusal(context, error, plan, length, licenses))?;
    if change.changes_nothing(&paid.item) || paid.scheduled() == Some(change) {
        return Err(Refusal::NothingChanged);
    }
    // Refuse a change whose renewal could not be booked. The check ignores licenses in use.
    let mut then = paid.clone();
    then.scheduled = Some(change);
    let on_the_day = DecisionContext {
        today: paid.term.end,
        ..context
    };
    renewal(on_the_day, &then).map_err(Refusal::Field)?;
    Ok(Event::ChangeScheduled {
        on: context.today,
        change,
    })
}

/// Removes what is scheduled for the end of the term (SUB 5).
pub(crate) fn unschedule(context: DecisionContext<'_>) -> Result<Event, Refusal> {
    let pending = context
        .account
        .paid()
        .is_some_and(|paid| paid.scheduled().is_some() || paid.pending_free().is_some());
    if pending {
        Ok(Event::ChangeUnscheduled { on: context.today })
    } else {
        Err(Refusal::NothingScheduled)
    }
}

/// Cancels the subscription: it does not renew, and licenses stay until the end of the term (SUB 3). Free ends today.
pub(crate) fn cancel(context: DecisionContext<'_>, reason: Option<String>) -> Event {
    let on = context.today;
    match context.account.subscription() {
        Subscription::Free { .. } => Event::Expired { on },
        _ => Event::Canceled { on, reason },
    }
}

/// Chooses Free: at the end of a canceled term, otherwise immediately (PLN 4).
pub(crate) fn choose_free(context: DecisionContext<'_>, keep: Option<&[PersonId]>) -> Result<Event, Refusal> {
    let not_sold = Refusal::PlanNotSold { plan: PlanKey::Free };
    let licenses = context.catalogue.free_licenses().ok_or(not_sold)?;
    if let Some(error) = plan_error(context, PlanKey::Free, None) {
        return Err(refusal(
            context,
            error,
            PlanKey::Free,
            BillingInterval::Monthly,
            licenses,
        ));
    }
    let on = context.today;
    let access = allocate_seats(context, licenses, keep)?;
    let Some(paid) = context.account.paid() else {
        return Ok(Event::FreeStarted { on, licenses, access });
    };
    // The same people in a different order are the same choice.
    let pending = paid.pending_free().map(|choice| set(choice.keep.as_deref()));
    if pending == Some(set(keep)) {
        return Err(Refusal::NothingChanged);
    }
    Ok(Event::FreeChosen {
        on,
        keep: keep.map(<[PersonId]>::to_vec),
    })
}

/// The chosen people as a set.
fn set(ids: Option<&[PersonId]>) -> Option<BTreeSet<&PersonId>> {
    ids.map(set_of)
}
