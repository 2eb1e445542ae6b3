//! Sending a command, and telling what became of it.

use super::scene::Ui;
use crate::components::{Toast, Tone, keep_focus};
use crate::store::{SaveError, Sent};
use crate::view::requests::news;
use crate::view::words::{self, frame, order_words};
use crate::view::{Command, Event};
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;

/// A command on its way without a dialog.
#[derive(Clone, Debug)]
pub struct Quick {
    id: String,
    command: Arc<Command>,
    /// Tells that it is booked.
    told: Callback<()>,
}

/// Sends a command at once, without showing its decision first: for what costs nothing and can be undone. `said` is told in a toast.
pub fn send(ui: Ui, command: Command, said: fn(()) -> String) {
    send_telling(ui, command, Callback::new(move |()| ui.tell(Tone::Success, said(()))));
}

/// The same; `told` says that it is booked.
pub fn send_telling(ui: Ui, command: Command, told: Callback<()>) {
    let id = ui.store.new_command_id();
    let command = Arc::new(command);
    attempt(ui, Quick { id, command, told });
}

/// Gives up the attempt under way and sends the same command anew; its id keeps it from being booked twice.
pub fn again(ui: Ui, quick: Quick) {
    ui.store.abandon();
    attempt(ui, quick);
}

fn attempt(ui: Ui, quick: Quick) {
    ui.quick.set(Some(quick.clone()));
    spawn_local(async move {
        let sent = ui.store.send(quick.id.clone(), Arc::clone(&quick.command), None).await;
        if sent == Sent::Abandoned {
            return;
        }
        ui.quick.set(None);
        match (&sent, trouble(ui, &sent)) {
            (Sent::Booked(_), _) => {
                quick.told.run(());
                keep_focus();
            }
            (Sent::Failed(_), Some(text)) => ui.toasts.show(Toast {
                tone: Tone::Error,
                text,
                action: Some((
                    frame::TRY_AGAIN.to_owned(),
                    Callback::new(move |()| again(ui, quick.clone())),
                )),
            }),
            (_, text) => ui.tell(Tone::Error, text.unwrap_or_default()),
        }
    });
}

/// What to say of a command that was not booked.
pub fn trouble(ui: Ui, sent: &Sent) -> Option<String> {
    let look_again = || order_words::LOOK_AGAIN.to_owned();
    match sent {
        Sent::Booked(_) | Sent::Abandoned => None,
        Sent::Refused(why) => Some(why.clone()),
        Sent::Changed(None) => Some(look_again()),
        Sent::Changed(Some(booked)) => {
            let what = ui.now(|scene| news(scene, booked.events())).flatten();
            // Not everybody may know what was booked (ACC 2, ACC 6).
            Some(what.map_or_else(look_again, |what| order_words::somebody_booked(booked.actor(), &what)))
        }
        Sent::Failed(SaveError::Full) => Some(frame::SAVE_FULL.to_owned()),
        Sent::Failed(SaveError::Forbidden(_)) => Some(frame::SAVE_FORBIDDEN.to_owned()),
        Sent::Failed(SaveError::Service(_, words)) => Some(words.clone()),
        Sent::Failed(SaveError::Conflict | SaveError::Failed(_)) => Some(frame::SAVE_FAILED.to_owned()),
    }
}

/// The last of some events, in words.
pub fn last(ui: Ui, events: &[Event]) -> String {
    let words = ui.now(|scene| events.last().map(|event| words::event(scene, event)));
    words.flatten().unwrap_or_default()
}
