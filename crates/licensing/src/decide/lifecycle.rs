//! Automatic events: renewals, expiry, Free at the end of a canceled term (SUB 2, SUB 4, PLN 4), and licenses for new
//! people (LIC 8).

use crate::account::Account;
use crate::account::access::{Actor, Membership};
use crate::catalogue::prices::PricingEvent;
use crate::decide::bookable::bookable;
use crate::decide::context::{DecisionContext, Surroundings};
use crate::decide::offer::{list_for, scheduled_item};
use crate::decide::order::order;
use crate::directory::Directory;
use crate::event::Event;
use crate::refusal::field_error::FieldError;
use crate::subscription::proration::term_line;
use crate::subscription::{NotFitting, OfferError, Paid, SubscriptionItem};
use crate::value::date::Date;
use crate::value::term::Term;

/// Ends all terms that are over by a day, in order.
pub(crate) fn end_terms(
    account: &mut Account,
    around: Surroundings<'_>,
    people: &Directory,
    until: Date,
) -> Vec<Event> {
    let viewer = nobody();
    let mut events = Vec::new();
    while let Some(Ok(event)) = next_due(Surroundings { people, ..around }.of(account, &viewer), until) {
        account.apply(&event);
        events.push(event);
    }
    events
}

/// Why the next due event cannot be booked. `None` if it can, or if nothing is due.
pub(crate) fn unbookable_due(context: DecisionContext<'_>) -> Option<FieldError> {
    next_due(context, context.today)?.err()
}

/// The next event due by a day, with its own date, or the reason why it cannot be booked.
fn next_due(context: DecisionContext<'_>, until: Date) -> Option<Result<Event, FieldError>> {
    let paid = context.account.paid()?;
    let today = paid.term.end;
    if today > until {
        return None;
    }
    let viewer = nobody();
    let context = DecisionContext {
        viewer: &viewer,
        today,
        ..context
    };
    Some(match &paid.canceled {
        None => renewal(context, paid),
        Some(_) => bookable(context.account, end_of_canceled_term(context, paid)),
    })
}

/// The actor of automatic events.
fn nobody() -> Actor {
    Actor {
        id: None,
        collection_administrator: Membership::Unknown,
        role: None,
    }
}

/// The renewal on the day of expiry. It applies the scheduled change if that fits, otherwise the term stays unchanged
/// (SUB 5).
///
/// # Errors
/// If the renewal cannot be booked.
pub(crate) fn renewal(context: DecisionContext<'_>, paid: &Paid) -> Result<Event, FieldError> {
    let on = paid.term.end;
    // Counted only if needed, because years of absence cause many renewals.
    let in_use = || context.account.licenses_in_use(context.people);
    let scheduled = paid.scheduled().map(|change| {
        let item = scheduled_item(context, change, &paid.item, on).and_then(|it| {
            if it.licenses < in_use() {
                Err(OfferError::LicensesInUse)
            } else {
                Ok(it)
            }
        });
        item.map_err(|reason| NotFitting { change, reason })
    });
    let (item, not_fitting) = match scheduled {
        Some(Ok(item)) => (item, None),
        Some(Err(not_fitting)) => (as_it_stands(context, &paid.item, on), Some(not_fitting)),
        None => (as_it_stands(context, &paid.item, on), None),
    };
    let term = Term {
        start: on,
        end: paid.next_end(item.length),
    };
    let bands = context
        .catalogue
        .price_lists
        .bands(item.price_list, item.plan, item.length);
    // If the catalog has no price for the plan anymore, the renewal charges nothing instead of a guess.
    let line = bands.map(|bands| term_line(&item, bands, term).ok_or(FieldError::BeyondDigits));
    let lines = line.transpose()?.into_iter().collect();
    let renewed = Event::Renewed {
        on,
        item,
        term,
        order: order(context, lines),
        not_fitting,
    };
    bookable(context.account, renewed)
}

/// The same plan, length and licenses, priced by the list for renewals on the day (PLN 3).
fn as_it_stands(context: DecisionContext<'_>, item: &SubscriptionItem, on: Date) -> SubscriptionItem {
    let list = list_for(context, PricingEvent::Renewal, on, (item.plan, item.length), Some(item));
    SubscriptionItem {
        price_list: list.unwrap_or(item.price_list),
        ..*item
    }
}

/// Free if it was chosen and is still offered, otherwise the subscription expires (PLN 4, SUB 4).
fn end_of_canceled_term(context: DecisionContext<'_>, paid: &Paid) -> Event {
    let on = paid.term.end;
    match (paid.pending_free(), context.catalogue.free_licenses()) {
        (Some(choice), Some(licenses)) => {
            // Chosen people who are gone by now are replaced from the preselection (LIC 7).
            let keep = choice
                .keep
                .as_deref()
                .map(|keep| context.account.assignments().refilled(context.people, licenses, keep));
            let assignments = context.account.assignments();
            let access = assignments.allocation(context.people, licenses, keep.as_deref());
            Event::FreeStarted { on, licenses, access }
        }
        _ => Event::Expired { on },
    }
}
