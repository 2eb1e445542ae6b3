//! What can be undone on its day: adjustments, changes of length and early renewals, the latest first (CHG 13).

use super::account::Account;
use super::activation::levels::Levels;
use super::date::Date;
use super::event::Event;
use super::invoice::Order;
use super::subscription::{Cancellation, Change, Paid, Subscription};

/// One step that can be undone, with what it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The day it was booked: the only one on which it can be undone.
    pub on: Date,
    /// Its order: lines, and the document that carries them.
    pub order: Order,
    /// The subscription before it.
    pub before: Paid,
    /// Since when each licence had been booked before it (ACT 7).
    pub levels: Levels,
    /// What it left scheduled.
    scheduled: Option<Change>,
    /// The cancellation that it left standing, with the choice of Free.
    cancelled: Option<Cancellation>,
}

impl Step {
    /// Whether schedule, cancellation and choice of Free are still those that it left.
    pub fn is_untouched_in(&self, paid: &Paid) -> bool {
        self.scheduled == paid.scheduled && self.cancelled == paid.cancelled
    }
}

/// The steps that have not been undone yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undoable {
    /// Those of the latest day that has any, in order.
    steps: Vec<Step>,
    /// Whether there are others on earlier days.
    earlier: bool,
    /// The subscription before its scheduled change was removed by the event just folded in.
    unscheduled: Option<Box<Paid>>,
}

/// Why nothing can be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotUndoable {
    /// Nothing has been booked that could be.
    Nothing,
    /// It was booked on an earlier day; where it is known, this one.
    TooLate(Option<Date>),
}

impl Undoable {
    /// The step that Undo would undo today.
    ///
    /// # Errors
    /// Where there is none, or its day is over.
    pub fn latest(&self, today: Date) -> Result<&Step, NotUndoable> {
        match self.steps.last() {
            Some(step) if step.on == today => Ok(step),
            Some(step) => Err(NotUndoable::TooLate(Some(step.on))),
            None if self.earlier => Err(NotUndoable::TooLate(None)),
            None => Err(NotUndoable::Nothing),
        }
    }

    /// The fewest licences that there may still be today, once everything is undone that can be (LIC 8).
    pub fn fewest_licences(&self, today: Date) -> Option<u32> {
        let of_today = self.steps.iter().filter(|step| step.on == today);
        of_today.map(|step| step.before.holding.licences).min()
    }
}

impl Account {
    /// The subscription before an event that can be undone; none for every other event. Called before it is folded in.
    pub(super) fn before_undoable(&mut self, event: &Event) -> Option<Paid> {
        let unscheduled = self.undoable.unscheduled.take();
        let dropped = match event {
            Event::Adjusted { drop_scheduled, .. } | Event::LengthChanged { drop_scheduled, .. } => {
                drop_scheduled.unwrap_or_default()
            }
            Event::RenewedNow { .. } => false,
            Event::ChangeUnscheduled { .. } => {
                self.undoable.unscheduled = self.paid().cloned().map(Box::new);
                return None;
            }
            _ => return None,
        };
        let unscheduled = unscheduled.filter(|_| dropped).map(|paid| *paid);
        unscheduled.or_else(|| self.paid().cloned())
    }

    /// Notes an event that can be undone. Called after it is folded in.
    pub(super) fn note_undoable(&mut self, on: Date, order: &Order, before: Paid, levels: Levels) {
        let Some(paid) = self.paid() else { return };
        let step = Step {
            on,
            order: order.clone(),
            before,
            levels,
            scheduled: paid.scheduled,
            cancelled: paid.cancelled.clone(),
        };
        let Undoable { steps, earlier, .. } = &mut self.undoable;
        if steps.last().is_some_and(|last| last.on != on) {
            steps.clear();
            *earlier = true;
        }
        steps.push(step);
    }

    /// Puts back what the latest step has changed (CHG 13).
    pub(super) fn undo(&mut self) {
        if let Some(step) = self.undoable.steps.pop() {
            self.levels = step.levels;
            self.subscription = Subscription::Paid(Box::new(step.before));
        }
    }
}
