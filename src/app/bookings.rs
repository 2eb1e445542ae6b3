//! Bookings without a dialog: their progress and their outcome.

use crate::app::context::AppContext;
use crate::components::{Toast, Tone, keep_focus};
use crate::pages::shared::booking_progress::BookingStatus;
use crate::pages::shared::outcome::{announce, failure_text};
use crate::store::{Booking, BookingOutcome, BookingProgress};
use leptos::prelude::*;
use std::sync::Arc;
use view::words::frame;

/// The progress of each booking. Each one has its own message: a retry abandons no other booking and does not change
/// the other messages.
#[component]
pub fn BackgroundBookings() -> impl IntoView {
    let ui = AppContext::get();
    let shown = move || {
        let all = ui.store.bookings().into_iter();
        all.filter(|it| !it.is_in_dialog && !it.is_dismissed)
            .collect::<Vec<_>>()
    };
    view! {
        <For each=shown key=|booking| booking.attempt let:booking>
            <BookingStatus
                attempt=booking.attempt
                label=frame::SAVING
                on_retry=move |()| { ui.store.book_again(&booking); }
            />
        </For>
    }
}

/// Reports the outcome of bookings, unless a dialog does.
pub fn tell_outcomes(ui: AppContext) {
    Effect::new(move |_| {
        for booking in ui.store.bookings() {
            if booking.is_in_dialog || booking.is_dismissed {
                continue;
            }
            if let BookingProgress::Ended(outcome) = &booking.progress {
                ui.store.dismiss(booking.attempt);
                untrack(|| tell_outcome(ui, &booking, outcome));
            }
        }
    });
}

fn tell_outcome(ui: AppContext, booking: &Booking, outcome: &BookingOutcome) {
    let text = failure_text(ui, outcome).unwrap_or_default();
    match outcome {
        BookingOutcome::Booked(events) => {
            announce(ui, booking, events);
            keep_focus();
        }
        BookingOutcome::Failed(_) => {
            let booking = booking.clone();
            let retry = Arc::new(move || {
                ui.store.book_again(&booking);
            });
            ui.toasts.show(Toast {
                tone: Tone::Error,
                text,
                action: Some((frame::TRY_AGAIN.to_owned(), retry)),
            });
        }
        _ => ui.tell(Tone::Error, text),
    }
}
