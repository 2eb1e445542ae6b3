//! What can be undone on its day: adjustments, changes of length and early renewals, the latest first (CHG 13).

use crate::billing::document::Order;
use crate::refusal::Refusal;
use crate::subscription::tranches::LicenseTranches;
use crate::subscription::{Change, FreeChoice, Paid};
use crate::value::date::Date;

/// One step that can be undone, with what it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The day it was booked: the only one on which it can be undone.
    pub on: Date,
    /// Its order: lines, and the document that carries them.
    pub order: Order,
    /// The subscription before it.
    pub before: Paid,
    /// Since when each license had been booked before it (ACT 7).
    pub levels: LicenseTranches,
    /// What it left scheduled.
    scheduled: Option<Change>,
    /// Whether it left a cancellation standing, and the choice of Free with it.
    canceled: Option<Option<FreeChoice>>,
}

impl Step {
    /// A step booked on a day by an order: the subscription before and after it, and since when each license had been
    /// booked before it.
    pub fn new(on: Date, order: Order, before: Paid, levels: LicenseTranches, after: &Paid) -> Self {
        Self {
            on,
            order,
            before,
            levels,
            scheduled: after.scheduled,
            canceled: choice_of_free(after),
        }
    }

    /// Whether schedule, cancellation and choice of Free are still those that it left.
    pub fn is_untouched_in(&self, paid: &Paid) -> bool {
        self.scheduled == paid.scheduled && self.canceled == choice_of_free(paid)
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

    /// Adds a step; those of an earlier day can no longer be undone.
    pub fn add(&mut self, step: Step) {
        if let Some(last) = self.steps.last().filter(|last| last.on != step.on) {
            self.earlier = Some(last.on);
            self.steps.clear();
        }
        self.steps.push(step);
    }

    /// Takes the latest step away.
    pub fn take_latest(&mut self) -> Option<Step> {
        self.steps.pop()
    }

    /// The fewest licenses that there may still be today, once everything is undone that can be (LIC 8).
    pub fn fewest_licenses(&self, today: Date) -> Option<u32> {
        let of_today = self.steps.iter().filter(|step| step.on == today);
        of_today.map(|step| step.before.holding.licenses).min()
    }
}

/// Whether a subscription is canceled, and what is chosen for the end of its term. On which day and why does not matter.
fn choice_of_free(paid: &Paid) -> Option<Option<FreeChoice>> {
    paid.canceled.as_ref().map(|canceled| canceled.free.clone())
}
