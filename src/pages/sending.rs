//! What a dialog has on its way: one confirmation, its progress, and what went wrong with it (CHG 10).

use super::confirm::trouble;
use super::scene::Ui;
use super::status::slow;
use crate::components::{MessageCard, Progress, Tone, keep_focus};
use crate::dom::{Node, view};
use crate::store::{Saving, Sent};
use crate::view::order::Preview;
use crate::view::words::frame;
use crate::view::{Event, Refusal};
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;

/// A decision, ready to be confirmed, or the refusal.
pub type Decided = Memo<Option<Result<Preview, Refusal>>>;

/// What a dialog comes to, decided anew with everything that it asks for; none while something is to be chosen first.
pub fn decided(decide: impl Fn() -> Option<Result<Preview, Refusal>> + Send + Sync + 'static) -> Decided {
    // Decided anew is worth drawing anew: comparing all that a preview holds would weigh more.
    Memo::new_with_compare(move |_: Option<&_>| decide(), |_, _| true)
}

/// The confirmation of a dialog; cheap to copy.
#[derive(Clone, Copy)]
pub struct Sending {
    ui: Ui,
    /// One id for one dialog: a retry books nothing twice.
    command_id: RwSignal<String>,
    /// What went wrong; empty while nothing did.
    message: RwSignal<String>,
    under_way: RwSignal<bool>,
}

impl Sending {
    /// Nothing on its way.
    pub fn new(ui: Ui) -> Self {
        Self {
            ui,
            command_id: RwSignal::new(String::new()),
            message: RwSignal::new(String::new()),
            under_way: RwSignal::new(false),
        }
    }

    /// The dialog opens: another confirmation.
    pub fn open(self) {
        self.message.set(String::new());
        self.command_id.set(self.ui.store.new_command_id());
    }

    /// The dialog closes: what is on its way is given up.
    pub fn close(self) {
        if self.under_way.get_untracked() {
            self.ui.store.abandon();
            self.under_way.set(false);
        }
    }

    /// Whether the dialog has to wait; where it takes long, the reader decides. Tracked.
    pub fn busy(self) -> bool {
        self.under_way.get() && self.ui.store.saving() != Saving::Slow
    }

    /// Books exactly what is shown; `booked` closes the dialog and tells.
    pub fn confirm(self, shown: Preview, booked: Callback<Vec<Event>>) {
        self.message.set(String::new());
        self.under_way.set(true);
        let id = self.command_id.get_untracked();
        spawn_local(async move {
            let Preview { command, events, .. } = shown;
            let sent = self.ui.store.send(id, Arc::new(command), Some(events)).await;
            if sent == Sent::Abandoned {
                return;
            }
            self.under_way.set(false);
            match sent {
                Sent::Booked(events) => {
                    booked.run(events);
                    keep_focus();
                }
                other => self.message.set(trouble(self.ui, &other).unwrap_or_default()),
            }
        });
    }

    /// What went wrong, above everything else in the dialog; tracked.
    pub fn trouble(self) -> Option<Node> {
        let text = Some(self.message.get()).filter(|text| !text.is_empty())?;
        Some(view! { <MessageCard tone=Tone::Warning>{text}</MessageCard> })
    }

    /// How saving goes, below everything else; where it takes long, `booked` is told of another attempt with what is
    /// decided then. Tracked.
    pub fn progress(self, decided: Decided, booked: Callback<Vec<Event>>) -> Option<Node> {
        let again = move |()| {
            self.ui.store.abandon();
            if let Some(Ok(shown)) = decided.get_untracked() {
                self.confirm(shown, booked);
            }
        };
        match self.ui.store.saving() {
            Saving::Busy if self.under_way.get() => Some(view! { <Progress label=frame::LOADING /> }),
            Saving::Slow if self.under_way.get() => Some(Node::View(slow(self.ui, Callback::new(again)))),
            _ => None,
        }
    }
}
