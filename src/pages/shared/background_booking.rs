//! Books without a dialog, for changes that cost nothing and can be undone. The shell shows the progress and the
//! outcome.

use crate::app::context::AppContext;
use crate::store::{Announced, Attempt, BookingOutcome, BookingProgress};
use leptos::prelude::*;
use std::sync::Arc;
use view::{Command, Event};

/// Books a command immediately. `announcement` is written after it is stored, and must not use anything that belongs to
/// a part of the page.
pub fn book<T: Into<Announced>>(
    ui: AppContext,
    command: Command,
    announcement: impl Fn(&[Event]) -> T + Send + Sync + 'static,
) -> Attempt {
    let announcement = Arc::new(move |events: &[Event]| announcement(events).into());
    ui.store.book(command, None, announcement)
}

/// Follows the latest booking of one part of the page. It has the same lifetime as that part.
#[derive(Clone, Copy)]
pub struct Follower {
    attempt: RwSignal<Option<Attempt>>,
}

impl Follower {
    /// Runs an action when a booking is stored.
    pub fn new(ui: AppContext, on_booked: impl Fn() + 'static) -> Self {
        let attempt = RwSignal::new(None);
        Effect::new(move |_| {
            let followed: Option<Attempt> = attempt.get();
            let progress = followed.and_then(|attempt| ui.store.progress(attempt));
            if let Some(BookingProgress::Ended(outcome)) = progress {
                attempt.set(None);
                if matches!(outcome, BookingOutcome::Booked(_)) {
                    untrack(&on_booked);
                }
            }
        });
        Self { attempt }
    }

    /// Follows this booking from now on.
    pub fn follow(self, attempt: Attempt) {
        self.attempt.set(Some(attempt));
    }
}
