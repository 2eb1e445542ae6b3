//! Checks that an event can be read back after it is written: its dates are valid, and its amounts have at most 18
//! digits.

use crate::account::Account;
use crate::billing::document::{DocumentKind, Order};
use crate::billing::line::Line;
use crate::event::Event;
use crate::refusal::field_error::FieldError;
use crate::value::date::Date;
use crate::value::money::Money;

/// Why an event cannot be booked on an account. `None` if it can.
pub fn unbookable(account: &Account, event: &Event) -> Option<FieldError> {
    if !dates(event).all(Date::can_be_written) {
        return Some(FieldError::BeyondCalendar);
    }
    let balance = balance_after(account, event);
    let amounts = amounts(event).chain([balance]);
    (!amounts.into_iter().all(Money::can_be_written)).then_some(FieldError::BeyondDigits)
}

/// Returns the event if it can be booked on an account.
///
/// # Errors
/// If the event cannot be booked, with the reason.
pub(crate) fn bookable(account: &Account, event: Event) -> Result<Event, FieldError> {
    unbookable(account, &event).map_or(Ok(event), Err)
}

/// Every date that a decision computes.
fn dates(event: &Event) -> impl Iterator<Item = Date> {
    let end = match event {
        Event::TrialStarted { end, .. } => Some(*end),
        _ => None,
    };
    let term = match event {
        Event::Purchased { term, .. }
        | Event::Imported { term, .. }
        | Event::IntervalChanged { term, .. }
        | Event::Renewed { term, .. }
        | Event::RenewedNow { term, .. } => Some([term.start, term.end]),
        _ => None,
    };
    let due = event.order().and_then(|order| order.document.as_ref());
    let lines = lines(event).flat_map(|line| [line.from, line.to]);
    [event.on()]
        .into_iter()
        .chain(end)
        .chain(term.into_iter().flatten())
        .chain(due.map(|it| it.due_date))
        .chain(lines)
}

/// Every amount that a decision computes.
fn amounts(event: &Event) -> impl Iterator<Item = Money> {
    let credit = match event {
        Event::Imported { credit, .. } => *credit,
        _ => None,
    };
    let opening = match event {
        Event::Imported { opening_line, .. } => Some(opening_line.amount),
        _ => None,
    };
    let ordered = event.order().map(amounts_of_order);
    ordered.into_iter().flatten().chain(opening).chain(credit)
}

/// Whether the amounts of an order can be booked.
pub(crate) fn has_amounts(order: &Order) -> bool {
    amounts_of_order(order).all(Money::can_be_written)
}

fn amounts_of_order(order: &Order) -> impl Iterator<Item = Money> {
    let document = order.document.as_ref();
    let sums = document.map(|it| [it.net, it.tax, it.total, it.credit_applied, it.due]);
    let lines = order.lines.iter().map(|line| line.amount);
    lines.chain(sums.into_iter().flatten())
}

fn lines(event: &Event) -> impl Iterator<Item = &Line> {
    let opening = match event {
        Event::Imported { opening_line, .. } => Some(opening_line),
        _ => None,
    };
    let booked = event.order().map(|order| order.lines.as_slice()).unwrap_or_default();
    booked.iter().chain(opening)
}

/// The credit balance after the event (CRD 2).
fn balance_after(account: &Account, event: &Event) -> Money {
    let balance = account.credit().balance();
    match (event, event.order().and_then(|order| order.document.as_ref())) {
        (_, Some(document)) if document.kind == DocumentKind::CreditNote => balance + account.credit_of(document),
        (
            Event::Imported {
                credit: Some(credit), ..
            },
            _,
        ) => balance + *credit,
        _ => balance,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::billing::line::LineKind;
    use crate::catalogue::Catalogue;
    use crate::catalogue::prices::PriceListId;
    use crate::subscription::SubscriptionItem;
    use crate::value::license_count::LicenseCount;
    use crate::value::plan::{Deployment, PlanKey};
    use crate::value::subscription_id::SubscriptionId;
    use crate::value::term::BillingInterval;

    #[test]
    fn sub_7_a_line_beyond_the_calendar_is_not_booked() {
        let catalogue = Catalogue::shipped().unwrap();
        let account = Account::new(SubscriptionId::SAMPLE, Deployment::Services, &catalogue);
        let on = Date::new(2999, 12, 1).unwrap();
        let item = SubscriptionItem {
            plan: PlanKey::Team,
            length: BillingInterval::Monthly,
            licenses: LicenseCount::ONE,
            price_list: PriceListId::starting(on),
        };
        let adjusted = |to: Date| Event::Adjusted {
            on,
            item,
            order: Order {
                lines: vec![Line {
                    kind: LineKind::Remaining,
                    plan: item.plan,
                    length: item.length,
                    licenses: item.licenses,
                    from: on,
                    to,
                    days: on.days_until(to),
                    term_days: on.days_until(to),
                    amount: catalogue.zero(),
                    tax: None,
                    price_list: item.price_list,
                    gives_back: None,
                }],
                document: None,
            },
            dropped: None,
        };
        assert_eq!(unbookable(&account, &adjusted(on.plus_days(30))), None);
        let beyond = adjusted(on.plus_days(31));
        assert_eq!(unbookable(&account, &beyond), Some(FieldError::BeyondCalendar));
    }
}
