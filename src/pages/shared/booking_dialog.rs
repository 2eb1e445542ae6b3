//! What a dialog has on its way: one confirmation, its progress, and what went wrong with it (CHG 10).

use crate::app::context::Ui;
use crate::app::load_states::Slow;
use crate::components::{Here, MessageCard, Progress, Tone, after, keep_focus};
use crate::pages::shared::background_booking::trouble;
use crate::pages::shared::undo_offer::tell_booked;
use crate::store::{Attempt, Saving, Sent};
use leptos::prelude::*;
use std::sync::Arc;
use view::order::Preview;
use view::words::frame;
use view::{Event, Refusal};

/// A decision, ready to be confirmed, or the refusal.
pub type Decided = Memo<Option<Result<Preview, Refusal>>>;

/// What a dialog comes to, decided anew with everything that it asks for; none while something is to be chosen first.
pub fn decided(decide: impl Fn() -> Option<Result<Preview, Refusal>> + Send + Sync + 'static) -> Decided {
    // Decided anew is worth drawing anew: comparing all that a preview holds would weigh more.
    Memo::new_with_compare(move |_: Option<&_>| decide(), |_, _| true)
}

/// Says what was booked.
type Told = Box<dyn FnOnce(&[Event]) -> String>;

/// What a booking is followed by.
pub struct Booked {
    /// What is told of it, wherever the reader is by then: it may use nothing of the dialog.
    pub told: Told,
    /// What closes the dialog, where that still stands.
    pub close: Box<dyn FnOnce()>,
}

impl Booked {
    /// Of both.
    pub fn new(told: impl FnOnce(&[Event]) -> String + 'static, close: impl FnOnce() + 'static) -> Self {
        Self {
            told: Box::new(told),
            close: Box::new(close),
        }
    }
}

/// The confirmation of a dialog; cheap to copy.
#[derive(Clone, Copy)]
pub struct Sending {
    ui: Ui,
    here: Here,
    /// What is on its way.
    attempt: RwSignal<Option<Attempt>>,
    /// What went wrong; empty while nothing did.
    message: RwSignal<String>,
}

impl Sending {
    /// Nothing on its way.
    pub fn new(ui: Ui) -> Self {
        Self {
            ui,
            here: Here::new(),
            attempt: RwSignal::new(None),
            message: RwSignal::new(String::new()),
        }
    }

    /// The dialog opens: another confirmation.
    pub fn open(self) {
        self.message.set(String::new());
    }

    /// The dialog closes: what is on its way is given up.
    pub fn close(self) {
        if let Some(attempt) = self.attempt.get_untracked() {
            self.ui.store.abandon(attempt);
            self.attempt.set(None);
        }
    }

    /// How saving goes; tracked, none while nothing is on its way.
    fn saving(self) -> Option<(Attempt, Saving)> {
        let attempt = self.attempt.get()?;
        Some((attempt, self.ui.store.saving(attempt)))
    }

    /// Whether the dialog has to wait; where it takes long, the reader decides. Tracked.
    pub fn busy(self) -> bool {
        self.saving().is_some_and(|(_, saving)| saving != Saving::Slow)
    }

    /// Books exactly what is shown, in place of what is on its way.
    pub fn confirm(self, shown: Preview, booked: Booked) {
        self.close();
        self.message.set(String::new());
        let (ui, attempt) = (self.ui, self.ui.store.begin());
        self.attempt.set(Some(attempt));
        let Preview { command, events, .. } = shown;
        let work = ui.store.send(attempt, Arc::new(command), Some(events));
        after(work, move |sent| {
            // Given up, what becomes of it is told by another one.
            if sent == Sent::Abandoned {
                return;
            }
            let stands = self.here.stands();
            if stands {
                self.attempt.set(None);
            }
            match sent {
                Sent::Booked(events) => {
                    if stands {
                        (booked.close)();
                    }
                    tell_booked(ui, (booked.told)(&events), &events);
                    keep_focus();
                }
                other if stands => self.message.set(trouble(ui, &other).unwrap_or_default()),
                other => ui.tell(Tone::Error, trouble(ui, &other).unwrap_or_default()),
            }
        });
    }

    /// What went wrong, above everything else in the dialog; tracked.
    pub fn trouble(self) -> Option<AnyView> {
        let text = Some(self.message.get()).filter(|text| !text.is_empty())?;
        Some(view! { <MessageCard tone=Tone::Warning>{text}</MessageCard> }.into_any())
    }

    /// How saving goes, below everything else; where it takes long, `again` confirms what is decided then. Tracked.
    pub fn progress(self, again: impl Fn(()) + Send + Sync + 'static) -> Option<AnyView> {
        match self.saving()? {
            (_, Saving::Busy) => Some(view! { <Progress label=frame::LOADING /> }.into_any()),
            (attempt, Saving::Slow) => {
                let again = Callback::new(again);
                Some(view! { <Slow attempt=attempt again=again /> }.into_any())
            }
            (_, Saving::Idle) => None,
        }
    }
}
