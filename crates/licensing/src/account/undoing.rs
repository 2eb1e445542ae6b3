//! Records and restores what can be undone (CHG 13).

use crate::account::Account;
use crate::account::undo::Step;
use crate::billing::document::Order;
use crate::event::Event;
use crate::subscription::tranches::LicenseTranches;
use crate::subscription::{Paid, Subscription};
use crate::value::date::Date;

impl Account {
    /// The subscription before an event that can be undone. `None` for other events. Must be called before the event is
    /// folded.
    pub(crate) fn before_undoable(&self, event: &Event) -> Option<Paid> {
        let mut before = self.paid().filter(|_| event.can_be_undone()).cloned()?;
        before.scheduled = event.dropped().or(before.scheduled);
        Some(before)
    }

    /// Records an event that can be undone. Must be called after the event is folded.
    pub(crate) fn note_undoable(&mut self, on: Date, order: &Order, before: Paid, tranches: LicenseTranches) {
        let Some(paid) = self.paid() else { return };
        let step = Step::new(on, order.clone(), before, tranches, paid);
        self.undoable.add(step);
    }

    /// Restores the subscription before the latest step (CHG 13).
    pub(crate) fn undo(&mut self) {
        if let Some(step) = self.undoable.take_latest() {
            self.tranches = step.tranches;
            let canceled = self.paid().and_then(|paid| paid.canceled.clone());
            self.subscription = Subscription::Paid(Box::new(Paid {
                canceled,
                ..step.before
            }));
        }
    }
}
