//! What of a journal's lines is believed. Its events are taken as they stand, except for those that are true only by a
//! signature of the vendor, or by lines that exist: whoever may write the data of the extension could write them.

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
    /// The account as it stands under a catalogue: what was activated counts only where the catalogue still names the
    /// key that has signed it. Whoever shows an account or decides on it asks for it so, by the catalogue in force and
    /// never by the one that the journal brings along.
    pub fn account_under(&self, catalogue: &Catalogue) -> Account {
        let mut account = self.account.clone();
        account.set_activation(self.proofs.in_force(catalogue.activation.as_ref()));
        // Nor does the journal say whether certificates are needed at all.
        account.go_by(catalogue);
        account
    }

    /// What was activated last, where no key under which it was proved is trusted any more: the vendor has issued it again.
    pub fn activation_to_renew(&self, catalogue: &Catalogue) -> Option<&Confirmation> {
        let trusted = self.proofs.in_force(catalogue.activation.as_ref());
        self.proofs.newest_of_all().filter(|_| trusted.is_none())
    }

    /// The positions of the lines that say something which counts for nothing: an activation or a confirmation that no
    /// certificate proves, an order of lines that do not exist, an event of a later day, or one that could not be read again.
    pub fn set_aside(&self) -> &BTreeSet<u32> {
        &self.set_aside
    }

    /// Whether an event counts: what only a signature makes true is decided again before it is believed (ACT 7), and an
    /// order holds lines that exist (ACT 9). Everything else is as true as the journal is.
    pub(crate) fn counts(&self, record: &Record, event: &Event) -> bool {
        // Nothing is booked for a later day, nor what could not be read again: it would stop every booking after it.
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

    /// Keeps what proves the activations of a record that counts as a whole.
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
