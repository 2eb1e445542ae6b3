//! The part of a journal that the vendor receives: events of the subscription, without people (ACT 9).

use crate::account::Account;
use crate::billing::details::{BillingDetails, Detail};
use crate::event::Event;
use crate::ledger::Ledger;
use crate::ledger::entry::Record;
use crate::seats::assignments::SeatAllocation;

/// The state that the vendor knows so far, reduced to what decides whether the next event is news.
#[derive(Debug, Default)]
pub struct Excerpt {
    billing: BillingDetails,
    /// Whether Free is chosen for the end of the term.
    free_chosen: bool,
}

impl Excerpt {
    /// Whether the vendor receives the next event of the journal. An event that changes only people, such as a contact
    /// or the choice of who keeps access, would look unchanged without them.
    pub fn includes(&mut self, event: &Event) -> bool {
        match event {
            Event::BillingSet { billing, .. } => {
                let billing = without_contacts(billing);
                let includes = billing != self.billing;
                self.billing = billing;
                includes
            }
            Event::FreeChosen { .. } => !std::mem::replace(&mut self.free_chosen, true),
            Event::Resumed { .. }
            | Event::ChangeUnscheduled { .. }
            | Event::FreeStarted { .. }
            | Event::Expired { .. } => {
                self.free_chosen = false;
                true
            }
            _ => is_of_order(event),
        }
    }
}

/// The bookings that the vendor has not received, oldest first, each with the events for the vendor. Empty if the
/// subscription was bought elsewhere, because its orders are sent from there.
pub fn unsent<'a>(
    ledger: &'a Ledger,
    account: &Account,
) -> impl Iterator<Item = (&'a Record, Vec<&'a Event>)> + use<'a> {
    let mut excerpt = Excerpt::default();
    let sent_up_to = (!account.is_granted()).then_some(account.ordered_up_to());
    ledger.records.iter().filter_map(move |record| {
        let events: Vec<&Event> = record.events.iter().filter(|it| excerpt.includes(it)).collect();
        let is_unsent = sent_up_to.is_some_and(|sent| record.position > sent) && !events.is_empty();
        is_unsent.then_some((&**record, events))
    })
}

/// Whether an event is about the subscription. Events about people, activation and payments are left out.
fn is_of_order(event: &Event) -> bool {
    !(event.is_about_people() || event.is_about_activation() || matches!(event, Event::PaymentRecorded { .. }))
}

/// An event as the vendor receives it: without people, reasons and contacts, but with the address of invoices.
pub(crate) fn without_people(event: &Event) -> Event {
    let mut event = event.clone();
    match &mut event {
        Event::TrialStarted { administrator, .. } => *administrator = None,
        Event::Purchased { access, .. } | Event::Imported { access, .. } | Event::FreeStarted { access, .. } => {
            *access = SeatAllocation::default();
        }
        Event::FreeChosen { keep, .. } => *keep = None,
        Event::Canceled { reason, .. } => *reason = None,
        Event::BillingSet { billing, .. } => *billing = without_contacts(billing),
        _ => {}
    }
    event
}

/// The billing details of an invoice, without contact and email addresses.
fn without_contacts(billing: &BillingDetails) -> BillingDetails {
    let mut kept = BillingDetails::default();
    for (detail, text) in billing.iter() {
        if !matches!(detail, Detail::Email | Detail::Contact | Detail::Recipients) {
            kept.set(detail, text.to_owned());
        }
    }
    kept
}
