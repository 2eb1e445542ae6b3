//! Import of a legacy subscription in its current term (PLN 5).

use crate::billing::line::Line;
use crate::billing::line::Tax;
use crate::catalogue::prices::PricingEvent;
use crate::decide::context::DecisionContext;
use crate::decide::offer::{number_error, plan_error, refusal};
use crate::decide::order::{allocate_seats, fitting};
use crate::event::Event;
use crate::refusal::Refusal;
use crate::refusal::field_error::FieldError;
use crate::subscription::proration::term_line;
use crate::subscription::{OfferError, SubscriptionItem};
use crate::value::date::Date;
use crate::value::license_count::LicenseCount;
use crate::value::money::Money;
use crate::value::plan::PlanKey;
use crate::value::term::{BillingInterval, Term};

/// A legacy subscription to import (PLN 5).
pub(crate) struct Legacy {
    pub plan: PlanKey,
    pub length: BillingInterval,
    pub licenses: LicenseCount,
    pub start: Date,
    pub credit: Option<Money>,
}

/// Imports a legacy subscription in its current term (PLN 5).
pub(crate) fn import(context: DecisionContext<'_>, legacy: Legacy) -> Result<Event, Refusal> {
    let Legacy {
        plan,
        length,
        licenses,
        start,
        credit,
    } = legacy;
    if !plan.is_legacy() {
        return Err(Refusal::NotImportable { plan });
    }
    let error = plan_error(context, plan, Some(plan)).or_else(|| number_error(context, plan, licenses));
    if let Some(error) = error {
        return Err(refusal(context, error, plan, length, licenses));
    }
    let lists = &context.catalogue.price_lists;
    let list = lists
        .newest_with(PricingEvent::Renewal, start, plan, length)
        .or_else(|| lists.oldest_with(plan, length));
    let priced = list.and_then(|list| Some((list.id(), list.prices.get(&(plan, length))?)));
    let Some((price_list, bands)) = priced else {
        return Err(refusal(context, OfferError::NoPriceList, plan, length, licenses));
    };
    let term = Term::starting(start, length);
    if !term.contains(context.today) {
        return Err(Refusal::NotRunning {
            start: term.start,
            end: term.end,
        });
    }
    let credit = credit
        .map(|credit| opening_credit(context, credit))
        .transpose()?
        .filter(|credit| !credit.is_zero());
    let item = SubscriptionItem {
        plan,
        length,
        licenses,
        price_list,
    };
    let access = allocate_seats(context, licenses, None)?;
    // The opening line has no document, but a refund of it has the same tax (INV 6).
    let opening_line = Line {
        tax: Tax::now(context.catalogue, context.account.billing()),
        ..fitting(term_line(&item, bands, term))?
    };
    Ok(Event::Imported {
        on: context.today,
        item,
        term,
        opening_line,
        credit,
        access,
    })
}

/// The imported credit in the currency's digits. An invalid amount is refused.
fn opening_credit(context: DecisionContext<'_>, credit: Money) -> Result<Money, Refusal> {
    let digits = context.catalogue.minor_digits;
    let known = credit.with_digits(digits).filter(|credit| !credit.is_negative());
    known.ok_or(Refusal::Field(FieldError::Credit { credit, digits }))
}
