//! The bookings that pages have requested: the progress and outcome of each, for its dialog or for the shell.

use crate::store::attempt::{Announcement, Attempt, BUSY_MS, Booking, BookingOutcome, BookingProgress, SLOW_MS};
use crate::store::state::Store;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use licensing::command::Command;
use licensing::event::Event;
use std::sync::Arc;

impl Store {
    /// Books a command in the current account. With a preview, exactly that is booked, or nothing (CHG 10), and a
    /// dialog follows the booking; otherwise, the shell does. The attempt gives access to the progress and the outcome
    /// ([`Store::progress`]).
    pub fn book(self, command: Command, preview: Option<Vec<Event>>, announcement: Announcement) -> Attempt {
        self.start_booking(Booking {
            attempt: self.begin(),
            command: Arc::new(command),
            account: self.account(),
            announcement,
            progress: BookingProgress::Started,
            is_in_dialog: preview.is_some(),
            is_dismissed: false,
            preview,
        })
    }

    /// Abandons an attempt and books its command again. The command keeps its id, so that it is not booked twice. The
    /// new attempt takes the position of the old one in the list.
    pub fn book_again(self, booking: &Booking) -> Attempt {
        let all = self.bookings.get_untracked();
        let place = all.iter().position(|it| it.attempt == booking.attempt);
        self.abandon(booking.attempt);
        let attempt = self.start_booking(Booking {
            attempt: self.begin(),
            progress: BookingProgress::Started,
            is_dismissed: false,
            ..booking.clone()
        });
        // The other bookings keep their positions.
        self.bookings.update(|all| {
            if let (Some(place), Some(again)) = (place, all.pop()) {
                all.insert(place.min(all.len()), again);
            }
        });
        attempt
    }

    fn start_booking(self, booking: Booking) -> Attempt {
        let attempt = booking.attempt;
        let (account, command, preview) = (
            booking.account.clone(),
            Arc::clone(&booking.command),
            booking.preview.clone(),
        );
        self.bookings.update(|all| {
            // Every part of the page that followed them has seen their outcomes.
            all.retain(|it| !it.is_dismissed);
            all.push(booking);
        });
        self.report_later(attempt, BUSY_MS, BookingProgress::Busy);
        self.report_later(attempt, SLOW_MS, BookingProgress::Slow);
        leptos::task::spawn_local(async move {
            let outcome = self.send_in(account, attempt, command, preview).await;
            if outcome != BookingOutcome::Abandoned {
                self.report(attempt, BookingProgress::Ended(outcome));
            }
        });
        attempt
    }

    /// The bookings that are in progress or have just ended; tracked.
    pub fn bookings(self) -> Vec<Booking> {
        self.bookings.get()
    }

    /// A booking; tracked. `None` if it ended long ago.
    pub fn booking(self, attempt: Attempt) -> Option<Booking> {
        self.bookings
            .with(|all| all.iter().find(|it| it.attempt == attempt).cloned())
    }

    /// The progress of a booking; tracked. `None` if it ended long ago.
    pub fn progress(self, attempt: Attempt) -> Option<BookingProgress> {
        self.bookings
            .with(|all| Some(all.iter().find(|it| it.attempt == attempt)?.progress.clone()))
    }

    /// Notes that the outcome of a booking has been shown. The booking stays in the list until the next one starts, so
    /// that every part of the page that follows it sees the outcome.
    pub fn dismiss(self, attempt: Attempt) {
        self.update(attempt, |booking| booking.is_dismissed = true);
    }

    /// Notes that the dialog of a booking is gone, so the shell shows the outcome.
    pub fn leave_dialog(self, attempt: Attempt) {
        self.update(attempt, |booking| booking.is_in_dialog = false);
    }

    fn report(self, attempt: Attempt, progress: BookingProgress) {
        self.update(attempt, |booking| booking.progress = progress);
    }

    fn update(self, attempt: Attempt, change: impl FnOnce(&mut Booking)) {
        self.bookings.update(|all| {
            if let Some(own) = all.iter_mut().find(|it| it.attempt == attempt) {
                change(own);
            }
        });
    }

    /// Abandons one booking. If it is stored after all, this is reported with the next booking or as late news.
    pub fn abandon(self, attempt: Attempt) {
        self.change(|inner| inner.attempts.abandon(attempt));
        self.bookings.update(|all| all.retain(|it| it.attempt != attempt));
    }

    /// Keeps waiting, and asks again later.
    pub fn keep_waiting(self, attempt: Attempt) {
        self.report(attempt, BookingProgress::Busy);
        self.report_later(attempt, SLOW_MS, BookingProgress::Slow);
    }

    /// Reports progress after some time, unless the attempt has ended by then.
    fn report_later(self, attempt: Attempt, after_ms: u32, progress: BookingProgress) {
        let timer = Timeout::new(after_ms, move || self.report(attempt, progress));
        self.change(|inner| inner.attempts.keep_timer(attempt, timer));
    }
}
