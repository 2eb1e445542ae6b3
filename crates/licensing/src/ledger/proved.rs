//! Which events of a journal are accepted. Most events are accepted as recorded. Events that need a signature of the
//! vendor, or that refer to other lines, are checked: anybody with access to the extension data could write them.

use crate::account::Account;
use crate::activation::confirmation::Confirmation;
use crate::catalogue::Catalogue;
use crate::decide::bookable::unbookable;
use crate::decide::context::DecisionContext;
use crate::decide::decide;
use crate::event::Event;
use crate::ledger::Ledger;
use crate::ledger::entry::Record;
use std::collections::BTreeSet;

impl Ledger {
    /// The account under a catalog. An activation counts only if the catalog still has the key that signed it. Every
    /// reader of an account must use this with the catalog in force, and never with the catalog in the journal.
    pub fn account_under(&self, catalogue: &Catalogue) -> Account {
        let mut account = self.account.clone();
        account.set_activation(self.proofs.in_force(catalogue.activation.as_ref()));
        // The catalog, not the journal, decides whether certificates are needed.
        account.adopt_catalogue(catalogue);
        account
    }

    /// The latest activation if none of the keys that proved it is still trusted. The vendor has issued it again.
    pub fn activation_to_renew(&self, catalogue: &Catalogue) -> Option<&Confirmation> {
        let trusted = self.proofs.in_force(catalogue.activation.as_ref());
        self.proofs.newest_of_all().filter(|_| trusted.is_none())
    }

    /// The positions of the lines with events that are ignored: an activation or a confirmation without a valid
    /// certificate, an order for lines that do not exist, an event of a later day, or an event that could not be read
    /// back.
    pub fn set_aside(&self) -> &BTreeSet<u32> {
        &self.set_aside
    }

    /// Whether an event counts. What needs a signature is decided again before it is accepted (ACT 7), and an order
    /// must refer to existing lines (ACT 9). Everything else is as trustworthy as the journal.
    pub(crate) fn counts(&self, record: &Record, event: &Event) -> bool {
        // An event for a later day is invalid. An event that could not be read back would block every later booking.
        if event.on() > record.today || unbookable(&self.account, event).is_some() {
            return false;
        }
        match event {
            Event::OrderRecorded { position, .. } => *position < record.position,
            Event::Activated { .. } | Event::Confirmed { .. } => {
                let active = self.account.activation();
                event.on() == record.today
                    && (self.proofs.holds_again(active, event, &record.command) || self.would_decide(record, event))
            }
            _ => true,
        }
    }

    fn would_decide(&self, record: &Record, event: &Event) -> bool {
        let context = DecisionContext {
            rules: record.rules,
            catalogue: &self.catalogue,
            account: &self.account,
            people: &self.people,
            viewer: &record.viewer,
            today: record.today,
        };
        decide(context, &record.command).is_ok_and(|events| events.iter().eq([event]))
    }

    /// Stores the proofs of the activations in an accepted record.
    pub(crate) fn keep_proofs(&mut self, record: &Record) {
        record.events.iter().for_each(|event| self.keep_proof(record, event));
    }

    pub(crate) fn keep_proof(&mut self, record: &Record, event: &Event) {
        if matches!(event, Event::Activated { .. } | Event::Confirmed { .. }) {
            let keys = self.catalogue.activation.as_ref();
            self.proofs.keep(event, &record.command, keys);
            self.account.set_activation(self.proofs.in_force(keys));
        }
    }
}
