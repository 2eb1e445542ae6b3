//! Sending a command, and telling what became of it.

use super::scene::Ui;
use crate::components::Tone;
use crate::store::{News, SaveError, Sent};
use crate::view::words::{self, frame, order_words};
use crate::view::{Command, Event};
use leptos::task::spawn_local;

/// Decides a command now and sends it at once: for what costs nothing and can be undone. `said` is told in a toast.
pub fn send(ui: Ui, command: Command, said: fn(()) -> String) {
    let shown = match ui.now(|scene| scene.decide(&command)) {
        Some(Ok(events)) => events,
        Some(Err(refusal)) => return ui.tell(Tone::Error, refusal.message()),
        None => return,
    };
    let id = ui.store.new_command_id();
    spawn_local(async move {
        match ui.store.send(&id, &command, &shown).await {
            Sent::Booked(_) => ui.tell(Tone::Success, said(())),
            other => {
                if let Some(text) = trouble(ui, &other) {
                    ui.tell(Tone::Error, text);
                }
            }
        }
    });
}

/// What to say of a command that was not booked.
pub fn trouble(ui: Ui, sent: &Sent) -> Option<String> {
    match sent {
        Sent::Booked(_) | Sent::Abandoned => None,
        Sent::Refused(refusal) => Some(refusal.message()),
        Sent::Changed(None) => Some(order_words::LOOK_AGAIN.to_owned()),
        Sent::Changed(Some(News { actor, events })) => Some(order_words::somebody_booked(actor, &last(ui, events))),
        Sent::Failed(SaveError::Full) => Some(frame::SAVE_FULL.to_owned()),
        Sent::Failed(SaveError::Forbidden(_)) => Some(frame::SAVE_FORBIDDEN.to_owned()),
        Sent::Failed(SaveError::Conflict | SaveError::Failed(_)) => Some(frame::SAVE_FAILED.to_owned()),
    }
}

/// The last of some events, in words.
pub fn last(ui: Ui, events: &[Event]) -> String {
    let words = ui.now(|scene| events.last().map(|event| words::event(scene, event)));
    words.flatten().unwrap_or_default()
}
