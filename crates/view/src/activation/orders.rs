//! Orders that were not sent to the vendor yet (ACT 9).

use crate::people::Count;
use crate::{Day, Deployment, Event, Scene, words};
pub use licensing::activation::delivery::Delivery;
use licensing::ledger::entry::Record;
use licensing::ledger::order_file::excerpt;

/// A booking that was not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsent {
    /// Its position in the journal.
    pub position: u32,
    /// The day of the booking.
    pub day: Day,
    /// What was booked.
    pub what: String,
    /// The person who booked it.
    pub who: String,
}

/// The bookings that were not sent, oldest first. Empty if the subscription was purchased elsewhere.
fn unsent(scene: &Scene<'_>) -> Vec<Unsent> {
    let entry = |(record, events): (&Record, Vec<&Event>)| {
        let said: Vec<String> = events.iter().map(|event| words::event(scene, event)).collect();
        Some(Unsent {
            position: record.position,
            day: Day::new(scene, events.last()?.on()),
            what: said.join("; "),
            who: record.actor.clone(),
        })
    };
    excerpt::unsent(scene.ledger, scene.account).filter_map(entry).collect()
}

/// The content of the card for orders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orders {
    /// The deployment that the orders come from.
    pub deployment: Deployment,
    /// The number of bookings that were not sent.
    pub count: Count,
    /// The first of these bookings.
    pub unsent: Vec<Unsent>,
    /// The number of bookings that are not listed.
    pub more: Option<Count>,
    /// Whether orders are sent automatically.
    pub posted: bool,
    /// The mailto URL of an email to the vendor.
    pub mail: String,
}

/// The highest number of listed bookings, oldest first. The order file contains all of them.
const LISTED: usize = 50;

/// The content of the card for orders. `None` if the subscription was purchased elsewhere.
pub fn orders(scene: &Scene<'_>) -> Option<Orders> {
    if scene.account.is_granted() {
        return None;
    }
    let mut unsent = unsent(scene);
    let all = unsent.len();
    unsent.truncate(LISTED);
    let count = |number: usize| Count::new(scene, u32::try_from(number).unwrap_or(u32::MAX));
    let rest = all.saturating_sub(LISTED);
    Some(Orders {
        deployment: scene.account.deployment(),
        count: count(all),
        unsent,
        more: (rest > 0).then(|| count(rest)),
        posted: are_posted(scene),
        mail: mail(scene),
    })
}

/// The position of the last booking that was not sent to the vendor.
pub fn newest_unsent(scene: &Scene<'_>) -> Option<u32> {
    let unsent = excerpt::unsent(scene.ledger, scene.account);
    unsent.last().map(|(record, _)| record.position)
}

/// The number of orders that someone must send by hand, if the Subscription page has to mention it: on Services, where
/// no certificate is missing, and if orders are not sent automatically.
pub fn waiting(scene: &Scene<'_>) -> Option<Count> {
    let nobody_tells = !super::has_card(scene) && !are_posted(scene);
    let count = || unsent(scene).len();
    let waiting = nobody_tells.then(count).filter(|count| *count > 0)?;
    Some(Count::new(scene, u32::try_from(waiting).unwrap_or(u32::MAX)))
}

/// Whether orders are sent to the vendor automatically.
pub fn are_posted(scene: &Scene<'_>) -> bool {
    scene
        .catalogue
        .activation
        .as_ref()
        .is_some_and(|it| it.orders_url.is_some())
}

/// The mailto URL of an email that asks the vendor for the certificate of a Server. The user attaches the file.
fn mail(scene: &Scene<'_>) -> String {
    let id = scene.account.id().to_string();
    words::activation::order_mail(&scene.catalogue.support.email, &id, scene.account.deployment())
}
