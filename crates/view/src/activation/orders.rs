//! Orders that the vendor has not learnt of yet (ACT 9).

use crate::people::Count;
use crate::{Day, Event, Scene, words};
pub use licensing::activation::order::Delivery;
use licensing::activation::order::Excerpt;
use licensing::record::Record;
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

/// What the vendor has not learnt of, oldest first; nothing where the subscription was bought elsewhere.
pub fn unsent(scene: &Scene<'_>) -> Vec<Unsent> {
    let mut excerpt = Excerpt::default();
    let entry = |record: &Arc<Record>| {
        let events: Vec<&Event> = record.events.iter().filter(|it| excerpt.tells(it)).collect();
        let last = events.last().filter(|_| is_unsent(scene, record))?;
        let said: Vec<String> = events.iter().map(|event| words::event(scene, event)).collect();
        Some(Unsent {
            position: record.position,
            day: Day::new(scene, last.on()),
            what: said.join("; "),
            who: record.actor.clone(),
        })
    };
    scene.book.records.iter().filter_map(entry).collect()
}

/// The position of the last booking that the vendor has not learnt of.
pub fn newest_unsent(scene: &Scene<'_>) -> Option<u32> {
    let mut excerpt = Excerpt::default();
    let mut newest = None;
    for record in &scene.book.records {
        let tells = record.events.iter().filter(|it| excerpt.tells(it)).count() > 0;
        newest = (tells && is_unsent(scene, record))
            .then_some(record.position)
            .or(newest);
    }
    newest
}

/// Whether a booking has not gone to the vendor. Where the subscription was bought elsewhere, it goes from there.
fn is_unsent(scene: &Scene<'_>, record: &Record) -> bool {
    record.position > scene.account.ordered_up_to && !scene.account.is_granted()
}

/// How many bookings wait for somebody to send them, where Subscription has to say so: on Services, where no certificate is
/// missed, and no address takes them by themselves.
pub fn waiting(scene: &Scene<'_>) -> Option<Count> {
    let nobody_tells = !super::has_card(scene) && !are_posted(scene);
    let count = || unsent(scene).len();
    let waiting = nobody_tells.then(count).filter(|count| *count > 0)?;
    Some(Count::new(scene, u32::try_from(waiting).unwrap_or(u32::MAX)))
}

/// Where the vendor takes orders by themselves.
pub fn are_posted(scene: &Scene<'_>) -> bool {
    scene
        .catalogue
        .activation
        .as_ref()
        .is_some_and(|it| it.orders_url.is_some())
}

/// A mail to the vendor, which asks for the certificate of a Server; the file is to be attached.
pub fn mail(scene: &Scene<'_>) -> String {
    let id = scene.account.id.to_string();
    words::activation::order_mail(&scene.catalogue.support.email, &id, scene.account.deployment)
}
