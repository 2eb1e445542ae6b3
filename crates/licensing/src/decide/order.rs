//! Orders: buy, adjust and renew now. They charge or credit money today.

use crate::billing::document::Order;
use crate::billing::line::Line;
use crate::billing::line::Tax;
use crate::catalogue::prices::{Bands, PriceListId, PricingEvent};
use crate::decide::bookable::has_amounts;
use crate::decide::context::DecisionContext;
use crate::decide::offer::{list_for, number_error, plan_error, refusal, scheduled_item};
use crate::decide::people::check_known;
use crate::directory::person::PersonId;
use crate::directory::set_of;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::refusal::field_error::FieldError;
use crate::refusal::state_refusal::StateRefusal;
use crate::seats::assignments::SeatAllocation;
use crate::subscription::proration::{remaining_line, term_line, unused_line};
use crate::subscription::status::Status;
use crate::subscription::{Change, OfferError, Paid, SubscriptionItem};
use crate::value::date::Date;
use crate::value::license_count::LicenseCount;
use crate::value::plan::PlanKey;
use crate::value::term::{BillingInterval, Term};

/// Buys a subscription whose term starts today (TRI 5, SUB 4).
pub(crate) fn buy(
    context: DecisionContext<'_>,
    plan: PlanKey,
    length: BillingInterval,
    licenses: LicenseCount,
    keep: Option<&[PersonId]>,
) -> Result<Event, Refusal> {
    check_order(context, plan, length, licenses, None)?;
    let wanted = SubscriptionItem {
        plan,
        length,
        licenses,
        price_list: PriceListId::starting(context.today),
    };
    let (item, bands) = priced_from(context, PricingEvent::NewTerm, wanted, None)?;
    let access = allocate_seats(context, licenses, keep)?;
    let term = Term::starting(context.today, length);
    let order = order(context, vec![fitting(term_line(&item, bands, term))?]);
    Ok(Event::Purchased {
        on: context.today,
        item,
        term,
        order,
        access,
    })
}

/// Adjusts licenses, plan and length today in one order (CHG 1, CHG 11). If it drops the scheduled change, a separate
/// event removes the change first (SUB 5). While Free is chosen instead, the adjustment itself records the drop.
pub(crate) fn adjust(
    context: DecisionContext<'_>,
    change: Change,
    drop_scheduled: bool,
) -> Result<Vec<Event>, Refusal> {
    let paid = running(context)?;
    let Some(dropped) = paid.scheduled().filter(|_| drop_scheduled) else {
        return Ok(vec![adjusted(context, change, None)?]);
    };
    let unscheduled = Event::ChangeUnscheduled { on: context.today };
    let unscheduled = Some(unscheduled).filter(|_| paid.pending_free().is_none());
    let adjusted = adjusted(context, change, Some(dropped))?;
    Ok(unscheduled.into_iter().chain([adjusted]).collect())
}

/// The adjustment. A scheduled change that is not dropped must fit it.
pub(crate) fn adjusted(
    context: DecisionContext<'_>,
    change: Change,
    dropped: Option<Change>,
) -> Result<Event, Refusal> {
    let paid = running(context)?;
    let (plan, length, licenses) = change.applied_to(&paid.item);
    check_order(context, plan, length, licenses, Some(&paid.item))?;
    let wanted = SubscriptionItem {
        plan,
        length,
        licenses,
        ..paid.item
    };
    let new_length = length != paid.item.length;
    let (item, bands) = if new_length {
        priced_from(context, PricingEvent::NewTerm, wanted, Some(&paid.item))?
    } else {
        priced_in_term(context, wanted, paid)?
    };
    let in_use = context.account.licenses_in_use(context.people);
    if licenses < in_use {
        return Err(Refusal::LicensesInUse { in_use, licenses });
    }
    let term = if new_length {
        paid.term_of_length(length, context.today)
    } else {
        paid.term
    };
    if dropped.is_none() {
        check_scheduled(context, paid, &item, term.end)?;
    }
    if change.changes_nothing(&paid.item) {
        return Err(Refusal::NothingChanged);
    }
    // The rest of the term may fit into an amount although the whole next term does not.
    if !has_amounts(&order(context, vec![fitting(term_line(&item, bands, term))?])) {
        return Err(Refusal::Field(FieldError::BeyondDigits));
    }
    let on = context.today;
    let remaining = fitting(remaining_line(&item, bands, term, on))?;
    let lines = vec![unused(context, paid)?, remaining];
    let order = order(context, lines);
    Ok(if new_length {
        Event::IntervalChanged {
            on,
            item,
            term,
            order,
            dropped,
        }
    } else {
        Event::Adjusted {
            on,
            item,
            order,
            dropped,
        }
    })
}

/// Starts a new term of the same length, plan and licenses today (SUB 6).
pub(crate) fn renew_now(context: DecisionContext<'_>) -> Result<Event, Refusal> {
    let paid = running(context)?;
    let on = context.today;
    let (item, bands) = priced_from(context, PricingEvent::NewTerm, paid.item, Some(&paid.item))?;
    if on <= paid.term.start {
        return Err(Refusal::FirstDay {
            from: paid.term.start.plus_days(1),
        });
    }
    let term = Term::starting(on, item.length);
    let whole = fitting(term_line(&item, bands, term))?;
    let order = order(context, vec![unused(context, paid)?, whole]);
    Ok(Event::RenewedNow { on, item, term, order })
}

/// Puts the lines of one order on one document (CHG 7) and adds tax. A charge has today's rate. An unused line has the
/// rate of the line that it gives back (INV 6).
pub(crate) fn order(context: DecisionContext<'_>, mut lines: Vec<Line>) -> Order {
    let account = context.account;
    for line in lines.iter_mut().filter(|line| line.is_charge()) {
        line.tax = Tax::now(context.catalogue, account.billing());
    }
    Order::new(
        lines,
        context.today,
        context.catalogue.payment_days,
        account.numbers(),
        account.credit(),
    )
}

/// Returns the value, or refuses it if the amount is too large (CHG 3).
pub(crate) fn fitting<T>(made: Option<T>) -> Result<T, Refusal> {
    made.ok_or(Refusal::Field(FieldError::BeyondDigits))
}

/// The people who keep access with `licenses` licenses (LIC 7).
pub(crate) fn allocate_seats(
    context: DecisionContext<'_>,
    licenses: LicenseCount,
    keep: Option<&[PersonId]>,
) -> Result<SeatAllocation, Refusal> {
    let DecisionContext { account, people, .. } = context;
    if let Some(keep) = keep {
        check_known(context, keep)?;
        let with_access = account.assignments().with_access(people);
        let named = set_of(keep.iter().map(|id| people.counted_as(id)));
        let chosen = named.iter().filter(|person| with_access.contains_key(*person)).count();
        let chosen = u32::try_from(chosen).unwrap_or(u32::MAX);
        let everybody = u32::try_from(with_access.len()).unwrap_or(u32::MAX);
        if licenses < everybody && licenses < chosen {
            return Err(Refusal::NoFreeLicense {
                missing: chosen.saturating_sub(licenses.get()),
                licenses,
                needed: chosen,
            });
        }
    }
    Ok(account.assignments().allocation(people, licenses, keep))
}

/// Checks an order before it is priced: Free, plan and number (SUB 8, PLN).
fn check_order(
    context: DecisionContext<'_>,
    plan: PlanKey,
    length: BillingInterval,
    licenses: LicenseCount,
    held: Option<&SubscriptionItem>,
) -> Result<(), Refusal> {
    check_not_free(context, plan)?;
    let error = plan_error(context, plan, held.map(|held| held.plan)).or_else(|| number_error(context, plan, licenses));
    error.map_or(Ok(()), |error| Err(refusal(context, error, plan, length, licenses)))
}

/// Refuses Free, which is chosen, not ordered (PLN 4).
pub(crate) fn check_not_free(context: DecisionContext<'_>, plan: PlanKey) -> Result<(), Refusal> {
    match (plan, context.account.status(context.today)) {
        (PlanKey::Free, Status::Active) => Err(Refusal::CancelFirst),
        (PlanKey::Free, _) => Err(Refusal::ChooseFree),
        _ => Ok(()),
    }
}

/// Prices an item by the list in force for a term that starts today (PLN 3).
fn priced_from<'a>(
    context: DecisionContext<'a>,
    event: PricingEvent,
    wanted: SubscriptionItem,
    held: Option<&SubscriptionItem>,
) -> Result<(SubscriptionItem, &'a Bands), Refusal> {
    let SubscriptionItem {
        plan, length, licenses, ..
    } = wanted;
    let list = list_for(context, event, context.today, (plan, length), held);
    let priced = list.and_then(|list| Some((list, context.catalogue.price_lists.bands(list, plan, length)?)));
    let (price_list, bands) =
        priced.ok_or_else(|| refusal(context, OfferError::NoPriceList, plan, length, licenses))?;
    Ok((SubscriptionItem { price_list, ..wanted }, bands))
}

/// Prices an item by the list of the current term (PLN 3).
fn priced_in_term<'a>(
    context: DecisionContext<'a>,
    wanted: SubscriptionItem,
    paid: &Paid,
) -> Result<(SubscriptionItem, &'a Bands), Refusal> {
    let lists = &context.catalogue.price_lists;
    let SubscriptionItem {
        plan,
        length,
        licenses,
        price_list,
    } = wanted;
    match lists.bands(price_list, plan, length) {
        Some(bands) => Ok((wanted, bands)),
        // The catalog no longer has the list, or the list no longer has the subscribed plan. Use the newest list that
        // has it.
        None if plan == paid.item.plan || lists.by_id(price_list).is_none() => {
            priced_from(context, PricingEvent::NewTerm, wanted, Some(&paid.item))
        }
        // A plan that is not in the list of the term is not offered within the term.
        None => Err(refusal(context, OfferError::NoPriceList, plan, length, licenses)),
    }
}

/// The unused time of the current term (CHG 2, CHG 6).
fn unused(context: DecisionContext<'_>, paid: &Paid) -> Result<Line, Refusal> {
    let SubscriptionItem {
        plan,
        length,
        price_list,
        ..
    } = paid.item;
    let bands = context.catalogue.price_lists.bands(price_list, plan, length);
    let line = unused_line(&paid.item, bands, &paid.refundable, paid.term, context.today);
    fitting(line)
}

/// Checks that the scheduled change fits the adjusted account, because an adjustment keeps it (SUB 5).
fn check_scheduled(
    context: DecisionContext<'_>,
    paid: &Paid,
    item: &SubscriptionItem,
    end: Date,
) -> Result<(), Refusal> {
    let Some(scheduled) = paid.scheduled() else {
        return Ok(());
    };
    let (plan, _, licenses) = scheduled.applied_to(item);
    scheduled_item(context, scheduled, item, end)
        .map(|_| ())
        .map_err(|_| Refusal::DoesNotFitScheduled { plan, licenses })
}

/// The current paid subscription.
///
/// # Errors
/// If there is none. The table of SUB 8 refuses the command before this can happen.
pub(crate) fn running<'a>(context: DecisionContext<'a>) -> Result<&'a Paid, Refusal> {
    context.account.paid().ok_or(Refusal::State {
        code: StateRefusal::NoSubscription,
        end: None,
    })
}
