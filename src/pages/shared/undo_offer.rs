//! The offer to undo what was booked today: a button in the toast that announces the booking. It is withdrawn when
//! another change appears (CHG 13).

use crate::app::context::{AppContext, UndoOffer};
use crate::app::order_intent::OrderIntent;
use crate::components::{Toast, Tone};
use leptos::prelude::*;
use std::sync::Arc;
use view::Event;
use view::undo::position;
use view::words::undo as words;

/// Announces a booking, with a button that undoes it if possible.
pub fn offer_undo(ui: AppContext, text: String, events: &[Event]) {
    let offered = ui.now(position).flatten();
    let Some(offered) = offered.filter(|_| events.iter().any(Event::can_be_undone)) else {
        return ui.tell(Tone::Success, text);
    };
    let undo = move || {
        if ui.now(position).flatten() == Some(offered) {
            ui.order.set(Some(OrderIntent::Undo));
        } else {
            ui.tell(Tone::Info, words::NOT_THE_LATEST);
        }
    };
    ui.offer.set(Some(UndoOffer {
        position: offered,
        text: text.clone(),
    }));
    ui.toasts.show(Toast {
        tone: Tone::Success,
        text,
        action: Some((words::UNDO.to_owned(), Arc::new(undo))),
    });
}

/// Withdraws the offer when another change is the latest, or when the viewer can no longer undo it. Automatic bookings,
/// such as a sent order, do not affect it.
pub fn withdraw_offers(ui: AppContext) {
    Effect::new(move |_| {
        let Some(offer) = ui.offer.get() else { return };
        let Some(now) = ui.model(position) else { return };
        if now != Some(offer.position) {
            ui.offer.set(None);
            ui.toasts.withdraw(&offer.text);
        }
    });
}
