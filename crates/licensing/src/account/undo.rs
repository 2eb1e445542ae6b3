//! Steps that can be undone on their day: adjustments, changes of length and early renewals, latest first (CHG 13).

use crate::billing::document::Order;
use crate::refusal::Refusal;
use crate::subscription::tranches::LicenseTranches;
use crate::subscription::{Change, FreeChoice, Paid};
use crate::value::date::Date;
use crate::value::license_count::LicenseCount;

/// A step that can be undone, with the state it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The day of the booking. The step can be undone only on this day.
    pub on: Date,
    /// The order: its lines and their document.
    pub order: Order,
    /// The subscription before the step.
    pub before: Paid,
    /// The booking dates of the licenses before the step (ACT 7).
    pub tranches: LicenseTranches,
    /// The scheduled change after the step.
    scheduled: Option<Change>,
    /// The cancellation after the step, if any, with its choice of Free.
    canceled: Option<Option<FreeChoice>>,
}

impl Step {
    /// A step booked by an order, with the subscription before and after it and the earlier booking dates of the
    /// licenses.
    pub fn new(on: Date, order: Order, before: Paid, tranches: LicenseTranches, after: &Paid) -> Self {
        Self {
            on,
            order,
            before,
            tranches,
            scheduled: after.scheduled,
            canceled: choice_of_free(after),
        }
    }

    /// Whether scheduled change, cancellation and choice of Free are unchanged since the step.
    pub fn is_untouched_in(&self, paid: &Paid) -> bool {
        self.scheduled == paid.scheduled && self.canceled == choice_of_free(paid)
    }
}

/// The steps that have not been undone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undoable {
    /// The steps of the latest day with steps, in order.
    steps: Vec<Step>,
    /// The latest earlier day with steps.
    earlier: Option<Date>,
}

impl Undoable {
    /// The step that an undo today would reverse.
    ///
    /// # Errors
    /// If there is none (`nothing_to_undo`), or if its day is over (`too_late`).
    pub fn latest(&self, today: Date) -> Result<&Step, Refusal> {
        match self.steps.last() {
            Some(step) if step.on == today => Ok(step),
            Some(step) => Err(Refusal::TooLate { on: step.on }),
            None => Err(self
                .earlier
                .map_or(Refusal::NothingToUndo, |on| Refusal::TooLate { on })),
        }
    }

    /// Adds a step. Steps of an earlier day can no longer be undone.
    pub fn add(&mut self, step: Step) {
        if let Some(last) = self.steps.last().filter(|last| last.on != step.on) {
            self.earlier = Some(last.on);
            self.steps.clear();
        }
        self.steps.push(step);
    }

    /// Removes and returns the latest step.
    pub fn take_latest(&mut self) -> Option<Step> {
        self.steps.pop()
    }

    /// The lowest number of licenses that undoing steps today could restore (LIC 8).
    pub fn fewest_licenses(&self, today: Date) -> Option<LicenseCount> {
        let of_today = self.steps.iter().filter(|step| step.on == today);
        of_today.map(|step| step.before.item.licenses).min()
    }
}

/// Whether a subscription is canceled, and the choice for the end of its term. The day and the reason do not matter.
fn choice_of_free(paid: &Paid) -> Option<Option<FreeChoice>> {
    paid.canceled.as_ref().map(|canceled| canceled.free.clone())
}
