//! Orders that the vendor has not learnt of yet (ACT 9).

use crate::people::Count;
use crate::{Day, Deployment, Event, Scene, words};
pub use licensing::activation::delivery::Delivery;
use licensing::ledger::entry::Record;
use licensing::ledger::order_file::excerpt;

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

/// The card of orders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orders {
    /// Where orders come from.
    pub deployment: Deployment,
    /// How many bookings have not gone.
    pub count: Count,
    /// The first of them.
    pub unsent: Vec<Unsent>,
    /// How many more there are.
    pub more: Option<Count>,
    /// Whether the vendor takes orders by themselves.
    pub posted: bool,
    /// The address of a mail to the vendor.
    pub mail: String,
}

/// So many bookings are listed, the oldest first; the file holds all of them.
const LISTED: usize = 50;

/// The card of orders; none where the subscription was bought elsewhere.
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

/// The position of the last booking that the vendor has not learnt of.
pub fn newest_unsent(scene: &Scene<'_>) -> Option<u32> {
    let unsent = excerpt::unsent(scene.ledger, scene.account);
    unsent.last().map(|(record, _)| record.position)
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
fn mail(scene: &Scene<'_>) -> String {
    let id = scene.account.id().to_string();
    words::activation::order_mail(&scene.catalogue.support.email, &id, scene.account.deployment())
}
