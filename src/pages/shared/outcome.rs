//! The texts of the outcome of a booking, and its announcement.

use crate::app::context::AppContext;
use crate::components::{Toast, Tone};
use crate::pages::shared::undo_offer::offer_undo;
use crate::store::{Announced, Booking, BookingOutcome, SaveError};
use view::Event;
use view::requests::news;
use view::words::{self, frame, order_words};

/// Why a command was not booked. `None` if it was, or if another attempt reports that.
pub fn failure_text(ui: AppContext, outcome: &BookingOutcome) -> Option<String> {
    let look_again = || order_words::LOOK_AGAIN.to_owned();
    match outcome {
        BookingOutcome::Booked(_) | BookingOutcome::Abandoned => None,
        BookingOutcome::Earlier(booked) => Some(order_words::earlier(&last_event(ui, booked.events()))),
        BookingOutcome::Refused(why) => Some(why.clone()),
        BookingOutcome::Changed(None) => Some(look_again()),
        BookingOutcome::Changed(Some(booked)) => {
            let what = ui.now(|scene| news(scene, booked.events())).flatten();
            // Not everyone may know what was booked (ACC 2, ACC 6).
            Some(what.map_or_else(look_again, |what| order_words::somebody_booked(booked.actor(), &what)))
        }
        BookingOutcome::Failed(error) => Some(save_error(error)),
    }
}

fn save_error(error: &SaveError) -> String {
    match error {
        SaveError::Full => frame::SAVE_FULL.to_owned(),
        SaveError::Forbidden(_) => frame::SAVE_FORBIDDEN.to_owned(),
        SaveError::Newer(_) => frame::SAVE_NEWER.to_owned(),
        SaveError::Service(_, words) => words.clone(),
        SaveError::Conflict | SaveError::Failed(_) => frame::SAVE_FAILED.to_owned(),
    }
}

/// Announces a stored booking, with a button that undoes it if possible.
pub fn announce(ui: AppContext, booking: &Booking, events: &[Event]) {
    match (booking.announcement)(events) {
        Announced { text, action: None } => offer_undo(ui, text, events),
        Announced { text, action } => ui.toasts.show(Toast {
            tone: Tone::Success,
            text,
            action,
        }),
    }
}

/// The announcement of a change to the subscription.
pub fn booked_text(ui: AppContext, events: &[Event]) -> String {
    let words = ui.now(|scene| events.last().map(|event| order_words::booked(scene, event)));
    words.flatten().unwrap_or_default()
}

/// The text of the last event.
pub fn last_event(ui: AppContext, events: &[Event]) -> String {
    let words = ui.now(|scene| events.last().map(|event| words::event(scene, event)));
    words.flatten().unwrap_or_default()
}
