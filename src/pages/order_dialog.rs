//! The one dialog of every change: choose, see exactly what will be booked, confirm, be told (CHG 10).

use crate::dom::view;
use super::confirm::{last, trouble};
use super::order_body::Body;
use super::scene::Ui;
use crate::components::{ButtonKind, ConfirmDialog, Tone, keep_focus};
use crate::store::{Saving, Sent};
use crate::view::order::{Preview, command, preview};
use crate::view::words::order_words;
use crate::view::{Change, Command, Length, Refusal};
use leptos::{prelude::*, task::spawn_local};

/// What the dialog is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Buy, or change licences, plan, length.
    Change(Change),
    /// Renew now (SUB 6).
    RenewNow,
    /// Cancel (SUB 3).
    Cancel,
    /// End Free.
    EndFree,
    /// Free at once or at the end (PLN 4).
    ChooseFree,
}

/// What the dialog works with while it is open.
#[derive(Clone, Copy)]
pub(super) struct State {
    pub(super) ui: Ui,
    pub(super) intent: RwSignal<Option<Intent>>,
    pub(super) at_renewal: RwSignal<bool>,
    pub(super) length: RwSignal<Option<Length>>,
    pub(super) licences: RwSignal<Option<u32>>,
    pub(super) reason: RwSignal<String>,
    pub(super) message: RwSignal<Option<String>>,
    pub(super) sending: RwSignal<bool>,
    /// One id for one dialog: a retry books nothing twice.
    command_id: RwSignal<String>,
}

impl State {
    /// The change as it stands in the dialog.
    pub(super) fn change(self, change: Change) -> Change {
        Change {
            length: self.length.get().or(change.length),
            licences: self.licences.get().or(change.licences),
            ..change
        }
    }

    /// The command of the dialog; tracked.
    fn command(self) -> Option<Command> {
        let reason = || Some(self.reason.get().trim().to_owned()).filter(|reason| !reason.is_empty());
        Some(match self.intent.get()? {
            Intent::Change(change) => {
                let (change, at_renewal) = (self.change(change), self.at_renewal.get());
                self.ui.model_now(move |scene| command(scene, change, at_renewal))?
            }
            Intent::RenewNow => Command::RenewNow {},
            Intent::Cancel => Command::Cancel { reason: reason() },
            Intent::EndFree => Command::Cancel { reason: None },
            Intent::ChooseFree => Command::ChooseFree { keep: None },
        })
    }

    fn open(self) {
        self.at_renewal.set(false);
        self.length.set(None);
        self.licences.set(None);
        self.reason.set(String::new());
        self.message.set(None);
        self.command_id.set(self.ui.store.new_command_id());
    }

    fn close(self) {
        if self.sending.get_untracked() {
            self.ui.store.abandon();
            self.sending.set(false);
        }
        self.intent.set(None);
    }

    /// Books exactly what is shown.
    pub(super) fn confirm(self, shown: Preview) {
        self.message.set(None);
        self.sending.set(true);
        let id = self.command_id.get_untracked();
        spawn_local(async move {
            let sent = self.ui.store.send(&id, &shown.command, &shown.events).await;
            if sent == Sent::Abandoned {
                return;
            }
            self.sending.set(false);
            match &sent {
                Sent::Booked(events) => {
                    self.intent.set(None);
                    self.ui.tell(Tone::Success, order_words::booked(&last(self.ui, events)));
                    keep_focus();
                }
                other => self.message.set(trouble(self.ui, other)),
            }
        });
    }
}

/// The dialog; it stands open while there is an intent.
#[component]
pub fn OrderDialog(
    /// What it is about.
    intent: RwSignal<Option<Intent>>,
) -> impl IntoView {
    let state = State {
        ui: Ui::get(),
        intent,
        at_renewal: RwSignal::new(false),
        length: RwSignal::new(None),
        licences: RwSignal::new(None),
        reason: RwSignal::new(String::new()),
        message: RwSignal::new(None),
        sending: RwSignal::new(false),
        command_id: RwSignal::new(String::new()),
    };
    let open = Memo::new(move |_| intent.get().is_some());
    Effect::new(move |_| {
        if open.get() {
            untrack(|| state.open());
        }
    });
    let decided = Memo::new(move |_| {
        let command = state.command()?;
        state.ui.model_now(move |scene| preview(scene, &command))
    });
    let blocked = Signal::derive(move || {
        decided
            .get()
            .and_then(Result::err)
            .map(|refusal: Refusal| refusal.message())
    });
    let busy = Signal::derive(move || state.sending.get() && state.ui.store.saving() != Saving::Slow);
    let labels = Memo::new(move |_| labels(intent.get().as_ref(), state.at_renewal.get(), is_running(state)));
    let danger = Memo::new(move |_| matches!(intent.get(), Some(Intent::Cancel | Intent::EndFree)));
    let confirm = move |()| {
        if let Some(Ok(shown)) = decided.get_untracked() {
            state.confirm(shown);
        }
    };
    // The kind of the button is fixed while the dialog is built, so each kind has a dialog of its own.
    let dialog = move |kind, mine: bool| {
        view! {
            <ConfirmDialog
                open=Signal::derive(move || open.get() && danger.get() == mine)
                on_close=move |()| state.close()
                title=Signal::derive(move || labels.get().0.to_owned())
                confirm=Signal::derive(move || labels.get().1.to_owned())
                keep=order_words::KEEP
                kind=kind
                disabled_reason=blocked
                busy=busy
                wide=!mine
                on_confirm=confirm
            >
                {move || view! { <Body state=state decided=decided /> }}
            </ConfirmDialog>
        }
    };
    view! {
        {dialog(ButtonKind::Primary, false)}
        {dialog(ButtonKind::Danger, true)}
    }
}

pub(super) fn is_running(state: State) -> bool {
    state.ui.model_now(|scene| scene.account.paid().is_some()) == Some(true)
}

/// The title and the words of the button.
fn labels(intent: Option<&Intent>, at_renewal: bool, running: bool) -> (&'static str, &'static str) {
    match intent {
        Some(Intent::RenewNow) => (order_words::RENEW, order_words::CONFIRM_RENEW),
        Some(Intent::Cancel) => (order_words::CANCEL, order_words::CONFIRM_CANCEL),
        Some(Intent::EndFree) => (order_words::END_FREE, order_words::CONFIRM_END_FREE),
        Some(Intent::ChooseFree) => (order_words::FREE, order_words::CONFIRM_FREE),
        _ if !running => (order_words::ORDER, order_words::BUY),
        _ if at_renewal => (order_words::CHANGE, order_words::CONFIRM_RENEWAL),
        _ => (order_words::CHANGE, order_words::CONFIRM_TODAY),
    }
}
