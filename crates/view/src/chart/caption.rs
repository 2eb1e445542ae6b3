//! Captions for the ticks of the term bar: what a booking changed, in a few letters, and its sum.

use super::events;
use crate::words::charts as words;
use crate::{BillingInterval, Change, Date, Event, LicenseCount, Money, PlanKey, Scene};
use licensing::billing::document::Order;
use licensing::subscription::SubscriptionItem;

/// What the account has: plan, interval, and licenses.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Held {
    plan: PlanKey,
    length: BillingInterval,
    licenses: LicenseCount,
}

impl From<&SubscriptionItem> for Held {
    fn from(item: &SubscriptionItem) -> Self {
        Self {
            plan: item.plan,
            length: item.length,
            licenses: item.licenses,
        }
    }
}

/// The events that are about the subscription, oldest first, each with its caption. `None` if it needs none.
pub(crate) fn captions<'a>(scene: &Scene<'a>, from: Date, to: Date) -> Vec<(&'a Event, Option<String>)> {
    let (mut held, mut before_steps): (Option<Held>, Vec<Option<Held>>) = (None, Vec::new());
    let mut found = Vec::new();
    for event in events(scene).filter(|event| !event.is_about_people()) {
        let before = held;
        if event.can_be_undone() {
            before_steps.push(held);
        }
        held = match event {
            Event::Undone { .. } => before_steps.pop().unwrap_or(held),
            _ => item(event).map(Held::from).or(held),
        };
        if from <= event.on() && event.on() < to {
            found.push((event, caption(scene, event, before, held)));
        }
    }
    found
}

/// What an event books.
fn item(event: &Event) -> Option<&SubscriptionItem> {
    match event {
        Event::Purchased { item, .. }
        | Event::Imported { item, .. }
        | Event::Adjusted { item, .. }
        | Event::IntervalChanged { item, .. }
        | Event::Renewed { item, .. }
        | Event::RenewedNow { item, .. } => Some(item),
        _ => None,
    }
}

fn caption(scene: &Scene<'_>, event: &Event, before: Option<Held>, after: Option<Held>) -> Option<String> {
    let what = match event {
        Event::Undone { .. } => words::UNDONE.to_owned(),
        Event::Canceled { .. } => words::CANCELED.to_owned(),
        Event::RenewedNow { .. } => words::RENEWED.to_owned(),
        Event::Purchased { item, .. } | Event::Imported { item, .. } => scene.format.number(item.licenses.get()),
        Event::Adjusted { .. } | Event::IntervalChanged { .. } | Event::Renewed { .. } => {
            changed(scene, before?, after?).unwrap_or_else(|| words::RENEWED.to_owned())
        }
        _ => return None,
    };
    let sum = event.order().and_then(total).filter(|sum| !sum.is_zero());
    Some(match sum {
        Some(sum) if sum.is_negative() => words::with_credit(&what, &scene.money(-sum)),
        Some(sum) => words::with_sum(&what, &scene.money(sum)),
        None => what,
    })
}

/// What differs between two states: "+5", "Ultimate", "Annual". `None` if nothing does.
fn changed(scene: &Scene<'_>, before: Held, after: Held) -> Option<String> {
    let (old, new) = (before.licenses.get(), after.licenses.get());
    let licenses = (old != new).then(|| words::difference(&scene.format.number(new.abs_diff(old)), new < old));
    let plan = (before.plan != after.plan).then(|| scene.plan_name(after.plan).to_owned());
    let length = (before.length != after.length).then(|| crate::words::length(after.length).to_owned());
    let parts: Vec<String> = [plan, licenses, length].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The total of an order's document, with tax. Without a document, the sum of its lines (CHG 7).
pub(crate) fn total(order: &Order) -> Option<Money> {
    let total = order.document.as_ref().map(|it| it.total);
    total.or_else(|| order.sum())
}

/// The caption of the time after the term, if a change is scheduled: "then 42".
pub(crate) fn coming(scene: &Scene<'_>, change: Change) -> String {
    let licenses = change.licenses.map(|it| scene.format.number(it.get()));
    let plan = change.plan.map(|plan| scene.plan_name(plan).to_owned());
    let length = change.length.map(|it| crate::words::length(it).to_owned());
    let parts: Vec<String> = [plan, licenses, length].into_iter().flatten().collect();
    words::then(&parts.join(", "))
}

/// Which captions can be shown so that each has `room` basis points to the right. Later ones are kept first. `at` must
/// rise.
pub fn fitting(at: &[u32], room: u32) -> Vec<bool> {
    let mut next = None::<u32>;
    let mut kept: Vec<bool> = at
        .iter()
        .rev()
        .map(|at| {
            let fits = next.is_none_or(|next| next.saturating_sub(*at) >= room);
            next = if fits { Some(*at) } else { next };
            fits
        })
        .collect();
    kept.reverse();
    kept
}
