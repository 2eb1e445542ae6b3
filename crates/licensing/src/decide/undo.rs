//! Undoes today's latest booking (CHG 13).

use crate::account::undo::Step;
use crate::decide::context::DecisionContext;
use crate::event::Event;
use crate::refusal::{Dependent, Refusal};

/// Undoes the latest adjustment, change of length or early renewal on its day.
///
/// # Errors
/// If there is none, if its day is over, or if something depends on it.
pub(crate) fn undo(context: DecisionContext<'_>) -> Result<Event, Refusal> {
    let DecisionContext {
        account,
        catalogue,
        today,
        ..
    } = context;
    let step = account.undoable().latest(today)?;
    if let Some(dependent) = dependent(context, step) {
        return Err(Refusal::DependsOnIt(dependent));
    }
    Ok(Event::Undone {
        on: today,
        order: step.order.reversed(today, catalogue.payment_days, account.numbers()),
    })
}

/// The dependency that must be removed before a step can be undone.
fn dependent(context: DecisionContext<'_>, step: &Step) -> Option<Dependent> {
    let account = context.account;
    let document = step.order.document.as_ref().map(|heading| &heading.number);
    if let Some(number) = document.filter(|number| account.payments().contains_key(*number)) {
        return Some(Dependent::Payment { number: number.clone() });
    }
    if !account.paid().is_some_and(|paid| step.is_untouched_in(paid)) {
        return Some(Dependent::EndOfTerm);
    }
    let licenses = step.before.item.licenses;
    let in_use = account.licenses_in_use(context.people);
    (licenses < in_use).then_some(Dependent::LicensesInUse { in_use, licenses })
}
