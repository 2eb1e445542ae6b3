//! What can be undone on its day: adjustments, changes of length and early renewals, the latest first (CHG 13).

use super::account::Account;
use super::activation::levels::Levels;
use super::date::Date;
use super::event::Event;
use super::invoice::Order;
use super::refusal::Refusal;
use super::subscription::{Change, FreeChoice, Paid, Subscription};

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
    /// Whether it left a cancellation standing, and the choice of Free with it.
    cancelled: Option<Option<FreeChoice>>,
}

impl Step {
    /// Whether schedule, cancellation and choice of Free are still those that it left.
    pub fn is_untouched_in(&self, paid: &Paid) -> bool {
        self.scheduled == paid.scheduled && self.cancelled == choice_of_free(paid)
    }
}

/// The steps that have not been undone yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undoable {
    /// Those of the latest day that has any, in order.
    steps: Vec<Step>,
    /// The last earlier day that has others.
    earlier: Option<Date>,
}

impl Undoable {
    /// The step that Undo would undo today.
    ///
    /// # Errors
    /// Where there is none (`nothing_to_undo`), or its day is over (`too_late`).
    pub fn latest(&self, today: Date) -> Result<&Step, Refusal> {
        match self.steps.last() {
            Some(step) if step.on == today => Ok(step),
            Some(step) => Err(Refusal::TooLate { on: step.on }),
            None => Err(self
                .earlier
                .map_or(Refusal::NothingToUndo, |on| Refusal::TooLate { on })),
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
    pub(super) fn before_undoable(&self, event: &Event) -> Option<Paid> {
        let mut before = self.paid().filter(|_| event.can_be_undone()).cloned()?;
        before.scheduled = event.dropped().or(before.scheduled);
        Some(before)
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
            cancelled: choice_of_free(paid),
        };
        let Undoable { steps, earlier } = &mut self.undoable;
        if let Some(last) = steps.last().filter(|last| last.on != on) {
            *earlier = Some(last.on);
            steps.clear();
        }
        steps.push(step);
    }

    /// Puts back what the latest step has changed (CHG 13).
    pub(super) fn undo(&mut self) {
        if let Some(step) = self.undoable.steps.pop() {
            self.levels = step.levels;
            let cancelled = self.paid().and_then(|paid| paid.cancelled.clone());
            self.subscription = Subscription::Paid(Box::new(Paid {
                cancelled,
                ..step.before
            }));
        }
    }
}

/// Whether a subscription is cancelled, and what is chosen for the end of its term. On which day and why does not matter.
fn choice_of_free(paid: &Paid) -> Option<Option<FreeChoice>> {
    paid.cancelled.as_ref().map(|cancelled| cancelled.free.clone())
}
