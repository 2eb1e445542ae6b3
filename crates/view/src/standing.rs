//! The standing of the subscription in one pill: green only if everything is in order.

use super::activation::state;
use super::{Mood, Scene, Status, words};
use licensing::account::usage_limit::Usage;
use licensing::billing::document::Document;
use licensing::billing::payment::PaymentStatus;
use std::sync::Arc;

/// The status of the subscription in one or two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pill {
    /// The words.
    pub text: &'static str,
    /// The tone.
    pub mood: Mood,
}

impl Pill {
    fn new(text: &'static str, mood: Mood) -> Self {
        Self { text, mood }
    }
}

/// The pill of the subscription. It is good only for a subscription that renews, has no overdue invoice (INV 7), is
/// activated if it has to be (ACT 7), and has a license for everyone with a role. An invoice that is not due yet does
/// not matter. "Active" never stands over people who are locked out.
pub fn pill(scene: &Scene<'_>) -> Pill {
    let status = scene.status();
    let own = Pill::new(words::status(status), mood(status));
    if own.mood == Mood::Bad {
        return own;
    }
    let activation = unactivated(scene);
    let is_bad = |it: &Pill| it.mood == Mood::Bad;
    let late = overdue(scene).next().map(|_| Pill::new(words::OVERDUE, Mood::Bad));
    let canceled = Some(own).filter(|_| status == Status::Canceling);
    let few = is_short(scene).then(|| Pill::new(words::TOO_FEW, Mood::Warning));
    let worst_first = [activation.filter(is_bad), late, canceled, activation, few];
    worst_first.into_iter().flatten().next().unwrap_or(own)
}

/// The tone of a status by itself.
fn mood(status: Status) -> Mood {
    match status {
        Status::None => Mood::Neutral,
        Status::Trial | Status::Free => Mood::Info,
        Status::Active => Mood::Good,
        Status::Canceling => Mood::Warning,
        Status::TrialEnded | Status::Expired => Mood::Bad,
    }
}

/// What is wrong with the activation. `None` if nothing is, or if no activation is needed.
fn unactivated(scene: &Scene<'_>) -> Option<Pill> {
    let Usage::UpTo(limit) = scene.account.usage(scene.today) else {
        return None;
    };
    let now = state(scene);
    let wrong = match (now.mood, now.difference) {
        (Mood::Warning | Mood::Bad, _) => Pill::new(now.pill, now.mood),
        (_, Some(it)) if it.mood == Mood::Bad && scene.account.is_granted() => Pill::new(words::TOO_FEW, it.mood),
        (_, Some(it)) if it.mood == Mood::Bad => Pill::new(words::PARTLY_ACTIVATED, it.mood),
        (_, Some(it)) => Pill::new(words::CHECK_ACTIVATION, it.mood),
        _ => return None,
    };
    // Until the people are read, it is not known whether anyone is locked out, unless everyone is.
    let guessed = scene.unread && limit.licenses > 0;
    Some(if guessed {
        Pill::new(wrong.text, Mood::Warning)
    } else {
        wrong
    })
}

/// Whether more people have a license than there are licenses. This can happen when one person turns out to be two
/// (LIC 2).
pub(crate) fn is_short(scene: &Scene<'_>) -> bool {
    let in_use = || scene.account.licenses_in_use(scene.people);
    !scene.unread && scene.account.licenses().is_some_and(|licenses| licenses < in_use())
}

/// The overdue documents, oldest first (INV 7).
pub(crate) fn overdue<'a>(scene: &Scene<'a>) -> impl Iterator<Item = &'a Arc<Document>> {
    let (account, today) = (scene.account, scene.today);
    // Most documents are not due, or were due long ago and are paid: the status is looked up for few.
    let late = move |it: &&Arc<Document>| it.heading.due_date < today && !it.heading.due.is_zero();
    let documents = account.documents().iter().filter(late);
    documents.filter(move |it| account.payment_status(it, today) == PaymentStatus::Overdue)
}
