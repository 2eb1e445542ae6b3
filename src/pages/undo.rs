//! The way to undo what was booked today: in the toast that tells of it, until another change is seen (CHG 13).

use super::order_dialog::Intent;
use super::scene::Ui;
use crate::components::{Toast, Tone};
use leptos::prelude::*;
use view::undo::is_undoable;
use view::words::undo as words;
use view::{Event, Scene};

/// An undo that is offered in a toast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The last line of the journal when it was offered.
    position: u32,
    /// The words of the toast.
    text: String,
}

/// Tells what was booked, with the way to undo it where there is one.
pub fn tell_booked(ui: Ui, text: String, events: &[Event]) {
    let position = ui.now(|scene| is_undoable(scene, events).then(|| last_position(scene)));
    let Some(position) = position.flatten() else {
        return ui.tell(Tone::Success, text);
    };
    let undo = move |()| {
        if ui.now(last_position) == Some(position) {
            ui.order.set(Some(Intent::Undo));
        } else {
            ui.tell(Tone::Info, words::NOT_THE_LATEST);
        }
    };
    ui.offer.set(Some(Offer {
        position,
        text: text.clone(),
    }));
    ui.toasts.show(Toast {
        tone: Tone::Success,
        text,
        action: Some((words::UNDO.to_owned(), Callback::new(undo))),
    });
}

/// Takes the offer back once another change is seen.
pub fn withdraw_offers(ui: Ui) {
    Effect::new(move |_| {
        let (Some(offer), Some(now)) = (ui.offer.get(), ui.model(last_position)) else {
            return;
        };
        if offer.position != now {
            ui.offer.set(None);
            ui.toasts.withdraw(&offer.text);
        }
    });
}

fn last_position(scene: &Scene<'_>) -> u32 {
    scene.book.last_position()
}
