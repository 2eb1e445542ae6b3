//! The dialog of everything that has a preview before it is booked: the preview, its confirmation, the progress, and
//! the error, if any (CHG 10).

use crate::app::context::AppContext;
use crate::components::{ConfirmDialog, MessageCard, Tone, keep_focus};
use crate::pages::shared::booking_progress::BookingStatus;
use crate::pages::shared::outcome::{announce, failure_text};
use crate::store::{Announced, Attempt, Booking, BookingOutcome, BookingProgress};
use leptos::prelude::*;
use std::sync::Arc;
use view::order::Preview;
use view::words::{frame, order_words};
use view::{Event, Refusal};

/// The preview of a dialog, ready to be confirmed, or the refusal. `None` while something must be chosen first.
pub type Decided = Memo<Option<Result<Preview, Refusal>>>;

/// Decides again whenever the decision may change.
pub fn decided(decide: impl Fn() -> Option<Result<Preview, Refusal>> + Send + Sync + 'static) -> Decided {
    // Comparing two previews in full would cost more than drawing one again.
    Memo::new_with_compare(move |_: Option<&_>| decide(), |_, _| true)
}

/// The booking of a dialog. It has the same lifetime as the dialog. If the dialog is closed or gone, the shell shows
/// the outcome. Cheap to copy.
#[derive(Clone, Copy)]
pub struct DialogBooking {
    ui: AppContext,
    attempt: RwSignal<Option<Attempt>>,
    /// The error. Empty if there is none.
    failure: RwSignal<String>,
}

impl DialogBooking {
    /// The booking of a dialog that is open while `is_open` is true. `close` closes it after a successful booking.
    pub fn new(ui: AppContext, is_open: impl Fn() -> bool + Send + Sync + 'static, close: impl Fn() + 'static) -> Self {
        let dialog = Self {
            ui,
            attempt: RwSignal::new(None),
            failure: RwSignal::new(String::new()),
        };
        let is_open = Memo::new(move |_| is_open());
        Effect::new(move |_| {
            // Opening or closing the dialog clears the previous error.
            if !is_open.get() {
                dialog.leave();
            }
            dialog.failure.set(String::new());
        });
        Effect::new(move |_| {
            let attempt = dialog.attempt.get();
            let booking = attempt.and_then(|attempt| ui.store.booking(attempt));
            if let Some(booking) = booking
                && let BookingProgress::Ended(outcome) = &booking.progress
            {
                dialog.attempt.set(None);
                ui.store.dismiss(booking.attempt);
                untrack(|| dialog.ended(&booking, outcome, &close));
            }
        });
        on_cleanup(move || dialog.leave());
        dialog
    }

    fn ended(self, booking: &Booking, outcome: &BookingOutcome, close: &impl Fn()) {
        match outcome {
            BookingOutcome::Booked(events) => {
                close();
                announce(self.ui, booking, events);
                keep_focus();
            }
            other => self.failure.set(failure_text(self.ui, other).unwrap_or_default()),
        }
    }

    /// Leaves the outcome to the shell, because the dialog is gone.
    fn leave(self) {
        if let Some(attempt) = self.attempt.try_get_untracked().flatten() {
            self.ui.store.leave_dialog(attempt);
            self.attempt.set(None);
        }
    }

    /// Abandons the booking in progress, if there is one.
    fn abandon(self) {
        if let Some(attempt) = self.attempt.get_untracked() {
            self.ui.store.abandon(attempt);
            self.attempt.set(None);
        }
    }

    /// Books exactly the preview, instead of the booking in progress. `announcement` must not use anything of the
    /// dialog.
    pub fn confirm<T: Into<Announced>>(
        self,
        shown: Preview,
        announcement: impl Fn(&[Event]) -> T + Send + Sync + 'static,
    ) {
        self.abandon();
        self.failure.set(String::new());
        let Preview { command, events, .. } = shown;
        let announcement = Arc::new(move |events: &[Event]| announcement(events).into());
        let attempt = self.ui.store.book(command, Some(events), announcement);
        self.attempt.set(Some(attempt));
    }

    /// Whether the dialog must wait. If saving takes long, the viewer decides instead. Tracked.
    fn is_busy(self) -> bool {
        let progress = self.attempt.get().and_then(|attempt| self.ui.store.progress(attempt));
        matches!(progress, Some(BookingProgress::Started | BookingProgress::Busy))
    }
}

/// The dialog: the error on top, then the content, then the progress of the booking.
#[component]
pub fn BookingDialog(
    /// The booking.
    booking: DialogBooking,
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Closes it without booking.
    #[prop(into)]
    on_close: Callback<()>,
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// The text of the button that books. It names the action.
    #[prop(into)]
    confirm: Signal<String>,
    /// The text of the button that cancels.
    #[prop(into)]
    keep: Signal<&'static str>,
    /// Whether the change ends something.
    #[prop(optional, into)]
    danger: Signal<bool>,
    /// Whether it is wide. By default, it is wide unless the change ends something.
    #[prop(optional, into)]
    wide: Option<Signal<bool>>,
    /// Why it cannot be confirmed now.
    #[prop(into)]
    disabled_reason: Signal<Option<String>>,
    /// Books the preview.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// The choices, and the preview.
    children: ChildrenFn,
) -> impl IntoView {
    let close = move |()| {
        booking.abandon();
        on_close.run(());
    };
    let failure = move || {
        let text = Some(booking.failure.get()).filter(|text| !text.is_empty())?;
        Some(view! { <MessageCard tone=Tone::Warning>{text}</MessageCard> })
    };
    let status = move || {
        let attempt = booking.attempt.get()?;
        Some(view! { <BookingStatus attempt=attempt label=frame::LOADING on_retry=on_confirm /> })
    };
    view! {
        <ConfirmDialog
            open=open
            on_close=close
            title=title
            confirm=confirm
            keep=keep
            danger=danger
            wide=wide
            close_label=order_words::CLOSE
            disabled_reason=disabled_reason
            busy=Signal::derive(move || booking.is_busy())
            on_confirm=on_confirm
        >
            {failure}
            {children()}
            {status}
        </ConfirmDialog>
    }
}
