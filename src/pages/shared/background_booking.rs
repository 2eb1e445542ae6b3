//! Sending a command, and telling what became of it.

use crate::app::context::Ui;
use crate::components::{Here, Toast, Tone, after, keep_focus};
use crate::store::{Attempt, SaveError, Sent};
use leptos::prelude::*;
use std::sync::Arc;
use view::requests::news;
use view::words::{self, frame, order_words};
use view::{Command, Event};

/// Done once something is booked.
type Done = Arc<dyn Fn() + Send + Sync>;

/// A command that is sent without a dialog, and what follows its booking.
#[derive(Clone)]
struct Asked {
    command: Arc<Command>,
    /// The account in which it was asked for: it is booked in no other.
    account: Option<String>,
    /// Tells that it is booked, wherever the reader is by then: it may use nothing of the part that has asked.
    told: Done,
    /// The part that has asked, and what is done there, as long as it stands.
    here: Here,
    then: Done,
}

/// A command on its way without a dialog.
#[derive(Clone)]
pub struct Quick {
    /// Which sending of it.
    pub attempt: Attempt,
    asked: Asked,
}

/// Sends a command at once, without showing its decision first: for what costs nothing and can be undone. `said` is told in a toast.
pub fn send(ui: Ui, command: Command, said: fn(()) -> String) {
    send_telling(ui, command, move || ui.tell(Tone::Success, said(())));
}

/// The same; `told` says that it is booked. It may use nothing that goes with a part of the page.
pub fn send_telling(ui: Ui, command: Command, told: impl Fn() + Send + Sync + 'static) {
    send_from(ui, Here::new(), command, told, || ());
}

/// The same, from a part of the page: `then` is done once it is booked, as long as that part stands.
pub fn send_from(
    ui: Ui,
    here: Here,
    command: Command,
    told: impl Fn() + Send + Sync + 'static,
    then: impl Fn() + Send + Sync + 'static,
) {
    let asked = Asked {
        command: Arc::new(command),
        account: ui.store.account(),
        told: Arc::new(told),
        here,
        then: Arc::new(then),
    };
    attempt(ui, asked, None);
}

/// Gives up an attempt and sends the same command anew; its id keeps it from being booked twice.
pub fn again(ui: Ui, quick: Quick) {
    ui.store.abandon(quick.attempt);
    attempt(ui, quick.asked, Some(quick.attempt));
}

fn forget(ui: Ui, attempt: Attempt) {
    ui.quick.update(|all| all.retain(|it| it.attempt != attempt));
}

/// Sends it, in place of the attempt `before` where that stands there still: so what is told of others stays where it is.
fn attempt(ui: Ui, asked: Asked, before: Option<Attempt>) {
    let attempt = ui.store.begin();
    let quick = Quick {
        attempt,
        asked: asked.clone(),
    };
    ui.quick
        .update(|all| match all.iter_mut().find(|it| Some(it.attempt) == before) {
            Some(place) => *place = quick.clone(),
            None => all.push(quick.clone()),
        });
    let work = ui
        .store
        .send_in(asked.account.clone(), attempt, Arc::clone(&asked.command), None);
    after(work, move |sent| {
        if sent == Sent::Abandoned {
            return;
        }
        forget(ui, attempt);
        match (&sent, trouble(ui, &sent)) {
            (Sent::Booked(_), _) => {
                (asked.told)();
                if asked.here.stands() {
                    (asked.then)();
                }
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
        Sent::Earlier(booked) => Some(order_words::earlier(&last(ui, booked.events()))),
        Sent::Refused(why) => Some(why.clone()),
        Sent::Changed(None) => Some(look_again()),
        Sent::Changed(Some(booked)) => {
            let what = ui.now(|scene| news(scene, booked.events())).flatten();
            // Not everybody may know what was booked (ACC 2, ACC 6).
            Some(what.map_or_else(look_again, |what| order_words::somebody_booked(booked.actor(), &what)))
        }
        Sent::Failed(SaveError::Full) => Some(frame::SAVE_FULL.to_owned()),
        Sent::Failed(SaveError::Forbidden(_)) => Some(frame::SAVE_FORBIDDEN.to_owned()),
        Sent::Failed(SaveError::Newer(_)) => Some(frame::SAVE_NEWER.to_owned()),
        Sent::Failed(SaveError::Service(_, words)) => Some(words.clone()),
        Sent::Failed(SaveError::Conflict | SaveError::Failed(_)) => Some(frame::SAVE_FAILED.to_owned()),
    }
}

/// What is told of a change that was booked.
pub fn booked(ui: Ui, events: &[Event]) -> String {
    let words = ui.now(|scene| events.last().map(|event| order_words::booked(scene, event)));
    words.flatten().unwrap_or_default()
}

/// The last of some events, in words.
pub fn last(ui: Ui, events: &[Event]) -> String {
    let words = ui.now(|scene| events.last().map(|event| words::event(scene, event)));
    words.flatten().unwrap_or_default()
}
