//! Checks that plan, length and licenses fit together: plans and limits (PLN 1, PLN 5) and prices (PLN 3).

use crate::catalogue::prices::{PriceList, PriceListId, PricingEvent};
use crate::decide::context::DecisionContext;
use crate::refusal::Refusal;
use crate::subscription::{Change, OfferError, SubscriptionItem};
use crate::value::date::Date;
use crate::value::license_count::LicenseCount;
use crate::value::plan::{Deployment, PlanKey};
use crate::value::term::BillingInterval;

/// Why a plan does not fit, ignoring the number of licenses.
pub(crate) fn plan_error(context: DecisionContext<'_>, plan: PlanKey, held: Option<PlanKey>) -> Option<OfferError> {
    let known = context.catalogue.plan(plan);
    let available = known.is_none_or(|it| it.deployments.contains(&context.account.deployment()));
    let sold = held == Some(plan) || known.is_some_and(|it| it.sold);
    match (available, sold) {
        (false, _) => Some(OfferError::PlanNotAvailable),
        (true, false) => Some(OfferError::PlanNotSold),
        (true, true) => None,
    }
}

/// Why a number of licenses is outside the plan's range (PLN 1).
pub(crate) fn number_error(context: DecisionContext<'_>, plan: PlanKey, licenses: LicenseCount) -> Option<OfferError> {
    let fits = context
        .catalogue
        .plan(plan)
        .is_none_or(|it| it.licenses.contains(licenses));
    (!fits).then_some(OfferError::LicensesOutOfRange)
}

/// The ID of the list that prices a new term or a renewal on `day` (PLN 3). For a plan that the account
/// already has, the fallback is the newest list that has it, and then the list that has priced it so far.
pub(crate) fn list_for(
    context: DecisionContext<'_>,
    event: PricingEvent,
    day: Date,
    (plan, length): (PlanKey, BillingInterval),
    held: Option<&SubscriptionItem>,
) -> Option<PriceListId> {
    let lists = &context.catalogue.price_lists;
    let newest = lists
        .newest(event, day)
        .filter(|list| list.prices.contains_key(&(plan, length)));
    let of_term = |held: &SubscriptionItem| {
        lists
            .by_id(held.price_list)
            .filter(|list| list.prices.contains_key(&(plan, length)))
    };
    if event == PricingEvent::Renewal && lists.newest(event, day).is_none() {
        // No list has started yet. A renewal keeps the list of its term, even if something else changes.
        return held.and_then(of_term).map(PriceList::id);
    }
    let list = match held.filter(|held| held.plan == plan) {
        None => newest,
        Some(held) => newest
            .or_else(|| lists.newest_with(event, day, plan, length))
            .or_else(|| of_term(held)),
    };
    list.map(PriceList::id)
}

/// The item after a scheduled change, or why the change does not fit the account on the day it takes effect (SUB 5).
/// Ignores licenses in use.
pub(crate) fn scheduled_item(
    context: DecisionContext<'_>,
    change: Change,
    item: &SubscriptionItem,
    day: Date,
) -> Result<SubscriptionItem, OfferError> {
    let (plan, length, licenses) = change.applied_to(item);
    if let Some(error) = plan_error(context, plan, Some(item.plan)) {
        return Err(error);
    }
    // Changed limits bind only new orders (PLN 3). What the account already has is not checked again.
    let new_order = plan != item.plan || licenses != item.licenses;
    if let Some(error) = number_error(context, plan, licenses).filter(|_| new_order) {
        return Err(error);
    }
    let price_list =
        list_for(context, PricingEvent::Renewal, day, (plan, length), Some(item)).ok_or(OfferError::NoPriceList)?;
    Ok(SubscriptionItem {
        plan,
        length,
        licenses,
        price_list,
    })
}

/// The refusal for an offer error.
pub(crate) fn refusal(
    context: DecisionContext<'_>,
    error: OfferError,
    plan: PlanKey,
    length: BillingInterval,
    licenses: LicenseCount,
) -> Refusal {
    let catalogue = context.catalogue;
    match error {
        OfferError::PlanNotAvailable => Refusal::PlanNotAvailable {
            plan,
            on_server: context.account.deployment() == Deployment::Server,
        },
        OfferError::PlanNotSold => Refusal::PlanNotSold { plan },
        OfferError::LicensesOutOfRange => {
            let limits = catalogue.plan(plan).map(|it| it.licenses);
            Refusal::LicensesOutOfRange {
                plan,
                licenses,
                min: limits.map_or(1, |limits| limits.min),
                max: limits.and_then(|limits| limits.max),
            }
        }
        OfferError::NoPriceList => {
            let later = |from: &Date| *from > context.today;
            let first = catalogue
                .price_lists
                .iter()
                .find(|list| list.prices.contains_key(&(plan, length)));
            Refusal::NoPriceList {
                plan,
                from: first.map(|list| list.from).filter(later),
            }
        }
        OfferError::LicensesInUse => Refusal::LicensesInUse {
            in_use: context.account.licenses_in_use(context.people),
            licenses,
        },
    }
}
