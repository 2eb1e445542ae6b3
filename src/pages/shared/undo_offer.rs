//! The way to undo what was booked today: in the toast that tells of it, until another change is seen (CHG 13).

use crate::app::context::Ui;
use crate::components::{Toast, Tone};
use crate::pages::subscription::order_dialog::Intent;
use leptos::prelude::*;
use view::Event;
use view::undo::position;
use view::words::undo as words;

/// An undo that is offered in a toast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The position of the change that it would undo.
    position: u32,
    /// The words of the toast.
    text: String,
}

/// Tells what was booked, with the way to undo it where there is one.
pub fn tell_booked(ui: Ui, text: String, events: &[Event]) {
    let offered = ui.now(position).flatten();
    let Some(offered) = offered.filter(|_| events.iter().any(Event::can_be_undone)) else {
        return ui.tell(Tone::Success, text);
    };
    let undo = move |()| {
        if ui.now(position).flatten() == Some(offered) {
            ui.order.set(Some(Intent::Undo));
        } else {
            ui.tell(Tone::Info, words::NOT_THE_LATEST);
        }
    };
    ui.offer.set(Some(Offer {
        position: offered,
        text: text.clone(),
    }));
    ui.toasts.show(Toast {
        tone: Tone::Success,
        text,
        action: Some((words::UNDO.to_owned(), Callback::new(undo))),
    });
}

/// Takes the offer back once another change is the latest, or the viewer can no longer undo it. What is booked by itself, such
/// as an order that was posted, leaves it.
pub fn withdraw_offers(ui: Ui) {
    Effect::new(move |_| {
        let Some(offer) = ui.offer.get() else { return };
        let Some(now) = ui.model(position) else { return };
        if now != Some(offer.position) {
            ui.offer.set(None);
            ui.toasts.withdraw(&offer.text);
        }
    });
}
