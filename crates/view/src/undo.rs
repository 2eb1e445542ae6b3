//! What can be undone today (CHG 13): the change, its invoice, and which events of the history have been undone.

use super::{Command, Event, Refusal, Scene, words};
use licensing::invoice::DocumentKind;

/// The change that Undo would undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undoable {
    /// What it says.
    pub text: String,
    /// The question whether its invoice was paid; none where there is nothing to pay.
    pub question: Option<String>,
}

/// The latest change, where it can be undone today.
pub fn undoable(scene: &Scene<'_>) -> Option<Undoable> {
    let event = steps(scene).latest?;
    let heading = event.order().and_then(|order| order.document.as_ref());
    let invoice = heading.filter(|it| it.kind == DocumentKind::Invoice && !it.due.is_zero());
    Some(Undoable {
        text: words::undo::undoes(&words::event(scene, event)),
        question: invoice.map(|it| words::undo::was_paid(&it.number, &scene.money(it.due))),
    })
}

/// Whether these events can be undone by the viewer, as long as nothing else is booked.
pub fn is_undoable(scene: &Scene<'_>, events: &[Event]) -> bool {
    events.iter().any(Event::can_be_undone) && refusal(scene).is_none()
}

/// Why the latest change cannot be undone; none where it can.
pub fn refusal(scene: &Scene<'_>) -> Option<Refusal> {
    scene.refusal_of_plain(&Command::Undo {})
}

/// Whether Undo is offered at all: there is a change of today that was not undone yet. What depends on it, the refusal
/// says.
pub fn is_offered(scene: &Scene<'_>) -> bool {
    !matches!(
        refusal(scene),
        Some(
            Refusal::NothingToUndo
                | Refusal::TooLate { .. }
                | Refusal::NotNow { .. }
                | Refusal::NotCollectionAdministrator
                | Refusal::ManagedElsewhere { .. }
        )
    )
}

/// The events that can be undone, and those that were.
pub(super) struct Steps<'a> {
    /// The latest that was not undone.
    pub latest: Option<&'a Event>,
    undone: Vec<&'a Event>,
}

impl Steps<'_> {
    /// Whether an event of the journal was undone.
    pub fn was_undone(&self, event: &Event) -> bool {
        self.undone.iter().any(|it| std::ptr::eq(*it, event))
    }

    /// Whether it is the latest that was not undone.
    pub fn is_latest(&self, event: &Event) -> bool {
        self.latest.is_some_and(|it| std::ptr::eq(it, event))
    }
}

/// Follows the journal: an undo takes back the latest step before it.
pub(super) fn steps<'a>(scene: &Scene<'a>) -> Steps<'a> {
    let (mut open, mut undone) = (Vec::new(), Vec::new());
    for event in scene.book.records.iter().flat_map(|record| &record.events) {
        match event {
            Event::Undone { .. } => undone.extend(open.pop()),
            event if event.can_be_undone() => open.push(event),
            _ => {}
        }
    }
    Steps {
        latest: open.pop(),
        undone,
    }
}
