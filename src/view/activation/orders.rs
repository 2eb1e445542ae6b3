//! Orders that the vendor has not learnt of yet (ACT 9).

pub use crate::licensing::activation::order::Delivery;
use crate::licensing::activation::order::is_of_order;
use crate::licensing::plan::Deployment;
use crate::licensing::record::Record;
use crate::view::{Day, Event, Scene, words};
use std::sync::Arc;

/// A booking that has not gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsent {
    /// Its position in the journal.
    pub position: u32,
    /// When.
    pub day: Day,
    /// What was booked.
    pub what: String,
    /// Who booked it.
    pub who: String,
}

/// What the vendor has not learnt of, oldest first; nothing on Services, where the account itself grants.
pub fn unsent(scene: &Scene<'_>) -> Vec<Unsent> {
    if scene.account.deployment == Deployment::Services || scene.account.is_granted() {
        return Vec::new();
    }
    let records = scene.book.records.iter();
    let records = records.filter(|record| record.position > scene.account.ordered_up_to);
    let entry = |record: &Arc<Record>| {
        let events: Vec<&Event> = record.events.iter().filter(|event| is_of_order(event)).collect();
        let last = events.last()?;
        let said: Vec<String> = events.iter().map(|event| words::event(scene, event)).collect();
        Some(Unsent {
            position: record.position,
            day: Day::new(scene, last.on()),
            what: said.join("; "),
            who: record.actor.clone(),
        })
    };
    records.filter_map(entry).collect()
}

/// Where the vendor takes orders by themselves.
pub fn are_posted(scene: &Scene<'_>) -> bool {
    scene
        .catalogue
        .activation
        .as_ref()
        .is_some_and(|it| it.orders_url.is_some())
}

/// A mail to the vendor that asks for the certificate; the file is to be attached.
pub fn mail(scene: &Scene<'_>) -> String {
    let id = scene.account.id.to_string();
    words::activation::order_mail(&scene.catalogue.support.email, &id)
}
