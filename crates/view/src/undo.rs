//! Undoing a change on its day (CHG 13): the change and its invoice, and the events that were undone.

use super::{Command, Event, Refusal, Scene, words};
use licensing::billing::document::DocumentKind;

/// The change that Undo reverses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undoable {
    /// The description of the change.
    pub text: String,
    /// The question whether its invoice was paid. `None` if nothing has to be paid.
    pub question: Option<String>,
}

/// The latest change, if it can be undone today.
pub fn undoable(scene: &Scene<'_>) -> Option<Undoable> {
    let event = steps(scene).latest?;
    let heading = event.order().and_then(|order| order.document.as_ref());
    let invoice = heading.filter(|it| it.kind == DocumentKind::Invoice && !it.due.is_zero());
    Some(Undoable {
        text: words::undo::undoes(&words::event(scene, event)),
        question: invoice.map(|it| words::undo::was_paid(&it.number, &scene.money(it.due))),
    })
}

/// The position in the journal of the change that Undo reverses. `None` if the viewer cannot undo it now.
pub fn position(scene: &Scene<'_>) -> Option<u32> {
    refusal(scene).is_none().then(|| steps(scene).position).flatten()
}

/// Why the latest change cannot be undone. `None` if it can.
pub fn refusal(scene: &Scene<'_>) -> Option<Refusal> {
    scene.decide(&Command::Undo {}).err()
}

/// Whether Undo is offered: there is a change of today that was not undone. If something depends on it, the refusal
/// says so.
pub fn is_offered(scene: &Scene<'_>) -> bool {
    !matches!(
        refusal(scene),
        Some(
            Refusal::NothingToUndo
                | Refusal::TooLate { .. }
                | Refusal::State { .. }
                | Refusal::NotCollectionAdministrator
                | Refusal::ManagedElsewhere { .. }
        )
    )
}

/// The events that can be undone, and those that were undone.
pub(super) struct Steps<'a> {
    /// The latest event that was not undone.
    pub latest: Option<&'a Event>,
    /// The position of that event.
    pub position: Option<u32>,
    undone: Vec<&'a Event>,
}

impl Steps<'_> {
    /// Whether an event of the journal was undone.
    pub fn was_undone(&self, event: &Event) -> bool {
        self.undone.iter().any(|it| std::ptr::eq(*it, event))
    }

    /// Whether it is the latest event that was not undone.
    pub fn is_latest(&self, event: &Event) -> bool {
        self.latest.is_some_and(|it| std::ptr::eq(it, event))
    }
}

/// Follows the journal. Each undo reverses the latest step before it.
pub(super) fn steps<'a>(scene: &Scene<'a>) -> Steps<'a> {
    let (mut open, mut undone) = (Vec::new(), Vec::new());
    for record in scene.ledger.records() {
        for event in &record.events {
            match event {
                Event::Undone { .. } => undone.extend(open.pop().map(|(_, event)| event)),
                event if event.can_be_undone() => open.push((record.position, event)),
                _ => {}
            }
        }
    }
    let (position, latest) = open.pop().unzip();
    Steps {
        latest,
        position,
        undone,
    }
}
