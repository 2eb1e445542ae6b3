//! The choices in the order dialog, and the resulting command.

use crate::app::context::AppContext;
use crate::app::order_intent::OrderIntent;
use crate::pages::shared::booking_dialog::{Decided, DialogBooking};
use crate::pages::shared::outcome::booked_text;
use leptos::prelude::*;
use view::keep::with_choice;
use view::order::command;
use view::{Change, Command, PersonId};

/// The state of the open dialog.
#[derive(Clone, Copy)]
pub(crate) struct State {
    pub(crate) ui: AppContext,
    pub(crate) intent: RwSignal<Option<OrderIntent>>,
    pub(crate) at_renewal: RwSignal<bool>,
    pub(crate) reason: RwSignal<String>,
    /// Whether to remove the scheduled change (SUB 5).
    pub(crate) drop_scheduled: RwSignal<bool>,
    /// Whether the invoice of the change to undo was already paid (CHG 13).
    pub(crate) paid: RwSignal<bool>,
    /// The people who keep access, once chosen (LIC 7).
    pub(crate) keep: RwSignal<Option<Vec<PersonId>>>,
    pub(crate) booking: DialogBooking,
}

impl State {
    /// The chosen change; tracked.
    pub(crate) fn change(self) -> Option<Change> {
        match self.intent.get()? {
            OrderIntent::Change(change) => Some(change),
            _ => None,
        }
    }

    /// Modifies the chosen change.
    pub(crate) fn change_to(self, with: impl Fn(Change) -> Change) {
        if let Some(change) = untrack(|| self.change()) {
            self.intent.set(Some(OrderIntent::Change(with(change))));
        }
    }

    /// The command of the dialog; tracked.
    pub(crate) fn command(self) -> Option<Command> {
        let reason = || Some(self.reason.get().trim().to_owned()).filter(|reason| !reason.is_empty());
        let command = match self.intent.get()? {
            OrderIntent::Change(change) => {
                let at_renewal = self.at_renewal.get();
                let drop_scheduled = self.drop_scheduled.get();
                self.ui
                    .model(|scene| command(scene, change, at_renewal, drop_scheduled))?
            }
            OrderIntent::RenewNow => Command::RenewNow {},
            OrderIntent::Undo => Command::Undo {},
            OrderIntent::Cancel => Command::Cancel { reason: reason() },
            OrderIntent::EndFree => Command::Cancel { reason: None },
            OrderIntent::ChooseFree => Command::ChooseFree { keep: None },
        };
        Some(with_choice(command, self.keep.get()))
    }

    pub(crate) fn new(ui: AppContext, intent: RwSignal<Option<OrderIntent>>) -> Self {
        Self {
            ui,
            intent,
            at_renewal: RwSignal::new(false),
            reason: RwSignal::new(String::new()),
            drop_scheduled: RwSignal::new(false),
            paid: RwSignal::new(false),
            keep: RwSignal::new(None),
            booking: DialogBooking::new(ui, move || intent.with(Option::is_some), move || intent.set(None)),
        }
    }

    /// Clears all choices when the dialog opens.
    pub(crate) fn reset(self) {
        self.at_renewal.set(false);
        self.reason.set(String::new());
        self.drop_scheduled.set(false);
        self.paid.set(false);
        self.keep.set(None);
    }

    /// Books the preview.
    pub(crate) fn confirm(self, decided: Decided) {
        let ui = self.ui;
        if let Some(Ok(shown)) = decided.get_untracked() {
            self.booking.confirm(shown, move |events| booked_text(ui, events));
        }
    }
}

/// Whether a paid subscription is running; tracked.
pub(crate) fn is_running(state: State) -> bool {
    state.ui.model(|scene| scene.account.paid().is_some()) == Some(true)
}
